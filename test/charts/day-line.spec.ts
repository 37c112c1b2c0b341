import { describe, expect, it } from 'vitest'
import { dayLineDrawing, dayLineTable } from '#charts/day-line.ts'
import type { DayLine } from '#charts/kinds.ts'

const values = [10, 20, null, 30, null, null]
const chart: DayLine = {
  title: '题',
  subtitle: '注',
  unit: '条',
  days: values.map((value, i) => ({ day: `2024-10-0${i + 1}`, value })),
  band: { low: 10, high: 30, label: '平日 10—30 条' },
}
const marks = {
  notes: [{ id: 'n', from: '2024-10-02', to: '2024-10-02', title: '搬迁' }],
  protections: [{ id: 'p', from: '2024-09-28', to: '2024-10-02', name: '国庆' }],
}

describe('a line by days', () => {
  const drawing = dayLineDrawing(chart, 620, marks)

  it('breaks where a day is absent, and dots a day that stands alone', () => {
    expect(drawing.path.match(/M/g)).toHaveLength(2)
    expect(drawing.path.match(/L/g)).toHaveLength(1)
    expect(drawing.dots).toHaveLength(1)
  })

  it('tells a gap from what has no figure yet', () => {
    expect(drawing.spots.map(({ label }) => label)).toEqual([
      '10月1日：10 条，重保期：国庆',
      '10月2日：20 条，重保期：国庆，注记：搬迁',
      '10月3日：未登记',
      '10月4日：30 条',
      '10月5日：还没有数',
      '10月6日：还没有数',
    ])
    expect(drawing.spots.map(({ pick }) => pick)).toEqual([
      '2024-10-01',
      '2024-10-02',
      null,
      '2024-10-04',
      null,
      null,
    ])
  })

  it('hatches the days after the last figure, two of six', () => {
    const { plot, rest } = drawing
    expect(rest?.width).toBeCloseTo(plot.width / 3)
    expect((rest?.x ?? 0) + (rest?.width ?? 0)).toBeCloseTo(plot.x + plot.width)
  })

  it('cuts a 重保期 at the first day shown', () => {
    const [band] = drawing.protections
    expect(band?.x).toBe(drawing.plot.x)
    expect(band?.width).toBeCloseTo(drawing.plot.width / 3)
  })

  it('lays the band between its two values', () => {
    // The axis ends at 30: the band takes its upper two thirds.
    expect(drawing.band?.y).toBe(drawing.plot.y)
    expect(drawing.band?.height).toBeCloseTo((drawing.plot.height * 2) / 3)
  })

  it('names only what it draws', () => {
    expect(drawing.keys.map(({ label }) => label)).toEqual([
      '每日',
      '平日 10—30 条',
      '重保期',
      '注记',
      '还没有数',
    ])
    const bare = { ...chart, band: null, days: chart.days.slice(0, 2) }
    expect(dayLineDrawing(bare, 620).keys.map(({ label }) => label)).toEqual(['每日'])
    expect(dayLineDrawing(bare, 620).rest).toBeNull()
  })
})

it('the table says the same', () => {
  expect(dayLineTable(chart, marks).rows[1]).toEqual([
    '2024-10-02',
    '20',
    '重保期：国庆，注记：搬迁',
  ])
  expect(dayLineTable(chart).rows[2]).toEqual(['2024-10-03', '未登记', ''])
})
