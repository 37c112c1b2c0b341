import { expect, it } from 'vitest'
import { amountWords, differenceWords, disagreementLine } from '#shared/headlines/disagreement.ts'
import { yearPeriod } from '#shared/time/period.ts'

const pair = {
  label: '上级采用',
  metric: 'adopted',
  period: yearPeriod(2024),
  agrees: false,
  unit: '条',
  left: { words: '填报', value: 1246, source: '报告' },
  right: { words: '台账合计', value: 1245, source: '上级采用台账' },
  difference: 1,
} as const

it('states both sides and what lies between', () => {
  expect(disagreementLine(pair)).toBe(
    '2024年上级采用：填报 1,246 条，台账合计 1,245 条，相差 1 条。',
  )
})

it('keeps the wording of what was not stated exactly', () => {
  const vague = {
    ...pair,
    left: { ...pair.left, words: '填报“1200余条”', value: 1200 },
    difference: -45,
  }
  expect(disagreementLine(vague)).toBe(
    '2024年上级采用：填报“1200余条”，台账合计 1,245 条，相差 45 条。',
  )
})

it('a sum of parts that are only about right says so, and so does what lies between', () => {
  const about = {
    ...pair,
    left: { words: '填报合计', value: 1246, source: '报告' },
    right: { words: '分项之和', value: 1300, source: '报告', qualifier: 'nearly' },
    difference: -54,
  }
  expect(disagreementLine(about)).toBe(
    '2024年上级采用：填报合计 1,246 条，分项之和 近 1,300 条，相差 约 54 条。',
  )
  expect(differenceWords(about)).toBe('约 −54 条（4.15%）')
})

it('keeps a unit that no metric has', () => {
  expect(amountWords(140, '期')).toBe('140 期')
  expect(amountWords(426_450_000, 'money')).toBe('426.45 万元')
})
