import type { Cell, Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { daysBetween, firstDay, lastDay, monthOf, type Day } from '#shared/time/day.ts'
import type { SheetContext } from './context.ts'

export interface Span {
  readonly from: Day
  readonly to: Day
}

/** What a section vouches for: the days taken as whole, and records far from them, each for its own days. */
export interface Covered {
  readonly main: Span
  readonly strays: readonly Span[]
}

/** Days between records from which one is rather a slip of the year than the next of a ledger. */
const FAR = 183
/** Days beside the named ones that a ledger runs over, as into the last of December. */
const NEAR = 7

/**
 * The days for which a ledger may be taken as whole: what the words around the table name, else
 * the whole months its records lie in; never days still to come, and nothing between them and a
 * record that lies far away: it vouches for its own days. Null for reference lists, stated figures
 * and no records. `months` are those that stand across, if any.
 */
export function coverageOf(
  ledger: LedgerId,
  records: readonly Row[],
  months: readonly string[],
  named: SheetContext['span'],
  today: Day,
): Covered | null {
  const spans = recordSpans(ledger, records)
  const all = wholeSpan(spans)
  if (all === null) return null
  if (months.length > 0) {
    const main = {
      from: firstDay(months[0] ?? all.from),
      to: lastDay(months.at(-1) ?? all.to),
    }
    return { main, strays: [] }
  }
  // A budget is of its whole year from the day it is given.
  if (isYearly(ledger)) return largest(grouped(spans, 1))
  if (named === null) return largest(grouped(spans, FAR), (group) => wholeMonths(group, today))
  const groups = grouped([...spans, named], NEAR)
  const own = groups.find(({ from, to }) => from <= named.from && to >= named.to)
  const strays = groups.filter((group) => group !== own).map(spanOnly)
  const inside = spans.filter((span) => own && span.from >= own.from && span.to <= own.to)
  const first = wholeSpan(inside)
  // Where no record is of the named days, the file says nothing of them.
  if (!own || !first) return largest(groups.filter((group) => group !== own))
  return { main: { from: own.from, to: upTo(own.to, first.to, today) }, strays }
}

/** The named days up to the month of the last record among them. */
export function cutAtLast(
  ledger: LedgerId,
  records: readonly Row[],
  named: SheetContext['span'],
): SheetContext['span'] {
  if (named === null) return null
  const within = recordSpans(ledger, records).filter(
    ({ from, to }) => from >= named.from && to <= named.to,
  )
  const last = wholeSpan(within)
  return last ? { from: named.from, to: earlier(named.to, lastDay(monthOf(last.to))) } : named
}

/** The last record's day, where more than a month of the covered days comes after it; else null. */
export function silentAfter(
  ledger: LedgerId,
  records: readonly Row[],
  { main }: Covered,
): Day | null {
  const within = recordSpans(ledger, records).filter(
    ({ from, to }) => from >= main.from && to <= main.to,
  )
  const last = wholeSpan(within)?.to ?? main.to
  return daysBetween(last, main.to) > 31 ? last : null
}

/** What to say of a coverage that reaches beyond the records, or of records beyond the named days. */
export function coverageNotes(
  ledger: LedgerId,
  records: readonly Row[],
  named: SheetContext['span'],
  covered: Covered | null,
): { level: 'info' | 'warn'; text: string }[] {
  if (!covered) return []
  const warn = (text: string) => ({ level: 'warn' as const, text })
  const spans = recordSpans(ledger, records)
  const outside = named
    ? spans.filter(({ from, to }) => to < named.from || from > named.to).length
    : 0
  const { main, strays } = covered
  const last = silentAfter(ledger, records, covered)
  return [
    ...(outside > 0 && named
      ? [warn(`有 ${outside} 条不在 ${named.from} 至 ${named.to} 之内`)]
      : []),
    ...(strays.length > 0
      ? [warn(`另有记录在 ${strayWords(strays)}（请核对日期）；隔开的日子不按“没有”计`)]
      : []),
    ...(last !== null ? [warn(`最后一条在 ${last}，其后到 ${main.to} 将按“没有”计`)] : []),
  ]
}

const NAMED = 5

function strayWords(strays: readonly Span[]): string {
  const words = strays.map(({ from, to }) => (from === to ? from : `${from} 至 ${to}`))
  return `${words.slice(0, NAMED).join('、')}${words.length > NAMED ? '等' : ''}`
}

type Group = Span & { readonly records: number }

const spanOnly = ({ from, to }: Span): Span => ({ from, to })

/** Spans that lie no more than `apart` days from the next, together. */
function grouped(spans: readonly Span[], apart: number): Group[] {
  const groups: Group[] = []
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = groups.at(-1)
    if (last && daysBetween(last.to, from) <= apart)
      groups.splice(-1, 1, { from: last.from, to: later(last.to, to), records: last.records + 1 })
    else groups.push({ from, to, records: 1 })
  }
  return groups
}

/** The group of most records as what is whole, the later of two alike. */
function largest(
  groups: readonly Group[],
  widened: (group: Span) => Span = spanOnly,
): Covered | null {
  const main = groups.toSorted((a, b) => b.records - a.records || (a.from < b.from ? 1 : -1))[0]
  if (!main) return null
  const strays = groups.filter((group) => group !== main)
  return { main: widened(main), strays: strays.map(spanOnly) }
}

function wholeMonths({ from, to }: Span, today: Day): Span {
  return { from: firstDay(monthOf(from)), to: upTo(lastDay(monthOf(to)), to, today) }
}

/** `end`, but no day still to come except where a record is of one. */
function upTo(end: Day, last: Day, today: Day): Day {
  return end > today ? later(today, last) : end
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
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
