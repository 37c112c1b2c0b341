import type { DocumentKind } from '#shared/contract/documents.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { parsePeriod, previousPeriod, type Period } from '#shared/time/period.ts'
import type { KeptText, KeptTexts } from '#reports/documents/build.ts'
import type { Store, StoredRecord } from './store/store.ts'

const MANY = 10_000

/** What people wrote into a report of a period, and of the period before. */
export async function keptTexts(
  store: Store,
  kind: DocumentKind,
  period: Period,
  zone: string,
): Promise<KeptTexts> {
  const earlier = previousPeriod(period)
  const [own, before, lines] = await Promise.all([
    textsOf(store, kind, period),
    earlier && textsOf(store, kind, earlier),
    store.records({
      ledger: 'budgetLines',
      filters: [{ field: 'year', in: [period.to.slice(0, 4)] }],
      sort: { field: 'id', descending: false },
      offset: 0,
      limit: MANY,
    }),
  ])
  return {
    own,
    before: earlier &&
      before && {
        period: earlier,
        texts: new Map([...before].map(([slot, { text }]) => [slot, text])),
      },
    records: new Map(lines.records.map((record) => [record.id, writtenOf(record)])),
    clockOf: (at) => dateTimeInZone(Date.parse(at), zone).replace('T', ' ').slice(0, 16),
  }
}

async function textsOf(
  store: Store,
  kind: DocumentKind,
  period: Period,
): Promise<Map<string, KeptText>> {
  const { records } = await store.records({
    ledger: 'reportTexts',
    filters: [
      { field: 'period', in: [period.key] },
      { field: 'document', in: [kind] },
    ],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: MANY,
  })
  return new Map(records.map((record) => [String(record.row.slot), textOf(record)]))
}

const textOf = (record: StoredRecord): KeptText => ({
  text: String(record.row.text ?? ''),
  carried: parsePeriod(String(record.row.carried ?? '')),
  ...writtenOf(record),
})

/** Which state of a record this is, and whose. */
export const writtenOf = ({
  createdAt,
  createdBy,
  changedAt,
  changedBy,
}: StoredRecord): { readonly at: string; readonly by: string } => ({
  at: changedAt ?? createdAt,
  by: changedBy ?? createdBy,
})
