import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { firstDay, lastDay, monthOf } from '#shared/time/day.ts'
import type { DeskFacts } from '../facts.ts'
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

/** Months that rows entered by hand speak of: the ledger is taken as whole there up to today. */
export async function coverEntered(
  writer: Writer,
  ledger: LedgerId,
  rows: readonly Row[],
  { batch, today }: { readonly batch: string; readonly today: string },
): Promise<void> {
  for (const month of monthsEntered(ledger, rows)) {
    const to = lastDay(month) < today ? lastDay(month) : today
    if (firstDay(month) <= to) await writer.cover({ ledger, from: firstDay(month), to, batch })
  }
}

function monthsEntered(ledger: LedgerId, rows: readonly Row[]): string[] {
  const { kind, measures } = ledgerOf(ledger)
  const on = Object.values(measures)[0]?.on
  if (kind === 'list' || ledger === 'statedFigures' || on === undefined) return []
  const days = rows
    .map((row) => row[on])
    .filter((cell) => typeof cell === 'string' && cell.length >= 7)
  return [...new Set(days.map((day) => monthOf(String(day))))]
}
