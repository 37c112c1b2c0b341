import { describe, expect, it } from 'vitest'
import { closedMonths, closedMonthsOf, closedMonthsTouched } from '#shared/records/closed-months.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { eachMonth } from '#shared/time/day.ts'

const OCTOBER = new Set(['2024-10'])
const YEAR = new Set(eachMonth('2024-01', '2024-12'))

describe('the months that stand closed', () => {
  it('follow the last event of each month, whatever the order they are read in', () => {
    const events = [
      { month: '2024-09', number: 2, act: 'reopen' },
      { month: '2024-10', number: 3, act: 'close' },
      { month: '2024-09', number: 1, act: 'close' },
      { month: '2024-10', number: 2, act: 'reopen' },
      { month: '2024-10', number: 1, act: 'close' },
    ]
    expect([...closedMonths(events)]).toEqual(['2024-10'])
    expect([...closedMonths([])]).toEqual([])
  })
})

describe('the closed months a record belongs to', () => {
  it('are those of every date its ledger counts by', () => {
    const checks = ledgerOf('checks')
    expect(closedMonthsOf(checks, { day: '2024-10-31', fixedOn: null }, OCTOBER)).toEqual([
      '2024-10',
    ])
    expect(closedMonthsOf(checks, { day: '2024-09-30', fixedOn: '2024-10-02' }, OCTOBER)).toEqual([
      '2024-10',
    ])
    expect(closedMonthsOf(checks, { day: '2024-11-01', dueOn: '2024-10-31' }, OCTOBER)).toEqual([])
  })

  it('hold a record of a year or a span only once all its months are closed', () => {
    const budget = ledgerOf('budgetLines')
    expect(closedMonthsOf(budget, { year: '2024' }, new Set(['2024-01']))).toEqual([])
    expect(closedMonthsOf(budget, { year: '2024' }, YEAR)).toEqual([...YEAR])
    const stated = ledgerOf('statedFigures')
    const half = { periodFrom: '2024-09-01', periodTo: '2024-10-31' }
    expect(closedMonthsOf(stated, half, OCTOBER)).toEqual([])
    expect(closedMonthsOf(stated, { ...half, periodFrom: '2024-10-01' }, OCTOBER)).toEqual([
      '2024-10',
    ])
  })

  it('are none for reference lists and for what the desk keeps', () => {
    expect(closedMonthsOf(ledgerOf('staffing'), { from: '2024-10-01' }, OCTOBER)).toEqual([])
    expect(closedMonthsOf(ledgerOf('belated'), { month: '2024-10' }, OCTOBER)).toEqual([])
  })
})

describe('a write to a closed month', () => {
  const checks = ledgerOf('checks')
  const found = {
    day: '2024-10-08',
    result: 'danger',
    place: '机房',
    fixedOn: null,
    recheckedOn: null,
  }
  const touched = (after: Readonly<Record<string, string | number | null>>) =>
    closedMonthsTouched(checks, found, { ...found, ...after }, OCTOBER)

  it('may carry on what is under way, since October reads the same', () => {
    expect(touched({ fixedOn: '2024-11-03' })).toEqual([])
    expect(touched({ danger: '漏水' })).toEqual([])
  })

  it('is one where a figure of the month moves, or the case was done with', () => {
    expect(touched({ fixedOn: '2024-10-30' })).toEqual(['2024-10'])
    expect(touched({ place: '前端' })).toEqual(['2024-10'])
    const done = { ...found, fixedOn: '2024-11-03', recheckedOn: '2024-11-04' }
    expect(closedMonthsTouched(checks, done, { ...done, danger: '改' }, OCTOBER)).toEqual([
      '2024-10',
    ])
  })

  it('is none where only the desk counted attachments', () => {
    const adoptions = ledgerOf('adoptions')
    const adopted = { day: '2024-10-08', title: '秋收' }
    const after = { ...adopted, attached: 1 }
    expect(closedMonthsTouched(adoptions, adopted, after, OCTOBER)).toEqual([])
    expect(closedMonthsTouched(adoptions, adopted, { ...after, title: '秋' }, OCTOBER)).toEqual([
      '2024-10',
    ])
  })
})
