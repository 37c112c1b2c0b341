import { describe, expect, it } from 'vitest'
import { coverageNotes, coverageOf } from '#server/ingest/coverage.ts'

const TODAY = '2025-02-01'
const year = { from: '2024-01-01', to: '2024-12-31' }
const pieces = (...days: string[]) => days.map((day) => ({ day }))

describe('the days a ledger is taken as whole', () => {
  it('are the year named around the table', () => {
    expect(coverageOf('pieces', pieces('2024-03-05'), [], year, TODAY)?.main).toEqual(year)
  })

  it('are else the whole months its records lie in', () => {
    const days = pieces('2024-03-05', '2024-01-17')
    expect(coverageOf('pieces', days, [], null, TODAY)).toEqual({
      main: { from: '2024-01-01', to: '2024-03-31' },
      strays: [],
    })
  })

  it('reach records beside the days named', () => {
    const days = pieces('2023-12-31', '2024-03-05')
    const covered = coverageOf('pieces', days, [], year, TODAY)
    expect(covered?.main).toEqual({ from: '2023-12-31', to: '2024-12-31' })
    expect(coverageNotes('pieces', days, year, covered)[0]).toEqual({
      level: 'warn',
      text: '有 1 条不在 2024-01-01 至 2024-12-31 之内',
    })
  })

  it('never include days still to come', () => {
    const named = { from: '2025-01-01', to: '2025-12-31' }
    expect(coverageOf('pieces', pieces('2025-01-30'), [], named, TODAY)?.main).toEqual({
      from: '2025-01-01',
      to: TODAY,
    })
    expect(coverageOf('pieces', pieces('2025-02-03'), [], null, TODAY)?.main).toEqual({
      from: '2025-02-01',
      to: '2025-02-03',
    })
  })

  it('of payments by month end with the last month that says something', () => {
    const covered = coverageOf(
      'payments',
      [{ paidOn: '2024-01' }],
      ['2024-01', '2024-02'],
      year,
      TODAY,
    )
    expect(covered?.main).toEqual({ from: '2024-01-01', to: '2024-02-29' })
  })

  it('of a budget are its whole year, also while it runs', () => {
    expect(coverageOf('budgetLines', [{ year: '2025' }], [], null, TODAY)?.main).toEqual({
      from: '2025-01-01',
      to: '2025-12-31',
    })
  })

  it('are none for lists, stated figures and no records', () => {
    expect(coverageOf('outlets', [{ name: '新华社' }], [], year, TODAY)).toBeNull()
    expect(coverageOf('statedFigures', [{ periodTo: '2024-12-31' }], [], year, TODAY)).toBeNull()
    expect(coverageOf('pieces', [], [], year, TODAY)).toBeNull()
  })

  it('with a long silence at the end are told apart from none', () => {
    const covered = coverageOf('pieces', pieces('2024-10-17'), [], year, TODAY)
    expect(coverageNotes('pieces', pieces('2024-10-17'), year, covered)).toEqual([
      { level: 'warn', text: '最后一条在 2024-10-17，其后到 2024-12-31 将按“没有”计' },
    ])
  })

  it('do not reach a record that lies far away: a slip of the year makes no years of zeros', () => {
    const typo = pieces('2024-03-05', '2024-04-02', '2014-04-03')
    expect(coverageOf('pieces', typo, [], null, TODAY)).toEqual({
      main: { from: '2024-03-01', to: '2024-04-30' },
      strays: [{ from: '2014-04-03', to: '2014-04-03' }],
    })
    const beside = coverageOf('pieces', pieces('2024-03-05', '2023-03-06'), [], year, TODAY)
    expect(beside).toEqual({ main: year, strays: [{ from: '2023-03-06', to: '2023-03-06' }] })
    expect(
      coverageNotes('pieces', typo, null, coverageOf('pieces', typo, [], null, TODAY)),
    ).toEqual([
      {
        level: 'warn',
        text: '另有记录在 2014-04-03（请核对日期）；隔开的日子不按“没有”计',
      },
    ])
  })

  it('are not the days named where no record is of them', () => {
    expect(coverageOf('pieces', pieces('2023-03-05'), [], year, TODAY)).toEqual({
      main: { from: '2023-03-05', to: '2023-03-05' },
      strays: [],
    })
  })
})
