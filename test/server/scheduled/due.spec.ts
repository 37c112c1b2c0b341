import { describe, expect, it } from 'vitest'
import { REPORTS_SETTINGS } from '#shared/settings/reports.ts'
import { dueAt, dueReports, nextReport, type ScheduleState } from '#server/scheduled/due.ts'

const ON = { ...REPORTS_SETTINGS, isOn: true, day: 3, hour: 8, since: '2024-10' }
const at = (local: string, rest: Partial<ScheduleState> = {}) =>
  dueReports({
    settings: ON,
    local,
    now: Date.parse(`${local}:00Z`),
    written: [],
    failed: [],
    ...rest,
  }).map(({ month, file }) => `${month} ${file}`)

describe('the report of a month', () => {
  it('is due on the day set of the month after, at the hour set and not before', () => {
    expect(dueAt('2024-10', ON)).toBe('2024-11-03T08:00')
    expect(at('2024-11-03T07:59')).toEqual([])
    expect(at('2024-11-03T08:00')).toEqual(['2024-10 monthly'])
  })

  it('on the 31st is due on the last day of a shorter month, across the year’s end too', () => {
    expect(dueAt('2024-01', { day: 31, hour: 0 })).toBe('2024-02-29T00:00')
    expect(dueAt('2024-12', { day: 1, hour: 23 })).toBe('2025-01-01T23:00')
  })

  it('that was missed while the desk was off is due at the next start, once', () => {
    expect(at('2025-01-20T09:00')).toEqual([
      '2024-10 monthly',
      '2024-11 monthly',
      '2024-12 monthly',
    ])
    expect(
      at('2025-01-20T09:00', {
        written: [
          { month: '2024-10', file: 'monthly' },
          { month: '2024-11', file: 'monthly' },
          { month: '2024-12', file: 'monthly' },
        ],
      }),
    ).toEqual([])
  })

  it('before the schedule was turned on is nobody’s wish', () => {
    expect(at('2024-11-20T09:00', { settings: { ...ON, since: '2024-11' } })).toEqual([])
    expect(at('2024-11-20T09:00', { settings: { ...ON, isOn: false } })).toEqual([])
    expect(at('2024-11-20T09:00', { settings: { ...ON, since: null } })).toEqual([])
  })

  it('is every file that is chosen and not written', () => {
    const settings = { ...ON, files: ['monthly' as const, 'figures' as const] }
    expect(at('2024-11-03T08:00', { settings })).toEqual(['2024-10 monthly', '2024-10 figures'])
    const written = [{ month: '2024-10', file: 'monthly' as const }]
    expect(at('2024-11-03T08:01', { settings, written })).toEqual(['2024-10 figures'])
  })

  it('that failed is tried again after ten minutes', () => {
    const failed = [
      { month: '2024-10', file: 'monthly' as const, at: Date.parse('2024-11-03T08:00:00Z') },
    ]
    expect(at('2024-11-03T08:09', { failed })).toEqual([])
    expect(at('2024-11-03T08:10', { failed })).toEqual(['2024-10 monthly'])
  })

  it('that comes next is named with its moment', () => {
    expect(nextReport({ settings: ON, local: '2024-11-03T07:00' })).toEqual({
      month: '2024-10',
      at: '2024-11-03T08:00',
    })
    expect(nextReport({ settings: ON, local: '2024-11-03T08:00' })?.month).toBe('2024-11')
    expect(nextReport({ settings: { ...ON, isOn: false }, local: '2024-11-03T08:00' })).toBeNull()
  })
})
