import { describe, expect, it } from 'vitest'
import { readTsv, writeTsv } from '#web/grid/tsv.ts'

describe('a block from the clipboard', () => {
  it('is rows by lines and cells by tabs; the last line end is no row', () => {
    expect(readTsv('甲\t1\r\n乙\t\r\n')).toEqual([
      ['甲', '1'],
      ['乙', ''],
    ])
    expect(readTsv('甲')).toEqual([['甲']])
    expect(readTsv('\t\n\t')).toEqual([
      ['', ''],
      ['', ''],
    ])
  })

  it('a cell in quotes holds line ends, tabs and quotes', () => {
    expect(readTsv('"第一行\n第二行"\t"他说""好"""\n"a\tb"\tc')).toEqual([
      ['第一行\n第二行', '他说"好"'],
      ['a\tb', 'c'],
    ])
  })

  it('quotes inside a cell are only quotes', () => {
    expect(readTsv('5"屏\t"引用"的话\n"未完')).toEqual([['5"屏', '"引用"的话'], ['"未完']])
  })

  it('goes out and comes back the same', () => {
    const block = [
      ['标题', '两\n行', '"引"'],
      ['', 'a\tb', '5"屏'],
    ]
    expect(writeTsv(block)).toBe('标题\t"两\n行"\t"""引"""\n\t"a\tb"\t5"屏')
    expect(readTsv(writeTsv(block))).toEqual(block)
  })
})
