import { describe, expect, it } from 'vitest'
import { readBudget, type BudgetAnswer } from '#shared/contract/budget.ts'
import { listRecords } from '#shared/contract/records.ts'
import { ask, exampleDesk, testDesk } from '#test/support/memory-desk.ts'

const desk = await exampleDesk()
const page = (p: string) => ask(desk, readBudget, `/boards/budget?p=${p}`)
const lineOf = ({ execution }: BudgetAnswer, project: string) =>
  execution.lines.find((line) => line.project === project)

describe('the lines of October 2024', () => {
  it('stand by code, each with its rate, its distance from ten twelfths and its light', async () => {
    const { execution } = await page('2024-10')
    expect(execution.pace).toBeCloseTo(0.83333, 5)
    expect(
      execution.lines.map(({ project, budget, paidOfYear, ofYear, points, light }) => [
        project,
        budget,
        paidOfYear,
        ofYear?.toFixed(4),
        points?.toFixed(2),
        light,
      ]),
    ).toEqual([
      ['基本支出', 361_250_000, 305_660_000, '0.8461', '1.28', 'onPace'],
      ['峨边在线项目', 35_000_000, 30_000_000, '0.8571', '2.38', 'onPace'],
      ['推广服务费及保障安全播出经费项目', 24_400_000, 20_620_000, '0.8451', '1.17', 'onPace'],
      ['数字化建设项目', 5_800_000, 4_500_000, '0.7759', '-5.75', 'farBehind'],
    ])
  })

  it('the whole is 360.78 of 426.45 万元, 65.67 left, nothing carried over', async () => {
    const { total } = (await page('2024-10')).execution
    expect(total).toMatchObject({
      initial: 426_450_000,
      adjusted: null,
      budget: 426_450_000,
      inPlace: 426_450_000,
      carriedOver: 0,
      paidOfYear: 360_780_000,
      paidCarried: 0,
      left: 65_670_000,
      carried: null,
    })
  })

  it('foresees the year end by months and by last year’s rhythm', async () => {
    const { execution } = await page('2024-10')
    expect(execution.months).toBe(10)
    // 30 ÷ 10 × 12; last year 28 of 35 by October, so 30 ÷ 0.8.
    expect(lineOf(await page('2024-10'), '峨边在线项目')).toMatchObject({
      byMonths: { state: 'foreseen', amount: 36_000_000 },
      byLastYear: { state: 'foreseen', amount: 37_500_000 },
    })
  })

  it('a year that is over is not foreseen, February is too early', async () => {
    expect((await page('2024')).execution.total.byMonths).toEqual({ state: 'refused', why: 'over' })
    expect((await page('2024-02')).execution.total.byMonths).toEqual({
      state: 'refused',
      why: 'tooEarly',
    })
  })
})

describe('the year 2023', () => {
  it('keeps money carried over in a pot of its own', async () => {
    const line = lineOf(await page('2023'), '数字化建设项目')
    const carried = line?.paidCarried ?? 0
    expect(carried).toBeGreaterThan(0)
    expect((line?.paidOfYear ?? 0) + carried).toBe(4_200_000)
    expect(line).toMatchObject({ budget: 5_000_000, carriedOver: 1_200_000, left: 2_000_000 })
    expect(line?.carried).toBe(carried / 1_200_000)
    expect(line?.ofYear).toBe((4_200_000 - carried) / 5_000_000)
    expect(line?.withCarried).toBe(4_200_000 / 6_200_000)
  })

  it('asks for a reason below 90 %, and says where it is missing', async () => {
    const { execution } = await page('2023')
    expect(execution.lines.map(({ project, reason }) => [project, reason])).toEqual([
      ['基本支出', 'notAsked'],
      ['峨边在线项目', 'notAsked'],
      ['推广服务费及保障安全播出经费项目', 'given'],
      ['数字化建设项目', 'missing'],
    ])
    const october = await page('2023-10')
    expect(october.execution.lines.every(({ reason }) => reason === 'notAsked')).toBe(true)
  })

  it('adjusted stands beside initial and is the denominator', async () => {
    expect(lineOf(await page('2023'), '基本支出')).toMatchObject({
      initial: 332_200_000,
      adjusted: 338_200_000,
      budget: 338_200_000,
    })
  })
})

