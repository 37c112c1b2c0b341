import type { Marks } from '#shared/contract/boards.ts'
import { dayLabel, monthLabel } from '#shared/time/words.ts'
import { dayMarkWords, markKeys, marksWithin } from './day-marks.ts'
import type { Box, Drawing, LegendKey } from './drawing.ts'
import type { DayLine } from './kinds.ts'
import { amountText, numberText, ticks } from './scale.ts'
import type { ChartTable } from './table.ts'
import { textWidth } from './text.ts'

export interface DayLineDrawing extends Drawing {
  readonly plot: Box
  /** The line through the days that have a value; it breaks where one has none. */
  readonly path: string
  /** Days alone between two gaps, which a line would not show. */
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  readonly band: Box | null
  readonly rules: readonly { readonly y: number; readonly label: string }[]
  readonly labels: readonly { readonly x: number; readonly label: string }[]
  readonly protections: readonly (Box & { readonly name: string })[]
  readonly notes: readonly { readonly x: number; readonly title: string }[]
  /** What is not over yet. */
  readonly rest: Box | null
}

const [TOP, HEIGHT, BOTTOM] = [18, 180, 22]

/** A line by days in a width in pixels. */
export function dayLineDrawing(
  chart: DayLine,
  width: number,
  marks: Marks = { notes: [], protections: [] },
): DayLineDrawing {
  const { days, band, unit } = chart
  const highest = Math.max(0, band?.high ?? 0, ...days.map(({ value }) => value ?? 0))
  const scale = ticks(highest, 4)
  const top = scale.at(-1) ?? 1
  const left = 8 + Math.ceil(Math.max(0, ...scale.map((tick) => textWidth(numberText(tick), 11))))
  const plot = { x: left, y: TOP, width: Math.max(40, width - left - 4), height: HEIGHT }
  const each = plot.width / Math.max(1, days.length)
  const xAt = (i: number) => plot.x + (i + 0.5) * each
  const yAt = (value: number) => plot.y + plot.height * (1 - value / top)
  const [first = '', last = ''] = [days[0]?.day, days.at(-1)?.day]
  const near = marksWithin(marks, first, last)
  const index = new Map(days.map(({ day }, i) => [day, i]))
  const end = days.findLastIndex(({ value }) => value !== null)
  const spanBox = ({ from, to }: { from: string; to: string }): Box => {
    const [a, b] = [index.get(from) ?? 0, index.get(to) ?? days.length - 1]
    return { x: plot.x + a * each, y: plot.y, width: (b - a + 1) * each, height: plot.height }
  }
  return {
    width,
    height: TOP + HEIGHT + BOTTOM,
    keys: keysOf(chart, near, end < days.length - 1),
    spots: days.map(({ day, value }, i) => ({
      key: day,
      label: `${dayLabel(day)}：${valueWord(value, unit, i > end)}${dayMarkWords(day, near)}`,
      pick: value === null ? null : day,
      x: plot.x + i * each,
      y: plot.y,
      width: each,
      height: plot.height,
    })),
    steps: { across: 1, down: 7 },
    plot,
    ...linePath(days, xAt, yAt),
    band: band && {
      x: plot.x,
      y: yAt(band.high),
      width: plot.width,
      height: Math.max(1, yAt(band.low) - yAt(band.high)),
    },
    rules: scale.map((tick) => ({ y: yAt(tick), label: numberText(tick) })),
    labels: dayLabels(days, xAt, each).filter(
      ({ x, label }) => x + textWidth(label, 11) / 2 <= width,
    ),
    protections: near.protections.map((one) => ({ ...spanBox(one), name: one.name })),
    notes: near.notes.map((note) => ({ x: xAt(index.get(note.from) ?? 0), title: note.title })),
    rest: end < days.length - 1 ? spanBox({ from: days[end + 1]?.day ?? last, to: last }) : null,
  }
}

/** After the last value a day is not over, or not told yet; before it, nobody registered it. */
const valueWord = (value: number | null, unit: string, isAfter: boolean): string =>
  value === null ? (isAfter ? '还没有数' : '未登记') : amountText(value, unit)

function linePath(
  days: DayLine['days'],
  xAt: (i: number) => number,
  yAt: (value: number) => number,
): { path: string; dots: { x: number; y: number }[] } {
  const dots: { x: number; y: number }[] = []
  const round = (n: number) => Math.round(n * 10) / 10
  const has = (i: number) => (days[i]?.value ?? null) !== null
  const path = days.flatMap(({ value }, i) => {
    if (value === null) return []
    const [x, y] = [round(xAt(i)), round(yAt(value))]
    if (!has(i - 1) && !has(i + 1)) dots.push({ x, y })
    return [`${has(i - 1) ? 'L' : 'M'}${x} ${y}`]
  })
  return { path: path.join(''), dots }
}

/** Months under a long span, days under a short one, as many as have room. */
function dayLabels(
  days: DayLine['days'],
  xAt: (i: number) => number,
  each: number,
): { x: number; label: string }[] {
  const isLong = days.length > 62
  const named = days.flatMap(({ day }, i) => {
    if (isLong) return day.endsWith('-01') ? [{ x: xAt(i), label: monthLabel(day) }] : []
    return [{ x: xAt(i), label: dayLabel(day) }]
  })
  const apart = isLong ? each * 30.4 : each
  const every = Math.max(1, Math.ceil((isLong ? 36 : 62) / apart))
  return named.filter((_, i) => i % every === 0)
}

function keysOf({ band }: DayLine, near: Marks, hasRest: boolean): LegendKey[] {
  return [
    { label: '每日', shape: 'line', look: 'line' },
    ...(band ? [{ label: band.label, shape: 'box', look: 'band' } as const] : []),
    ...markKeys(near, { shape: 'box', look: 'protection is-band' }),
    ...(hasRest ? [{ label: '还没有数', shape: 'box', look: 'unfinished' } as const] : []),
  ]
}

/** The days as text. */
export function dayLineTable({ days, unit }: DayLine, marks?: Marks): ChartTable {
  const end = days.findLastIndex(({ value }) => value !== null)
  return {
    columns: ['日期', unit, '说明'],
    rows: days.map(({ day, value }, i) => [
      day,
      value === null ? valueWord(value, unit, i > end) : numberText(value),
      marks ? dayMarkWords(day, marks).slice(1) : '',
    ]),
  }
}
