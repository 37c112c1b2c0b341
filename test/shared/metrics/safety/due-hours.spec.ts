import { describe, expect, it } from 'vitest'
import {
  breakDays,
  dueHours,
  minuteAfter,
  type OffAir,
  type Schedule,
} from '#shared/metrics/safety/due-hours.ts'

const EVERY = [1, 2, 3, 4, 5, 6, 7]
const HOUR = 3600
const JANUARY = { from: '2024-01-01', to: '2024-01-31' }

/** 18 hours a day, on Tuesdays two less. */
const radio = (from: string, to: string | null = null): Schedule => ({
  channel: '综合广播',
  from,
  to,
  hours: [{ weekdays: EVERY, start: '06:00', end: '24:00' }],
  breaks: [{ weekdays: [2], start: '14:00', end: '16:00' }],
})

const due = (schedules: readonly Schedule[], offAir: readonly OffAir[] = [], flat?: number) =>
  dueHours({
    channels: flat === undefined ? [] : [{ name: '综合广播', dueSecondsPerDay: flat }],
    schedules,
    offAir,
  })

describe('due hours of a month', () => {
  it('are 24 × 360 = 8,640 hours for a channel that never closes over 360 days', () => {
    const always = dueHours({
      channels: [{ name: '综合频道', dueSecondsPerDay: 24 * HOUR }],
      schedules: [],
      offAir: [],
    })
    expect(always.seconds({ from: '2024-01-01', to: '2024-12-25' })).toBe(8640 * HOUR)
  })

  it('leave out the breaks of five Tuesdays: 31 × 18 − 5 × 2 = 548 hours', () => {
    expect(due([radio('2024-01-01')]).seconds(JANUARY, '综合广播')).toBe(548 * HOUR)
  })

  it('of days before a schedule take the flat amount, else count as not set', () => {
    const late = [radio('2024-01-11')]
    // 21 days of 18 hours less three Tuesdays (16, 23, 30), and ten days of 10 hours.
    expect(due(late, [], 10 * HOUR).seconds(JANUARY)).toBe((21 * 18 - 3 * 2 + 100) * HOUR)
    expect(due(late).seconds(JANUARY)).toBe((21 * 18 - 3 * 2) * HOUR)
    expect(due(late).unsetDays(JANUARY, '综合广播')).toBe(10)
    expect(due(late, [], 10 * HOUR).unsetDays(JANUARY, '综合广播')).toBe(0)
  })

  it('of a channel nobody set are absent, not zero', () => {
    expect(due([radio('2024-02-01')]).seconds(JANUARY)).toBeNull()
    expect(due([radio('2024-01-01')]).seconds(JANUARY, '综合频道')).toBeNull()
    expect(due([]).unsetDays(JANUARY, '综合频道')).toBe(31)
  })

  it('follow the schedule that began last', () => {
    const short: Schedule = {
      ...radio('2024-01-22', '2024-01-23'),
      hours: [{ weekdays: EVERY, start: '08:00', end: '10:00' }],
      breaks: [],
    }
    // Monday 22 and Tuesday 23 have two hours each instead of 18 and 16.
    expect(due([radio('2024-01-01'), short]).seconds(JANUARY)).toBe((548 - 18 - 16 + 4) * HOUR)
  })
})

describe('maintenance that was reported', () => {
  const off = (startedAt: string, endedAt: string, channel = '综合广播'): OffAir => ({
    channel,
    startedAt,
    endedAt,
  })

  it('takes only what was due: of 23:00–07:00 an hour each side of midnight', () => {
    const night = off('2024-01-10T23:00', '2024-01-11T07:00')
    expect(due([radio('2024-01-01')], [night]).seconds(JANUARY)).toBe((548 - 2) * HOUR)
  })

  it('does not take a regular break twice', () => {
    const tuesday = off('2024-01-09T13:00', '2024-01-09T17:00')
    expect(due([radio('2024-01-01')], [tuesday]).seconds(JANUARY)).toBe((548 - 2) * HOUR)
  })

  it('of every channel is taken from each, and two that overlap once', () => {
    const both = [
      off('2024-01-10T10:00', '2024-01-10T12:00', '全部频道'),
      off('2024-01-10T11:00', '2024-01-10T13:00'),
    ]
    expect(due([radio('2024-01-01')], both).seconds(JANUARY)).toBe((548 - 3) * HOUR)
  })

  it('where only an amount a day is set is taken from it, at most all of it', () => {
    const long = off('2024-01-10T00:00', '2024-01-10T20:00')
    expect(due([], [long], 17 * HOUR).seconds(JANUARY)).toBe(30 * 17 * HOUR)
  })
})

it('between two clock times counts what was due there', () => {
  const radioDue = due([radio('2024-01-01')])
  expect(radioDue.within('综合广播', '2024-01-09T13:30', '2024-01-09T16:30')).toBe(HOUR)
  expect(radioDue.within('综合广播', '2023-12-31T13:30', '2023-12-31T16:30')).toBeNull()
})

it('breaks fall on the Tuesdays of a schedule', () => {
  expect(
    breakDays([radio('2024-01-05')], '综合广播', { from: '2024-01-01', to: '2024-01-20' }),
  ).toEqual(['2024-01-09', '2024-01-16'])
})

it('the minute after the last of a day is on the next', () => {
  expect(minuteAfter('2024-02-28T23:59')).toBe('2024-02-29T00:00')
  expect(minuteAfter('2024-02-28T09:59')).toBe('2024-02-28T10:00')
})
