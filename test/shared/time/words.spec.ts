import { describe, expect, it } from 'vitest'
import { parsePeriod } from '#shared/time/period.ts'
import {
  dateTimeLabel,
  fullDateTimeLabel,
  dayLabel,
  durationLabel,
  monthLabel,
  periodLabel,
  shortLabel,
  spanLabel,
} from '#shared/time/words.ts'

function labels(key: string): [string, string] {
  const period = parsePeriod(key)
  if (!period) throw new Error(`No period: ${key}`)
  return [periodLabel(period), shortLabel(period)]
}

describe('the name of a period', () => {
  it.each([
    ['2024', '2024年', '全年'],
    ['2024-10', '2024年10月', '10月'],
    ['2024-01', '2024年1月', '1月'],
    ['2024-Q1', '2024年第一季度', '第一季度'],
    ['2024-Q3', '2024年第三季度', '第三季度'],
    ['2024-H1', '2024年上半年', '上半年'],
    ['2024-H2', '2024年下半年', '下半年'],
    ['2024-01-01..2024-10-31', '2024年1—10月', '1—10月'],
    ['2024-01-01..2024-01-31', '2024年1月', '1月'],
    ['2024-01-01..2024-03-15', '2024年1月1日—3月15日', '1月1日—3月15日'],
    ['2024-01-01..2024-01-15', '2024年1月1日—15日', '1月1日—15日'],
    ['2024-03-15..2024-03-15', '2024年3月15日', '3月15日'],
  ])('%s reads %s in full and %s in short', (key, full, short) => {
    expect(labels(key)).toEqual([full, short])
  })

  it('repeats the year only when it differs', () => {
    expect(labels('2023-12-20..2024-01-10')).toEqual([
      '2023年12月20日—2024年1月10日',
      '2023年12月20日—2024年1月10日',
    ])
    expect(labels('2023-11-01..2024-02-29')[0]).toBe('2023年11月—2024年2月')
  })

  it('names the days compared, even when they are whole months', () => {
    expect(spanLabel({ from: '2026-11-01', to: '2026-11-23' })).toBe('11月1—23日')
    expect(spanLabel({ from: '2026-01-01', to: '2026-11-23' })).toBe('1月1日—11月23日')
    expect(spanLabel({ from: '2023-02-01', to: '2023-02-28' })).toBe('2月1—28日')
    expect(spanLabel({ from: '2026-11-01', to: '2026-11-01' })).toBe('11月1日')
    expect(spanLabel({ from: '2025-12-20', to: '2026-01-10' })).toBe('2025年12月20日—2026年1月10日')
  })
})

describe('the name of a day', () => {
  it('carries no leading zeros, but a clock time does', () => {
    expect(dayLabel('2024-10-31')).toBe('10月31日')
    expect(dayLabel('2024-01-05')).toBe('1月5日')
    expect(monthLabel('2024-10')).toBe('10月')
    expect(monthLabel('2024-01')).toBe('1月')
    expect(dateTimeLabel('2024-10-30T16:20')).toBe('10月30日 16:20')
    expect(dateTimeLabel('2024-01-05T06:02')).toBe('1月5日 06:02')
    expect(fullDateTimeLabel('2024-01-05T06:02')).toBe('2024年1月5日 06:02')
  })
})

describe('the name of a length of time', () => {
  it.each([
    [0, '0秒'],
    [45, '45秒'],
    [60, '1分'],
    [95, '1分35秒'],
    [180, '3分'],
    [3600, '1小时'],
    [3605, '1小时'],
    [7500, '2小时5分'],
    [7545, '2小时5分'],
    [86_399, '23小时59分'],
    [273_600, '3天4小时'],
    [273_659, '3天4小时'],
    [-95, '-1分35秒'],
  ])('%i seconds read %s', (seconds, label) => {
    expect(durationLabel(seconds)).toBe(label)
  })
})
