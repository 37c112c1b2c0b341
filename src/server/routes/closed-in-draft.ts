import type { ImportSection } from '#shared/contract/imports.ts'
import { closedMonthsOf } from '#shared/records/closed-months.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import type { Month } from '#shared/time/day.ts'
import { keptRow } from '../store/cells.ts'
import { draftRows } from '../store/draft-rows.ts'
import type { Store } from '../store/store.ts'

/** The sections of a draft, each with how many of its records belong to closed months. */
export async function sectionsWithClosed(
  store: Store,
  draft: string,
  sections: readonly ImportSection[],
  closed: ReadonlySet<Month>,
): Promise<ImportSection[]> {
  if (closed.size === 0) return [...sections]
  const told: ImportSection[] = []
  for (const section of sections)
    told.push({ ...section, closed: await closedRecords(store, draft, section, closed) })
  return told
}

/** By month; a record that belongs to several counts in its first. */
async function closedRecords(
  store: Store,
  draft: string,
  { id, ledger }: ImportSection,
  closed: ReadonlySet<Month>,
): Promise<NonNullable<ImportSection['closed']>> {
  if (ledger === null) return []
  const definition = ledgerOf(ledger)
  const counts = new Map<Month, number>()
  for await (const part of draftRows(store, draft, id))
    for (const row of part) {
      const [month] = closedMonthsOf(definition, keptRow(definition, row), closed)
      if (month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1)
    }
  return [...counts].toSorted().map(([month, records]) => ({ month, records }))
}
