import { describe, expect, it } from 'vitest'
import { BACKUP_SETTINGS } from '#shared/settings/backup.ts'
import { isBackupDue, isBackupLate, nextBackup, swept } from '#server/scheduled/due-backup.ts'

const state = { settings: BACKUP_SETTINGS, made: [], now: 0, failedAt: null }

describe('a backup at three in the morning', () => {
  it('is due from three on until one was made', () => {
    const made = ['2024-11-27T03:00']
    expect(isBackupDue({ ...state, local: '2024-11-28T02:59', made })).toBe(false)
    expect(isBackupDue({ ...state, local: '2024-11-28T03:00', made })).toBe(true)
    const both = [...made, '2024-11-28T03:01']
    expect(isBackupDue({ ...state, local: '2024-11-28T09:00', made: both })).toBe(false)
  })

  it('is made up for where the desk was off', () => {
    const made = ['2024-11-20T03:00']
    expect(isBackupDue({ ...state, local: '2024-11-28T02:00', made })).toBe(true)
  })

  it('waits ten minutes after it failed', () => {
    const local = '2024-11-28T03:05'
    expect(isBackupDue({ ...state, local, now: 599_000, failedAt: 0 })).toBe(false)
    expect(isBackupDue({ ...state, local, now: 600_000, failedAt: 0 })).toBe(true)
  })

  it('is made by a clock that was set back, whatever a wrong clock left', () => {
    const made = ['2031-01-01T03:00']
    expect(isBackupDue({ ...state, local: '2024-11-28T08:00', made })).toBe(true)
  })

  it('is never due where it is off', () => {
    const settings = { ...BACKUP_SETTINGS, isOn: false }
    expect(isBackupDue({ ...state, settings, local: '2024-11-28T08:00' })).toBe(false)
    expect(nextBackup(settings, '2024-11-28T08:00')).toBe(null)
  })

  it('comes next tomorrow, or still today before three', () => {
    expect(nextBackup(BACKUP_SETTINGS, '2024-11-30T08:00')).toBe('2024-12-01T03:00')
    expect(nextBackup(BACKUP_SETTINGS, '2024-12-01T01:00')).toBe('2024-12-01T03:00')
  })

  it('is late once a whole day was missed', () => {
    const made = ['2024-11-26T03:00']
    expect(isBackupLate({ ...state, local: '2024-11-27T10:00', made })).toBe(false)
    expect(isBackupLate({ ...state, local: '2024-11-28T02:00', made })).toBe(false)
    expect(isBackupLate({ ...state, local: '2024-11-28T03:00', made })).toBe(true)
  })
})

it('keeps the last of each day, week and month, as many as are set, and no others', () => {
  const settings = { ...BACKUP_SETTINGS, daily: 2, weekly: 2, monthly: 3 }
  const made = [
    '2024-09-30T03:00',
    '2024-10-31T03:00',
    '2024-11-23T03:00',
    '2024-11-24T03:00',
    '2024-11-25T03:00',
    '2024-11-26T03:00',
    '2024-11-27T03:00',
    '2024-11-28T03:00',
    '2024-11-28T09:30',
  ]
  const gone = ['2024-11-23T03:00', '2024-11-25T03:00', '2024-11-26T03:00', '2024-11-28T03:00']
  expect(swept(made, settings, '2024-11-28T09:30').toSorted()).toEqual(gone)
  // A week under a clock that was years ahead.
  const ahead = ['2031-01-06T03:00', '2031-01-07T03:00', '2031-01-08T03:00']
  expect(swept([...ahead, ...made], settings, '2024-11-28T09:30').toSorted()).toEqual([
    ...gone,
    '2031-01-06T03:00',
  ])
})
