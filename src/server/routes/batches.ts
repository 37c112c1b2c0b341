import type { Hono } from 'hono'
import { tryImport, tryTakeBack } from '#shared/contract/batches.ts'
import { listBatches, readBatch } from '#shared/contract/batch-pages.ts'
import { takeBackBatch } from '#shared/contract/imports.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import type { DeskContext } from '../app.ts'
import type { DeskFacts } from '../facts.ts'
import { figuresAfter, tried } from '../figures-after.ts'
import { mustBeOpen } from '../review/units.ts'
import { serve } from '../serve.ts'
import type { Act, Batch, Coverage, Draft, Store } from '../store/store.ts'
import { pageOfBatches } from './batch-pages.ts'
import type { ImportsUnderWay } from './imports-under-way.ts'
import { aboutOf, askedOf, loadInto } from './load-draft.ts'

interface BatchParts {
  readonly facts: DeskFacts
  readonly underWay: ImportsUnderWay
  draftOf(id: string): Promise<Draft>
}

/** Batches as they stand, what taking one back or loading another would change, and the taking back. */
export function batchRoutes(
  app: Hono,
  context: DeskContext,
  { facts, underWay, draftOf }: BatchParts,
): void {
  const { store, clock, author } = context

  serve(app, listBatches, async ({ query }) => {
    const { settings } = await facts.snapshot()
    return pageOfBatches(store, query, settings.zone)
  })

  serve(app, readBatch, ({ params }) => batchNamed(store, params.id))

  serve(app, takeBackBatch, async ({ params, body }) => {
    const batch = await standing(params.id)
    await mustStayReviewed(batch.id)
    const act = actOn(batch, body.why ?? '撤回批次')
    return store.write((writer) => writer.takeBack(batch.id, act), rowsOf(batch))
  })

  serve(app, tryTakeBack, async ({ params }) => {
    const batch = await standing(params.id)
    await mustStayReviewed(batch.id)
    const { result, told } = await tried(
      store,
      (writer) => writer.takeBack(batch.id, actOn(batch, '试算')),
      rowsOf(batch),
    )
    const coverage = (await store.coverage()).filter((span) => span.batch !== batch.id)
    const figures = await figuresAfter(await facts.snapshot(), await now(), { told, coverage })
    return { ...result, ...figures }
  })

  serve(app, tryImport, async ({ params, body }) => {
    const draft = await draftOf(params.id)
    const asked = askedOf(draft, body)
    const { result, told } = await underWay.run(draft.id, (doing) =>
      tried(
        store,
        (writer) => loadInto(context, writer, draft, { ...asked, doing }),
        aboutOf(asked),
      ),
    )
    const coverage = [...(await store.coverage()), ...told.covered]
    const figures = await figuresAfter(await facts.snapshot(), await now(), { told, coverage })
    const ledgers = await Promise.all(
      [...result.outcomes].map(async ([ledger, outcome]) => {
        const known = await knownWithin(ledger, told.covered)
        const { added, changed, same } = outcome
        return { ledger, added, changed, same, besides: Math.max(0, known - changed - same) }
      }),
    )
    const changes = await Promise.all(
      told.changes
        .filter(({ action, ledger }) => action === 'change' && result.outcomes.has(ledger))
        .map(async ({ ledger, record, before, after }) => {
          const kept = await store.record(ledger, record)
          return kept ? [{ ledger, record, row: kept.row, before, after }] : []
        }),
    )
    return { ledgers, changes: changes.flat(), ...figures }
  })

  const now = async (): Promise<string> =>
    dateTimeInZone(clock(), (await facts.snapshot()).settings.zone)

  const actOn = (batch: Batch, why: string): Act => ({
    at: new Date(clock()).toISOString(),
    by: author,
    why,
    batch: batch.id,
  })

  async function standing(id: string): Promise<Batch> {
    const batch = await batchNamed(store, id)
    if (batch.state === 'takenBack') throw new DeskError('BATCH_TAKEN_BACK', batch.title)
    return batch
  }

  /**
   * Throws MONTH_CLOSED where records of a closed month that another batch has from then on could count
   * otherwise: no month's review holds them, and a batch is reviewed.
   */
  async function mustStayReviewed(batch: string): Promise<void> {
    const { closed, review } = await facts.snapshot()
    const byBatch = [...review.leftOut].filter(
      (ledger) => review.approvals(ledger).batches.length > 0,
    )
    await mustBeOpen(
      store,
      { kind: 'batch', batch },
      {
        closed,
        leftOut: new Set(byBatch),
        among: (ledger) => [
          {
            field: 'id',
            approved: { by: { ...review.approvals(ledger), batches: [] }, is: false },
          },
        ],
      },
    )
  }

  /** Records kept already of the days that a load says to be whole. */
  async function knownWithin(ledger: LedgerId, covered: readonly Coverage[]): Promise<number> {
    const on = Object.values(ledgerOf(ledger).measures)[0]?.on
    const spans = covered.filter((span) => span.ledger === ledger)
    if (on === undefined) return 0
    const counts = spans.map(async ({ from, to }) => {
      const sort = { field: 'id', descending: false }
      const asked = { ledger, filters: [{ field: on, from, to }], sort, offset: 0, limit: 1 }
      return (await store.records(asked)).total
    })
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0)
  }
}

/** How many records a batch said something of. */
const rowsOf = ({ counts }: Batch): { readonly rows: number } => ({
  rows: Object.values(counts).reduce(
    (sum, { added, changed, same, removed = 0, restored = 0 }) =>
      sum + added + changed + same + removed + restored,
    0,
  ),
})

/** Throws BATCH_NOT_FOUND. */
export async function batchNamed(store: Pick<Store, 'batch'>, id: string): Promise<Batch> {
  const batch = await store.batch(id)
  if (!batch) throw new DeskError('BATCH_NOT_FOUND', id)
  return batch
}
