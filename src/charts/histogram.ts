import type { Drawing } from './drawing.ts'
import type { Histogram } from './kinds.ts'
import { amountText, numberText } from './scale.ts'
import type { ChartTable } from './table.ts'
import { fitted, textWidth } from './text.ts'

interface DrawnBin {
  readonly key: string
  /** Empty where the axis has no room for it. */
  readonly label: string
  readonly text: string
  readonly x: number
  readonly width: number
  readonly top: number
  readonly height: number
  readonly middle: number
  /** The middle of the label, which stays within the drawing. */
  readonly labelAt: number
}

interface DrawnLine {
  readonly x: number
  readonly label: string
  readonly labelAt: number
  readonly labelY: number
  readonly isLeft: boolean
  /** Where it ends: above the number of its bin. */
  readonly foot: number
}

export interface HistogramDrawing extends Drawing {
  readonly base: number
  readonly bins: readonly DrawnBin[]
  readonly lines: readonly DrawnLine[]
}

const PLOT = 170
const LINE_HEIGHT = 18

/** Bins from zero up with their counts on them, and lines across the bins they stand in. */
export function histogramDrawing(
  { bins, lines, unit }: Histogram,
  width: number,
): HistogramDrawing {
  const head = lines.length * LINE_HEIGHT + 18
  const base = head + PLOT
  const each = bins.length === 0 ? width : width / bins.length
  const highest = Math.max(1, ...bins.map(({ value }) => value))
  const widest = Math.max(0, ...bins.map(({ label }) => textWidth(label, 11)))
  // Every label has room, or every second one, or …
  const every = Math.max(1, Math.ceil((widest + 6) / each))
  const drawn = bins.map(({ key, label, value }, i) => {
    const height = value > 0 ? Math.max(1, (value / highest) * PLOT) : 0
    const middle = (i + 0.5) * each
    const half = textWidth(label, 11) / 2
    return {
      key,
      label: i % every === 0 ? fitted(label, 11, each * every) : '',
      text: textWidth(numberText(value), 11) <= each ? numberText(value) : '',
      x: i * each + each * 0.08,
      width: each * 0.84,
      top: base - height,
      height,
      middle,
      labelAt: Math.max(half, Math.min(width - half, middle)),
    }
  })
  const placed = lines.flatMap(({ bin, label }, i) => {
    const index = bins.findIndex(({ key }) => key === bin)
    if (index < 0) return []
    const x = (index + 0.5) * each
    const isLeft = x + 6 + textWidth(label, 12) > width
    const top = drawn[index]?.top ?? base
    return [
      {
        x,
        label,
        isLeft,
        labelAt: isLeft ? x - 6 : x + 6,
        labelY: 12 + i * LINE_HEIGHT,
        foot: top - 18,
      },
    ]
  })
  const spots = bins.map(({ key, label, value }, i) => {
    const said = lines.filter(({ bin }) => bin === key).map((line) => `，${line.label}`)
    const words = `${label}：${amountText(value, unit)}${said.join('')}`
    const pick = value > 0 ? key : null
    return { key, label: words, pick, x: i * each, y: head - 18, width: each, height: PLOT + 38 }
  })
  const steps = { across: 1, down: 1 }
  return { width, height: base + 22, keys: [], spots, steps, base, bins: drawn, lines: placed }
}

/** The same as text; what the lines say stands behind their bins. */
export function histogramTable({ bins, lines, unit }: Histogram): ChartTable {
  return {
    columns: ['区间', unit, '线'],
    rows: bins.map(({ key, label, value }) => [
      label,
      numberText(value),
      lines
        .filter(({ bin }) => bin === key)
        .map((line) => line.label)
        .join('；'),
    ]),
  }
}
