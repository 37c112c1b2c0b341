import { describe, expect, it } from 'vitest'
import {
  comparePeriod,
  contains,
  coversAll,
  cumulative,
  decompose,
  intersect,
  isComplete,
  isFuture,
  isWholeMonths,
  mergeIntervals,
  monthPeriod,
  monthsOf,
  overlaps,
  parsePeriod,
  previousPeriod,
  rangePeriod,
  samePeriodLastYear,
  stepPeriod,
  uncovered,
  widenPeriod,
  yearOf,
  yearPeriod,
  type Period,
} from '#shared/time/period.ts'

function period(key: string): Period {
  const found = parsePeriod(key)
  if (!found) throw new Error(`No period: ${key}`)
  return found
}

const compared = (key: string, mode: 'mom' | 'yoy', through: string | null = null) => {
  const { period: now, against, isCut } = comparePeriod(period(key), mode, through)
  return [now.key, against?.key ?? null, isCut]
}

describe('reading a period', () => {
  it.each([
    ['2024', 'year', '2024-01-01', '2024-12-31'],
    ['2024-02', 'month', '2024-02-01', '2024-02-29'],
    ['2024-Q1', 'quarter', '2024-01-01', '2024-03-31'],
    ['2024-Q4', 'quarter', '2024-10-01', '2024-12-31'],
    ['2024-H1', 'half', '2024-01-01', '2024-06-30'],
    ['2024-H2', 'half', '2024-07-01', '2024-12-31'],
    ['2024-01-01..2024-03-15', 'range', '2024-01-01', '2024-03-15'],
    ['2024-03-15..2024-03-15', 'range', '2024-03-15', '2024-03-15'],
  ])('%s is a %s', (key, kind, from, to) => {
    expect(parsePeriod(key)).toEqual({ key, kind, from, to })
  })

  it('leaves a range a range even when it is exactly a month', () => {
    expect(parsePeriod('2024-10-01..2024-10-31')?.kind).toBe('range')
  })

  it.each([
    '',
    '24',
    '1899',
    '3000',
    '2024-13',
    '2024-00',
    '2024-Q0',
    '2024-Q5',
    '2024-H3',
    '2024-q1',
    '2024-10-01',
    '2024-',
    '2024-03-15..2024-01-01',
    '2023-02-29..2023-03-01',
    '1899-12-31..1900-01-01',
    '2999-12-31..3000-01-01',
    '2024-01-01..2024-02-01..2024-03-01',
    '2024-01..2024-03',
    '2024年',
  ])('"%s" is no period', (text) => {
    expect(parsePeriod(text)).toBeNull()
  })

  it('gives back the key it was made from', () => {
    expect(monthPeriod('2024-10')).toEqual(period('2024-10'))
    expect(yearPeriod(2024)).toEqual(period('2024'))
    expect(rangePeriod('2024-01-01', '2024-03-15')).toEqual(period('2024-01-01..2024-03-15'))
  })
})

describe('stepping', () => {
  it.each([
    ['2024-01', -1, '2023-12'],
    ['2024-Q1', -1, '2023-Q4'],
    ['2024-H2', 1, '2025-H1'],
    ['2024', -2, '2022'],
    ['2024-10', 0, '2024-10'],
  ])('%s by %i is %s', (key, n, stepped) => {
    expect(stepPeriod(period(key), n)).toEqual(period(stepped))
  })

  it('moves a range of whole months by months, any other by days', () => {
    expect(stepPeriod(period('2024-02-01..2024-03-31'), -1).key).toBe('2023-12-01..2024-01-31')
    expect(stepPeriod(period('2024-03-01..2024-03-31'), -1).key).toBe('2024-02-01..2024-02-29')
    expect(stepPeriod(period('2024-03-04..2024-03-10'), -1).key).toBe('2024-02-26..2024-03-03')
    expect(stepPeriod(period('2024-03-04..2024-03-10'), 2).key).toBe('2024-03-18..2024-03-24')
  })
})

describe('widening and accumulating', () => {
  it('widens to the calendar period that holds the last day', () => {
    const days = period('2024-03-20..2024-04-02')
    expect(widenPeriod(days, 'month').key).toBe('2024-04')
    expect(widenPeriod(days, 'quarter').key).toBe('2024-Q2')
    expect(widenPeriod(period('2024-09'), 'half').key).toBe('2024-H2')
    expect(widenPeriod(period('2024-Q3'), 'year').key).toBe('2024')
  })

  it('accumulates from 1 January, and a whole year is the year', () => {
    expect(cumulative(period('2024-10')).key).toBe('2024-01-01..2024-10-31')
    expect(cumulative(period('2024-01')).key).toBe('2024-01-01..2024-01-31')
    expect(cumulative(period('2024-12'))).toEqual(period('2024'))
    expect(cumulative(period('2023-11-01..2024-02-15')).key).toBe('2024-01-01..2024-02-15')
  })

  it('belongs to the year of its last day and touches every month between', () => {
    const winter = period('2023-12-31..2024-02-01')
    expect(yearOf(winter)).toBe(2024)
    expect(monthsOf(winter)).toEqual(['2023-12', '2024-01', '2024-02'])
  })
})

