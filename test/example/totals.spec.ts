import { describe, expect, it } from 'vitest'
import { exampleCentre } from '#example/index.ts'
import type { Row } from '#shared/ledgers/define.ts'

const { ledgers } = exampleCentre()

const of = (rows: readonly Row[], field: string, span: string): readonly Row[] =>
  rows.filter((row) => String(row[field]).startsWith(span))

const tally = (rows: readonly Row[], field: string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[String(row[field])] = (counts[String(row[field])] ?? 0) + 1
  return counts
}

const sum = (rows: readonly Row[], field: string): number =>
  rows.reduce((total, row) => total + Number(row[field]), 0)

describe('the totals of the example year', () => {
  it('2024 publishes as many pieces by form as the report says, and 2023 fewer', () => {
    expect(tally(of(ledgers.pieces, 'day', '2024'), 'form')).toEqual({ text: 7798, video: 987 })
    expect(tally(of(ledgers.pieces, 'day', '2023'), 'form')).toEqual({ text: 6216, video: 741 })
  })

  it('the anniversary lifts October 2024 to the peak of the year, February is its low', () => {
    const months = Array.from({ length: 12 }, (_, n) => {
      const month = `2024-${String(n + 1).padStart(2, '0')}`
      return of(ledgers.pieces, 'day', month).length
    })
    expect(months).toEqual([640, 502, 640, 655, 680, 690, 700, 740, 858, 1044, 838, 798])
    expect(of(ledgers.pieces, 'day', '2023-10')).toHaveLength(801)
  })

  it('adoptions are 166 national, 476 provincial, 603 municipal, 198 more than in 2023', () => {
    const carried = ledgers.adoptions.filter(({ kind }) => kind !== 'own')
    const year = of(carried, 'day', '2024')
    expect(tally(year, 'level')).toEqual({ national: 166, provincial: 476, municipal: 603 })
    expect(of(carried, 'day', '2023')).toHaveLength(1048)
    expect(tally(of(year, 'day', '2024-10'), 'level')).toEqual({
      national: 24,
      provincial: 56,
      municipal: 70,
    })
    expect(Object.keys(tally(year, 'work'))).toHaveLength(879)
  })

  it('366 days monitor 70,838 items, alert on 1,362, forward 48 and push 42', () => {
    const year = of(ledgers.monitoring, 'day', '2024')
    expect(year).toHaveLength(366)
    expect(['monitored', 'alerted', 'forwarded', 'pushed'].map((f) => sum(year, f))).toEqual([
      70_838, 1362, 48, 42,
    ])
    expect(tally(of(ledgers.alerts, 'alertedAt', '2024'), 'handling')).toEqual({
      tracked: 1272,
      forwarded: 48,
      pushed: 42,
    })
  })

  it('checks are 64, faults 7, petitions 8 from two sources', () => {
    expect(of(ledgers.checks, 'day', '2024')).toHaveLength(64)
    expect(of(ledgers.faults, 'startedAt', '2024')).toHaveLength(7)
    expect(sum(of(ledgers.faults, 'startedAt', '2024-10'), 'stoppageSeconds')).toBe(0)
    expect(tally(of(ledgers.petitions, 'receivedOn', '2024'), 'source')).toEqual({
      心连心: 7,
      海棠社区: 1,
    })
  })

  it('426.45 万元 are budgeted and paid to the 分, 360.78 of them by October', () => {
    expect(sum(of(ledgers.budgetLines, 'year', '2024'), 'initial')).toBe(426_450_000)
    expect(paidBy('2024-12-31')).toEqual({
      基本支出: 361_250_000,
      峨边在线项目: 35_000_000,
      推广服务费及保障安全播出经费项目: 24_400_000,
      数字化建设项目: 5_800_000,
    })
    expect(Object.values(paidBy('2024-10-31')).reduce((a, b) => a + b)).toBe(360_780_000)
    expect(sum(of(ledgers.payments, 'paidOn', '2023'), 'amount')).toBe(386_640_000)
  })
})

function paidBy(day: string): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const { paidOn, project, amount } of of(ledgers.payments, 'paidOn', '2024')) {
    if (String(paidOn) > day) continue
    totals[String(project)] = (totals[String(project)] ?? 0) + Number(amount)
  }
  return totals
}
