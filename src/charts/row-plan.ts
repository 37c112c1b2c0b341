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
  /** Notes too long to stand behind the figures stand below the bars. */
  readonly hasNotesBelow: boolean
  readonly labelWidth: number
  readonly barLeft: number
  readonly barWidth: number
  readonly textLeft: number
  readonly noteLeft: number
  /** Where figures end that stand over their bars. */
  readonly textEnd: number
}

const NARROW = 460
const GAP = 10
const LABEL = 13

/** Places for rows in a width in pixels; the longest words of each kind decide. */
export function rowPlan(rows: readonly RowWords[], width: number): RowPlan {
  const widest = (word: keyof RowWords, size: number) =>
    Math.ceil(Math.max(0, ...rows.map((row) => textWidth(row[word], size))))
  const [textWide, noteWide] = [widest('text', LABEL), widest('note', 12)]
  const hasNotesBelow = noteWide > width * 0.24
  if (width < NARROW) {
    const textEnd = width - (noteWide > 0 && !hasNotesBelow ? noteWide + GAP : 0)
    const left = { barLeft: 0, textLeft: 0, noteLeft: 0, textEnd }
    return { isNarrow: true, hasNotesBelow, labelWidth: width, barWidth: width, ...left }
  }
  const labelWidth = Math.min(widest('label', LABEL) + 4, Math.round(width * 0.3), 220)
  const barLeft = labelWidth + GAP
  const right = textWide + GAP + (noteWide > 0 && !hasNotesBelow ? noteWide + GAP : 0)
  const barWidth = Math.max(60, width - barLeft - right)
  const textLeft = barLeft + barWidth + GAP
  const noteLeft = hasNotesBelow ? barLeft : textLeft + textWide + GAP
  const places = { barLeft, barWidth, textLeft, noteLeft, textEnd: 0 }
  return { isNarrow: false, hasNotesBelow, labelWidth, ...places }
}

const [ROW, LABEL_LINE, NOTE_LINE] = [32, 16, 16]
const NARROW_ROW = 48

/** Where the lines of one row stand, in pixels from the top of the row; `height` is all of it. */
export interface RowLines {
  readonly labels: readonly string[]
  readonly note: string
  readonly height: number
  /** The baselines of label (its first line), figure and note; the middle of the bar. */
  readonly labelY: number
  readonly textY: number
  readonly noteY: number
  readonly middle: number
}

/** The lines of a row by the plan: labels in at most two lines, a note in one. */
export function rowLines(row: RowWords, plan: RowPlan, width: number): RowLines {
  const below = plan.hasNotesBelow && row.note !== '' ? NOTE_LINE : 0
  if (plan.isNarrow) {
    const room = plan.textEnd - textWidth(row.text, LABEL) - GAP
    return {
      labels: [fitted(row.label, LABEL, room)],
      note: fitted(row.note, 12, width),
      height: NARROW_ROW + below,
      labelY: 17,
      textY: 17,
      noteY: below > 0 ? 55 : 17,
      middle: 33,
    }
  }
  const labels = wrapped(row.label, LABEL, plan.labelWidth, 2)
  const height = labels.length > 1 ? ROW + LABEL_LINE / 2 : ROW
  const middle = height / 2
  return {
    labels,
    note: fitted(row.note, 12, width - plan.noteLeft),
    height: height + Math.max(0, below - 4),
    labelY: middle + 5 - ((labels.length - 1) * LABEL_LINE) / 2,
    textY: middle + 5,
    noteY: below > 0 ? height + 7 : middle + 5,
    middle,
  }
}