describe('comparing whole periods', () => {
  it.each([
    ['2024-03', 'mom', '2024-02'],
    ['2024-03', 'yoy', '2023-03'],
    ['2024-Q1', 'mom', '2023-Q4'],
    ['2024-Q1', 'yoy', '2023-Q1'],
    ['2024-H1', 'mom', '2023-H2'],
    ['2024-H1', 'yoy', '2023-H1'],
    ['2024', 'mom', '2023'],
    ['2024', 'yoy', '2023'],
    ['2024-03-04..2024-03-10', 'mom', '2024-02-26..2024-03-03'],
    ['2024-03-04..2024-03-10', 'yoy', '2023-03-04..2023-03-10'],
    ['2023-12-20..2024-01-10', 'yoy', '2022-12-20..2023-01-10'],
    ['2024-01-01..2024-01-31', 'mom', '2023-12-01..2023-12-31'],
  ] as const)('%s %s is set against %s', (key, mode, against) => {
    expect(compared(key, mode)).toEqual([key, against, false])
  })

  it('compares whole months with whole months, leap day or not', () => {
    expect(compared('2025-01-01..2025-02-28', 'yoy')[1]).toBe('2024-01-01..2024-02-29')
    expect(compared('2024-01-01..2024-02-29', 'yoy')[1]).toBe('2023-01-01..2023-02-28')
    expect(compared('2024-02', 'yoy')[1]).toBe('2023-02')
  })

  it('October compared with the month before and with last October', () => {
    expect(previousPeriod(period('2024-10'))).toEqual(period('2024-09'))
    expect(samePeriodLastYear(period('2024-10'))).toEqual(period('2023-10'))
  })

  it('a year so far has no period before it, but has one last year', () => {
    expect(previousPeriod(period('2024-01-01..2024-10-31'))).toBeNull()
    expect(samePeriodLastYear(period('2024-01-01..2024-10-31')).key).toBe('2023-01-01..2023-10-31')
    expect(samePeriodLastYear(period('2024-02-10..2024-02-29')).key).toBe('2023-02-10..2023-02-28')
  })

  it('finds no month before a figure accumulated over several months', () => {
    expect(compared('2024-01-01..2024-10-31', 'mom')).toEqual([
      '2024-01-01..2024-10-31',
      null,
      false,
    ])
    expect(compared('2024-01-01..2024-10-31', 'yoy')[1]).toBe('2023-01-01..2023-10-31')
  })

  it('is not cut when the last day that counts is the last day or later', () => {
    expect(compared('2024-03', 'mom', '2024-03-31')).toEqual(['2024-03', '2024-02', false])
    expect(compared('2024-03', 'mom', '2024-06-01')).toEqual(['2024-03', '2024-02', false])
  })
})

describe('comparing a period that is still running', () => {
  it('sets the same days of last year against it', () => {
    expect(compared('2026-11', 'yoy', '2026-11-23')).toEqual([
      '2026-11-01..2026-11-23',
      '2025-11-01..2025-11-23',
      true,
    ])
    expect(compared('2026', 'yoy', '2026-11-23')[1]).toBe('2025-01-01..2025-11-23')
  })

  it('sets as many days of the month before against it', () => {
    expect(compared('2026-11', 'mom', '2026-11-23')).toEqual([
      '2026-11-01..2026-11-23',
      '2026-10-01..2026-10-23',
      true,
    ])
  })

  it('never runs past the end of a shorter month before', () => {
    expect(compared('2023-03', 'mom', '2023-03-30')).toEqual([
      '2023-03-01..2023-03-30',
      '2023-02-01..2023-02-28',
      true,
    ])
  })

  it('a leap day has no twin, so February is compared through the 28th', () => {
    expect(compared('2024-Q1', 'yoy', '2024-02-29')[1]).toBe('2023-01-01..2023-02-28')
    expect(compared('2025-Q1', 'yoy', '2025-02-28')[1]).toBe('2024-01-01..2024-02-28')
  })

  it('cuts an accumulated figure for the year before, with no month before', () => {
    expect(compared('2026-01-01..2026-11-30', 'yoy', '2026-11-23')).toEqual([
      '2026-01-01..2026-11-23',
      '2025-01-01..2025-11-23',
      true,
    ])
    expect(compared('2026-01-01..2026-11-30', 'mom', '2026-11-23')).toEqual([
      '2026-01-01..2026-11-23',
      null,
      true,
    ])
  })

  it('has nothing to compare before its first day counts', () => {
    expect(compared('2026-11', 'yoy', '2026-10-31')).toEqual(['2026-11', null, false])
    expect(compared('2026-11', 'mom', '2026-11-01')[1]).toBe('2026-10-01..2026-10-01')
  })

  it('is complete only once its last day has passed', () => {
    expect(isComplete(period('2024-10'), '2024-10-31')).toBe(false)
    expect(isComplete(period('2024-10'), '2024-11-01')).toBe(true)
  })

  it('lies ahead until its first day comes', () => {
    expect(isFuture(period('2024-10'), '2024-09-30')).toBe(true)
    expect(isFuture(period('2024-10'), '2024-10-01')).toBe(false)
    expect(isFuture(period('2024-10'), '2024-11-01')).toBe(false)
  })
})

