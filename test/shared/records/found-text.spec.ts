import { expect, it } from 'vitest'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { freeTexts, replacedCells, stretches, textsMeant } from '#shared/records/found-text.ts'

const whole = (text: string, find: string) =>
  stretches(text, find).map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))

it('a text is cut wherever another stands in it, A to Z in either case and no other letters', () => {
  expect(whole('新华社、新华网', '新华')).toEqual(['[新华]', '社、', '[新华]', '网'])
  expect(whole('app与APP', 'App')).toEqual(['[app]', '与', '[APP]'])
  expect(whole('É与é', 'é')).toEqual(['É与', '[é]'])
  // The sign of kelvin, which other folding takes for a K.
  expect(whole('\u212A米', 'k')).toEqual(['\u212A米'])
})

it('what is looked for is a text and no pattern', () => {
  expect(whole('(1.5)万*', '1.5')).toEqual(['(', '[1.5]', ')万*'])
  for (const find of ['(', '.', '*', '[', '\\', '$', '^', '-', '|', '{', '/'])
    expect(whole(`甲${find}乙`, find)).toEqual(['甲', `[${find}]`, '乙'])
})

it('nothing is found of nothing', () => {
  expect(whole('甲', '')).toEqual(['甲'])
  expect(replacedCells({ title: '甲' }, ['title'], { find: '', by: '乙' })).toEqual([])
})

it('a cell reads as before with each place replaced; signs that replacing could take for orders stay signs', () => {
  const row = { title: '峨边峨边', remark: null, author: '甲' }
  expect(
    replacedCells(row, ['title', 'remark', 'author'], { find: '峨边', by: '$&' }),
  ).toMatchObject([{ field: 'title', after: '$&$&', count: 2 }])
})

it('a cell that would read the same is none to replace', () => {
  expect(replacedCells({ title: '甲' }, ['title'], { find: '甲', by: '甲' })).toEqual([])
})

it('names of reference lists are meant where one chooses their field alone', () => {
  const pieces = ledgerOf('pieces')
  expect(textsMeant(pieces)).toEqual(expect.arrayContaining(['title', 'remark']))
  for (const name of ['platform', 'author', 'department']) {
    expect(textsMeant(pieces)).not.toContain(name)
    expect(textsMeant(pieces, name)).toEqual([name])
  }
  expect(textsMeant(pieces, 'reads')).toEqual([])
})

it('texts that people write freely are no codes, numbers, days or links, and none that the desk computes', () => {
  const fields = freeTexts(ledgerOf('pieces'))
  expect(fields).toEqual(expect.arrayContaining(['title', 'platform', 'author', 'remark']))
  for (const name of ['form', 'reads', 'day', 'link', 'weekday']) expect(fields).not.toContain(name)
})
