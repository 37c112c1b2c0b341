import { describe, expect, it } from 'vitest'
import { parseWhere, writeWhere, type WherePart } from '#shared/records/where-text.ts'

describe('the conditions of an address', () => {
  it('read as they always were: a field and its word', () => {
    expect(parseWhere('level:national,platform:%E7%88%B1%E5%B3%A8%E8%BE%B9')).toEqual([
      { field: 'level', hold: 'is', words: ['national'] },
      { field: 'platform', hold: 'is', words: ['爱峨边'] },
    ])
    expect(parseWhere('evidenced:')).toEqual([{ field: 'evidenced', hold: 'is', words: [''] }])
  })

  it('come back as they were written, marks in the words and all', () => {
    const parts: WherePart[] = [
      { field: 'level', hold: 'is', words: ['national', ''] },
      { field: 'title', hold: 'has', words: ['a|b,c:d~>'] },
      { field: 'day', hold: 'from', words: ['2024-03-01'] },
      { field: 'day', hold: 'to', words: ['2024-03-31'] },
      { field: 'link', hold: 'filled', words: [] },
    ]
    expect(writeWhere(parts)).toBe(
      'level:national|,title~:a%7Cb%2Cc%3Ad~%3E,day>:2024-03-01,day<:2024-03-31,link!:',
    )
    expect(parseWhere(writeWhere(parts))).toEqual(parts)
  })

  it('a broken code is an error, not a word', () => {
    expect(() => parseWhere('level:%E0')).toThrow(URIError)
  })
})
