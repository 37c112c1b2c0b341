import type { Drawing, LegendKey } from './drawing.ts'
import type { Bullets, Tone } from './kinds.ts'
import { rowLines, rowPlan, type RowLines } from './row-plan.ts'
import type { ChartTable } from './table.ts'

type BulletRow = Bullets['rows'][number]

interface DrawnBullet extends RowLines {
  readonly key: string
  readonly text: string
  readonly tone: Tone
  readonly isAbsent: boolean
  readonly y: number
  /** Up to the end of the whole, and what lies past it; pixels. */
  readonly length: number
  readonly over: number
  /** Goes on past the end of the drawing. */
  readonly isCut: boolean
  readonly paceAt: number | null
  readonly textAt: number
  readonly noteAt: number
}

export interface BulletsDrawing extends Drawing {
  readonly barLeft: number
  /** Figures end where they are placed instead of beginning there. */
  readonly isNarrow: boolean
  /** The length of a whole, in pixels. */
  readonly whole: number
  readonly rows: readonly DrawnBullet[]
}

/** As far past the whole as is drawn. */
const FARTHEST = 1.6

/** Rows against their whole in a width in pixels; what passes it is drawn past its end. */
export function bulletsDrawing(chart: Bullets, width: number): BulletsDrawing {
  const worded = chart.rows.map((row) => ({ ...row, text: joined(row.text, judged(row, chart)) }))
  // In a narrow card a note has no room beside figure and judgement.
  const found = rowPlan(worded, width)
  const plan = found.isNarrow ? { ...found, hasNotesBelow: true, textEnd: width } : found
  const { isNarrow, barLeft, barWidth } = plan
  const farthest = Math.min(FARTHEST, Math.max(1, ...chart.rows.map(({ value }) => value ?? 0)))
  const whole = barWidth / farthest
  let top = 0
  const rows = worded.map((row): DrawnBullet => {
    const lines = rowLines(row, plan, width)
    const y = top
    top += lines.height
    const share = Math.max(0, row.value ?? 0)
    return {
      ...lines,
      key: row.key,
      text: row.text,
      tone: row.tone,
      isAbsent: row.value === null,
      y,
      length: Math.min(1, share) * whole,
      over: Math.max(0, Math.min(farthest, share) - 1) * whole,
      isCut: share > farthest,
      paceAt: row.pace === null ? null : barLeft + Math.min(row.pace, farthest) * whole,
      textAt: plan.isNarrow ? width : plan.textLeft,
      noteAt: plan.noteLeft,
    }
  })
  const spots = rows.map(({ key, y, height, text }, i) => {
    const { label = '', note = '' } = chart.rows[i] ?? {}
    const words = [`${label}：${text}`, note].filter((part) => part !== '').join('，')
    return { key, label: words, pick: key, x: 0, y, width, height }
  })
  const steps = { across: 1, down: 1 }
  return { width, height: top, keys: keysOf(chart), spots, steps, barLeft, isNarrow, whole, rows }
}

/** The word of a row's tone; what is absent is not judged. */
const judged = ({ value, tone }: BulletRow, { tones }: Bullets): string =>
  value === null ? '' : (tones?.[tone] ?? '')

const joined = (...words: string[]): string => words.filter((word) => word !== '').join(' ')

function keysOf({ rows, tones = {}, paceLabel }: Bullets): LegendKey[] {
  const used = new Set(rows.flatMap(({ value, tone }) => (value === null ? [] : [tone])))
  const words = (['plain', 'good', 'waiting', 'bad'] as const).flatMap((tone): LegendKey[] =>
    used.has(tone) && tones[tone]
      ? [{ label: tones[tone], shape: 'box', look: `tone-${tone}` }]
      : [],
  )
  const hasPace = rows.some(({ pace }) => pace !== null)
  return [
    ...words,
    ...(hasPace ? [{ label: paceLabel, shape: 'tick', look: 'pace' } as const] : []),
  ]
}

/** The same as text. */
export function bulletsTable(chart: Bullets): ChartTable {
  return {
    columns: ['项目', '完成', '判断', '说明'],
    rows: chart.rows.map((row) => [row.label, row.text, judged(row, chart) || '—', row.note]),
  }
}
