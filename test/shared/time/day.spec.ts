import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateTimeInZone,
  dayInZone,
  daysBetween,
  daysInMonth,
  eachDay,
  eachMonth,
  firstDay,
  isDay,
  isMonth,
  isoWeekday,
  lastDay,
  monthOf,
} from '#shared/time/day.ts'

describe('a day', () => {
  it.each(['2024-02-29', '1900-01-01', '2999-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true)
  })

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '2024-1-1',
    '2024-01-01T00:00',
    ' 2024-01-01',
    '0024-01-01',
    '',
  ])('"%s" is not a day', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('moves over months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-12-31', 1)).toBe('2025-01-01')
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
    expect(addDays('2024-01-01', 366)).toBe('2025-01-01')
  })

  it('is as many days from another as one has to add', () => {
    expect(daysBetween('2024-01-01', '2024-12-31')).toBe(365)
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2)
    expect(daysBetween('2024-03-01', '2024-03-01')).toBe(0)
  })

  it('counts weekdays from Monday to Sunday', () => {
    expect(isoWeekday('2024-09-30')).toBe(1)
    expect(isoWeekday('2024-10-05')).toBe(6)
    expect(isoWeekday('2024-10-06')).toBe(7)
  })

  it('is listed with both ends, and not at all when the ends are swapped', () => {
    expect(eachDay('2024-02-28', '2024-03-01')).toEqual(['2024-02-28', '2024-02-29', '2024-03-01'])
    expect(eachDay('2024-03-01', '2024-03-01')).toEqual(['2024-03-01'])
    expect(eachDay('2024-03-01', '2024-02-28')).toEqual([])
  })
})

describe('a month', () => {
  it('is real only with a number from 01 to 12', () => {
    expect(['2024-01', '2024-12', '2024-13', '2024-00', '2024-1', '2024'].map(isMonth)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('ends on its own last day', () => {
    expect(firstDay('2024-02')).toBe('2024-02-01')
    expect(lastDay('2024-02')).toBe('2024-02-29')
    expect(lastDay('2023-02')).toBe('2023-02-28')
    expect(lastDay('2024-12')).toBe('2024-12-31')
    expect(daysInMonth('2024-04')).toBe(30)
    expect(monthOf('2024-04-30')).toBe('2024-04')
  })

  it('moves over years both ways', () => {
    expect(addMonths('2024-11', 3)).toBe('2025-02')
    expect(addMonths('2024-01', -1)).toBe('2023-12')
    expect(addMonths('2024-01', -25)).toBe('2021-12')
  })

  it('is listed with both ends, up to the last month that can be written', () => {
    expect(eachMonth('2023-12', '2024-02')).toEqual(['2023-12', '2024-01', '2024-02'])
    expect(eachMonth('2024-02', '2024-01')).toEqual([])
    expect(eachMonth('9999-11', '9999-12')).toEqual(['9999-11', '9999-12'])
  })
})

describe('an instant', () => {
  const evening = Date.UTC(2024, 9, 31, 16, 5)

  it('falls on the next day in Shanghai after 16:00 in Greenwich', () => {
    expect(dayInZone(evening, 'UTC')).toBe('2024-10-31')
    expect(dayInZone(evening, 'Asia/Shanghai')).toBe('2024-11-01')
  })

  it('writes midnight as 00, not 24', () => {
    expect(dateTimeInZone(evening, 'Asia/Shanghai')).toBe('2024-11-01T00:05')
    expect(dateTimeInZone(Date.UTC(2024, 0, 1, 5, 7), 'Asia/Shanghai')).toBe('2024-01-01T13:07')
  })

  it('has no day in a zone nobody knows', () => {
    expect(() => dayInZone(evening, 'Asia/Nowhere')).toThrow(RangeError)
  })
})
