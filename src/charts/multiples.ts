import type { Marks } from '#shared/contract/boards.ts'
import { monthLabel } from '#shared/time/words.ts'
import type { Box, Drawing, LegendKey } from './drawing.ts'
import { countText } from './month-flags.ts'
import { markColumn, markedMonths, NO_MARKS, type MarkedMonth } from './month-marks.ts'
import { REST_KEY, type Multiples } from './kinds.ts'
import { amountText, numberText, ticks } from './scale.ts'
import type { ChartTable } from './table.ts'
import { fitted, textWidth } from './text.ts'

interface Panel {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly bars: readonly (Box & { readonly isPartial: boolean })[]
  /** Months without a figure: a dot on the line they would stand on. */
  readonly absent: readonly number[]
  readonly before: string
}

export interface MultiplesDrawing extends Drawing {
  readonly panel: { readonly width: number; readonly top: number; readonly base: number }
  readonly panels: readonly Panel[]
  readonly months: readonly { readonly x: number; readonly label: string }[]
  /** 重保期 and notes, the same in every panel. */
  readonly bands: readonly Box[]
  readonly flags: readonly { readonly x: number; readonly text: string }[]
}

const [GAP, TOP, PLOT, BOTTOM] = [24, 26, 84, 30]
const PANEL = TOP + PLOT + BOTTOM

/** Small charts of months in a width in pixels, as many side by side as have room. */
export function multiplesDrawing(
  chart: Multiples,
  width: number,
  marks: Marks = NO_MARKS,
): MultiplesDrawing {
  const { panels, months, partial } = chart
  const columns = columnsOf(panels.length, width)
  const wide = (width - (columns - 1) * GAP) / columns
  const all = panels.flatMap(({ values, before }) => [...values, ...before])
  const top = ticks(Math.max(0, ...all.map((value) => value ?? 0)), 2).at(-1) ?? 1
  const each = wide / Math.max(1, months.length)
  const base = TOP + PLOT
  const high = (value: number) => (Math.max(0, value) / top) * PLOT
  const end = lastMonth(chart)
  const marked = markedMonths(months, marks)
  const drawn = panels.map((panel, i): Panel => {
    const [x, y] = [(i % columns) * (wide + GAP), Math.floor(i / columns) * PANEL]
    return {
      key: panel.key,
      label: fitted(panel.label, 13, wide - textWidth(panel.text, 13) - 8),
      text: panel.text,
      x,
      y,
      bars: panel.values.flatMap((value, month) =>
        value === null
          ? []
          : [barOf(high(value), month, { each, base, isPartial: partial[month] })],
      ),
      absent: panel.values.flatMap((value, month) =>
        value === null && month <= end ? [(month + 0.5) * each] : [],
      ),
      before: beforePath(panel.before, each, (value) => base - high(value)),
    }
  })
  return {
    width,
    height: Math.ceil(panels.length / columns) * PANEL,
    keys: [...keysOf(chart, top), ...markKeysOf(marked)],
    spots: drawn.flatMap(({ x, y }, i) => spotsOf(chart, i, { x, y, each, marked })),
    steps: { across: 1, down: months.length * columns },
    panel: { width: wide, top: TOP, base },
    panels: drawn,
    months: months.flatMap((month, i) =>
      i % 3 === 0 ? [{ x: (i + 0.5) * each, label: monthLabel(month) }] : [],
    ),
    bands: bandsOf(marked, each),
    flags: marked.flatMap(({ notes }, i) =>
      notes > 0 ? [{ x: (i + 0.5) * each, text: countText(notes) }] : [],
    ),
  }
}

/** Months in a row that a 重保期 falls on, as one band. */
function bandsOf(marked: readonly MarkedMonth[], each: number): Box[] {
  return marked.flatMap(({ hasBand }, i) => {
    if (!hasBand || marked[i - 1]?.hasBand) return []
    const past = marked.findIndex((month, j) => j > i && !month.hasBand)
    const end = past < 0 ? marked.length : past
    return [{ x: i * each, y: TOP, width: (end - i) * each, height: PLOT }]
  })
}

function markKeysOf(marked: readonly MarkedMonth[]): LegendKey[] {
  return [
    ...(marked.some(({ hasBand }) => hasBand)
      ? [{ label: '重保期所在月', shape: 'box', look: 'protection is-band' } as const]
      : []),
    ...(marked.some(({ notes }) => notes > 0)
      ? [{ label: '注记', shape: 'flag', look: 'note-mark' } as const]
      : []),
  ]
}

