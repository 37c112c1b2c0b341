import { statedOf, type StatedOf } from '#shared/headlines/stated-words.ts'
import { METRIC_IDS, type MetricId } from '#shared/metrics/index.ts'
import { saysNothing, type ReadSheet } from './cells.ts'
import { headingOf } from './heading.ts'
import type { KnownMapping } from './prepared.ts'
import { totalWordOf } from './rows.ts'
import type { Line } from './summary-figures.ts'
import { crossing, type Layout } from './summary-layout.ts'
import {
  isTold,
  lineSubject,
  type LineSubject,
  type Names,
  type Topic,
} from './summary-subjects.ts'
import { fieldUnder } from './summary-totals.ts'

/** What the lines of a sheet are understood by. */
export interface Understanding {
  readonly topic: Topic
  readonly names: Names
  readonly mapping: KnownMapping | null
}

/** Each line with what it is of; 合计 is the whole that all other lines are parts of by one field. */
export function linesOf(sheet: ReadSheet, layout: Layout, asked: Understanding): Line[] {
  const { topic, names, mapping } = asked
  const own = layout.lines.map((place): Line => {
    if (place.kind !== 'data' || !hasCells(sheet, layout, place)) return { place, subject: null }
    const chosen = mapping?.lines?.[keyOf(place)]
    const subject =
      chosen === undefined
        ? lineSubject(place.texts, layout.corner, topic, names)
        : chosenOf(chosen)
    return { place, subject }
  })
  const told = own.flatMap(({ subject }) => (subject && isTold(subject) ? [subject] : []))
  const whole = wholeOf(told)
  return own.map((line) => {
    if (line.place.kind !== 'total') return line
    const isSum = totalWordOf([line.place.texts.at(-1) ?? ''])?.kind !== '小计'
    const chosen = mapping?.lines?.[keyOf(line.place)]
    if (chosen !== undefined) return { ...line, subject: chosenOf(chosen) }
    return isSum && whole ? { ...line, subject: { metric: whole, part: null } } : line
  })
}

/** The metric that all of these are parts of by one field, and none is itself; null without one. */
function wholeOf(told: readonly StatedOf[]): MetricId | null {
  const [first] = told
  if (!first || told.length < 2) return null
  const wholes = first.part ? [first.metric] : METRIC_IDS
  const found = wholes.find((whole) => {
    const fields = new Set(told.map((each) => fieldUnder(whole, each)))
    return fields.size === 1 && !fields.has(null)
  })
  return found ?? null
}

/** The label of a line as labels are compared. */
export const keyOf = ({ texts }: Line['place']): string => headingOf(texts.join(' ')).key

/** What a correction says a line is of; null for a line that is not to be read. */
function chosenOf(text: string): LineSubject | null {
  return text === '' ? null : (statedOf(text) ?? { doubt: '指定的指标已经没有了' })
}

/** Whether a line has any cell that may be a figure. */
export const hasCells = (sheet: ReadSheet, layout: Layout, line: Line['place']): boolean =>
  layout.slots.some((slot) => {
    const { row, column } = crossing(layout, line, slot)
    const isOpen = slot.kind === 'data' || slot.kind === 'total'
    return isOpen && !saysNothing(sheet.cells[row]?.[column])
  })
