import { expect, it } from 'vitest'
import { heldBook } from '#shared/metrics/held-book.ts'
import type { SumsRow } from '#shared/metrics/sums.ts'
import { SENTIMENT_SETTINGS } from '#shared/settings/sentiment.ts'
import { workingDays } from '#shared/time/working-days.ts'

const OCTOBER = { from: '2024-10-01', to: '2024-10-31' }
const rules = { limits: SENTIMENT_SETTINGS, calendar: workingDays(['2024-10-01'], []) }
const row = (at: string, records: number, values: readonly string[]): SumsRow => ({
  at,
  values,
  sum: records,
  records,
  blank: 0,
})
const book = (rows: readonly SumsRow[]) => heldBook(async () => rows, rules)
const reading = (rows: readonly SumsRow[]) => book(rows).at('2024-11-30T10:00')

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

it('what is open is judged anew as time passes, what is over is read once a year', async () => {
  const asked: string[] = []
  const { at } = heldBook(async ({ from, to }) => {
    asked.push(`${from} ${to}`)
    if (!from.startsWith('2024')) return []
    return [
      row('2024-10-10', 1, ['orange', '', '3600', '60', '2024-10-10', '']),
      row('2024-10-11', 1, ['yellow', '', '', '', '', '2024-10-11T09:00']),
      row('2024-11-01', 1, ['orange', '', '3600', '60', '2024-11-01', '']),
    ]
  }, rules)
  const before = await at('2024-10-13T09:00')('alerts', OCTOBER)
  expect(before).toMatchObject({ inTime: 1, late: 0, pending: 1 })
  const after = await at('2024-10-13T09:01')('alerts', OCTOBER)
  expect(after).toMatchObject({ inTime: 1, late: 1, pending: 0 })
  const both = await at('2024-12-31T09:00')('alerts', { from: '2023-12-01', to: '2024-12-31' })
  expect(both).toMatchObject({ inTime: 2, late: 1, pending: 0 })
  expect(asked).toEqual(['2024-01-01 2024-12-31', '2023-01-01 2023-12-31'])
})
