import type { Drawing, LegendKey } from './drawing.ts'
import type { Bullets, Tone } from './kinds.ts'
import { labelLines, noteLine, rowPlan } from './row-plan.ts'
import type { ChartTable } from './table.ts'
import { fitted, textWidth } from './text.ts'

type BulletRow = Bullets['rows'][number]

interface DrawnBullet {
  readonly key: string
  readonly labels: readonly string[]
  readonly text: string
  readonly note: string
  readonly tone: Tone
  readonly isAbsent: boolean
  readonly y: number
  readonly middle: number
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
  readonly isNarrow: boolean
  /** The length of a whole, in pixels. */
  readonly whole: number
  readonly rows: readonly DrawnBullet[]
}

/** As far past the whole as is drawn. */
const FARTHEST = 1.6
const [ROW, TALL_ROW, NARROW_ROW] = [32, 40, 62]

/** Rows against their whole in a width in pixels; what passes it is drawn past its end. */
export function bulletsDrawing(chart: Bullets, width: number): BulletsDrawing {
  const toneWord = (tone: Tone) => chart.tones?.[tone] ?? ''
  const worded = chart.rows.map((row) => ({ ...row, text: joined(row.text, toneWord(row.tone)) }))
  const plan = rowPlan(worded, width)
  const { isNarrow, barLeft, barWidth } = plan
  const farthest = Math.min(FARTHEST, Math.max(1, ...chart.rows.map(({ value }) => value ?? 0)))
  const whole = barWidth / farthest
  let top = 0
  const rows = worded.map((row) => {
    const labels = isNarrow ? [narrowLabel(row, width)] : labelLines(row.label, plan)
    const height = isNarrow
      ? row.note === ''
        ? 48
        : NARROW_ROW
      : labels.length > 1
        ? TALL_ROW
        : ROW
    const y = top
    top += height
    const share = Math.max(0, row.value ?? 0)
    return {
      key: row.key,
      labels,
      text: row.text,
      note: isNarrow ? fitted(row.note, 12, width) : noteLine(row.note, plan, width),
      tone: row.tone,
      isAbsent: row.value === null,
      y,
      height,
      middle: isNarrow ? y + 33 : y + height / 2,
      length: Math.min(1, share) * whole,
      over: Math.max(0, Math.min(farthest, share) - 1) * whole,
      isCut: share > farthest,
      paceAt: row.pace === null ? null : barLeft + Math.min(row.pace, farthest) * whole,
      textAt: isNarrow ? width - textWidth(row.text, 13) : plan.textLeft,
      noteAt: isNarrow ? 0 : plan.noteLeft,
    }
  })
  const spots = rows.map(({ key, y, height }, i) => {
    const label = bulletWords(chart.rows[i], chart)
    return { key, label, pick: key, x: 0, y, width, height }
  })
  const steps = { across: 1, down: 1 }
  return { width, height: top, keys: keysOf(chart), spots, steps, barLeft, isNarrow, whole, rows }
}

const joined = (...words: string[]): string => words.filter((word) => word !== '').join(' ')

const narrowLabel = (row: BulletRow, width: number): string =>
  fitted(row.label, 13, width - textWidth(row.text, 13) - 10)

function keysOf({ rows, tones = {}, paceLabel }: Bullets): LegendKey[] {
  const used = new Set(rows.map(({ tone }) => tone))
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

function bulletWords(row: BulletRow | undefined, { tones }: Bullets): string {
  if (!row) return ''
  return [`${row.label}：${row.text}`, tones?.[row.tone] ?? '', row.note]
    .filter((part) => part !== '')
    .join('，')
}

/** The same as text. */
export function bulletsTable({ rows, tones = {} }: Bullets): ChartTable {
  return {
    columns: ['项目', '完成', '判断', '说明'],
    rows: rows.map(({ label, text, tone, note }) => [label, text, tones[tone] ?? '—', note]),
  }
}
