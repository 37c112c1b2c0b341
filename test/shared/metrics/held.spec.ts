import { expect, it } from 'vitest'
import { heldReader } from '#shared/metrics/held.ts'
import type { SumsRow } from '#shared/metrics/sums.ts'
import { SENTIMENT_SETTINGS } from '#shared/settings/sentiment.ts'
import { workingDays } from '#shared/time/working-days.ts'

const OCTOBER = { from: '2024-10-01', to: '2024-10-31' }
const clockwork = {
  limits: SENTIMENT_SETTINGS,
  calendar: workingDays(['2024-10-01'], []),
  now: '2024-11-30T10:00',
}
const row = (at: string, records: number, values: readonly string[]): SumsRow => ({
  at,
  values,
  sum: records,
  records,
  blank: 0,
})
const reading = (rows: readonly SumsRow[]) => heldReader({ days: async () => rows }, clockwork)

it('alerts alike count together, each by where it stands against its limit', async () => {
  const read = reading([
    row('2024-10-10', 3, ['orange', '', '3600', '60', '2024-10-10', '']),
    row('2024-10-10', 1, ['orange', '', '90000', '', '2024-10-11', '']),
    row('2024-10-11', 1, ['yellow', '', '', '', '', '2024-10-11T09:00']),
    row('2024-10-12', 2, ['', '', '3600', '', '2024-10-12', '']),
    row('2024-10-13', 1, ['yellow', '', '', '', '2024-10-12', '']),
  ])
  expect(await read('alerts', OCTOBER)).toEqual({
    inTime: 3,
    late: 2,
    pending: 0,
    noLimit: 2,
    noTime: 1,
  })
})

it('petitions are judged by the day they state or by their category', async () => {
  const read = reading([
    row('2024-10-08', 2, ['心连心', '咨询', '', '2024-10-11']),
    row('2024-10-08', 1, ['心连心', '咨询', '', '2024-10-12']),
    row('2024-10-08', 1, ['心连心', '咨询', '2024-12-31', '']),
    row('2024-10-08', 1, ['心连心', '', '', '2024-10-09']),
  ])
  expect(await read('petitions', OCTOBER)).toEqual({
    inTime: 2,
    late: 1,
    pending: 1,
    noLimit: 1,
    noTime: 0,
  })
})
