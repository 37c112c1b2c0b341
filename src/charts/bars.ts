import type { Drawing, LegendKey, Spot } from './drawing.ts'
import type { Bars } from './kinds.ts'
import { labelLines, noteLine, rowPlan } from './row-plan.ts'
import { amountText } from './scale.ts'
import type { ChartTable } from './table.ts'
import { fitted, textWidth } from './text.ts'

type BarRow = Bars['rows'][number]

interface DrawnBar {
  readonly key: string
  readonly labels: readonly string[]
  readonly text: string
  readonly note: string
  readonly isMuted: boolean
  readonly y: number
  readonly middle: number
  readonly length: number
  /** Where last year's tick stands; null for none. */
  readonly beforeAt: number | null
  readonly textAt: number
  readonly noteAt: number
}

export interface BarsDrawing extends Drawing {
  readonly barLeft: number
  readonly isNarrow: boolean
  readonly rows: readonly DrawnBar[]
}

export const BAR_THICK = 14
const [ROW, TALL_ROW, NARROW_ROW] = [32, 40, 48]

/** The key of the row in which the rest stands together: nothing of its own is behind it. */
const REST_KEY = 'rest'

/** A row that is no name of its own: 未填, or the rest. */
const isMuted = ({ key, label }: BarRow): boolean =>
  key === '' || key === REST_KEY || label === '未填'

/** Horizontal bars from zero in a width in pixels, last year's tick across each. */
export function barsDrawing(chart: Bars, width: number): BarsDrawing {
  const plan = rowPlan(chart.rows, width)
  const { isNarrow, barLeft, barWidth } = plan
  const highest = Math.max(0, ...chart.rows.flatMap(({ value, before }) => [value, before ?? 0]))
  const at = (value: number) => (highest === 0 ? 0 : (Math.max(0, value) / highest) * barWidth)
  let top = 0
  const spots: Spot[] = []
  const rows = chart.rows.map((row) => {
    const labels = isNarrow ? [narrowLabel(row, width)] : labelLines(row.label, plan)
    const height = isNarrow ? NARROW_ROW : labels.length > 1 ? TALL_ROW : ROW
    const y = top
    top += height
    const pick = row.key === REST_KEY ? null : row.key
    spots.push({ key: row.key, label: barWords(row, chart.unit), pick, x: 0, y, width, height })
    const textAt = isNarrow
      ? width - noteRoom(row) - textWidth(row.text, 13)
      : barLeft + at(row.value) + 8
    return {
      key: row.key,
      labels,
      text: row.text,
      note: isNarrow ? row.note : noteLine(row.note, plan, width),
      isMuted: isMuted(row),
      y,
      middle: isNarrow ? y + 33 : y + height / 2,
      length: row.value > 0 ? Math.max(1, at(row.value)) : 0,
      beforeAt: row.before === null ? null : barLeft + at(row.before),
      textAt: isNarrow
        ? textAt
        : Math.max(textAt, row.before === null ? 0 : barLeft + at(row.before) + 8),
      noteAt: isNarrow ? width : plan.noteLeft,
    }
  })
  const steps = { across: 1, down: 1 }
  return { width, height: top, keys: keysOf(chart), spots, steps, barLeft, isNarrow, rows }
}

const noteRoom = ({ note }: BarRow): number => (note === '' ? 0 : textWidth(note, 12) + 8)

const narrowLabel = (row: BarRow, width: number): string =>
  fitted(row.label, 13, width - textWidth(row.text, 13) - noteRoom(row) - 10)

const keysOf = ({ rows }: Bars): LegendKey[] =>
  rows.some(({ before }) => before !== null)
    ? [{ label: '上年同期', shape: 'tick', look: 'before' }]
    : []

function barWords({ label, text, before, note }: BarRow, unit: string): string {
  const last = before === null ? '' : `上年同期 ${amountText(before, unit)}`
  return [`${label}：${text}`, last, note].filter((part) => part !== '').join('，')
}

/** The same figures as text. */
export function barsTable({ unit, rows }: Bars): ChartTable {
  const hasBefore = rows.some(({ before }) => before !== null)
  const hasNotes = rows.some(({ note }) => note !== '')
  return {
    columns: ['分项', unit, ...(hasBefore ? ['上年同期'] : []), ...(hasNotes ? ['说明'] : [])],
    rows: rows.map(({ label, text, before, note }) => [
      label,
      text,
      ...(hasBefore ? [before === null ? '—' : amountText(before, unit)] : []),
      ...(hasNotes ? [note] : []),
    ]),
  }
}
