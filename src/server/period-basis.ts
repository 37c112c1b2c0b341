import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { overlaps, type Period } from '#shared/time/period.ts'
import type { Basis } from './export/basis-rows.ts'
import type { Batch, Store } from './store/store.ts'

interface Asked {
  readonly period: Period
  /** Batches after this instant are left out: a 定稿 stands on none of them. */
  readonly until: string
  readonly zone: string
}

/** Which batches the records of a period came in with, and for which of its days ledgers are whole. */
export async function periodBasis(store: Store, asked: Asked): Promise<Basis> {
  const [found, spans] = await Promise.all([
    Promise.all(
      LEDGER_IDS.map(async (ledger) => ({
        ledger,
        origins: await originsIn(store, ledger, asked.period),
      })),
    ),
    store.coverage(),
  ])
  const coverage = spans.filter((days) => overlaps(days, asked.period))
  const named = [
    ...found.flatMap(({ origins }) => [...origins.keys()]),
    ...coverage.map(({ batch }) => batch),
  ]
  const batches = await store.batches({ ids: [...new Set(named)] })
  const known = new Map(
    batches.filter(({ at }) => at <= asked.until).map((batch) => [batch.id, batch]),
  )
  return {
    batches: found.flatMap(({ ledger, origins }) => batchesOf(ledger, origins, known, asked.zone)),
    coverage: coverage
      .filter(({ batch }) => known.has(batch))
      .map(({ ledger, from, to }) => ({ ledger, from, to })),
  }
}

/** A record may be placed by several of its dates; each batch is counted by the one that finds most. */
async function originsIn(
  store: Store,
  ledger: LedgerId,
  { from, to }: Period,
): Promise<ReadonlyMap<string, number>> {
  const fields = new Set(Object.values(ledgerOf(ledger).measures).map(({ on }) => on))
  const most = new Map<string, number>()
  for (const field of fields)
    for (const { batch, records } of await store.origins({
      ledger,
      filters: [{ field, from, to }],
    }))
      most.set(batch, Math.max(records, most.get(batch) ?? 0))
  return most
}

function batchesOf(
  ledger: LedgerId,
  origins: ReadonlyMap<string, number>,
  known: ReadonlyMap<string, Batch>,
  zone: string,
): Basis['batches'][number][] {
  return [...origins].flatMap(([id, records]) => {
    const batch = known.get(id)
    if (!batch) return []
    const { title, by, files } = batch
    const at = dateTimeInZone(Date.parse(batch.at), zone).replace('T', ' ').slice(0, 16)
    return [{ ledger, records, title, at, by, files }]
  })
}
