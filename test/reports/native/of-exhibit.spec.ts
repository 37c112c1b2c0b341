import { describe, expect, it } from 'vitest'
import type { NativeChart } from '#reports/native/native.ts'
import { nativeOf } from '#reports/native/of-exhibit.ts'
import type { SlideExhibit } from '#shared/contract/decks.ts'
import type { Answer } from '#shared/contract/figures.ts'
import {
  amountsOf,
  answerOf,
  counted,
  countedUntil,
  monthsOfYear,
  stated,
} from '#test/support/answers.ts'

function chartOf(exhibit: SlideExhibit): NativeChart {
  const native = nativeOf(exhibit)
  if (native.kind !== 'chart') throw new Error('a table')
  return native
}

const PARTS: Readonly<Record<number, Record<string, number>>> = {
  0: { national: 4, municipal: 6 },
  2: { national: 12 },
}
const adopted: Answer = answerOf('adopted', '2024-03', counted(30), {
  months: monthsOfYear(2024, [
    10,
    null,
    countedUntil('2024-03-20', 12),
    stated(200, '近200', 'nearly'),
  ]).map((point, n) => (n === 3 ? point : { ...point, parts: amountsOf(PARTS[n] ?? {}) })),
  monthsBefore: monthsOfYear(2023, [8]),
})
describe('months as a chart of office programs', () => {
  it('stand in parts with their whole above and last year dashed; gaps are no zeros', () => {
    const chart = chartOf({ kind: 'stack', answer: adopted })
    expect(chart.isStacked).toBe(true)
    expect(chart.categories.slice(0, 3)).toEqual(['1月', '2月', '3月'])
    expect(
      chart.series.map(({ label, draw, values }) => [label, draw, values.slice(0, 5)]),
    ).toEqual([
      ['国家级', 'bar', [4, null, 12, null, null]],
      ['市级', 'bar', [6, null, null, null, null]],
      ['未分项', 'bar', [null, null, null, 200, null]],
      ['上年同月', 'dashes', [8, null, null, null, null]],
      ['合计', 'labels', [10, null, 12, 200, null]],
    ])
    expect(chart.series[0]).toMatchObject({ colour: '#7a1a13', isLabelled: false })
    expect(chart.unit).toBe('条')
    expect(chart.isWhole).toBe(true)
  })

  it('mark the month that is not over, and say what somebody stated', () => {
    const { series, notes } = chartOf({ kind: 'stack', answer: adopted })
    expect(series[0]?.marks.slice(0, 4)).toEqual(['plain', 'plain', 'partial', 'plain'])
    expect(notes).toEqual(['填报数：4月 近200'])
  })

  it('without parts carry their numbers themselves', () => {
    const months = monthsOfYear(2024, [5])
    const { series, isStacked } = chartOf({
      kind: 'stack',
      answer: answerOf('adopted', '2024-01', counted(5), { months }),
    })
    expect(isStacked).toBe(false)
    expect(series.map(({ label, isLabelled }) => [label, isLabelled])).toEqual([['上级采用', true]])
  })

  it('of money are in 万元, of shares in percent, of lengths in the largest unit that fits', () => {
    const of = (metric: Answer['metric'], value: number) => {
      const months = monthsOfYear(2024, [value])
      const answer = answerOf(metric, '2024-01', counted(value), { months })
      const { unit, format, series } = chartOf({ kind: 'lines', answer })
      return [unit, format.label, series[0]?.values[0]]
    }
    expect(of('paid', 36_078_012)).toEqual(['万元', '#,##0.00', 36.078012])
    expect(of('executionRate', 0.846)).toEqual(['%', '0.0%', 0.846])
    expect(of('stoppage', 9000)).toEqual(['小时', '0.0"小时"', 2.5])
    expect(of('stoppage', 150)).toEqual(['分钟', '0.0"分钟"', 2.5])
    expect(of('stoppage', 90)).toEqual(['秒', '#,##0"秒"', 90])
  })
})

describe('amounts by name as a chart of office programs', () => {
  const row = { key: 'a', label: '新华社', value: 31, text: '31', before: 20, note: '国家级' }

  it('keep their order, mute the rest and pair each with last year', () => {
    const rest = { ...row, key: 'rest', label: '其余 3 家', before: null, note: '' }
    const chart = chartOf({ kind: 'bars', unit: '条', rows: [row, rest] })
    expect(chart.direction).toBe('rows')
    expect(chart.categories).toEqual(['新华社（国家级）', '其余 3 家'])
    expect(chart.series.map(({ label, values, marks }) => [label, values, marks])).toEqual([
      ['本期', [31, 31], ['plain', 'muted']],
      ['上年同期', [20, null], ['plain', 'muted']],
    ])
  })

  it('keep the words of what is only about right, and scale by the unit that the word means', () => {
    const about = { ...row, text: '近 30 条', before: null }
    expect(chartOf({ kind: 'bars', unit: '条', rows: [about] }).categories).toEqual([
      '新华社（近 30 条，国家级）',
    ])
    const money = { ...row, value: 1_234_500, text: '1.23 万元', before: null, note: '' }
    const chart = chartOf({ kind: 'bars', unit: '万元', rows: [money] })
    expect(chart.series[0]?.values).toEqual([1.2345])
    expect(chart.categories).toEqual(['新华社'])
  })
})

