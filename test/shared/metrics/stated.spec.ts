import { expect, it } from 'vitest'
import { growthQuoted } from '#shared/metrics/stated.ts'
import { periodAt } from '#test/support/answers.ts'

const record = (id: string, row: Readonly<Record<string, string>>) => ({
  id,
  row: { periodFrom: '2024-01-01', periodTo: '2024-12-31', qualifier: 'exact', ...row },
})
const records = [
  record('1', { growthOf: 'adopted', value: '198', unit: '条', source: '报告' }),
  record('2', { growthOf: 'published', value: '500', unit: '条', source: '报告' }),
  record('3', { metric: 'adopted', value: '1246', unit: '条', source: '报告' }),
]

it('a quoted growth belongs to its metric and to exactly its period', () => {
  expect(growthQuoted(records, 'adopted', periodAt('2024'))).toEqual([
    {
      state: 'stated',
      value: 198,
      complete: true,
      qualifier: 'exact',
      wording: '198条',
      source: '报告',
      record: '1',
    },
  ])
  expect(growthQuoted(records, 'adopted', periodAt('2024-H1'))).toEqual([])
  expect(growthQuoted(records, 'alerted', periodAt('2024'))).toEqual([])
})
