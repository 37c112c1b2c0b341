import type { Hono } from 'hono'
import {
  confirmImport,
  dropImport,
  importPreviewSchema,
  prepareImport,
  readImport,
  type ImportPreview,
} from '#shared/contract/imports.ts'
import { readProgress } from '#shared/contract/import-progress.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { DeskContext } from '../app.ts'
import { contentHash } from '../content-hash.ts'
import type { DeskFacts } from '../facts.ts'
import { previewSchema, type IncomingFile } from '../ingest/prepared.ts'
import { serve } from '../serve.ts'
import type { Draft } from '../store/store.ts'
import { batchNamed, batchRoutes } from './batches.ts'
import { sectionsWithClosed } from './closed-in-draft.ts'
import { UNREAD, readDraft } from './import-drafts.ts'
import { sectionsWithBefore } from './figures-before.ts'
import { readingContext } from './import-reading.ts'
import { importSectionRoutes } from './import-sections.ts'
import { importsUnderWay } from './imports-under-way.ts'
import { askedOf, loadDraft } from './load-draft.ts'

const LARGEST_FILE = 30 * 1024 * 1024

/** Imports in two steps, read then loaded, and the batches they leave. */
export function importRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store, clock } = context

  const underWay = importsUnderWay()

  serve(app, prepareImport, async ({ files, query }) => {
    const incoming = await Promise.all(files.map(incomingFile))
    const once = incoming.filter((file, i) => incoming.findIndex((f) => f.hash === file.hash) === i)
    const id = query.id ?? `import-${clock().toString(36)}-${(once[0]?.hash ?? '').slice(0, 8)}`
    await underWay.run(id, async (doing) => {
      const reading = await readingContext(store, facts)
      await readDraft(context, id, once, { context: reading, doing })
    })
    return previewOf(id)
  })

  serve(app, readProgress, async ({ params }) => ({ step: underWay.step(params.id) }))

  serve(app, readImport, ({ params }) => previewOf(params.id))

  serve(app, confirmImport, async ({ params, body }) => {
    const draft = await draftOf(params.id)
    const asked = askedOf(draft, body)
    const id = await underWay.run(draft.id, (doing) =>
      loadDraft(context, draft, { ...asked, doing }),
    )
    return batchNamed(store, id)
  })

  serve(app, dropImport, async ({ params }) => {
    const how = await underWay.cancel(params.id)
    if (how === 'absent' && !(await store.draft(params.id))) underWay.forestall(params.id)
    // What was loaded before the cancel came is loaded, and is said to be.
    if (how !== 'ended') await draftOf(params.id)
    await store.write((writer) => writer.dropDraft(params.id))
    return { dropped: true }
  })

  batchRoutes(app, context, { facts, underWay, draftOf })
  importSectionRoutes(app, context, { facts, underWay, previewOf })

  async function previewOf(id: string): Promise<ImportPreview> {
    const draft = await draftOf(id)
    const { preview } = previewSchema.parse(JSON.parse(draft.prepared))
    const loaded = (await store.batches({ kinds: ['import'] })).filter(
      ({ state }) => state === 'loaded',
    )
    const batchWith = (name: string) => {
      const hash = draft.files.find((file) => file.name === name)?.hash
      return loaded.find((batch) => batch.files.some((file) => file.hash === hash))?.id ?? null
    }
    const files = preview.files.map((file) => ({ ...file, loadedBefore: batchWith(file.name) }))
    const { closed } = await facts.snapshot()
    const shown = await sectionsWithClosed(store, id, preview.sections, closed)
    const sections = await sectionsWithBefore(store, shown)
    return importPreviewSchema.parse({ id, ...preview, files, sections })
  }

  async function draftOf(id: string): Promise<Draft> {
    const draft = await store.draft(id)
    if (!draft || draft.prepared === UNREAD) throw new DeskError('IMPORT_NOT_FOUND', id)
    return draft
  }
}

async function incomingFile(file: File): Promise<IncomingFile> {
  if (file.size > LARGEST_FILE) throw new DeskError('IMPORT_FILE_TOO_LARGE', file.name)
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, bytes, hash: await contentHash(bytes) }
}
