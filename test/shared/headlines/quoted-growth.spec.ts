import { expect, it } from 'vitest'
import type { Comparison } from '#shared/contract/figures.ts'
import { quotedGrowth } from '#shared/headlines/quoted-growth.ts'
import { answerOf, counted, periodAt, stated } from '#test/support/answers.ts'

const against = (change: Comparison['change'], isCut = false): Comparison => ({
  change,
  period: periodAt('2024'),
  against: periodAt('2023'),
  isCut,
})
const rise = against({ kind: 'percent', ratio: 0.2, from: 1040 })
const answer = (quoted: ReturnType<typeof stated>, yoy: Comparison | null) =>
  answerOf('adopted', '2024', counted(1245), { quoted: [quoted], yoy })

it('a quoted growth stands beside the one between the two years', () => {
  expect(quotedGrowth(answer(stated(198, '198条'), rise))).toEqual([
    '填报增 198 条，台账相减增 205 条',
  ])
})

it('a fall is named as such, and a vague one keeps its wording', () => {
  const fall = against({ kind: 'percent', ratio: -0.1, from: 1300 })
  expect(quotedGrowth(answer(stated(-60, '-60条'), fall))).toEqual([
    '填报减 60 条，台账相减减 55 条',
  ])
  expect(quotedGrowth(answer(stated(200, '近200条', 'nearly'), rise))).toEqual([
    '填报“近200条”，台账相减增 205 条',
  ])
})

it('without two whole years nothing is subtracted', () => {
  const words = ['填报增 198 条，台账两年不能相减']
  const cut = against({ kind: 'percent', ratio: 0.2, from: 1040 }, true)
  const refused = against({ kind: 'none', why: 'notWholeBefore' })
  for (const yoy of [null, cut, refused]) {
    expect(quotedGrowth(answer(stated(198, '198条'), yoy))).toEqual(words)
  }
})

it('nothing quoted, nothing said', () => {
  expect(quotedGrowth(answerOf('adopted', '2024', counted(1245), { yoy: rise }))).toEqual([])
})
