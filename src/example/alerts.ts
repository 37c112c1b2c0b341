import type { Row } from '#shared/ledgers/define.ts'
import type { ALERT_LEVELS, HANDLINGS } from '#shared/ledgers/dictionaries.ts'
import { addSeconds, secondsBetween } from '#shared/time/clock.ts'
import { lastDay, monthOf, type Day, type Month } from '#shared/time/day.ts'
import { PEOPLE, TOWNSHIPS } from './lists.ts'
import { createRandom, type Random } from './random.ts'
import { monthsOfYear, spread } from './rhythm.ts'

/** 舆情预警台账: 1,362 alerts in 2024, of which 48 forwarded and 42 pushed. */
export function exampleAlerts(): Row[] {
  const random = createRandom(20_231_003)
  const acting = createRandom(20_231_022)
  return YEARS.flatMap(({ year, months, forwarded, pushed }) =>
    monthsOfYear(year)
      .flatMap((month, n) =>
        monthAlerts(month, months[n] ?? 0, forwarded[n] ?? 0, pushed[n] ?? 0, random),
      )
      .map((row, n) => ({
        code: `示例YQ${year}${String(n + 1).padStart(5, '0')}`,
        ...row,
        actedAt: firstAction(row, acting),
        dueAt: row.handling === 'forwarded' ? addSeconds(String(row.alertedAt), TWO_DAYS) : null,
      })),
  )
}

/** Who watches on a day: written in the daily file and on each of its alerts. */
export function dutyOfficer(day: Day): string {
  const number = Number(day.slice(8)) * 5 + Number(day.slice(5, 7)) * 3
  return PEOPLE[number % PEOPLE.length]?.name ?? ''
}

type Level = keyof typeof ALERT_LEVELS
type Handling = keyof typeof HANDLINGS

const YEARS = [
  {
    year: 2023,
    months: [98, 82, 100, 99, 102, 101, 106, 107, 110, 149, 99, 94],
    forwarded: [3, 2, 3, 3, 4, 3, 4, 3, 4, 5, 4, 3],
    pushed: [2, 2, 3, 3, 3, 3, 3, 3, 3, 5, 3, 3],
  },
  {
    year: 2024,
    months: [106, 88, 109, 108, 112, 111, 116, 118, 119, 163, 110, 102],
    forwarded: [3, 3, 4, 4, 4, 4, 4, 4, 4, 7, 4, 3],
    pushed: [3, 2, 3, 3, 4, 3, 4, 4, 4, 6, 3, 3],
  },
] as const

/** Minutes from finding to close, by level: the median and the most of an ordinary one. */
const LEVELS = [
  { level: 'red', weight: 3, minutes: 18, most: 200 },
  { level: 'orange', weight: 115, minutes: 30, most: 900 },
  { level: 'yellow', weight: 262, minutes: 36, most: 1400 },
  { level: 'blue', weight: 620, minutes: 42, most: 1440 },
] as const satisfies readonly { level: Level; weight: number; minutes: number; most: number }[]

/** Alerts that did not go the ordinary way: late ones, ones open at a month's end, open ones. */
const DEPARTURES: readonly {
  readonly month: Month
  /** Counted from the month's last alert, which is 1. */
  readonly fromEnd: number
  readonly level: Level
  /** From finding to close; null when it is open still. */
  readonly minutes: number | null
}[] = [
  { month: '2023-03', fromEnd: 41, level: 'orange', minutes: 1815 },
  { month: '2023-08', fromEnd: 60, level: 'blue', minutes: 9110 },
  { month: '2023-12', fromEnd: 2, level: 'yellow', minutes: 2150 },
  { month: '2024-02', fromEnd: 33, level: 'orange', minutes: 1630 },
  { month: '2024-05', fromEnd: 47, level: 'yellow', minutes: 3125 },
  { month: '2024-07', fromEnd: 22, level: 'blue', minutes: 8000 },
  { month: '2024-10', fromEnd: 90, level: 'orange', minutes: 1570 },
  { month: '2024-10', fromEnd: 5, level: 'orange', minutes: 2480 },
  { month: '2024-10', fromEnd: 1, level: 'yellow', minutes: 905 },
  { month: '2024-12', fromEnd: 12, level: 'orange', minutes: null },
  { month: '2024-12', fromEnd: 5, level: 'blue', minutes: null },
  { month: '2024-12', fromEnd: 2, level: 'yellow', minutes: null },
  { month: '2024-12', fromEnd: 1, level: 'blue', minutes: null },
]

const PLATFORMS = ['心连心平台', '百度贴吧', '微信群', '微博', '快手', '今日头条', '抖音'] as const