/** As many side by side as have room, the rows as even as they come: six stand as three and three. */
function columnsOf(panels: number, width: number): number {
  const room = Math.floor((width + GAP) / (leastPanel(width) + GAP))
  const most = Math.max(1, Math.min(panels, room, 6))
  return Math.ceil(panels / Math.ceil(panels / most)) || 1
}

/** Two side by side on a phone. */
const leastPanel = (width: number): number => (width < 460 ? 130 : 190)

function barOf(
  height: number,
  month: number,
  {
    each,
    base,
    isPartial = false,
  }: { each: number; base: number; isPartial?: boolean | undefined },
): Panel['bars'][number] {
  const width = each * 0.72
  const x = month * each + (each - width) / 2
  return { x, y: base - height, width, height, isPartial }
}

/** Last year's line through the middles of the months; it breaks where there is none. */
function beforePath(
  before: Multiples['panels'][number]['before'],
  each: number,
  yAt: (value: number) => number,
): string {
  return before
    .map((value, i) => {
      if (value === null) return ''
      const isFirst = (before[i - 1] ?? null) === null
      return `${isFirst ? 'M' : 'L'}${((i + 0.5) * each).toFixed(1)} ${yAt(value).toFixed(1)}`
    })
    .join('')
}

/** The last month that any panel has a figure of: those after it have not begun. */
const lastMonth = ({ panels }: Pick<Multiples, 'panels'>): number =>
  Math.max(-1, ...panels.map(({ values }) => values.findLastIndex((value) => value !== null)))

function spotsOf(
  { panels, months, partial, unit }: Multiples,
  index: number,
  { x, y, each, marked }: { x: number; y: number; each: number; marked: readonly MarkedMonth[] },
): Drawing['spots'] {
  const panel = panels[index]
  const end = lastMonth({ panels })
  if (!panel) return []
  return months.map((month, i) => {
    const value = panel.values[i] ?? null
    const before = panel.before[i] ?? null
    const words = value === null ? (i > end ? '还没有数' : '没有数') : amountText(value, unit)
    const cut = partial[i] && value !== null ? '（未满）' : ''
    const last = before === null ? '' : `；上年同月 ${amountText(before, unit)}${cut && '（整月）'}`
    const said = marked[i]?.words ? `；${marked[i].words}` : ''
    return {
      key: `${panel.key} ${month}`,
      label: `${panel.label}，${monthLabel(month)}${cut}：${words}${last}${said}`,
      pick: panel.key === REST_KEY ? null : panel.key,
      x: x + i * each,
      y,
      width: each,
      height: PANEL - 8,
    }
  })
}

function keysOf({ panels, partial, unit }: Multiples, top: number): LegendKey[] {
  const end = lastMonth({ panels })
  const has = (test: (panel: Multiples['panels'][number]) => boolean) => panels.some(test)
  return [
    { label: '各月', shape: 'box', look: 'bar' },
    { label: `各图同一刻度，顶线 ${amountText(top, unit)}`, shape: 'line', look: 'rule' },
    ...(has(({ before }) => before.some((value) => value !== null))
      ? [{ label: '上年同月', shape: 'dashed', look: 'before' } as const]
      : []),
    ...(partial.some(Boolean)
      ? [{ label: '未满的月', shape: 'box', look: 'partial' } as const]
      : []),
    ...(has(({ values }) => values.slice(0, end + 1).includes(null))
      ? [{ label: '没有数的月', shape: 'dot', look: 'absent-dot' } as const]
      : []),
  ]
}

/** The same as text: a panel a row, a month a column. */
export function multiplesTable(
  { panels, months, partial }: Multiples,
  marks: Marks = NO_MARKS,
): ChartTable {
  const said = markColumn(months, marks)
  return {
    columns: [
      '分项',
      ...months.map((month, i) => `${monthLabel(month)}${partial[i] ? '（未满）' : ''}`),
      '合计',
    ],
    rows: [
      ...panels.map(({ label, values, text }) => [
        label,
        ...values.map((value) => (value === null ? '—' : numberText(value))),
        text,
      ]),
      ...(said ? [['重保期、注记', ...said, '']] : []),
    ],
  }
}
