import type { Drawing, LegendKey, Spot } from './drawing.ts'
import { REST_KEY, type Bars } from './kinds.ts'
import { rowLines, rowPlan, type RowLines } from './row-plan.ts'
import { amountText } from './scale.ts'
import type { ChartTable } from './table.ts'

type BarRow = Bars['rows'][number]

interface DrawnBar extends RowLines {
  readonly key: string
  readonly text: string
  readonly isMuted: boolean
  readonly y: number
  readonly length: number
  /** Where last year's tick stands; null for none. */
  readonly beforeAt: number | null
  readonly textAt: number
  readonly noteAt: number
}

export interface BarsDrawing extends Drawing {
  readonly barLeft: number
  /** Figures, and notes beside them, end where they are placed instead of beginning there. */
  readonly isNarrow: boolean
  readonly hasNotesBelow: boolean
  readonly rows: readonly DrawnBar[]
}

export const BAR_THICK = 14

/** A row that is no name of its own: 未填, or the rest. */
const isMuted = ({ key, label }: BarRow): boolean =>
  key === '' || key === REST_KEY || label === '未填'

/** Horizontal bars from zero in a width in pixels, last year's tick across each. */
export function barsDrawing(chart: Bars, width: number): BarsDrawing {
  const plan = rowPlan(chart.rows, width)
  const { isNarrow, hasNotesBelow, barLeft, barWidth } = plan
  const highest = Math.max(0, ...chart.rows.flatMap(({ value, before }) => [value, before ?? 0]))
  const at = (value: number) => (highest === 0 ? 0 : (Math.max(0, value) / highest) * barWidth)
  let top = 0
  const spots: Spot[] = []
  const rows = chart.rows.map((row): DrawnBar => {
    const lines = rowLines(row, plan, width)
    const y = top
    top += lines.height
    const pick = row.key === REST_KEY ? null : row.key
    const label = barWords(row, chart.unit)
    spots.push({ key: row.key, label, pick, x: 0, y, width, height: lines.height })
    const length = row.value > 0 ? Math.max(1, at(row.value)) : 0
    const beforeAt = row.before === null ? null : barLeft + at(row.before)
    const end = Math.max(barLeft + length, beforeAt ?? 0)
    return {
      ...lines,
      key: row.key,
      text: row.text,
      isMuted: isMuted(row),
      y,
      length,
      beforeAt,
      textAt: plan.isNarrow ? plan.textEnd : end + 8,
      noteAt: plan.isNarrow && !plan.hasNotesBelow ? width : plan.noteLeft,
    }
  })
  const steps = { across: 1, down: 1 }
  const places = { barLeft, isNarrow, hasNotesBelow }
  return { width, height: top, keys: keysOf(chart), spots, steps, ...places, rows }
}

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