describe('spans of days', () => {
  it('fall apart into whole months and the days left over', () => {
    expect(decompose(period('2024-01-15..2024-04-10'))).toEqual({
      months: { first: '2024-02', last: '2024-03' },
      days: [
        { from: '2024-01-15', to: '2024-01-31' },
        { from: '2024-04-01', to: '2024-04-10' },
      ],
    })
    expect(decompose(period('2024-Q1'))).toEqual({
      months: { first: '2024-01', last: '2024-03' },
      days: [],
    })
  })

  it('leave days over in stretches that never cross a month', () => {
    expect(decompose({ from: '2024-01-20', to: '2024-02-10' })).toEqual({
      months: null,
      days: [
        { from: '2024-01-20', to: '2024-01-31' },
        { from: '2024-02-01', to: '2024-02-10' },
      ],
    })
    expect(decompose({ from: '2024-03-05', to: '2024-03-05' }).days).toEqual([
      { from: '2024-03-05', to: '2024-03-05' },
    ])
  })

  it('count as whole months from a 1st to a last day', () => {
    expect(isWholeMonths(period('2024-02-01..2024-03-31'))).toBe(true)
    expect(isWholeMonths(period('2024-02-01..2024-02-28'))).toBe(false)
    expect(isWholeMonths(period('2024-02-02..2024-03-31'))).toBe(false)
  })

  it('meet in the days both have', () => {
    expect(intersect(period('2024-Q1'), { from: '2024-03-20', to: '2024-04-20' })).toEqual({
      from: '2024-03-20',
      to: '2024-03-31',
    })
    expect(intersect(period('2024-01'), period('2024-02'))).toBeNull()
    expect(overlaps(period('2024-01'), { from: '2024-01-31', to: '2024-02-01' })).toBe(true)
    expect(overlaps(period('2024-01'), period('2024-02'))).toBe(false)
    expect(contains(period('2024'), period('2024-Q4'))).toBe(true)
    expect(contains(period('2024-Q4'), period('2024'))).toBe(false)
  })

  it('merge when they overlap or when one begins the day after another ends', () => {
    const list = [
      { from: '2024-03-01', to: '2024-03-31' },
      { from: '2024-01-01', to: '2024-02-29' },
      { from: '2024-01-10', to: '2024-01-20' },
      { from: '2024-04-02', to: '9999-12-31' },
      { from: '2024-06-01', to: '2024-06-02' },
    ]
    const before = structuredClone(list)
    expect(mergeIntervals(list)).toEqual([
      { from: '2024-01-01', to: '2024-03-31' },
      { from: '2024-04-02', to: '9999-12-31' },
    ])
    expect(list).toEqual(before)
    expect(mergeIntervals([])).toEqual([])
  })

  it('cover a period together only when no day is missing', () => {
    const months = [period('2024-01'), period('2024-03'), period('2024-02')]
    expect(coversAll(months, period('2024-Q1'))).toBe(true)
    expect(coversAll(months.slice(0, 2), period('2024-Q1'))).toBe(false)
    expect(coversAll([], period('2024-01'))).toBe(false)
  })

  it('leave over what no other covers', () => {
    const year = { from: '2024-01-01', to: '2024-12-31' }
    expect(uncovered(year, [])).toEqual([year])
    expect(uncovered(year, [year])).toEqual([])
    expect(
      uncovered(year, [
        { from: '2024-03-01', to: '2024-03-31' },
        { from: '2023-06-01', to: '2024-01-31' },
      ]),
    ).toEqual([
      { from: '2024-02-01', to: '2024-02-29' },
      { from: '2024-04-01', to: '2024-12-31' },
    ])
    expect(uncovered(year, [{ from: '2024-10-01', to: '2025-03-31' }])).toEqual([
      { from: '2024-01-01', to: '2024-09-30' },
    ])
    expect(uncovered(year, [{ from: '2025-01-01', to: '2025-03-31' }])).toEqual([year])
  })
})
