import { expect, it } from 'vitest'
import {
  length,
  merged,
  shared,
  weekPattern,
  without,
} from '#shared/metrics/safety/week-pattern.ts'

const EVERY = [1, 2, 3, 4, 5, 6, 7]

it('takes a break out of the hours of its weekday alone', () => {
  const week = weekPattern(
    [{ weekdays: EVERY, start: '06:00', end: '24:00' }],
    [{ weekdays: [2], start: '14:00', end: '16:30' }],
  )
  expect(week[0]).toEqual([{ start: 360, end: 1440 }])
  expect(week[1]).toEqual([
    { start: 360, end: 840 },
    { start: 990, end: 1440 },
  ])
  expect(week.map((spans) => length(spans))).toEqual([1080, 930, 1080, 1080, 1080, 1080, 1080])
})

it('puts what runs past midnight on the calendar day it falls on, from Sunday to Monday as well', () => {
  const week = weekPattern([{ weekdays: [5, 7], start: '22:00', end: '01:30' }], [])
  expect(week[4]).toEqual([{ start: 1320, end: 1440 }])
  expect(week[5]).toEqual([{ start: 0, end: 90 }])
  expect(week[6]).toEqual([{ start: 1320, end: 1440 }])
  expect(week[0]).toEqual([{ start: 0, end: 90 }])
})

it('an end at the start is a whole day, midnight to midnight needs nothing of the next', () => {
  const whole = weekPattern([{ weekdays: [1], start: '00:00', end: '00:00' }], [])
  expect(whole[0]).toEqual([{ start: 0, end: 1440 }])
  expect(whole[1]).toEqual([])
})

it('hours that overlap count once', () => {
  expect(
    merged([
      { start: 600, end: 700 },
      { start: 0, end: 60 },
      { start: 650, end: 720 },
      { start: 720, end: 780 },
    ]),
  ).toEqual([
    { start: 0, end: 60 },
    { start: 600, end: 780 },
  ])
})

it('what lies in both is what the one loses without the other', () => {
  const spans = [
    { start: 0, end: 100 },
    { start: 200, end: 300 },
  ]
  const cuts = [{ start: 50, end: 250 }]
  expect(without(spans, cuts)).toEqual([
    { start: 0, end: 50 },
    { start: 250, end: 300 },
  ])
  expect(shared(spans, cuts)).toBe(100)
})