describe('payments to the voucher', () => {
  it('lists the latest of the period and says how many there are', async () => {
    const { payments } = await page('2024-10')
    const records = await ask(
      desk,
      listRecords,
      '/ledgers/payments/records?p=2024-10&measure=records',
    )
    expect(payments.total).toBe(records.total)
    expect(payments.rows).toHaveLength(5)
    expect(payments.rows.map(({ paidOn }) => paidOn)).toEqual([
      '2024-10-26',
      '2024-10-24',
      '2024-10-20',
      '2024-10-17',
      '2024-10-10',
    ])
    expect(payments.rows[0]).toMatchObject({
      project: '数字化建设项目',
      voucher: expect.stringMatching(/^示例ZF2024\d{3}$/),
      pot: 'thisYear',
    })
  })
})

describe('the self-evaluation of the example', () => {
  const totals = ({ evaluation }: BudgetAnswer) =>
    evaluation.sheets.map(({ project, total }) => [project, total])

  it('2024: the department stands at 98 beside three projects at 100, as in the report', async () => {
    const board = await page('2024')
    expect(totals(board)).toEqual([
      ['', 9800],
      ['峨边在线项目', 10_000],
      ['推广服务及保障安全播出项目', 10_000],
      ['数字化建设项目', 10_000],
    ])
    expect(board.evaluation.isYearOver).toBe(true)
    expect(board.evaluation.sheets.flatMap(({ weightFaults }) => weightFaults)).toEqual([])
  })

  it('shows how each point of the department came about', async () => {
    const [department] = (await page('2024')).evaluation.sheets
    expect(department?.rows.map(({ name, points }) => [name, points])).toEqual([
      ['预算执行率', 1000],
      ['发布图文视频', 1500],
      ['上级媒体采用', 1500],
      ['舆情监测', 1000],
      ['技术故障次数', 900],
      ['预算调整率', 300],
      ['管理制度健全性', 700],
      ['舆论引导成效', 1900],
      ['群众满意度', 1000],
    ])
    expect(department?.rows[4]?.working).toBe('超出 2 个单位（每 1）：10 − 2 × 0.5 = 9')
    expect(department?.rows[0]?.working).toBe(
      '10 × min(1, 已支付 4,264,500.00 ÷ 全年预算 4,264,500.00（元，含结转）) = 10',
    )
  })

  it('2023: 51 of 60 checks are 17 points and want a reason, a fault has given one', async () => {
    const [sheet] = (await page('2023')).evaluation.sheets
    expect(
      sheet?.rows.map(({ name, points, demand, reason }) => [name, points, demand, reason !== '']),
    ).toEqual([
      // 18.1 of 20.4: 8.87 of 10.
      ['预算执行率', 887, 'below', true],
      ['安全播出检查', 1700, 'below', false],
      ['设备完好率', 1500, 'none', false],
      ['技术故障次数', 1200, 'below', true],
      ['安全播出保障', 2250, 'below', false],
      ['受众满意度', 1000, 'none', false],
    ])
    expect(sheet?.rows[0]).toMatchObject({ target: '100', actual: '88.7', measureUnit: '%' })
    // 8.87 + 17 + 15 + 12 + 22.5 + 10.
    expect(sheet?.total).toBe(8537)
  })

  it('in October the execution counts what is paid so far, and says so', async () => {
    const { evaluation } = await page('2024-10')
    expect(evaluation.isYearOver).toBe(false)
    // 360.78 ÷ 426.45 × 10 = 8.46.
    expect(evaluation.sheets[0]?.rows[0]?.points).toBe(846)
    expect(evaluation.sheets[0]?.total).toBe(9646)
  })
})

describe('an empty desk', () => {
  it('can make no check, and says so of each', async () => {
    const { audit } = await ask(testDesk(), readBudget, '/boards/budget?p=2024-10')
    expect(audit.filter(({ count }) => count > 0)).toEqual([])
    expect(audit.filter(({ state, of }) => state === 'checked' && of > 0)).toEqual([])
  })

  it('has no lines, and nothing is zero', async () => {
    const empty = testDesk()
    const { execution, payments } = await ask(empty, readBudget, '/boards/budget?p=2024-10')
    expect(execution.lines).toEqual([])
    expect(execution.total).toMatchObject({ budget: null, paidOfYear: null, left: null })
    expect(execution.total.light).toBe('unknown')
    expect(payments).toEqual({ total: 0, rows: [] })
  })
})
