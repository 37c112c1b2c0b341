import type { CampaignRow } from '#shared/contract/content.ts'
import { columnsOf, MATCHED } from '#shared/metrics/adoption/campaigns.ts'
import { addDays, eachMonth, firstDay, lastDay, monthOf, type Day } from '#shared/time/day.ts'
import { coversAll, type Interval } from '#shared/time/period.ts'
import { rememberedRead, wholeYears } from '../remembered.ts'
import { text, usesOver, type RecordedUse } from '../adoption/uses.ts'
import type { BoardScope } from '../scope.ts'

/** An adoption with the columns of the pieces that are its work. */
export interface ColumnUse {
  readonly use: RecordedUse
  readonly columns: readonly string[]
}

interface Titled {
  readonly title: string
  readonly day: Day
  readonly column: string
}

/** Some years of months. */
const MOST_MONTHS = 60

/** Pieces of a month in a column, of those titles that were adopted near it: a write moves its month alone. */
const titledIn = rememberedRead(async (scope, { from, to }): Promise<readonly Titled[]> => {
  const near = { from: addDays(from, -MATCHED.after), to: addDays(to, MATCHED.before) }
  const { uses } = await usesOver(scope, near)
  if (uses.length === 0) return []
  const pieces = await scope.store.cells({
    ledger: 'pieces',
    fields: ['title', 'day', 'column'],
    filters: [
      { field: 'day', from, to },
      { field: 'column', isPresent: true },
      { field: 'title', in: [...new Set(uses.map(({ work }) => work))] },
    ],
  })
  return pieces.map(({ title, day, column }) => {
    return { title: text(title), day: text(day), column: text(column) }
  })
}, MOST_MONTHS)

const readUses = rememberedRead(async (scope, days): Promise<readonly ColumnUse[]> => {
  const { uses } = await usesOver(scope, days)
  if (uses.length === 0) return []
  const first = monthOf(addDays(days.from, -MATCHED.before))
  const titled = new Map<string, Titled[]>()
  for (const month of eachMonth(first, monthOf(addDays(days.to, MATCHED.after)))) {
    const pieces = await titledIn(scope, { from: firstDay(month), to: lastDay(month) })
    for (const piece of pieces) {
      const known = titled.get(piece.title)
      if (known) known.push(piece)
      else titled.set(piece.title, [piece])
    }
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
