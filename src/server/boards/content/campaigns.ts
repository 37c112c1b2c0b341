import type { CampaignRow } from '#shared/contract/content.ts'
import { columnsOf, MATCHED } from '#shared/metrics/adoption/campaigns.ts'
import { addDays } from '#shared/time/day.ts'
import { coversAll, type Interval } from '#shared/time/period.ts'
import { rememberedRead, wholeYears } from '../remembered.ts'
import { text, usesOver, type RecordedUse } from '../adoption/uses.ts'
import type { BoardScope } from '../scope.ts'

/** An adoption with the columns of the pieces that are its work. */
export interface ColumnUse {
  readonly use: RecordedUse
  readonly columns: readonly string[]
}

const readUses = rememberedRead(async (scope, days): Promise<readonly ColumnUse[]> => {
  const { uses } = await usesOver(scope, days)
  if (uses.length === 0) return []
  const pieces = await scope.store.cells({
    ledger: 'pieces',
    fields: ['title', 'day', 'column'],
    filters: [
      {
        field: 'day',
        from: addDays(days.from, -MATCHED.before),
        to: addDays(days.to, MATCHED.after),
      },
      { field: 'column', isPresent: true },
      { field: 'title', in: [...new Set(uses.map(({ work }) => work))] },
    ],
  })
  const titled = new Map<string, { day: string; column: string }[]>()
  for (const { title, day, column } of pieces) {
    const piece = { day: text(day), column: text(column) }
    const known = titled.get(text(title))
    if (known) known.push(piece)
    else titled.set(text(title), [piece])
  }
  return uses.map((use) => ({ use, columns: columnsOf(use.day, titled.get(use.work) ?? []) }))
})

/** Adoptions over some days with their columns; null where 上级采用台账 does not cover them. */
export async function usesByColumn(
  scope: BoardScope,
  { from, to }: Interval,
): Promise<readonly ColumnUse[] | null> {
  if (!coversAll(scope.snapshot.coverage.adoptions ?? [], { from, to })) return null
  const all = await readUses(scope, wholeYears({ from, to }))
  return all.filter(({ use: { day } }) => day >= from && day <= to)
}

/** The columns that pieces of the period stand in, most pieces first; `days` are those of it that count. */
export async function campaignRows(
  scope: BoardScope,
  days: Interval,
): Promise<{ rows: CampaignRow[]; unnamed: number } | null> {
  const cut = ['column']
  const [counts, reads, uses] = await Promise.all([
    scope.tallies.over({ ledger: 'pieces', measure: 'records', cut }, scope.period),
    scope.tallies.over({ ledger: 'pieces', measure: 'reads', cut }, scope.period),
    usesByColumn(scope, days),
  ])
  if (!counts || !reads) return null
  const rows = [...counts]
    .filter(([column]) => column !== '')
    .map(([column, { records: pieces }]) => {
      const read = reads.get(column)
      return {
        column,
        pieces,
        reads: read && read.records > 0 ? read.sum : null,
        blank: pieces - (read?.records ?? 0),
        adopted: uses && uses.filter(({ columns }) => columns.includes(column)).length,
      }
    })
  const order = (a: CampaignRow, b: CampaignRow): number =>
    b.pieces - a.pieces || (a.column < b.column ? -1 : 1)
  return { rows: rows.toSorted(order), unnamed: counts.get('')?.records ?? 0 }
}
