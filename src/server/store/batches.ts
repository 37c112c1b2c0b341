import { sortOfBatch, type BatchSort } from '#shared/batch-sorts.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { searchWords } from './cells.ts'
import { asciiLower } from './memory-match.ts'
import type { Outcome } from './store.ts'

type BatchState = 'loaded' | 'takenBack'

/** Rows of a ledger that a batch added, changed, left as they were or left out; those removed and restored by hand. */
export interface BatchCount extends Outcome {
  readonly removed?: number
  readonly restored?: number
}

/** One act that brought records in: an import, an entry by hand, the example centre. */
export interface Batch {
  readonly id: string
  readonly kind: 'import' | 'entry' | 'example'
  readonly title: string
  readonly why: string
  readonly at: string
  readonly by: string
  readonly state: BatchState
  readonly takenBackAt: string | null
  /** Content hashes and names of the files it came from. */
  readonly files: readonly { readonly name: string; readonly hash: string }[]
  /** What it did to each ledger. */
  readonly counts: Readonly<Record<string, BatchCount>>
  /** What the readers said of the files, kept for whoever asks later. */
  readonly notes: readonly string[]
  /** It did something to ledgers that whoever reads does not see at all. */
  readonly isCut?: boolean
}

/** Ledgers of somebody who sees a part of the desk: a batch is theirs where it touched none hidden, or one in part. */
export interface BatchesSeen {
  readonly hidden: readonly LedgerId[]
  readonly part: readonly LedgerId[]
}

/** What batches are looked for by; all conditions hold at once. */
export interface BatchFilters {
  readonly kinds?: readonly Batch['kind'][]
  readonly ids?: readonly string[]
  readonly sort?: BatchSort
  /** Did something to its records. */
  readonly ledger?: LedgerId
  readonly by?: string
  /** Instants; `from` belongs to it, `to` does not. */
  readonly from?: string
  readonly to?: string
  /** Words of title and reason, all of them. */
  readonly search?: string
  readonly seen?: BatchesSeen
  /** Beyond one batch of the list, towards older or newer ones. */
  readonly beyond?: BatchPlace
}

export interface BatchPlace {
  readonly at: string
  readonly id: string
  readonly way: 'older' | 'newer'
}

export interface BatchesAsked extends BatchFilters {
  /** The newest so many; with `beyond`, those nearest to it. */
  readonly limit?: number
}

/** How many batches of a sort somebody wrote. */
export interface BatchTally {
  readonly sort: BatchSort
  readonly by: string
  readonly batches: number
}

/** The order in which batches are listed. */
export const newestFirst = (a: Pick<Batch, 'at' | 'id'>, b: Pick<Batch, 'at' | 'id'>): number =>
  inOrder(b.at, a.at) || inOrder(b.id, a.id)

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** As many of a list, newest first, as are asked for. */
export function nearest(batches: readonly Batch[], { beyond, limit }: BatchesAsked): Batch[] {
  if (limit === undefined) return [...batches]
  return beyond?.way === 'newer' && limit < batches.length
    ? batches.slice(batches.length - limit)
    : batches.slice(0, limit)
}

/** Whether a batch is among those looked for; the databases ask the same in SQL. */
export function isLookedFor(batch: Batch, asked: BatchFilters): boolean {
  const { kinds, ids, sort, by, from, to, search, beyond } = asked
  return (
    (kinds?.includes(batch.kind) ?? true) &&
    (ids?.includes(batch.id) ?? true) &&
    (sort === undefined || sortOfBatch(batch) === sort) &&
    (by === undefined || batch.by === by) &&
    (from === undefined || batch.at >= from) &&
    (to === undefined || batch.at < to) &&
    isOfSeen(batch, asked) &&
    hasWords(batch, search) &&
    (beyond === undefined ||
      (beyond.way === 'older' ? newestFirst(beyond, batch) < 0 : newestFirst(beyond, batch) > 0))
  )
}

function isOfSeen({ counts }: Batch, { ledger, seen }: BatchFilters): boolean {
  const has = (id: LedgerId): boolean => counts[id] !== undefined
  if (ledger !== undefined && !has(ledger)) return false
  if (!seen || !seen.hidden.some(has)) return true
  return ledger === undefined ? seen.part.some(has) : seen.part.includes(ledger)
}

/** Whether all words of a search stand in a batch's title and reason. */
export function hasWords({ title, why }: Batch, search: string | undefined): boolean {
  const texts = [asciiLower(title), asciiLower(why)]
  return searchWords(search).every((word) => texts.some((text) => text.includes(asciiLower(word))))
}

/** Counted by sort and person. */
export function talliesOf(batches: readonly Batch[]): BatchTally[] {
  const groups = Map.groupBy(batches, (batch) => `${sortOfBatch(batch)} ${batch.by}`)
  return [...groups.values()]
    .flatMap(([first, ...more]) =>
      first ? [{ sort: sortOfBatch(first), by: first.by, batches: more.length + 1 }] : [],
    )
    .toSorted(tallyOrder)
}

export const tallyOrder = (a: BatchTally, b: BatchTally): number =>
  inOrder(a.sort, b.sort) || inOrder(a.by, b.by)
