import { expect, it } from 'vitest'
import { drillTo } from '#web/drill.ts'
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

it('late alerts open the list on their own page, since who is late depends on the settings', () => {
  const list = { name: 'sentiment', query: { p: '2024-10' }, hash: '#late-alerts' }
  expect(drillTo('overdue', OCTOBER)).toEqual(list)
  expect(drillTo('onTimeRate', OCTOBER)).toEqual(list)
})

it('the calendar has no records', () => {
  expect(drillTo('timeProgress', OCTOBER)).toBeNull()
})