const MATTERS = [
  { topic: '交通', matter: '道路施工扬尘', unit: '县交通运输局' },
  { topic: '交通', matter: '公交班次少', unit: '县交通运输局' },
  { topic: '交通', matter: '校门口交通拥堵', unit: '县公安局' },
  { topic: '民生', matter: '通信信号弱', unit: '县经济信息化局' },
  { topic: '民生', matter: '路灯不亮', unit: '县住房城乡建设局' },
  { topic: '民生', matter: '停水通知不及时', unit: '县水务局' },
  { topic: '环境', matter: '噪音扰民', unit: '县生态环境局' },
  { topic: '环境', matter: '垃圾清运不及时', unit: '县综合行政执法局' },
  { topic: '政务', matter: '办事排队时间长', unit: '县行政审批局' },
  { topic: '文旅', matter: '景区停车秩序混乱', unit: '县文化广播电视和旅游局' },
  { topic: '医疗', matter: '就诊等候时间长', unit: '县卫生健康局' },
  { topic: '劳动', matter: '务工工资结算慢', unit: '县人力资源社会保障局' },
] as const

function monthAlerts(
  month: Month,
  all: number,
  forwarded: number,
  pushed: number,
  random: Random,
): Row[] {
  const handlings = random.shuffled(
    Array.from({ length: all }, (_, n): Handling => {
      if (n < forwarded) return 'forwarded'
      return n < forwarded + pushed ? 'pushed' : 'tracked'
    }),
  )
  const times = spread(all, month, random).flatMap(({ day, count }) =>
    Array.from({ length: count }, () => timeOn(day, random)).toSorted(),
  )
  const departures = DEPARTURES.filter((departure) => departure.month === month)
  return times.map((alertedAt, n) => {
    const departure = departures.find(({ fromEnd }) => all - fromEnd === n)
    const ordinary = random.weighted(LEVELS)
    const minutes = ordinaryMinutes(alertedAt, ordinary, random)
    return alert(
      alertedAt,
      departure?.level ?? ordinary.level,
      departure ? departure.minutes : minutes,
      handlings[n] ?? 'tracked',
      random,
    )
  })
}

const TWO_DAYS = 48 * 3600

/** Minutes from finding to the first action, by level: the median and the most. */
const FIRST_ACTION = {
  red: [6, 55],
  orange: [11, 150],
  yellow: [16, 420],
  blue: [22, 600],
} as const satisfies Record<Level, readonly [number, number]>

const isLevel = (text: string): text is Level => text in FIRST_ACTION

/** One in twelve has no time written down; none acts after it is closed. */
function firstAction({ alertedAt, closedAt, level }: Row, random: Random): string | null {
  const key = String(level)
  const [median, most] = FIRST_ACTION[isLevel(key) ? key : 'blue']
  const minutes = random.skewed(median, most)
  if (random.chance(1 / 12)) return null
  const at = addSeconds(String(alertedAt), minutes * 60)
  return typeof closedAt === 'string' && closedAt < at ? closedAt : at
}

function timeOn(day: Day, random: Random): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${day}T${two(random.whole(7, 22))}:${two(random.whole(0, 59))}`
}

/** Ordinary alerts of a month's last day are closed on that day. */
function ordinaryMinutes(
  alertedAt: string,
  { minutes, most }: (typeof LEVELS)[number],
  random: Random,
): number {
  const left = secondsBetween(alertedAt, `${lastDay(monthOf(alertedAt))}T23:59`) / 60
  return Math.min(random.skewed(minutes, most), left)
}

function alert(
  alertedAt: string,
  level: Level,
  minutes: number | null,
  handling: Handling,
  random: Random,
): Row {
  const { topic, matter, unit } = random.pick(MATTERS)
  const township = random.pick(TOWNSHIPS)
  return {
    alertedAt,
    platform: random.pick(PLATFORMS),
    account: random.chance(0.6) ? `网友${random.whole(1000, 9999)}` : null,
    title: `网民反映${township}${matter}`,
    township,
    unit,
    topic,
    level,
    handling,
    assignee: { forwarded: unit, pushed: '县委宣传部', tracked: null }[handling],
    closedAt: minutes === null ? null : addSeconds(alertedAt, minutes * 60),
    outcome: minutes === null ? null : OUTCOMES[handling](unit),
    dutyOfficer: dutyOfficer(alertedAt.slice(0, 10)),
  }
}

const OUTCOMES = {
  forwarded: (unit) => `已转${unit}核实处理，并回复网民`,
  pushed: (unit) => `已推送县委宣传部，由${unit}回应`,
  tracked: () => '持续跟踪，热度回落',
} as const satisfies Record<Handling, (unit: string) => string>
