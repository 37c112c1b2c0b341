import { expect, it } from 'vitest'
import { monthPeriod } from '#shared/time/period.ts'
import { lackingTo, submissionsTo, usesTo, useTo } from '#web/links/adoption-links.ts'

const october = monthPeriod('2024-10')

it('leads to the uses a figure counts, of all or of a part', () => {
  const ledger = { name: 'ledger', params: { ledger: 'adoptions' } }
  expect(usesTo(october)).toEqual({ ...ledger, query: { measure: 'records', p: '2024-10' } })
  expect(usesTo(october, { field: 'author', value: '' })).toEqual({
    ...ledger,
    query: { measure: 'records', p: '2024-10', where: 'author:' },
  })
  expect(useTo('0001')).toEqual({ ...ledger, query: { record: '0001' } })
})

it('leads to uses without proof, of all levels or of one', () => {
  expect(lackingTo(october)).toMatchObject({ query: { where: 'evidenced:' } })
  expect(lackingTo(october, 'municipal')).toMatchObject({
    query: { where: 'evidenced:,level:municipal' },
  })
})

it('leads to submissions of an outlet whose name the address has to encode', () => {
  expect(submissionsTo(october, { field: 'outlet', value: '乐山日报' })).toMatchObject({
    params: { ledger: 'submissions' },
    query: { where: `outlet:${encodeURIComponent('乐山日报')}` },
  })
})
