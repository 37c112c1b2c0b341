import { describe, expect, it } from 'vitest'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { nameNotes, noteWords } from '#shared/records/name-notes.ts'
import { nameBook } from '#shared/records/names.ts'

describe('what is told of the names of a row', () => {
  const books = new Map([
    [
      'outlets',
      nameBook([
        { name: '四川观察', aliases: '川观', level: 'provincial', validTo: '2024-06-30' },
        { name: '甲台', aliases: '县台' },
        { name: '乙台', aliases: '县台' },
      ]),
    ],
    ['people', nameBook([{ name: '编辑甲', aliases: '小甲' }])],
  ])
  const words = (row: Record<string, string>) =>
    nameNotes(ledgerOf('adoptions'), { day: '2024-03-01', level: 'national', ...row }, books).map(
      (note) => `${note.field} ${noteWords(note)}`,
    )

  it('a 又名 with what it is kept as, of each of several people', () => {
    expect(words({ outlet: '川观', author: '编辑乙、小甲' })).toEqual([
      'outlet “川观”记作“四川观察”（又名）',
      'author “小甲”记作“编辑甲”（又名）',
    ])
  })

  it('a 又名 of several entries, a name out of use that day, a level taken from the list', () => {
    expect(words({ outlet: '县台' })).toEqual([
      'outlet “县台”是几个名称的又名，分不清是哪个，照原样记',
    ])
    expect(words({ outlet: '四川观察', day: '2024-07-01' })).toEqual([
      'outlet “四川观察”那天还没有启用或已经停用',
    ])
    const row = { day: '2024-03-01', outlet: '四川观察', level: null }
    expect(nameNotes(ledgerOf('adoptions'), row, books).map(noteWords)).toEqual([
      '级别空着，按媒体名录记作省级',
    ])
  })

  it('nothing where names stand in their lists, or in none', () => {
    expect(words({ outlet: '四川观察' })).toEqual([])
    expect(words({ outlet: '没见过的台' })).toEqual([])
  })
})
