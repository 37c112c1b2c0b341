import { describe, expect, it } from 'vitest'
import type { Run } from '#shared/contract/documents.ts'
import { none } from '#shared/metrics/figure.ts'
import { figureOf, figuresTable, marked, said, sentences } from '#reports/documents/write.ts'
import { answerOf, counted, countedUntil, periodAt, stated } from '#test/support/answers.ts'

const plain = (runs: readonly Run[]): string =>
  runs.map((run) => (run.kind === 'note' ? '' : run.text)).join('')
const figures = (runs: readonly Run[]): string[] =>
  runs.flatMap((run) => (run.kind === 'figure' ? [`${run.tag} ${run.text}`] : []))

const adopted = answerOf('adopted', '2024-10', counted(150), {
  yoy: {
    change: { kind: 'percent', ratio: 0.271, from: 118 },
    period: periodAt('2024-10'),
    against: periodAt('2023-10'),
    isCut: false,
  },
})

describe('a sentence of a report', () => {
  it('says a figure with its changes, each number a figure of its own', () => {
    const runs = said(adopted)
    expect(plain(runs)).toBe('10月上级采用 150 条，同比增 27.1%')
    expect(figures(runs)).toEqual(['adopted@2024-10 150 条', 'adopted@2024-10!yoy 27.1%'])
  })

  it('keeps the wording of what is only stated, and marks it', () => {
    const figure = figureOf(answerOf('liveViewers', '2024', stated(110_000, '11万余', 'over')))
    expect(figure).toMatchObject({ text: '11万余', mark: '填报', tag: 'liveViewers@2024' })
  })

  it('says of what is absent that it is, and leaves out what nobody asked', () => {
    const missing = answerOf('checked', '2024-10', none('notCovered'))
    expect(plain(sentences(missing, null))).toBe('10月检查 未登记。')
  })

  it('finds numbers in a finding only where they stand by themselves', () => {
    const two = figureOf(answerOf('openAlerts', '2024-10', counted(2)))
    const runs = marked('预警 162 条；未办结 2 条。', [two])
    expect(plain(runs)).toBe('预警 162 条；未办结 2 条。')
    expect(runs.map(({ kind }) => kind)).toEqual(['text', 'figure', 'text'])
    expect(plain(runs.slice(0, 1))).toBe('预警 162 条；未办结 ')
  })
})

describe('a table of figures', () => {
  it('has numbers to the right, how far they go behind them, and a dash where nothing is compared', () => {
    const table = figuresTable('主要指标', [
      adopted,
      answerOf('checked', '2024-10', countedUntil('2024-10-23', 5)),
    ])
    const cells = table.rows.map((row) => row.map(({ runs }) => plain(runs)))
    expect(cells).toEqual([
      ['指标', '数', '同比', '环比'],
      ['上级采用', '150 条', '▲ 27.1%', '—'],
      ['检查', '5 次', '—', '—'],
    ])
    expect(table.rows[1]?.map(({ align }) => align)).toEqual(['left', 'right', 'right', 'right'])
    const [own] = table.rows[2]?.[1]?.runs ?? []
    expect(own?.kind === 'figure' && own.mark).toBe('截至 10月23日')
  })

  it('of a year has no 环比 beside its 同比', () => {
    const table = figuresTable('主要指标', [answerOf('adopted', '2024', counted(1245))])
    expect(table.rows[0]?.map(({ runs }) => plain(runs))).toEqual(['指标', '数', '同比'])
  })
})
