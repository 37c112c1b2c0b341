import type { Row } from '#shared/ledgers/define.ts'
import { createRandom, type Random } from './random.ts'
import { apportion, monthsOfYear } from './rhythm.ts'

/** 预算项目: 426.45 万元 in 2024 as the report says; 398.60 万元 in 2023, invented. */
export function exampleBudgetLines(): Row[] {
  return YEARS.flatMap(({ year, lines }) =>
    lines.map(({ project, initial, adjusted, carriedOver = 0, ...reasons }, n) => ({
      year: String(year),
      code: `示例YS${year}${n + 1}`,
      category: categoryOf(project),
      project,
      initial: fen(initial),
      adjusted: adjusted === null ? null : fen(adjusted),
      inPlace: fen(adjusted ?? initial),
      carriedOver: fen(carriedOver),
      fiscal: fen(adjusted ?? initial),
      approvedOn: `${year}-01-20`,
      adjustReason: reasons.adjustReason ?? null,
      deviationReason: reasons.deviationReason ?? null,
      fund: '县级资金',
    })),
  )
}

/** 支付台账: payments that add up exactly, to the 分, to each line's payments of the year. */
export function examplePayments(): Row[] {
  const random = createRandom(20_231_006)
  return YEARS.flatMap(({ year, lines }) =>
    lines
      .flatMap((line) => linePayments(year, line, random))
      .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : Number(a.paidOn > b.paidOn)))
      .map((payment, n) => ({
        ...payment,
        voucher: `示例ZF${year}${String(n + 1).padStart(3, '0')}`,
      })),
  )
}

type Project = keyof typeof SCHEDULES

/** Amounts in 万元 × 100, so that they are whole. */
interface Line {
  readonly project: Project
  readonly initial: number
  readonly adjusted: number | null
  /** Paid by the end of October, and in the last two months. */
  readonly tenMonths: number
  readonly lastTwo: number
  /** Left by the year before; the line's first payment is made of it. */
  readonly carriedOver?: number
  readonly adjustReason?: string
  readonly deviationReason?: string
}

const YEARS: readonly { readonly year: number; readonly lines: readonly Line[] }[] = [
  {
    year: 2023,
    lines: [
      {
        project: '基本支出',
        initial: 33_220,
        adjusted: 33_820,
        tenMonths: 27_400,
        lastTwo: 5_534,
        adjustReason: '年中追加人员经费。',
      },
      { project: '峨边在线项目', initial: 3_500, adjusted: null, tenMonths: 2_800, lastTwo: 700 },
      {
        project: '推广服务费及保障安全播出经费项目',
        initial: 2_040,
        adjusted: null,
        tenMonths: 1_540,
        lastTwo: 270,
        deviationReason: '一批设备维护合同跨年验收，尾款 2024 年支付。',
      },
      {
        project: '数字化建设项目',
        initial: 500,
        adjusted: null,
        tenMonths: 330,
        lastTwo: 90,
        carriedOver: 120,
      },
    ],
  },
  {
    year: 2024,
    lines: [
      { project: '基本支出', initial: 36_125, adjusted: null, tenMonths: 30_566, lastTwo: 5_559 },
      { project: '峨边在线项目', initial: 3_500, adjusted: null, tenMonths: 3_000, lastTwo: 500 },
      {
        project: '推广服务费及保障安全播出经费项目',
        initial: 2_440,
        adjusted: null,
        tenMonths: 2_062,
        lastTwo: 378,
      },
      { project: '数字化建设项目', initial: 580, adjusted: null, tenMonths: 450, lastTwo: 130 },
    ],
  },
]

const EVERY_MONTH = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Months in which a project pays, on which day and for what. */
const SCHEDULES = {
  基本支出: {
    months: EVERY_MONTH,
    acts: [
      { day: '10', share: 82, summary: '人员经费' },
      { day: '24', share: 18, summary: '公用经费' },
    ],
  },
  峨边在线项目: {
    months: [3, 6, 9, 10, 12],
    acts: [{ day: '20', share: 1, summary: '公众号委托运营服务费' }],
  },
  推广服务费及保障安全播出经费项目: {
    months: EVERY_MONTH,
    acts: [{ day: '17', share: 1, summary: '推广服务与设备维护' }],
  },
  数字化建设项目: {
    months: [4, 8, 10, 12],
    acts: [{ day: '26', share: 1, summary: '数字化设备采购' }],
  },
} as const

const fen = (hundredthsOfWan: number): number => hundredthsOfWan * 10_000

const categoryOf = (project: Project): 'basic' | 'project' =>
  project === '基本支出' ? 'basic' : 'project'

function linePayments(year: number, line: Line, random: Random) {
  const { project, tenMonths, lastTwo, carriedOver } = line
  const { months, acts } = SCHEDULES[project]
  const early = months.filter((month) => month <= 10)
  const late = months.filter((month) => month > 10)
  const uneven = (): number => 0.94 + 0.12 * random.next()
  const amounts = [
    ...apportion(fen(tenMonths), early.map(uneven)),
    ...apportion(fen(lastTwo), late.map(uneven)),
  ]
  return [...early, ...late].flatMap((month, n) => {
    const parts = apportion(
      amounts[n] ?? 0,
      acts.map(({ share }) => share),
    )
    return acts.map(({ day, summary }, act) => ({
      paidOn: `${monthsOfYear(year)[month - 1] ?? ''}-${day}`,
      category: categoryOf(project),
      project,
      amount: parts[act] ?? 0,
      pot: carriedOver === undefined ? null : n === 0 ? 'carriedOver' : 'thisYear',
      summary,
    }))
  })
}
