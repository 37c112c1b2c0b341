import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { citizenFields, maskedCells, maskedText, namesIn } from '#shared/masks.ts'
import type { Change, ChangesQuery, HistoryReads, RemovedRecord } from '../store/history.ts'
import { matcher } from '../store/memory-match.ts'
import type { HistoryEntry, RecordsQuery, Store } from '../store/store.ts'
import { isUnderMasks, rowShown, unwrittenRecord, type Known, type Masked } from './shown-rows.ts'

/** Records in a bin that are looked through one by one. */
const MANY = 100_000
/** Pages asked for until enough of what is seen is found. */
const MOST_PAGES = 40

interface Asking {
  readonly question: Question
  readonly known: Known
}

type Question = <Q extends Pick<RecordsQuery, 'ledger' | 'filters' | 'search'>>(
  query: Q,
) => Promise<Q>

/** What was done to records, with names and numbers masked before and after. */
export function maskedHistory(
  store: Store,
  masked: Masked,
  { question, known }: Asking,
): HistoryReads & Pick<Store, 'history'> {
  return {
    async history(ledger, id) {
      const entries = await store.history(ledger, id)
      const record = await store.record(ledger, id)
      const rows = [...(record ? [record.row] : []), ...entries.flatMap((e) => [e.before, e.after])]
      const names = await known()
      return entries.map((entry) => entryShown(entry, { masked, ledger, rows, names }))
    },
    changes: (query) => shownChanges(store, masked, query, { question, known }),
    async acts(query) {
      const names = await known()
      return (await store.acts(query)).map((act) => ({
        ...act,
        title: maskedText(act.title, names),
        why: maskedText(act.why, names),
      }))
    },
    async removed({ search, ...query }) {
      const { ledger, offset, limit } = query
      const names = await known()
      const shown = (record: RemovedRecord): RemovedRecord => ({
        ...record,
        row: rowShown(masked, ledger, record.row, names),
        why: maskedText(record.why, names),
      })
      if (search === undefined || !isUnderMasks(masked, ledger)) {
        const page = await store.removed({ ...query, ...(search !== undefined && { search }) })
        return { ...page, records: page.records.map(shown) }
      }
      const takes = matcher(ledgerOf(ledger), { filters: [], search })
      const all = (await store.removed({ ledger, offset: 0, limit: MANY })).records.map(shown)
      const found = all.filter((record) => takes({ ...record, identity: '', removedAt: null }))
      return { total: found.length, records: found.slice(offset, offset + limit) }
    },
    wordsEver: async (ledger, field) =>
      isUnderMasks(masked, ledger) && citizenFields(ledgerOf(ledger)).includes(field)
        ? []
        : store.wordsEver(ledger, field),
    removedCounts: () => store.removedCounts(),
  }
}

async function shownChanges(
  store: Store,
  masked: Masked,
  query: ChangesQuery,
  { question, known }: Asking,
): Promise<Change[]> {
  const { ledger, filters = [], search, limit } = query
  const names = await known()
  const shown = (change: Change): Change => ({
    ...entryShown(change, { masked, ledger: change.ledger, rows: [change.row], names }),
    row: rowShown(masked, change.ledger, change.row, names),
  })
  if (ledger === undefined || !isUnderMasks(masked, ledger))
    return (await store.changes(query)).map(shown)
  const held = { ...query, ...(await question({ ...query, ledger, filters })) }
  const hidden = citizenFields(ledgerOf(ledger))
  // The store also finds what a record was before, and what lies in the bin: each is looked at as it is shown.
  const takes = matcher(ledgerOf(ledger), {
    filters: filters.filter(({ field }) => hidden.includes(field)),
    ...(search !== undefined && { search }),
  })
  const isTold = ({ record, row }: Change): boolean =>
    takes({ ...unwrittenRecord, id: record, row })
  const found: Change[] = []
  let { before } = query
  for (let page = 0; page < MOST_PAGES && found.length < limit; page += 1) {
    const some = await store.changes({ ...held, ...(before !== undefined && { before }) })
    found.push(...some.map(shown).filter(isTold))
    before = some.at(-1)?.number
    if (some.length < limit) break
  }
  return found.slice(0, limit)
}

interface About {
  readonly masked: Masked
  readonly ledger: LedgerId
  /** Those of the record, from which it is known whom its texts may mention. */
  readonly rows: readonly Row[]
  /** Whom they may mention besides. */
  readonly names: readonly string[]
}

function entryShown<E extends Pick<HistoryEntry, 'before' | 'after' | 'why'>>(
  entry: E,
  { masked, ledger, rows, names }: About,
): E {
  const definition = ledgerOf(ledger)
  const { before, after, why } = entry
  const own = namesIn(definition, ...rows, before, after)
  const shown = (cells: Row): Row => {
    if (!isUnderMasks(masked, ledger)) return cells
    if (ledger !== 'attachments') return maskedCells(definition, cells, own, names)
    // An attachment says by its row, not by its changes, whose it is.
    const whole = rowShown(masked, ledger, { ...rows[0], ...cells }, names)
    return Object.fromEntries(Object.keys(cells).map((name) => [name, whole[name] ?? null]))
  }
  const reason = masked.has(ledger) ? maskedText(why, own, names) : maskedText(why, names)
  return { ...entry, before: shown(before), after: shown(after), why: reason }
}
