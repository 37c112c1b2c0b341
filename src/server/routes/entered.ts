import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { firstDay, lastDay, monthOf } from '#shared/time/day.ts'
import type { DeskFacts } from '../facts.ts'
import { dateField, isYearly, recordSpans } from '../ingest/coverage.ts'
import type { TypedContext } from '../ingest/typed.ts'
import type { Writer } from '../store/store.ts'

/** Throws where only the desk itself writes. */
export function mustBeEntered(ledger: LedgerId): void {
  const { kind, label } = ledgerOf(ledger)
  if (kind === 'desk') throw new DeskError('LEDGER_KEPT_BY_DESK', label)
}

/** Has the write enter rows of closed months as 补报, where a reason is given. Throws REASON_MISSING on an empty one. */
export function enterBelated(writer: Writer, reason: string | undefined): void {
  if (reason === undefined) return
  if (reason.trim() === '') throw new DeskError('REASON_MISSING')
  writer.closedRows({ belated: reason.trim() })
}

/** By which day and zone typed cells are read. */
export async function typedContext(facts: DeskFacts): Promise<TypedContext> {
  const { settings } = await facts.snapshot()
  return { today: await facts.today(), zone: settings.zone }
}

/**
 * Rows entered by hand vouch for the months they speak of, up to today; a budget for its whole year
 * from the day it is given, as when it is imported.
 */
export async function coverEntered(
  writer: Writer,
  ledger: LedgerId,
  rows: readonly Row[],
  { batch, today }: { readonly batch: string; readonly today: string },
): Promise<void> {
  const isOfYears = isYearly(ledger)
  const spans = recordSpans(ledger, rows).map(({ from, to }) => {
    const end = lastDay(monthOf(to))
    return { from: firstDay(monthOf(from)), to: isOfYears || end < today ? end : today }
  })
  const distinct = new Map(spans.map((span) => [span.from, span]))
  for (const { from, to } of distinct.values())
    if (from <= to) await writer.cover({ ledger, from, to, batch })
}

/** Whether a change says anew when a record was, so that it speaks of another month perhaps. */
export function redates(ledger: LedgerId, cells: Row): boolean {
  const field = dateField(ledger)
  return field !== undefined && field in cells
}
