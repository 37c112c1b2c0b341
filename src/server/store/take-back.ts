import { DeskError } from '#shared/diagnostics.ts'
import { changedFields } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { monthsOf, uncovered } from '#shared/time/period.ts'
import { asListed } from './as-listed.ts'
import { monthsClosed, monthsText } from './closed-gate.ts'
import { rowWithout } from './row-without.ts'
import type { Act, Coverage, Undone } from './store.ts'
import type { KeptLife, Tables } from './tables.ts'
import { PART, breathe, inParts } from './turns.ts'
import { revision, type Writing } from './writing.ts'

/** What `Writer.takeBack` does; see there. Of a batch that is not there or already taken back: nothing. */
export async function takeBack(writing: Writing, batchId: string, act: Act): Promise<Undone> {
  const { tables } = writing
  const batch = await tables.batch(batchId)
  const total = { removed: 0, restored: 0, kept: 0, untold: 0, names: 0 }
  if (!batch || batch.state === 'takenBack') return shown(total)
  const coverage = await tables.coverage()
  await mayEnd(writing, coverage, batchId)
  await tables.saveBatch({ ...batch, state: 'takenBack', takenBackAt: act.at })
  for (const ledger of LISTS_FIRST) {
    const undone = await undo(writing, ledger, batchId, act)
    if (Object.hasOwn(batch.counts, ledger)) writing.touched.add(ledger)
    const isList = ledgerOf(ledger).kind === 'list'
    total[isList ? 'names' : 'removed'] += undone.removed
    total.restored += undone.restored
    if (isList) continue
    total.kept += undone.kept
    total.untold += undone.untold
  }
  for (const span of coverage) if (span.batch === batchId) writing.touched.add(span.ledger)
  return shown(total)
}

/** Records read again under the names the lists have without the batch. */
const LISTS_FIRST = LEDGER_IDS.toSorted(
  (a, b) => Number(ledgerOf(b).kind === 'list') - Number(ledgerOf(a).kind === 'list'),
)

const shown = ({ untold, names, ...rest }: Required<Undone>): Undone => ({
  ...rest,
  ...(untold > 0 && { untold }),
  ...(names > 0 && { names }),
})

/** Throws MONTH_CLOSED where days of a closed month would be vouched for no more: zero would turn absent. */
async function mayEnd(
  { tables, closing }: Writing,
  coverage: readonly Coverage[],
  batch: string,
): Promise<void> {
  const closed = await monthsClosed(tables, closing)
  if (closed.size === 0) return
  const [own, others] = [true, false].map((isOwn) =>
    coverage.filter((span) => (span.batch === batch) === isOwn),
  )
  const lost = (own ?? []).flatMap((span) =>
    uncovered(
      span,
      (others ?? []).filter(({ ledger }) => ledger === span.ledger),
    ),
  )
  const shut = lost.flatMap((span) => monthsOf(span)).filter((month) => closed.has(month))
  if (shut.length > 0)
    throw new DeskError('MONTH_CLOSED', monthsText([...new Set(shut)].toSorted()))
}

async function undo(
  writing: Writing,
  ledger: LedgerId,
  batch: string,
  act: Act,
): Promise<Required<Omit<Undone, 'names'>>> {
  const { tables } = writing
  const records = await revision(writing, ledger, act)
  const listed = await asListed(writing, ledger)
  const takenBack = await tables.takenBack()
  const standing = await tables.standing()
  const undone = { removed: 0, restored: 0, kept: 0, untold: 0 }
  const added = await tables.addedBy(ledger, batch)
  await breathe()
  const touched = await tables.touchedBy(ledger, batch)
  await breathe()
  /** Gives a record back the cells it has without the batch; tells whether any differ. */
  const giveBack = async (life: KeptLife): Promise<boolean> => {
    const { record } = life
    const own = rowWithout(ledgerOf(ledger), life, takenBack)
    const row = changedFields(record.row, own).length === 0 ? own : listed(own)
    const changed = changedFields(record.row, row)
    if (record.removedAt === null && changed.length === 0) return false
    await records.rewrite(record, row, 'restore', changed)
    return true
  }

  for await (const life of inTurn(tables, ledger, added)) {
    const { record, holds } = life
    const heir = heirOf(holds, standing)
    if (heir === undefined) {
      if (record.removedAt !== null) continue
      await records.remove(record)
      undone.removed += 1
      continue
    }
    await records.hand(record, heir)
    if (record.removedAt !== null) continue
    const isChanged = await giveBack({ ...life, record: { ...record, batch: heir } })
    undone[isChanged ? 'restored' : 'kept'] += 1
    if (holds.some(({ said, batch: of }) => said === null && !takenBack.has(of))) undone.untold += 1
  }
  await breathe()
  for await (const life of inTurn(tables, ledger, touched)) {
    if (life.record.removedAt !== null) {
      await records.written()
      if (!(await comesBack(writing, ledger, life, batch))) continue
    }
    if (await giveBack(life)) undone.restored += 1
    else if (life.history.some((entry) => entry.batch === batch)) undone.kept += 1
  }
  await records.finish()
  return undone
}

/** Of the batches that held a record, the first that stands: the record is its from then on. */
function heirOf(holds: KeptLife['holds'], standing: readonly string[]): string | undefined {
  const holders = new Set(holds.map(({ batch }) => batch))
  return holders.size === 0 ? undefined : standing.find((batch) => holders.has(batch))
}

/** Records by id, read part by part: all of a large batch at once would not fit a small machine. */
async function* inTurn(
  tables: Tables,
  ledger: LedgerId,
  ids: readonly string[],
): AsyncGenerator<KeptLife> {
  for (const part of inParts(ids, PART)) {
    yield* await tables.lives(ledger, part)
    await breathe()
  }
}

/** Whether a removed record was removed by this batch, belongs to one that stands, and was not entered anew. */
async function comesBack(
  { tables }: Writing,
  ledger: LedgerId,
  { record, history }: KeptLife,
  batch: string,
): Promise<boolean> {
  if (history.findLast((entry) => entry.action === 'remove')?.batch !== batch) return false
  if ((await tables.batch(record.batch))?.state !== 'loaded') return false
  return (await tables.live(ledger, [record.identity])).size === 0
}
