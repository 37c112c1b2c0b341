import { describe, expect, it } from 'vitest'
import { weekHoursFrom, weekText } from '#web/settings/week-text.ts'

const DAILY = [1, 2, 3, 4, 5, 6, 7]

describe('hours as people write them', () => {
  it('read back as they are shown', () => {
    const hours = [
      { weekdays: DAILY, start: '05:50', end: '05:30' },
      { weekdays: [2, 4], start: '14:00', end: '16:00' },
      { weekdays: [1, 2, 3, 4, 5], start: '06:00', end: '24:00' },
    ]
    const text = '每天 05:50—05:30\n周二、周四 14:00—16:00\n工作日 06:00—24:00'
    expect(weekText(hours)).toBe(text)
    expect(weekHoursFrom(text)).toEqual({ hours, wrong: [] })
  })

  it.each([
    ['6:00-23:00', DAILY],
    ['星期二 6：00～23：00', [2]],
    ['周末6:00至23:00', [6, 7]],
    ['周一至周五 6:00 - 23:00', [1, 2, 3, 4, 5]],
    ['周一三五 6:00到次日23:00', [1, 3, 5]],
    ['星期天 6:00—23:00', [7]],
  ])('%s is understood', (text, weekdays) => {
    expect(weekHoursFrom(text)).toEqual({
      hours: [{ weekdays, start: '06:00', end: '23:00' }],
      wrong: [],
    })
  })

  it.each(['每天', '25:00—26:00', '06:00—23:60', '周八 06:00—23:00', '周五至周一 06:00—23:00'])(
    '%s is refused by its line',
    (line) => {
      expect(weekHoursFrom(`每天 06:00—23:00\n${line}`)).toEqual({
        hours: [{ weekdays: DAILY, start: '06:00', end: '23:00' }],
        wrong: [line],
      })
    },
  )
})
