import type { Drawing } from './drawing.ts'
import type { Funnel } from './kinds.ts'
import { logShare } from './scale.ts'
import type { ChartTable } from './table.ts'
import { textWidth } from './text.ts'

interface DrawnStep {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly share: string
  readonly isAbsent: boolean
  readonly y: number
  readonly length: number
}

export interface FunnelDrawing extends Drawing {
  readonly barLeft: number
  readonly barWidth: number
  readonly isNarrow: boolean
  readonly rows: readonly DrawnStep[]
}

export const STEP = { bar: 26, gap: 24, narrowHead: 20 }

/** Steps as bars whose lengths go by logarithm, so that 42 is still seen beside 72,890. */
export function funnelDrawing({ steps }: Funnel, width: number): FunnelDrawing {
  const isNarrow = width < 420
  const widest = (words: readonly string[], size: number) =>
    Math.max(0, ...words.map((word) => textWidth(word, size)))
  const labels = Math.min(
    160,
    Math.ceil(
      widest(
        steps.map(({ label }) => label),
        13,
      ),
    ) + 12,
  )
  const texts =
    Math.ceil(
      widest(
        steps.map(({ text }) => text),
        15,
      ),
    ) + 12
  const barLeft = isNarrow ? 0 : labels
  const barWidth = isNarrow ? width : Math.max(60, width - labels - texts)
  const highest = Math.max(0, ...steps.map(({ value }) => value ?? 0))
  const head = isNarrow ? STEP.narrowHead : 0
  const each = head + STEP.bar + STEP.gap
  const rows = steps.map(({ key, label, value, text, share }, i) => ({
    key,
    label,
    text,
    share: i === 0 ? '' : share,
    isAbsent: value === null,
    y: i * each,
    length: value === null ? 0 : logShare(value, highest) * barWidth,
  }))
  const spots = rows.map(({ key, label, text, share, isAbsent, y }) => ({
    key,
    label: `${label}：${text}${share === '' ? '' : `，与上一步之比 ${share}`}`,
    pick: isAbsent ? null : key,
    x: 0,
    y: y - 2,
    width,
    height: head + STEP.bar + 4,
  }))
  const height = Math.max(0, rows.length * each - STEP.gap + 2)
  return {
    width,
    height,
    keys: [{ label: '条长按对数', shape: 'box', look: 'bar' }],
    spots,
    steps: { across: 1, down: 1 },
    barLeft,
    barWidth,
    isNarrow,
    rows,
  }
}

/** The same as text. */
export function funnelTable({ steps }: Funnel): ChartTable {
  return {
    columns: ['步骤', '数量', '与上一步之比'],
    rows: steps.map(({ label, text, share }, i) => [
      label,
      text,
      i === 0 || share === '' ? '—' : share,
    ]),
  }
}
