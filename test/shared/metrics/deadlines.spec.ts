import { describe, expect, it } from 'vitest'
import {
  alertLimitMoment,
  closeLimit,
  judgeAlert,
  judgeFirstAction,
  judgePetition,
  petitionLimit,
  type AlertTimes,
  type Clockwork,
  type PetitionTimes,
} from '#shared/metrics/deadlines.ts'
import { SENTIMENT_SETTINGS } from '#shared/settings/sentiment.ts'
import { workingDays } from '#shared/time/working-days.ts'

const HOUR = 3600
// Off 1 to 7 October 2024, worked on Saturday 12.
const calendar = workingDays(
  ['2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07'],
  ['2024-10-12'],
)
const at = (now: string): Clockwork => ({ limits: SENTIMENT_SETTINGS, calendar, now })
const LATER = at('2024-11-30T10:00')

const alert = (times: Partial<AlertTimes>): AlertTimes => ({
  foundOn: '2024-10-10',
  level: 'orange',
  dueSeconds: null,
  handlingSeconds: null,
  actingSeconds: null,
  closedOn: null,
  openAt: null,
  ...times,
})
const closed = (seconds: number, rest: Partial<AlertTimes> = {}): AlertTimes =>
  alert({ handlingSeconds: seconds, closedOn: '2024-10-11', ...rest })

describe('an alert', () => {
  it('of Ⅱ is held to 24 hours, to the second', () => {
    expect(judgeAlert(closed(24 * HOUR), LATER)).toBe('inTime')
    expect(judgeAlert(closed(24 * HOUR + 1), LATER)).toBe('late')
  })

  it('is held to the limit its record states before that of its level', () => {
    expect(judgeAlert(closed(30 * HOUR, { dueSeconds: 48 * HOUR }), LATER)).toBe('inTime')
    expect(judgeAlert(closed(3 * HOUR, { dueSeconds: 2 * HOUR }), LATER)).toBe('late')
  })

  it('of Ⅳ is held to the end of the third working day after it was found', () => {
    const blue = { level: 'blue', foundOn: '2024-09-29' }
    // 30 September, 8 and 9 October.
    expect(closeLimit(alert(blue), LATER)).toEqual({ kind: 'day', day: '2024-10-09' })
    expect(judgeAlert(closed(9, { ...blue, closedOn: '2024-10-09' }), LATER)).toBe('inTime')
    expect(judgeAlert(closed(9, { ...blue, closedOn: '2024-10-10' }), LATER)).toBe('late')
  })

  it('that is open waits until its limit has passed', () => {
    const open = alert({ openAt: '2024-10-10T08:00' })
    expect(judgeAlert(open, at('2024-10-11T08:00'))).toBe('pending')
    expect(judgeAlert(open, at('2024-10-11T08:01'))).toBe('late')
  })

  it('of no known level, or past the known calendar, has no limit', () => {
    expect(judgeAlert(closed(9, { level: '' }), LATER)).toBe('noLimit')
    expect(judgeAlert(closed(9, { level: 'blue', foundOn: '2024-12-31' }), LATER)).toBe('noLimit')
  })

  it('closed before it was found cannot be judged', () => {
    expect(judgeAlert(alert({ closedOn: '2024-10-09' }), LATER)).toBe('noTime')
    expect(judgeAlert(alert({ closedOn: '2024-10-09', level: 'blue' }), LATER)).toBe('noTime')
  })

  it('names the last moment of its limit', () => {
    const row = { alertedAt: '2024-10-10T08:30', level: 'orange', dueSeconds: null }
    expect(alertLimitMoment(row, LATER)).toBe('2024-10-11T08:30')
    expect(alertLimitMoment({ ...row, dueSeconds: 5400 }, LATER)).toBe('2024-10-10T10:00')
    expect(alertLimitMoment({ ...row, level: 'blue' }, LATER)).toBe('2024-10-14T23:59')
    expect(alertLimitMoment({ ...row, level: null }, LATER)).toBeNull()
  })
})

describe('the first action', () => {
  it('on Ⅱ is held to two hours', () => {
    expect(judgeFirstAction(closed(9, { actingSeconds: 2 * HOUR }), LATER)).toBe('inTime')
    expect(judgeFirstAction(closed(9, { actingSeconds: 2 * HOUR + 60 }), LATER)).toBe('late')
  })

  it('that was never written down is late while the alert is open, unknown once it is closed', () => {
    expect(judgeFirstAction(closed(9), LATER)).toBe('noTime')
    const open = alert({ openAt: '2024-10-10T08:00' })
    expect(judgeFirstAction(open, at('2024-10-10T10:00'))).toBe('pending')
    expect(judgeFirstAction(open, at('2024-10-10T10:01'))).toBe('late')
  })

  it('on Ⅳ is held to nothing', () => {
    expect(judgeFirstAction(closed(9, { level: 'blue', actingSeconds: 9 }), LATER)).toBe('noLimit')
  })
})

describe('a petition', () => {
  const petition = (times: Partial<PetitionTimes>): PetitionTimes => ({
    receivedOn: '2024-09-26',
    category: '求助',
    limitOn: null,
    answeredOn: null,
    ...times,
  })

  it('for help has seven working days from the day after', () => {
    // 27, 29 and 30 September would be worked; this calendar knows no worked Sunday 29.
    expect(petitionLimit(petition({}), LATER)).toBe('2024-10-12')
    expect(judgePetition(petition({ answeredOn: '2024-10-12' }), LATER)).toBe('inTime')
    expect(judgePetition(petition({ answeredOn: '2024-10-13' }), LATER)).toBe('late')
  })

  it('is held to the day its record states, an extension too', () => {
    expect(petitionLimit(petition({ limitOn: '2024-10-30' }), LATER)).toBe('2024-10-30')
  })

  it('without an answer is late from the day after its limit', () => {
    expect(judgePetition(petition({}), at('2024-10-12T23:00'))).toBe('pending')
    expect(judgePetition(petition({}), at('2024-10-13T00:00'))).toBe('late')
  })

  it('of a category without a limit is not judged; one answered before it came has no time', () => {
    expect(judgePetition(petition({ category: '其他' }), LATER)).toBe('noLimit')
    expect(judgePetition(petition({ answeredOn: '2024-09-25' }), LATER)).toBe('noTime')
  })
})
