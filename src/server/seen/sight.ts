import type { BoardAnswer } from '#shared/contract/boards.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { ledgersBehind } from '#shared/metrics/ledgers-behind.ts'
import { METRIC_IDS, type MetricId } from '#shared/metrics/index.ts'
import { departmentFields, type Reach, type Rights } from '#shared/rights/rights.ts'
import { GRANTED_LEDGERS } from '#shared/rights/roles.ts'
import type { Filter, Store } from '../store/store.ts'
import { isOwn } from '../store/write-reach.ts'

/** Which records somebody sees, as filters that all must hold; null for none. */
export type Seen = readonly Filter[] | null

/** What somebody sees of the desk: ledgers as a whole, records of their own department, or nothing. */
export interface Sight {
  reach(ledger: LedgerId): Reach | null
  /** Metrics that stand on ledgers seen as a whole, or on none. */
  readonly metrics: ReadonlySet<MetricId>
  /** The filters by which a ledger's records are cut to what is seen. */
  filters(ledger: LedgerId): Promise<Seen>
  /** Whether a record with these cells is seen. */
  takes(ledger: LedgerId, row: Row): Promise<boolean>
}

/** Whether somebody sees, and may change, all there is: then nothing has to be cut. */
export const seesEverything = ({ ledgers }: Rights): boolean =>
  GRANTED_LEDGERS.every((id) => ledgers.see.get(id) === 'all')

/** Ledgers kept by the desk whose records stand for records of other ledgers. */
export const OF_LEDGERS = LEDGER_IDS.filter(
  (id) => ledgerOf(id).kind === 'desk' && ledgerOf(id).fields.ledger !== undefined,
)
/** Whether each of its records stands for one record, as evidence does, and not for a ledger or a month of it. */
const isOfRecords = (ledger: LedgerId): boolean => ledgerOf(ledger).fields.record !== undefined

/** Texts and figures of every ledger together: for whoever sees all of them. */
export const OF_EVERYTHING: ReadonlySet<LedgerId> = new Set(
  LEDGER_IDS.filter(
    (id) =>
      ledgerOf(id).kind === 'desk' &&
      !OF_LEDGERS.includes(id) &&
      id !== 'closings' &&
      id !== 'freezes',
  ),
)

export function sightOf(store: Store, { ledgers: { see } }: Rights, department: string): Sight {
  const reach = (ledger: LedgerId): Reach | null =>
    ledgerOf(ledger).kind === 'desk' ? 'all' : (see.get(ledger) ?? null)
  const isWhole = (ledger: LedgerId): boolean => reach(ledger) === 'all'
  const metrics = new Set(METRIC_IDS.filter((id) => ledgersBehind(id).every(isWhole)))
  const people = colleagues(store, department)

  /** Fields by which records belong elsewhere, with the words that are seen; '' for an empty cell. */
  function words(ledger: LedgerId): { field: string; in: readonly string[] }[] {
    const { fields } = ledgerOf(ledger)
    const named = Object.entries(fields).find(([, { isMetric }]) => isMetric)?.[0]
    if (named !== undefined && metrics.size < METRIC_IDS.length)
      return [{ field: named, in: [...metrics] }]
    return []
  }

  /** Whether what the desk keeps of a ledger is seen, unless it stands for one record alone. */
  const seesAllOf = (ledger: LedgerId, of: LedgerId): boolean =>
    isOfRecords(ledger) ? isWhole(of) : reach(of) !== null

  /** What stands for records of other ledgers is seen with them, one by one where not all of them are. */
  async function besides(ledger: LedgerId): Promise<Filter[]> {
    if (GRANTED_LEDGERS.every(isWhole)) return []
    const seen = GRANTED_LEDGERS.filter((of) => seesAllOf(ledger, of))
    const whole = { field: 'ledger', in: ['', ...seen] }
    const partly = isOfRecords(ledger) ? GRANTED_LEDGERS.filter((id) => reach(id) === 'own') : []
    const ways = await Promise.all(
      partly.map(async (id) => [
        { field: 'ledger', in: [id] },
        { field: 'record', in: await ownIds(id) },
      ]),
    )
    return [{ field: 'id', anyOf: [[whole], ...ways] }]
  }

  /** Ids of one's own records, of those with evidence where the ledger counts it. */
  async function ownIds(ledger: LedgerId): Promise<string[]> {
    const own = await filters(ledger)
    if (own === null) return []
    const counted = Object.entries(ledgerOf(ledger).fields).find(([, { byDesk }]) => byDesk)?.[0]
    const having = counted === undefined ? [] : [{ field: counted, isPresent: true }]
    const rows = await store.cells({ ledger, fields: ['id'], filters: [...own, ...having] })
    return rows.map(({ id }) => String(id))
  }

  async function filters(ledger: LedgerId): Promise<Seen> {
    const how = reach(ledger)
    if (how === null || OF_EVERYTHING.has(ledger)) return null
    if (OF_LEDGERS.includes(ledger)) return besides(ledger)
    if (how === 'all') return words(ledger)
    if (department === '') return null
    const names = await people()
    const ways = departmentFields(ledger).map(({ field, list }) => [
      { field, in: list === 'departments' ? [department] : names },
    ])
    return [{ field: 'id', anyOf: ways }]
  }

  async function takes(ledger: LedgerId, row: Row): Promise<boolean> {
    const how = reach(ledger)
    if (how === null || OF_EVERYTHING.has(ledger)) return false
    if (OF_LEDGERS.includes(ledger)) return takesBeside(ledger, row)
    if (how === 'all')
      return words(ledger).every(({ field, in: seen }) => seen.includes(String(row[field] ?? '')))
    return isOwn(ledger, row, department, await people())
  }

  async function takesBeside(beside: LedgerId, { ledger, record }: Row): Promise<boolean> {
    const of = LEDGER_IDS.find((id) => id === ledger)
    if (of === undefined || seesAllOf(beside, of)) return true
    const known = typeof record === 'string' ? await store.record(of, record) : null
    return known !== null && takes(of, known.row)
  }

  return { reach, metrics, filters, takes }
}

/** What a page says of it: ledgers not seen at all, and those of which only one's own records are. */
export const sightAnswer = ({ reach }: Sight): NonNullable<BoardAnswer['sight']> => ({
  denied: GRANTED_LEDGERS.filter((id) => reach(id) === null),
  own: GRANTED_LEDGERS.filter((id) => reach(id) === 'own'),
})

/** The names of a department's people, read again when the list of people changes. */
export function colleagues(
  store: Pick<Store, 'cells' | 'revisions'>,
  department: string,
): () => Promise<readonly string[]> {
  let kept: { readonly at: number; readonly names: Promise<readonly string[]> } | null = null
  const read = async (): Promise<readonly string[]> => {
    const filters = [{ field: 'department', in: [department] }]
    const rows = await store.cells({ ledger: 'people', fields: ['name'], filters })
    return rows.map(({ name }) => String(name ?? '')).filter((name) => name !== '')
  }
  return async () => {
    const { people: at } = await store.revisions()
    if (kept?.at !== at) kept = { at, names: read() }
    return kept.names
  }
}
