import { describe, expect, it } from 'vitest'
import { newRecordAt, readFill, recordAt } from '#web/links/record-links.ts'

describe('the address of a form', () => {
  it('carries the cells that are known and the page to come back to', () => {
    const fill = { from: '2024-10-03', title: '县庆：四十,周年' }
    const address = newRecordAt('notes', fill, '/content?p=2024-10')
    expect(address).toMatchObject({
      name: 'ledger',
      params: { ledger: 'notes' },
      query: { new: '1', back: '/content?p=2024-10' },
    })
    expect(
      typeof address === 'object' && 'query' in address && readFill(String(address.query?.fill)),
    ).toEqual(fill)
  })

  it('opens a record, or its form', () => {
    expect(recordAt('notes', 'n1', '/')).toMatchObject({ query: { record: 'n1', back: '/' } })
    expect(recordAt('notes', 'n1', '/', true)).toMatchObject({ query: { edit: '1' } })
  })

  it('reads nothing out of what it cannot read', () => {
    expect(readFill(undefined)).toEqual({})
    expect(readFill('from,to:2024-10-06,:x,a:b:c,%:1')).toEqual({ to: '2024-10-06' })
  })
})
