import { describe, expect, it } from 'vitest'
import { POINT_RULES } from '#shared/settings/points.ts'
import { nextRule, ruleFaults, ruleRow, rulesOf, type RuleRow } from '#web/settings/point-rules.ts'

const rows = (): RuleRow[] => POINT_RULES.map(ruleRow)
const changed = (change: Partial<RuleRow>): RuleRow[] =>
  rows().map((row) => ({ ...row, ...change }))

describe('a rule for points in its form', () => {
  it('shows hundredths as points and factors, and keeps them unchanged', () => {
    const [row] = rows()
    expect(row?.pieces).toEqual({
      text: '1',
      video: '2',
      live: '3',
      poster: '1.5',
      h5: '3',
      audio: '1.5',
    })
    expect(row?.adoptions.national).toBe('20')
    expect(row?.positions).toEqual([
      { word: '头版', factor: '2' },
      { word: '新闻联播', factor: '2' },
    ])
    expect(rulesOf(rows())).toEqual(POINT_RULES)
  })

  it('leaves out a form left blank: it has no points, not zero', () => {
    const [rule] = rulesOf(changed({ pieces: { text: '1', video: ' ', live: '0' } }))
    expect(rule?.pieces).toEqual({ text: 100, live: 0 })
  })

  it('takes decimals without losing a hundredth', () => {
    const [rule] = rulesOf(changed({ pieces: { text: '1.15', video: '0.29' } }))
    expect(rule?.pieces).toEqual({ text: 115, video: 29 })
  })

  it('says what is wrong', () => {
    expect(ruleFaults(rows())).toEqual([])
    expect(ruleFaults(changed({ name: ' ' }))).toEqual(['每份计分办法都要有名称。'])
    expect(ruleFaults([...rows(), ...rows()])).toEqual(['两份计分办法不能同名。'])
    expect(ruleFaults(changed({ year: '24' }))).toEqual(['年份写四位数，如 2024。'])
    const numbers = '分值在 0 到 1000 之间，最多两位小数；没有分的留空。'
    for (const text of ['-1', '1.234', '一分', '1000.01'])
      expect(ruleFaults(changed({ pieces: { text } }))).toEqual([numbers])
    expect(ruleFaults(changed({ positions: [{ word: '', factor: '2' }] }))).toEqual([
      '版面位置要写明字样，倍数在 0 到 1000 之间，最多两位小数。',
    ])
  })

  it('starts the next year from the newest, changing neither', () => {
    const all = [...rows(), ...changed({ name: '旧办法', year: '2022' })]
    const next = nextRule(all)
    expect([next.name, next.year, next.pieces.video]).toEqual(['2025 年计分办法', '2025', '2'])
    next.pieces.video = '9'
    expect(all[0]?.pieces.video).toBe('2')
  })
})
