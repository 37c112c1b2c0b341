import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { eachTextIn } from '#shared/json-texts.ts'
import { citizenFields, maskedText } from '#shared/masks.ts'
import type { SumsRow } from '#shared/metrics/sums.ts'
import { SEPARATOR } from '../store/cells.ts'
import type { CellsQuery, RecordsQuery, Store } from '../store/store.ts'
import { maskedBatches } from './masked-batches.ts'
import { maskedHistory } from './masked-history.ts'
import { maskedQuestions } from './masked-questions.ts'
import { maskedWrites } from './masked-writes.ts'
import { shownOrder } from './shown-order.ts'
import {
  isOfMasked,
  isUnderMasks,
  rowShown,
  shownCells,
  type Known,
  type Masked,
} from './shown-rows.ts'

/**
 * A store that shows names and numbers of citizens only masked in some ledgers and in all that may
 * mention them, whoever asks: every page, list, file, check and history over it shows masks, and none
 * finds or orders by what they hide.
 */
export function maskedStore(store: Store, masked: Masked, known: Known): Store {
  const isUnder = (ledger: LedgerId): boolean => isUnderMasks(masked, ledger)
  const cells = (query: CellsQuery): Promise<Row[]> =>
    isUnder(query.ledger) ? shownCells(store, query, known) : store.cells(query)
  const { asked, sorted, isHidden } = maskedQuestions(cells)
  const inShownOrder = shownOrder(store, cells)
  const question = async <Q extends Pick<RecordsQuery, 'ledger' | 'filters' | 'search'>>(
    query: Q,
  ): Promise<Q> => (isUnder(query.ledger) ? asked(query) : query)
  async function shown<R extends { readonly row: Row }>(
    ledger: LedgerId,
    records: readonly R[],
  ): Promise<R[]> {
    const names = await known()
    return records.map((record) => ({
      ...record,
      row: rowShown(masked, ledger, record.row, names),
    }))
  }

  // Named one by one, so that a read the port is given later has to be masked before this compiles.
  return {
    settings: () => store.settings(),
    revisions: () => store.revisions(),
    draft: (id) => store.draft(id),
    file: (hash) => store.file(hash),
    write: maskedWrites(store, masked, known),
    close: () => store.close(),
    counts: () => store.counts(),
    coverage: () => store.coverage(),
    covered: () => store.covered(),
    ...maskedHistory(store, masked, { question, known }),
    sums: maskedSums(store, masked, cells),
    async records(query) {
      const { ledger } = query
      if (!isUnder(ledger)) return store.records(query)
      const whole = await question(query)
      // Of one batch alone the order of entry does.
      const page =
        query.batch === undefined && isHidden(ledger, query.sort.field)
          ? await inShownOrder(query, whole)
          : await store.records({ ...whole, sort: sorted(ledger, query.sort) })
      return { ...page, records: await shown(ledger, page.records) }
    },
    sumOf: async (query, field) => store.sumOf(await question(query), field),
    async cells(query) {
      const { ledger, sort } = query
      if (!isUnder(ledger)) return store.cells(query)
      return cells({ ...(await question(query)), ...(sort && { sort: sorted(ledger, sort) }) })
    },
    async words(ledger, field) {
      if (!isUnder(ledger) || !citizenFields(ledgerOf(ledger)).includes(field))
        return store.words(ledger, field)
      const counts = new Map<string, number>()
      for (const { [field]: cell } of await cells({ ledger, fields: [field], filters: [] }))
        if (cell !== null && cell !== undefined)
          counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1)
      return [...counts]
        .map(([word, records]) => ({ word, records }))
        .toSorted((a, b) => (a.word < b.word ? -1 : 1))
    },
    origins: async (query) => store.origins(await question(query)),
    async record(ledger, id) {
      const record = await store.record(ledger, id)
      return record && ((await shown(ledger, [record]))[0] ?? null)
    },
    changedAt: () => store.changedAt(),
    ...maskedBatches(store, masked, known),
    async importPart(query) {
      const batch = await store.batch(query.owner)
      // A draft is its author's alone.
      if (!batch) return store.importPart(query)
      // Refused rows are cells as somebody wrote them, of whatever column.
      const part = isOfMasked(batch, masked) ? null : await store.importPart(query)
      const names = await known()
      return part && { ...part, json: eachTextIn(part.json, (text) => maskedText(text, names)) }
    },
  }
}

/** Sums by what texts say, under what is shown of them. */
function maskedSums(
  store: Pick<Store, 'sums' | 'cells'>,
  masked: Masked,
  cells: Store['cells'],
): Store['sums'] {
  return async (query) => {
    const { ledger, cut, measure, from, to } = query
    const rows = await store.sums(query)
    const field = cut.find((name) => citizenFields(ledgerOf(ledger)).includes(name))
    if (field === undefined || !isUnderMasks(masked, ledger)) return rows
    const on = ledgerOf(ledger).measures[measure]?.on
    const filters = on === undefined ? [] : [{ field: on, from, to }]
    const asked = { ledger, fields: [field], filters }
    const [written, masks] = await Promise.all([store.cells(asked), cells(asked)])
    const shown = new Map(
      written.flatMap((row, at) => {
        const [word, mask] = [String(row[field] ?? ''), String(masks[at]?.[field] ?? '')]
        return word === mask ? [] : [[word, mask] as const]
      }),
    )
    const place = cut.indexOf(field)
    const added = new Map<string, SumsRow>()
    for (const row of rows) {
      const values = row.values.map((value, at) =>
        at === place ? (shown.get(value) ?? value) : value,
      )
      const key = [row.at, ...values].join(SEPARATOR)
      const known = added.get(key) ?? { sum: 0, records: 0, blank: 0 }
      added.set(key, {
        at: row.at,
        values,
        sum: known.sum + row.sum,
        records: known.records + row.records,
        blank: known.blank + row.blank,
      })
    }
    return [...added.values()]
  }
}