describe('the other charts of the pages', () => {
  it('a funnel is bars from zero that say their shares; an absent step is a gap and says why', () => {
    const step = { key: 'a', label: '监测信息', value: 7486, text: '7,486 条', share: '' }
    const chart = chartOf({
      kind: 'funnel',
      steps: [
        step,
        { ...step, key: 'b', label: '预警', value: 163, text: '163 条', share: '监测的 2.18%' },
        { ...step, key: 'c', label: '转发', value: null, text: '未登记', share: '' },
      ],
    })
    expect(chart.categories).toEqual(['监测信息', '预警（监测的 2.18%）', '转发（未登记）'])
    expect(chart.series.map(({ values }) => values)).toEqual([[7486, 163, null]])
  })

  it('bullets are rates beside 序时进度', () => {
    const row = { key: 'a', label: '基本支出', value: 0.8461, text: '84.6%', tone: 'good' as const }
    const chart = chartOf({
      kind: 'bullets',
      paceLabel: '序时进度 83.3%',
      rows: [{ ...row, pace: 0.8333, note: '305.66 / 361.25' }],
    })
    expect(chart.categories).toEqual(['基本支出（305.66 / 361.25）'])
    expect(chart.series.map(({ label, values }) => [label, values])).toEqual([
      ['执行率', [0.8461]],
      ['序时进度 83.3%', [0.8333]],
    ])
    expect(chart.format.label).toBe('0.0%')
  })

  it('a histogram is columns, its lines said in words', () => {
    const chart = chartOf({
      kind: 'histogram',
      unit: '条',
      bins: [{ key: 'a', label: '1 小时内', value: 12 }],
      lines: [{ bin: 'a', label: '中位 46分' }],
    })
    expect([chart.direction, chart.notes]).toEqual(['columns', ['中位 46分']])
    expect(chart.series[0]?.values).toEqual([12])
  })

  it('days are a line with gaps between the edges of the band', () => {
    const chart = chartOf({
      kind: 'dayLine',
      unit: '条',
      days: [
        { day: '2024-10-01', value: 240 },
        { day: '2024-10-02', value: null },
      ],
      band: { low: 200, high: 260, label: '往常 200—260 条' },
    })
    expect(chart.categories).toEqual(['10-01', '10-02'])
    expect(chart.series.map(({ draw, values }) => [draw, values])).toEqual([
      ['line', [240, null]],
      ['dashes', [260, 260]],
      ['dashes', [200, 200]],
    ])
    expect(chart.notes).toEqual(['往常 200—260 条'])
  })
})

describe('what no office program charts is a table with shaded cells', () => {
  it('days by amount: the darker the more, absent days empty', () => {
    const day = (at: string, value: number) => ({ day: at, value, label: '' })
    const native = nativeOf({
      kind: 'calendar',
      from: '2024-09',
      to: '2024-10',
      unit: '次',
      scale: 'amount',
      days: [day('2024-09-01', 0), day('2024-10-02', 4)],
    })
    if (native.kind !== 'table') throw new Error('a chart')
    expect(native.columns.slice(0, 3)).toEqual(['月', '1', '2'])
    expect(native.rows.map((row) => row.slice(0, 3))).toEqual([
      [{ text: '2024-09' }, { text: '0', fill: '#f6f4ef' }, { text: '' }],
      [{ text: '2024-10' }, { text: '' }, { text: '4', fill: '#6a150f', ink: '#ffffff' }],
    ])
    expect(native.notes.at(-1)).toBe('空格：未登记')
  })

  it('days by judgement carry a sign besides their colour', () => {
    const day = { day: '2024-10-01', value: 2, tone: 'bad' as const, label: '' }
    const native = nativeOf({
      kind: 'calendar',
      from: '2024-10',
      to: '2024-10',
      unit: '条',
      scale: 'tone',
      tones: { good: '达到', bad: '没有达到' },
      days: [day],
    })
    if (native.kind !== 'table') throw new Error('a chart')
    expect(native.rows[0]?.[1]).toEqual({ text: '2×', fill: '#fbe9e4' })
    expect(native.notes).toEqual(['× 没有达到', '空格：未登记'])
  })

  it('hours by weekday: an hour without any is zero', () => {
    const native = nativeOf({
      kind: 'weekHours',
      unit: '条',
      cells: [{ weekday: 1, hour: 8, value: 5 }],
    })
    if (native.kind !== 'table') throw new Error('a chart')
    expect(native.rows).toHaveLength(7)
    expect([native.rows[0]?.[9], native.rows[6]?.[24]].map((cell) => cell?.text)).toEqual([
      '5',
      '0',
    ])
  })
})

it('a table stays a table', () => {
  expect(
    nativeOf({
      kind: 'table',
      columns: ['指标', '数'],
      numbers: [false, true],
      rows: [['甲', '1']],
    }),
  ).toEqual({
    kind: 'table',
    columns: ['指标', '数'],
    numbers: [false, true],
    rows: [[{ text: '甲' }, { text: '1' }]],
    notes: [],
  })
})
