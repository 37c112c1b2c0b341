import { describe, expect, it } from 'vitest'
import { calendarDrawing, calendarTable, dayPlaces } from '#charts/calendar-heat.ts'
import type { CalendarHeat } from '#charts/kinds.ts'

const chart = (cells: Partial<CalendarHeat> = {}): CalendarHeat => ({
  title: '题',
  subtitle: '注',
  from: '2024-09',
  to: '2024-10',
  unit: '条',
  scale: 'amount',
  days: [
    { day: '2024-09-30', value: 0, label: '9月30日：0 条' },
    { day: '2024-10-01', value: 12, label: '10月1日：12 条' },
  ],
  ...cells,
})
const marks = {
  notes: [{ id: 'n', from: '2024-10-01', to: '2024-10-02', title: '搬迁' }],
  protections: [{ id: 'p', from: '2024-09-28', to: '2024-10-07', name: '2024 年国庆' }],
}

describe('the places of days', () => {
  it('are weeks from Monday down, each month beginning a column of its own', () => {
    const places = new Map(dayPlaces('2024-09', '2024-10').map((place) => [place.day, place]))
    // 1 September 2024 is a Sunday, 30 September a Monday, 1 October a Tuesday.
    expect(places.get('2024-09-01')).toMatchObject({ month: 0, column: 0, row: 6 })
    expect(places.get('2024-09-02')).toMatchObject({ month: 0, column: 1, row: 0 })
    expect(places.get('2024-09-30')).toMatchObject({ month: 0, column: 5, row: 0 })
    expect(places.get('2024-10-01')).toMatchObject({ month: 1, column: 6, row: 1 })
    expect(places.get('2024-10-31')).toMatchObject({ month: 1, column: 10, row: 3 })
    expect(places.size).toBe(61)
  })
})

describe('a drawn calendar', () => {
  it('tells an absent day from one with zero', () => {
    const { cells, spots } = calendarDrawing(chart(), 600)
    const lookOf = (day: string) => cells[spots.findIndex(({ key }) => key === day)]?.look
    expect(lookOf('2024-09-30')).toBe('heat-0')
    expect(lookOf('2024-09-29')).toBe('absent')
    expect(spots.find(({ key }) => key === '2024-09-29')).toMatchObject({
      label: '9月29日：未登记',
      pick: null,
    })
  })

  it('says 重保期 and notes of a day', () => {
    const { spots } = calendarDrawing(chart(), 600, marks)
    expect(spots.find(({ key }) => key === '2024-10-01')?.label).toBe(
      '10月1日：12 条，重保期：2024 年国庆，注记：搬迁',
    )
    expect(spots.find(({ key }) => key === '2024-10-09')?.label).toBe('10月9日：未登记')
  })

  it('puts the small mark of a note on its first day only', () => {
    const { cells, spots } = calendarDrawing(chart(), 600, marks)
    expect(spots.filter((_, i) => cells[i]?.hasNote).map(({ key }) => key)).toEqual(['2024-10-01'])
  })

  it('draws the line round a single day on its four sides', () => {
    const single = { id: 'p', from: '2024-10-09', to: '2024-10-09', name: '一日' }
    const { bands } = calendarDrawing(chart(), 600, { notes: [], protections: [single] })
    expect(bands).toHaveLength(1)
    expect(bands[0]?.match(/M/g)).toHaveLength(4)
  })

  it('draws no line between two days of one band', () => {
    // Wednesday and Thursday below it: six sides instead of eight.
    const two = { id: 'p', from: '2024-10-09', to: '2024-10-10', name: '两日' }
    const { bands } = calendarDrawing(chart(), 600, { notes: [], protections: [two] })
    expect(bands[0]?.match(/M/g)).toHaveLength(6)
  })

  it('keeps a year within 1,100 pixels and lets it be wider than a phone', () => {
    const year = chart({ from: '2024-01', to: '2024-12' })
    expect(calendarDrawing(year, 1100).width).toBe(1100)
    const phone = calendarDrawing(year, 318)
    // 62 columns and 11 gaps between months: 22 + 62 × 15 + 11 × 8.
    expect(phone.width).toBe(1040)
    expect(phone.size).toBe(13)
  })

  it('names each tone by word and by shape', () => {
    const tones = { good: '达到', waiting: '差一条', bad: '未达到' }
    const { keys } = calendarDrawing(chart({ scale: 'tone', tones }), 600)
    expect(keys.map(({ label, shape }) => `${label} ${shape}`)).toEqual([
      '达到 box',
      '差一条 dot',
      '未达到 stroke',
      '未登记 box',
    ])
  })
})

it('the table has every day with what is said of it', () => {
  const { columns, rows } = calendarTable(chart(), marks)
  expect(columns).toEqual(['日期', '条', '说明'])
  expect(rows).toHaveLength(61)
  expect(rows[29]).toEqual(['2024-09-30', '0', '重保期：2024 年国庆'])
  expect(rows[28]).toEqual(['2024-09-29', '未登记', '重保期：2024 年国庆'])
  expect(rows[30]).toEqual(['2024-10-01', '12', '重保期：2024 年国庆，注记：搬迁'])
})
