import type { Row } from '#shared/ledgers/define.ts'
import { addDays, type Day } from '#shared/time/day.ts'
import { PEOPLE } from './lists.ts'
import { createRandom, type Random } from './random.ts'
import { monthsOfYear, spread } from './rhythm.ts'

/** 安全检查台账: 64 checks in 2024, a few of them with hidden dangers. */
export function exampleChecks(): Row[] {
  const random = createRandom(20_231_007)
  return YEARS.flatMap(({ year, months }) =>
    monthsOfYear(year)
      .flatMap((month, n) => spread(months[n] ?? 0, month, random))
      .flatMap(({ day, count }) => Array.from({ length: count }, () => day))
      .map((day, n) => ({
        code: `示例JC${year}${String(n + 1).padStart(3, '0')}`,
        ...check(day, DANGERS[year][n + 1] ?? null, random),
      })),
  )
}

const YEARS = [
  { year: 2023, months: [4, 3, 4, 4, 5, 5, 5, 6, 5, 6, 5, 5] },
  { year: 2024, months: [4, 3, 4, 5, 6, 6, 5, 7, 6, 7, 6, 5] },
] as const

const ROUNDS = [
  { category: '安全播出', place: '综合频道播出机房', item: '播出链路与应急切换' },
  { category: '安全播出', place: '综合广播直播间', item: '延时器与备播音源' },
  { category: '安全播出', place: '发射机房', item: '发射机与天馈系统' },
  { category: '制播设施维护', place: 'UPS电源', item: '供电与蓄电池' },
  { category: '制播设施维护', place: '制作网', item: '非编与存储' },
  { category: '消防设备', place: '消防器材', item: '灭火器与消防栓' },
  { category: '消防设备', place: '发射机房', item: '烟感与气体灭火' },
  { category: '网络安全', place: '制作网', item: '病毒库与口令' },
  { category: '网络安全', place: '综合频道播出机房', item: '网络隔离与日志' },
] as const

interface Danger {
  /** Its place in ROUNDS. */
  readonly round: number
  readonly danger: string
  readonly remedy: string
  /** Days until it was put right; null when it is not yet. */
  readonly fixedAfter: number | null
  /** Days from there to its re-check, three unless said; null when it is not yet. */
  readonly recheckedAfter?: number | null
}

/** Hidden dangers by year, under the number of the year's check that found them. */
const DANGERS: Readonly<Record<2023 | 2024, Readonly<Record<number, Danger>>>> = {
  2023: {
    6: { round: 5, danger: '2具灭火器压力不足', remedy: '更换灭火器', fixedAfter: 2 },
    17: { round: 3, danger: '1组蓄电池内阻偏高', remedy: '更换蓄电池', fixedAfter: 12 },
    29: { round: 2, danger: '发射机风扇异响', remedy: '更换风扇', fixedAfter: 4 },
    38: { round: 7, danger: '3台终端病毒库未更新', remedy: '升级病毒库', fixedAfter: 1 },
    52: { round: 0, danger: '备路信号电平偏低', remedy: '调整放大器', fixedAfter: 3 },
  },
  2024: {
    7: { round: 6, danger: '1只烟感不报警', remedy: '更换烟感', fixedAfter: 3 },
    14: { round: 8, danger: '交换机日志保存不足六个月', remedy: '扩容日志服务器', fixedAfter: 9 },
    24: { round: 2, danger: '避雷接地电阻偏大', remedy: '加打接地极', fixedAfter: 15 },
    33: { round: 3, danger: 'UPS风道积尘、温度偏高', remedy: '清洁并加装温控', fixedAfter: 5 },
    43: { round: 1, danger: '延时器面板告警', remedy: '更换电源板', fixedAfter: 2 },
    49: { round: 0, danger: '应急切换器触点老化', remedy: '更换切换器', fixedAfter: 1 },
    56: {
      round: 4,
      danger: '存储阵列1块硬盘预警',
      remedy: '热备替换',
      fixedAfter: 2,
      recheckedAfter: null,
    },
    62: { round: 5, danger: '库房通道堆放杂物', remedy: '清理通道，增设标识', fixedAfter: null },
  },
}

function check(day: Day, danger: Danger | null, random: Random): Row {
  const { category, place, item } = ROUNDS[danger?.round ?? -1] ?? random.pick(ROUNDS)
  const [checker, owner, reviewer] = random.shuffled(PEOPLE.map(({ name }) => name))
  const found = { day, category, place, item, checker: checker ?? null }
  if (!danger) return { ...found, result: 'passed' }
  const fixedOn = danger.fixedAfter === null ? null : addDays(day, danger.fixedAfter)
  const isRechecked = fixedOn !== null && danger.recheckedAfter !== null
  return {
    ...found,
    result: 'danger',
    danger: danger.danger,
    remedy: danger.remedy,
    owner: owner ?? null,
    dueOn: addDays(day, 15),
    fixedOn,
    reviewer: isRechecked ? (reviewer ?? null) : null,
    recheckedOn: isRechecked ? addDays(fixedOn, danger.recheckedAfter ?? 3) : null,
  }
}
