import type { Hono } from 'hono'
import { loadExample, removeExample } from '#shared/contract/imports.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import { exampleCentre } from '#example/index.ts'
import { EXAMPLE_SETTINGS } from '#example/settings.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'
import type { Batch, Store } from '../store/store.ts'

export function exampleRoutes(app: Hono, context: DeskContext): void {
  serve(app, loadExample, async () => {
    if (await exampleBatch(context.store)) throw new DeskError('EXAMPLE_LOADED')
    return putExample(context)
  })

  serve(app, removeExample, async () => {
    const { store, clock, author } = context
    const batch = await exampleBatch(store)
    if (!batch) throw new DeskError('EXAMPLE_ABSENT')
    const act = {
      at: new Date(clock()).toISOString(),
      by: author,
      why: '移除示例',
      batch: batch.id,
    }
    return store.write(async (writer) => {
      const settings = await store.settings()
      if (settings?.centre === EXAMPLE_SETTINGS.centre) await writer.dropSettings()
      return writer.takeBack(batch.id, act)
    })
  })
}

async function exampleBatch(store: Store): Promise<Batch | undefined> {
  return (await store.batches({ kinds: ['example'] })).find(({ state }) => state === 'loaded')
}

/** Loads the example centre as one batch; its settings only where the centre has none of its own. */
export async function putExample(context: DeskContext): Promise<Batch> {
  const { store } = context
  const { ledgers, coverage, settings } = exampleCentre()
  const own = await store.settings()
  const id = await store.write(async (writer) => {
    const act = await openBatch(context, writer, {
      kind: 'example',
      title: '示例中心',
      why: '载入示例',
    })
    for (const ledger of LEDGER_IDS) await writer.put(ledger, ledgers[ledger], act.batch)
    for (const span of coverage) await writer.cover({ ...span, batch: act.batch })
    if (!own) await writer.saveSettings(settings)
    return act.batch
  })
  const batch = await store.batch(id)
  if (!batch) throw new DeskError('BATCH_NOT_FOUND', id)
  return batch
}
