import { describe, expect, it } from 'vitest'
import { dueHours } from '#shared/metrics/safety/due-hours.ts'
import {
  faultFindings,
  maintenanceFindings,
  type JudgedFault,
} from '#shared/metrics/safety/findings.ts'

const DAILY = [1, 2, 3, 4, 5, 6, 7]
const RADIO = dueHours({
  channels: [],
  schedules: [
    {
      channel: '综合广播',
      from: '2024-01-01',
      to: null,
      hours: [{ weekdays: DAILY, start: '06:00', end: '23:00' }],
      breaks: [{ weekdays: [2], start: '14:00', end: '16:00' }],
    },
  ],
  offAir: [],
})

const fault = (change: Partial<JudgedFault> = {}): JudgedFault => ({
  id: 'a',
  channel: '综合广播',
  startedAt: '2024-03-04T10:00',
  endedAt: '2024-03-04T10:05',
  kind: 'stoppage',
  seconds: 200,
  filler: null,
  stoppage: 200,
  ...change,
})
const kinds = (...faults: readonly JudgedFault[]) =>
  faultFindings(faults, RADIO).map(({ id, kind }) => `${id} ${kind}`)

describe('what is found in faults', () => {
  it('is nothing where all holds, to the minute', () => {
    expect(
      kinds(fault(), fault({ id: 'b', startedAt: '2024-03-04T10:05', endedAt: null })),
    ).toEqual([])
    expect(kinds(fault({ seconds: 360, stoppage: 360 }))).toEqual([])
  })

  it('an end before the start', () => {
    const [found] = faultFindings([fault({ endedAt: '2024-03-04T09:30' })], RADIO)
    expect(found).toEqual({ id: 'a', kind: 'endBeforeStart', says: '恢复时间比发生时间早 30 分钟' })
  })

  it('more seconds than lie between start and end, or more filler than stoppage', () => {
    const long = fault({ seconds: 361, stoppage: 361 })
    expect(faultFindings([long], RADIO)[0]).toMatchObject({
      kind: 'longerThanSpan',
      says: '登记停播 361 秒，发生到恢复只有 300 秒',
    })
    expect(kinds(fault({ filler: 201 }))).toEqual(['a fillerOverStoppage'])
  })

  it('a stoppage without its seconds', () => {
    expect(kinds(fault({ seconds: null, stoppage: null }))).toEqual(['a noSeconds'])
    expect(kinds(fault({ kind: 'poor', seconds: null, stoppage: 0 }))).toEqual([])
  })

  it('a stoppage outside the schedule: at night, in a break, or longer than what was due', () => {
    const night = { startedAt: '2024-03-04T23:30', endedAt: '2024-03-04T23:35' }
    expect(kinds(fault(night))).toEqual(['a outsideSchedule'])
    const rest = { startedAt: '2024-03-05T14:30', endedAt: '2024-03-05T14:35' }
    expect(kinds(fault(rest))).toEqual(['a outsideSchedule'])
    expect(kinds(fault({ ...rest, endedAt: null }))).toEqual(['a outsideSchedule'])
    const edge = { startedAt: '2024-03-04T22:58', endedAt: '2024-03-04T23:05' }
    expect(faultFindings([fault({ ...edge, seconds: 400, stoppage: 400 })], RADIO)).toEqual([
      { id: 'a', kind: 'outsideSchedule', says: '计停播 400 秒，其间应播只有 120 秒' },
    ])
    expect(kinds(fault({ ...edge, seconds: 180, stoppage: 180 }))).toEqual([])
    expect(kinds(fault({ ...night, kind: 'none', stoppage: 0 }))).toEqual([])
  })

  it('a stoppage of a channel that the settings do not know', () => {
    expect(kinds(fault({ channel: '综合頻道' }))).toEqual(['a unknownChannel'])
    expect(faultFindings([fault({ channel: '' })], RADIO)[0]?.says).toContain('没有填频道')
  })

  it('stoppages of one channel that share time, each later one once', () => {
    const b = fault({ id: 'b', startedAt: '2024-03-04T10:04', endedAt: '2024-03-04T10:09' })
    expect(kinds(b, fault())).toEqual(['b overlap'])
    expect(kinds(fault({ channel: '综合频道' }), b)).toEqual(['a unknownChannel'])
    const inner = fault({ id: 'c', startedAt: '2024-03-04T10:01', endedAt: '2024-03-04T10:02' })
    const short = { ...inner, seconds: 50, stoppage: 50 }
    expect(kinds(fault(), short, b)).toEqual(['c overlap', 'b overlap'])
  })
})

describe('what is found in maintenance', () => {
  const WORK = {
    id: 'm',
    startedAt: '2024-10-01T22:00',
    endedAt: '2024-10-01T23:30',
    kind: 'planned',
    impact: 'offAir',
    reportedOn: '2024-09-23',
  }
  const NATIONAL = { name: '国庆', from: '2024-09-28', to: '2024-10-07' }

  it('falls into 重保期 by any of its days', () => {
    expect(maintenanceFindings(WORK, [NATIONAL])).toEqual([
      { kind: 'inProtection', id: 'm', says: '落在重保期“国庆”内' },
    ])
    const eve = { ...WORK, startedAt: '2024-09-27T23:00', endedAt: '2024-09-28T01:00' }
    expect(maintenanceFindings(eve, [NATIONAL])).toHaveLength(1)
    expect(maintenanceFindings({ ...eve, endedAt: '2024-09-27T23:50' }, [NATIONAL])).toEqual([])
  })

  it('planned and off the air is reported on the day it begins at the latest', () => {
    const late = { ...WORK, reportedOn: '2024-10-02' }
    expect(maintenanceFindings(late, [])).toEqual([
      { kind: 'notReported', id: 'm', says: '2024-10-02 才报备，这段时间仍计应播' },
    ])
    expect(maintenanceFindings({ ...WORK, reportedOn: '2024-10-01' }, [])).toEqual([])
    expect(maintenanceFindings({ ...late, kind: 'urgent' }, [])).toEqual([])
    expect(maintenanceFindings({ ...late, impact: 'onAir' }, [])).toEqual([])
  })

  it('ends after it began', () => {
    const turned = { ...WORK, endedAt: '2024-10-01T21:00' }
    expect(maintenanceFindings(turned, []).map(({ kind }) => kind)).toEqual(['endBeforeStart'])
  })
})
