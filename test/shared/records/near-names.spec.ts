import { describe, expect, it } from 'vitest'
import { nearNames } from '#shared/records/near-names.ts'

describe('names that may be one', () => {
  const near = (...names: string[]) => nearNames(names.map((name) => ({ name })))

  it('alike but for width, spaces and book signs', () => {
    expect(near('CCTV新闻', 'ＣＣＴＶ 新闻', '《峨边新闻》', '峨边新闻', '四川日报')).toEqual([
      { keep: 'CCTV新闻', merge: 'ＣＣＴＶ 新闻', why: 'alike' },
      { keep: '《峨边新闻》', merge: '峨边新闻', why: 'alike' },
    ])
  })

  it('alike but for 县, 市, 镇 at the end; two letters must be left', () => {
    expect(near('峨边', '峨边县', '峨边彝族自治县', '沙坪镇', '沙坪')).toEqual([
      { keep: '峨边', merge: '峨边县', why: 'suffix' },
      { keep: '沙坪镇', merge: '沙坪', why: 'suffix' },
    ])
    expect(near('乡', '镇')).toEqual([])
  })

  it('one the 又名 of the other, or both with one 又名', () => {
    expect(
      nearNames([
        { name: '四川观察', aliases: '川观' },
        { name: '川观', aliases: null },
        { name: '观察', aliases: '川观' },
      ]),
    ).toEqual([
      { keep: '四川观察', merge: '川观', why: 'alias' },
      { keep: '观察', merge: '川观', why: 'alias' },
      { keep: '四川观察', merge: '观察', why: 'alias' },
    ])
  })
})
