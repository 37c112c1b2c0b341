import { fitted, textWidth, wrapped } from './text.ts'

/** What stands in a row of a chart of rows, besides its bar. */
export interface RowWords {
  readonly label: string
  readonly text: string
  readonly note: string
}

/** Where the parts of rows stand: side by side, or in a narrow card label and figure over the bar. */
export interface RowPlan {
  readonly isNarrow: boolean
  readonly labelWidth: number
  readonly barLeft: number
  readonly barWidth: number
  readonly textLeft: number
  readonly noteLeft: number
}

const NARROW = 460
const GAP = 10
const LABEL = 13

/** Places for rows in a width in pixels; the longest words of each kind decide. */
export function rowPlan(rows: readonly RowWords[], width: number): RowPlan {
  if (width < NARROW) {
    return {
      isNarrow: true,
      labelWidth: width,
      barLeft: 0,
      barWidth: width,
      textLeft: 0,
      noteLeft: 0,
    }
  }
  const widest = (word: keyof RowWords, size: number) =>
    Math.ceil(Math.max(0, ...rows.map((row) => textWidth(row[word], size))))
  const labelWidth = Math.min(widest('label', LABEL) + 4, Math.round(width * 0.3), 220)
  const textWide = widest('text', LABEL)
  const noteWide = Math.min(widest('note', 12), Math.round(width * 0.3))
  const barLeft = labelWidth + GAP
  const right = textWide + GAP + (noteWide > 0 ? noteWide + GAP : 0)
  const barWidth = Math.max(60, width - barLeft - right)
  const textLeft = barLeft + barWidth + GAP
  return {
    isNarrow: false,
    labelWidth,
    barLeft,
    barWidth,
    textLeft,
    noteLeft: textLeft + textWide + GAP,
  }
}

/** A label in at most two lines of the plan's width. */
export const labelLines = (label: string, { labelWidth }: RowPlan): string[] =>
  wrapped(label, LABEL, labelWidth, 2)

/** A note in one line of what the plan leaves it. */
export const noteLine = (note: string, { noteLeft }: RowPlan, width: number): string =>
  fitted(note, 12, width - noteLeft)
