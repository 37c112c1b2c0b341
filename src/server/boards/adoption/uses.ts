import type { AdoptionUse } from '#shared/contract/adoption.ts'
import type { Cell, Row } from '#shared/ledgers/define.ts'
import { plainTitle } from '#shared/metrics/adoption/duplicates.ts'
import type { Interval } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import { rememberedRead, wholeYears } from '../remembered.ts'

/** One record of 上级采用台账 as the page reads it; '' where a name is left empty. */
export interface RecordedUse extends AdoptionUse {
  /** The title by which records are compared. */
  readonly plain: string
  readonly author: string
  readonly department: string
  readonly kind: string
  readonly isPooled: boolean
  readonly link: string | null
  readonly hasFile: boolean
}

const CELLS = [
  ...(['id', 'day', 'work', 'outlet', 'level', 'position', 'author', 'department'] as const),
  ...(['kind', 'pooled', 'link', 'evidence', 'attached'] as const),
]

const recorded = rememberedRead(async ({ store }, days): Promise<readonly RecordedUse[]> => {
  const rows = await store.cells({
    ledger: 'adoptions',
    fields: CELLS,
    filters: [{ field: 'day', ...days }],
    sort: { field: 'day', descending: false },
  })
  return rows.map(recordedUse)
})

/** Uses by outlets over some days, and posts on the centre's own accounts, each oldest first. */
export async function usesOver(
  scope: BoardScope,
  { from, to }: Interval,
): Promise<{ readonly uses: readonly RecordedUse[]; readonly own: readonly RecordedUse[] }> {
  const all = await recorded(scope, wholeYears({ from, to }))
  const within = all.filter(({ day }) => day >= from && day <= to)
  return {
    uses: within.filter(({ kind }) => kind !== 'own'),
    own: within.filter(({ kind }) => kind === 'own'),
  }
}

const recordedUse = (row: Row): RecordedUse => ({
  id: text(row.id),
  day: text(row.day),
  work: text(row.work),
  plain: plainTitle(text(row.work)),
  outlet: text(row.outlet),
  level: text(row.level),
  position: orNull(row.position),
  author: text(row.author),
  department: text(row.department),
  kind: text(row.kind),
  isPooled: row.pooled === 'yes',
  link: orNull(row.link),
  hasFile: orNull(row.evidence) !== null || Number(row.attached) > 0,
})

export const text = (cell: Cell | undefined): string =>
  (cell ?? null) === null ? '' : String(cell)
const orNull = (cell: Cell | undefined): string | null =>
  (cell ?? null) === null ? null : String(cell)

/** What a list says of a use. */
export const shown = ({ id, day, work, outlet, level, position }: AdoptionUse): AdoptionUse => ({
  id,
  day,
  work,
  outlet,
  level,
  position,
})
