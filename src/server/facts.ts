import { deskSchema, type Desk } from '#shared/contract/boards.ts'
import { dateTimeInZone, dayInZone, type Day } from '#shared/time/day.ts'
import type { DeskContext } from './app.ts'
import { sumsUntilMoved } from './remembered-sums.ts'
import { reviewReader } from './review/review-facts.ts'
import { ledgersBehindNames } from './seen/known-names.ts'
import { snapshotReads } from './snapshot-reads.ts'
import { readSnapshot, type Moment, type Snapshot } from './snapshot.ts'
import type { State } from './standing/keeper.ts'
import type { Moves } from './standing/moves.ts'
import type { Revisions } from './store/store.ts'

const desks = new WeakMap<Snapshot, Desk>()

/** What a moment says of the desk itself; the same object until something is written or a day is over. */
export function deskAt({ snapshot, now }: Moment): Desk {
  const today = now.slice(0, 10)
  const known = desks.get(snapshot)
  if (known?.today === today) return known
  const desk = deskSchema.parse({ ...snapshot.desk, today })
  desks.set(snapshot, desk)
  return desk
}

const texts = new WeakMap<Revisions, string>()

/** Revisions as one text. */
function textOf(revisions: Revisions): string {
  const text = texts.get(revisions) ?? Object.values(revisions).join('.')
  texts.set(revisions, text)
  return text
}

/** A moment as what is kept goes by it. */
export const stateAt = ({ snapshot: { frame, revisions, moves }, now }: Moment): State => ({
  frame,
  revisions,
  moves,
  now,
})

export interface DeskFacts {
  /** Today in the centre's zone. */
  today(): Promise<Day>
  snapshot(): Promise<Snapshot>
  moment(): Promise<Moment>
  /** Changes with every write and at midnight: the ETag of all answers. */
  version(): Promise<string>
}

/** Keeps one snapshot a revision, so that a question costs sums and nothing else. */
export function deskFacts(context: DeskContext, moves: Moves): DeskFacts {
  const { store, clock } = context
  let kept: { at: string; snapshot: Promise<Snapshot> } | null = null

  const readReview = reviewReader(store)
  const keptSums = sumsUntilMoved(store, moves)
  const always = ['people', 'settings', ...ledgersBehindNames(context.masked ?? new Set())] as const
  const reads = snapshotReads(store, always)
  const of = { counted: {}, unfiltered: {} }

  const revision = async (): Promise<string> => textOf(await store.revisions())
  const snapshot = async (): Promise<Snapshot> => {
    const revisions = await store.revisions()
    const at = textOf(revisions)
    const review: Parameters<typeof readSnapshot>[1]['review'] = (settings) =>
      readReview(settings, revisions)
    if (kept?.at !== at) {
      // Whose sums are cut to what they see, theirs move with more than the ledger.
      const sums = context.sight ? store.sums : keptSums(revisions)
      const read = readSnapshot(context, { revisions, sums, review, reads })
      kept = { at, snapshot: read.then((told) => ({ ...told, revisions, moves, of })) }
    }
    return kept.snapshot
  }
  const today = async (): Promise<Day> => dayInZone(clock(), (await snapshot()).settings.zone)
  const moment = async (): Promise<Moment> => {
    const now = await snapshot()
    return { snapshot: now, now: dateTimeInZone(clock(), now.settings.zone) }
  }
  return { today, snapshot, moment, version: async () => `${await revision()}-${await today()}` }
}
