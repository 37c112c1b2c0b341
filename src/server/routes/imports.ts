import type { Hono } from 'hono'
import {
  confirmImport,
  dropImport,
  importPreviewSchema,
  listBatches,
  prepareImport,
  readImport,
  takeBackBatch,
  type ImportPreview,
} from '#shared/contract/imports.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/settings.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { isLedgerId } from '#shared/ledgers/index.ts'
import { uncovered } from '#shared/time/period.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { contentHash } from '../content-hash.ts'
import type { DeskFacts } from '../facts.ts'
import {
  preparedSchema,
  previewSchema,
  type IncomingFile,
  type Prepared,
} from '../ingest/prepared.ts'
import { serve } from '../serve.ts'
import type { Batch, Coverage, Draft, Writer } from '../store/store.ts'

const LARGEST_FILE = 30 * 1024 * 1024

/** Imports in two steps, read then loaded, and the batches they leave. */
export function importRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store, clock, author } = context

  serve(app, prepareImport, async ({ files }) => {
    const incoming = await Promise.all(files.map(incomingFile))
    const { settings } = await facts.snapshot()
    const once = incoming.filter((file, i) => incoming.findIndex((f) => f.hash === file.hash) === i)
    const prepared = await context.prepare(once, {
      today: await facts.today(),
      zone: settings.zone,
    })
    const id = `import-${clock().toString(36)}-${(once[0]?.hash ?? '').slice(0, 8)}`
    await store.write(async (writer) => {
      for (const file of once) await writer.saveFile(file.hash, file.bytes)
      const named = once.map(({ name, hash }) => ({ name, hash }))
      const at = new Date(clock()).toISOString()
      await writer.saveDraft({
        id,
        at,
        by: author,
        files: named,
        prepared: JSON.stringify(prepared),
      })
    })
    return previewOf(id)
  })

  serve(app, readImport, ({ params }) => previewOf(params.id))

  serve(app, confirmImport, async ({ params, body }) => {
    const draft = await draftOf(params.id)
    const prepared = preparedSchema.parse(JSON.parse(draft.prepared))
    const chosen = prepared.preview.sections.filter(
      (section) =>
        body.sections.includes(section.id) && section.ledger !== null && section.records > 0,
    )
    if (chosen.length === 0) throw new DeskError('IMPORT_NOTHING_CHOSEN')
    const covered = await store.coverage()
    const id = await store.write(async (writer) => {
      const act = await openBatch(context, writer, {
        kind: 'import',
        title: draft.files.map((file) => file.name).join('、'),
        why: '导入台账',
        files: draft.files,
        notes: notesOf(prepared),
      })
      await loadSections(writer, prepared, chosen, { batch: act.batch, covered })
      const settings = filledIn(await store.settings(), prepared.proposed)
      if (settings) await writer.saveSettings(settings)
      await writer.dropDraft(draft.id)
      return act.batch
    })
    return batchOf(id)
  })

  serve(app, dropImport, async ({ params }) => {
    await draftOf(params.id)
    await store.write((writer) => writer.dropDraft(params.id))
    return { dropped: true }
  })

  serve(app, listBatches, () => store.batches())

  serve(app, takeBackBatch, async ({ params, body }) => {
    const batch = await batchOf(params.id)
    if (batch.state === 'takenBack') throw new DeskError('BATCH_TAKEN_BACK', batch.title)
    const act = {
      at: new Date(clock()).toISOString(),
      by: author,
      why: body.why ?? '撤回批次',
      batch: batch.id,
    }
    return store.write((writer) => writer.takeBack(batch.id, act))
  })

  async function previewOf(id: string): Promise<ImportPreview> {
    const draft = await draftOf(id)
    const { preview } = previewSchema.parse(JSON.parse(draft.prepared))
    const loaded = (await store.batches()).filter((batch) => batch.state === 'loaded')
    const batchWith = (name: string) => {
      const hash = draft.files.find((file) => file.name === name)?.hash
      return loaded.find((batch) => batch.files.some((file) => file.hash === hash))?.id ?? null
    }
    const files = preview.files.map((file) => ({ ...file, loadedBefore: batchWith(file.name) }))
    return importPreviewSchema.parse({ id, ...preview, files })
  }

  async function draftOf(id: string): Promise<Draft> {
    const draft = await store.draft(id)
    if (!draft) throw new DeskError('IMPORT_NOT_FOUND', id)
    return draft
  }

  async function batchOf(id: string): Promise<Batch> {
    const batch = await store.batch(id)
    if (!batch) throw new DeskError('BATCH_NOT_FOUND', id)
    return batch
  }
}

async function incomingFile(file: File): Promise<IncomingFile> {
  if (file.size > LARGEST_FILE) throw new DeskError('IMPORT_FILE_TOO_LARGE', file.name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, bytes, hash: await contentHash(bytes) }
}

/** Rows, the names they use and the days they cover; sections one by one, so equal keys meet. */
async function loadSections(
  writer: Writer,
  prepared: Prepared,
  chosen: readonly Prepared['preview']['sections'][number][],
  { batch, covered }: { batch: string; covered: readonly Coverage[] },
): Promise<void> {
  for (const { id, ledger, coverage } of chosen) {
    if (ledger === null) continue
    await writer.put(ledger, prepared.rows[id] ?? [], batch)
    // Days another batch vouches for stay with it: once it is taken back, they must not read as zero.
    const known = covered.filter((each) => each.ledger === ledger)
    const fresh = coverage ? uncovered(coverage, known) : []
    for (const span of fresh) await writer.cover({ ledger, ...span, batch })
    for (const [list, names] of Object.entries(prepared.lists[id] ?? {})) {
      if (isLedgerId(list)) await writer.addNames(list, names, batch)
    }
  }
}

/** What a file says of the centre, where the centre has not said it itself. */
function filledIn(own: Settings | null, proposed: Prepared['proposed']): Settings | null {
  if (!proposed) return null
  const { centre = '', prefecture = '', province = '' } = proposed
  const settings = own ?? DEFAULT_SETTINGS
  return {
    ...settings,
    centre: settings.centre || centre,
    prefecture: settings.prefecture || prefecture,
    province: settings.province || province,
  }
}

const notesOf = ({ preview }: Prepared): string[] =>
  preview.sections.flatMap(({ sheet, notes }) => notes.map((note) => `${sheet}：${note.text}`))
