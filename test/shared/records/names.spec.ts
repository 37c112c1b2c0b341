import { describe, expect, it } from 'vitest'
import { aliasesOf, aliasText, nameBook, resolvedRow } from '#shared/records/names.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'

describe('names of a reference list', () => {
  it('reads and writes 又名, each once', () => {
    expect(aliasesOf({ aliases: '川观、观察；川观客户端' })).toEqual(['川观', '观察', '川观客户端'])
    expect(aliasText(['川观', ' 观察', '', '川观'])).toBe('川观、观察')
  })

  it('a name goes before a 又名, and what it does not know stays as written', () => {
    const book = nameBook([
      { name: '四川观察', aliases: '川观' },
      { name: '川观', aliases: '观察' },
    ])
    expect(book.resolve('川观', null)).toMatchObject({ name: '川观', how: 'name' })
    expect(book.resolve('观察', null)).toMatchObject({ name: '川观', how: 'alias' })
    expect(book.resolve('别的', null)).toEqual({ name: '别的', how: 'unknown', entry: null })
  })

  it('of two entries sharing a 又名 the one in use that day is meant, else neither', () => {
    const book = nameBook([
      { name: '老台', aliases: '县台', validTo: '2019-12-31' },
      { name: '融媒体中心', aliases: '县台', validFrom: '2020-01-01' },
    ])
    expect(book.resolve('县台', '2019-05-01').name).toBe('老台')
    expect(book.resolve('县台', '2020-01-01').name).toBe('融媒体中心')
    expect(book.resolve('县台', null)).toEqual({ name: '县台', how: 'unclear', entry: null })
  })

  it('a row that needs nothing is given back itself', () => {
    const books = new Map([['platforms', nameBook([{ name: '爱峨边' }])]])
    const row = { day: '2024-03-01', title: '春耕', platform: '爱峨边' }
    expect(resolvedRow(ledgerOf('pieces'), row, books)).toBe(row)
  })
})
