import type { Marks } from '../contract/boards.ts'
import { overlaps, type Interval, type Period } from '../time/period.ts'
import { periodLabel } from '../time/words.ts'

/** A note or a 重保期 of a page's period. */
export interface Mark {
  readonly id: string
  readonly ledger: 'notes' | 'protections'
  readonly from: string
  readonly to: string
  readonly words: string
  readonly detail: string
  readonly by: string
  /** A UTC instant; empty where nobody knows. */
  readonly at: string
}

/** Notes and 重保期 with a day inside a span, by their first day. */
export function marksWithin(marks: Marks, span: Interval | Period): Mark[] {
  const rest = { detail: '', by: '', at: '' }
  const all: Mark[] = [
    ...marks.protections.map(({ name, ...band }) => ({
      ...rest,
      ...band,
      ledger: 'protections' as const,
      words: name,
    })),
    ...marks.notes.map(({ title, ...note }) => ({
      ...rest,
      ...note,
      ledger: 'notes' as const,
      words: title,
    })),
  ]
  return all.filter((mark) => overlaps(mark, span)).sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** `2024年10月有 1 个重保期、1 条注记`. */
export function marksTitle(marks: readonly Mark[], period: Period): string {
  const count = (ledger: Mark['ledger']) => marks.filter((mark) => mark.ledger === ledger).length
  const said = [
    { count: count('protections'), unit: '个重保期' },
    { count: count('notes'), unit: '条注记' },
  ].flatMap(({ count: many, unit }) => (many === 0 ? [] : [`${many} ${unit}`]))
  return said.length === 0
    ? `${periodLabel(period)}没有注记，也没有重保期`
    : `${periodLabel(period)}有 ${said.join('、')}`
}

/** The days a new mark is offered: the chosen range, today inside the period, else its first day. */
export function markDays(period: Period, today: string): { from: string; to?: string } {
  if (period.kind === 'range') return { from: period.from, to: period.to }
  const isNow = period.from <= today && today <= period.to
  return { from: isNow ? today : period.from }
}
