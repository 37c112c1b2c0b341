import { describe, expect, it } from 'vitest'
import { stackOf, stackTable } from '#charts/stack.ts'
import { LIGHT } from '#charts/theme.ts'
import type { Answer } from '#shared/contract/figures.ts'
import {
  answerOf,
  counted,
  countedUntil,
  monthsOfYear,
  amountsOf,
  stated,
} from '#test/support/answers.ts'

function january(
  metric: 'published' | 'adopted' | 'alerted',
  parts: Answer['months'][number]['parts'],
): Answer {
  const months = monthsOfYear(2024, [100]).map((point, i) =>
    i === 0 ? { ...point, parts } : point,
  )
  return answerOf(metric, '2024-01', counted(100), { months })
}

const firstOf = (answer: Answer) =>
  stackOf(answer, LIGHT).series.map(({ label, colour, values }) => [label, colour, values[0]])

describe('parts of a stack', () => {
  it('past six, all but the five largest become 其他', () => {
    const sizes = { 甲: 40, 乙: 20, 丙: 15, 丁: 10, 戊: 8, 己: 4, 庚: 3 }
    expect(firstOf(january('published', amountsOf(sizes)))).toEqual([
      ['甲', '#a4261d', 40],
      ['乙', '#d9a13b', 20],
      ['丙', '#2f6db5', 15],
      ['丁', '#3b8a6e', 10],
      ['戊', '#8a6bb0', 8],
      ['其他', '#b9b2a8', 7],
    ])
  })

  it('six stay as they are', () => {
    const sizes = { 甲: 40, 乙: 20, 丙: 15, 丁: 10, 戊: 8, 己: 7 }
    expect(firstOf(january('published', amountsOf(sizes)))).toHaveLength(6)
  })

  it('levels keep their order and their own colours', () => {
    const sizes = { municipal: 60, national: 10, provincial: 30 }
    expect(firstOf(january('adopted', amountsOf(sizes)))).toEqual([
      ['国家级', '#7a1a13', 10],
      ['省级', '#c4543a', 30],
      ['市级', '#e5ae5c', 60],
    ])
  })

  it('what has no value in the field is said to be blank', () => {
    const [, blank] = firstOf(january('published', amountsOf({ 甲: 90, '': 10 })))
    expect(blank?.[0]).toBe('未填')
  })

  it('a stated month stands whole beside the parts of the others', () => {
    const months = monthsOfYear(2024, [100, stated(120, '120')]).map((point, i) =>
      i === 0 ? { ...point, parts: amountsOf({ 甲: 100 }) } : point,
    )
    const { series } = stackOf(answerOf('published', '2024', counted(220), { months }), LIGHT)
    expect(series.map(({ label, values }) => [label, values.slice(0, 2)])).toEqual([
      ['甲', [100, null]],
      ['未分项', [null, 120]],
    ])
  })
})

it('the table says what the bars cannot: why a month is missing, and how it was worded', () => {
  const months = monthsOfYear(2024, [
    1100,
    null,
    stated(140, '约 140 余条', 'about'),
    countedUntil('2024-04-20', 50),
  ])
  const monthsBefore = monthsOfYear(2023, [1000])
  const answer = answerOf('published', '2024', counted(1290), { months, monthsBefore })
  const { columns, rows } = stackTable(answer, stackOf(answer, LIGHT))
  expect(columns).toEqual(['月份', '合计', '上年同月'])
  expect(rows.slice(0, 5)).toEqual([
    ['1月', '1,100', '1,000'],
    ['2月', '未登记', '—'],
    ['3月', '约 140 余条', '—'],
    ['4月（未满）', '50', '—'],
    ['5月', '尚未开始', '—'],
  ])
})
