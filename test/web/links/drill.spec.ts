import { expect, it } from 'vitest'
import { drillTo, heldTo } from '#web/links/drill.ts'
import { monthPeriod } from '#shared/time/period.ts'

const OCTOBER = monthPeriod('2024-10')

const to = (ledger: string, query: Record<string, string>) => ({
  name: 'ledger',
  params: { ledger },
  query,
})

it('a count opens the records of its measure in the period', () => {
  expect(drillTo('published', OCTOBER)).toEqual(to('pieces', { measure: 'records', p: '2024-10' }))
})

it('a part holds the records to its word', () => {
  expect(drillTo('adopted', OCTOBER, { field: 'level', value: 'national' })).toEqual(
    to('adoptions', { measure: 'records', p: '2024-10', where: 'level:national' }),
  )
})

it('a word with a comma or colon does not break the address', () => {
  expect(drillTo('adopted', OCTOBER, { field: 'outlet', value: '央视:财经,频道' })).toEqual(
    to('adoptions', {
      measure: 'records',
      p: '2024-10',
      where: 'outlet:%E5%A4%AE%E8%A7%86%3A%E8%B4%A2%E7%BB%8F%2C%E9%A2%91%E9%81%93',
    }),
  )
})

it('a figure of the year opens the records since 1 January', () => {
  expect(drillTo('executionRate', OCTOBER)).toEqual(
    to('payments', { measure: 'ofYear', p: '2024-10', at: 'year' }),
  )
})

it('open alerts open those found by the end of the period and not closed by then', () => {
  expect(drillTo('openAlerts', OCTOBER)).toEqual(
    to('alerts', { measure: 'records', at: 'open', until: 'closed', p: '2024-10' }),
  )
})

it('late alerts are judged where the list is made, and a rate leads to those in time', () => {
  const held = (side: string) => ({
    name: 'ledger',
    params: { ledger: 'alerts' },
    query: { measure: 'records', p: '2024-10', held: side },
  })
  expect(drillTo('overdue', OCTOBER)).toEqual(held('late'))
  expect(drillTo('onTimeRate', OCTOBER)).toEqual(held('inTime'))
})

it('of one level those late for the first step are told apart', () => {
  const part = { field: 'level', value: 'red' }
  expect(heldTo('alerts', OCTOBER, { verdict: 'late', step: 'first', part })).toEqual({
    name: 'ledger',
    params: { ledger: 'alerts' },
    query: { measure: 'records', p: '2024-10', held: 'late', step: 'first', where: 'level:red' },
  })
})

it('the calendar has no records', () => {
  expect(drillTo('timeProgress', OCTOBER)).toBeNull()
})
