import type { Cell, Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { daysBetween, firstDay, lastDay, monthOf, type Day } from '#shared/time/day.ts'
import type { SheetContext } from './context.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

/**
 * The days for which a ledger may be taken as whole: what the words around the table name, else
 * the whole months its records lie in; always every record, never days still to come. Null for
 * reference lists, stated figures and no records. `months` are those that stand across, if any.
 */
export function coverageOf(
  ledger: LedgerId,
  records: readonly Row[],
  months: readonly string[],
  named: SheetContext['span'],
  today: Day,
): Span | null {
  const all = wholeSpan(recordSpans(ledger, records))
  if (all === null) return null
  const { from: first, to: last } = all
  if (months.length > 0)
    return { from: firstDay(months[0] ?? first), to: lastDay(months.at(-1) ?? last) }
  // A budget is of its whole year from the day it is given.
  if (isYearly(ledger)) return { from: first, to: last }
  const whole = named ?? { from: firstDay(monthOf(first)), to: lastDay(monthOf(last)) }
  const end = whole.to > today ? (today > last ? today : last) : whole.to
  return { from: earlier(whole.from, first), to: end > last ? end : last }
}

/** What to say of a coverage that reaches beyond the records, or records beyond the named days. */
export function coverageNotes(
  ledger: LedgerId,
  records: readonly Row[],
  named: SheetContext['span'],
  covered: Span | null,
): { level: 'info' | 'warn'; text: string }[] {
  if (!covered) return []
  const spans = recordSpans(ledger, records)
  const outside = named
    ? spans.filter(({ from, to }) => to < named.from || from > named.to).length
    : 0
  const last = wholeSpan(spans)?.to ?? covered.to
  const isOpen = daysBetween(last, covered.to) > 31
  return [
    ...(outside > 0 && named
      ? [{ level: 'warn' as const, text: `有 ${outside} 条不在 ${named.from} 至 ${named.to} 之内` }]
      : []),
    ...(isOpen
      ? [{ level: 'warn' as const, text: `最后一条在 ${last}，其后到 ${covered.to} 将按“没有”计` }]
      : []),
  ]
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** From the first day of spans to their last; null of none. */
function wholeSpan([first, ...others]: readonly Span[]): Span | null {
  if (!first) return null
  let { from, to } = first
  for (const span of others) {
    from = earlier(from, span.from)
    to = earlier(to, span.to) === to ? span.to : to
  }
  return { from, to }
}

/** Whether a record is of a whole year, such as a line of a budget. */
export function isYearly(ledger: LedgerId): boolean {
  return ledgerOf(ledger).fields[dateField(ledger) ?? '']?.kind === 'year'
}

/** The field by whose day, month or year a record counts. */
export function dateField(ledger: LedgerId): string | undefined {
  return Object.values(ledgerOf(ledger).measures)[0]?.on
}

/** The days each record speaks of: its day, or all of its month or year; none of what vouches for nothing. */
export function recordSpans(ledger: LedgerId, records: readonly Row[]): Span[] {
  const field = dateField(ledger)
  const isUndated = ledgerOf(ledger).kind === 'list' || ledger === 'statedFigures'
  if (field === undefined || isUndated) return []
  return records.flatMap((record) => spanOf(record[field] ?? null) ?? [])
}

function spanOf(cell: Cell): Span | null {
  if (typeof cell !== 'string') return null
  if (cell.length === 4) return { from: `${cell}-01-01`, to: `${cell}-12-31` }
  if (cell.length === 7) return { from: firstDay(cell), to: lastDay(cell) }
  return { from: cell.slice(0, 10), to: cell.slice(0, 10) }
}
