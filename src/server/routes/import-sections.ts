import type { Hono } from 'hono'
import {
  correctImport,
  type Correction,
  type Corrections,
  type Mapping,
} from '#shared/contract/import-sections.ts'
import type { ImportPreview } from '#shared/contract/imports.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Day } from '#shared/time/day.ts'
import { under } from '#shared/under.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { normaliseCell } from '../ingest/normalise.ts'
import { preparedSchema, type IncomingFile } from '../ingest/prepared.ts'
import type { DeskFacts } from '../facts.ts'
import { serve } from '../serve.ts'
import type { Draft, Store, Writer } from '../store/store.ts'
import { UNREAD, readDraft } from './import-drafts.ts'
import { knownMappings, readingContext } from './import-reading.ts'
import type { ImportsUnderWay } from './imports-under-way.ts'

/**
 * Corrections of a prepared import: its files are read again from their kept bytes, with all that
 * was corrected so far. How a set of headings is read is remembered; the rest is of this import.
 */
export function importSectionRoutes(
  app: Hono,
  context: DeskContext,
  { facts, underWay, previewOf }: ImportParts,
): void {
  const { store } = context

  serve(app, correctImport, async ({ params: { id }, body }) => {
    const draft = await store.draft(id)
    if (!draft || draft.prepared === UNREAD) throw new DeskError('IMPORT_NOT_FOUND', id)
    const around = await readingContext(store, facts)
    checkGiven(body, around)
    const before = preparedSchema.parse(JSON.parse(draft.prepared)).corrections ?? UNCORRECTED
    const files = await filesOf(store, draft)
    await store.write((writer) => remember(context, writer, store, body, around.today))
    await underWay.run(id, async (doing) => {
      const read = async (corrections: Corrections) => {
        const reading = await readingContext(store, facts)
        await readDraft(context, id, files, { context: { ...reading, corrections }, doing })
      }
      try {
        await read(corrected(before, body))
      } catch (error) {
        // A reading that fails drops its draft: the import is put back as it was.
        if (!doing.signal.aborted) await read(before)
        throw error
      }
    })
    return previewOf(id)
  })
}

const UNCORRECTED: Corrections = { encodings: {}, tables: {} }

interface ImportParts {
  readonly facts: DeskFacts
  readonly underWay: ImportsUnderWay
  previewOf(id: string): Promise<ImportPreview>
}

async function remember(
  context: DeskContext,
  writer: Writer,
  store: Store,
  correction: Correction,
  today: Day,
): Promise<void> {
  const { forget } = correction
  const said = await mappingSaid(store, correction)
  if (said !== null) {
    const { headings, ledger } = said
    const title = `${ledgerOf(ledger).label}：列的对应`
    const act = await openBatch(context, writer, { kind: 'entry', title, why: '指定列的对应' })
    const row = { headings, ledger, correctedOn: today, mapping: JSON.stringify(said.mapping) }
    await writer.put('mappings', [row], act.batch)
  }
  if (forget === undefined) return
  const [known] = await store.cells({
    ledger: 'mappings',
    fields: ['id', 'ledger'],
    filters: [{ field: 'headings', in: [forget] }],
  })
  if (!known) return
  const about = { kind: 'entry', title: '忘掉列的对应', why: '忘掉列的对应' } as const
  const act = await openBatch(context, writer, about)
  await writer.remove('mappings', String(known.id), act)
}

/** The mapping a correction leaves a set of headings with: columns said anew keep its words, words its columns. */
async function mappingSaid(
  store: Store,
  { mapping, words }: Correction,
): Promise<{ headings: string; ledger: LedgerId; mapping: Mapping } | null> {
  const about = mapping ?? words
  if (!about) return null
  const { headings, ledger } = about
  const known = (await knownMappings(store)).find(
    (one) => one.headings === headings && one.ledger === ledger,
  )
  const columns: Omit<Mapping, 'ledger'> = mapping ??
    known ?? { isForced: false, columns: {}, given: {} }
  const merged = { ...known?.words }
  for (const [heading, texts] of Object.entries(words?.columns ?? {}))
    merged[heading] = { ...merged[heading], ...texts }
  const { isForced, given, lines } = columns
  const all = {
    ledger,
    isForced,
    columns: columns.columns,
    given,
    words: merged,
    ...(lines && { lines }),
  }
  return { headings, ledger, mapping: all }
}

/** What stands after one more correction; a cell set back to what the file says is corrected no more. */
function corrected(before: Corrections, { encoding, tables = [] }: Correction): Corrections {
  const encodings = encoding
    ? { ...before.encodings, [encoding.file]: encoding.name }
    : before.encodings
  const now = { ...before.tables }
  for (const { table, given, year, cells, isCut, above, restored = [] } of tables) {
    const own = now[table] ?? { given: {}, year: null, cells: {} }
    const places = Object.entries({ ...own.cells, ...cells })
    now[table] = {
      ...own,
      ...(isCut !== undefined && { isCut }),
      ...(above && { above }),
      given: { ...own.given, ...given },
      year: year === undefined ? own.year : year,
      cells: Object.fromEntries(places.filter(([place]) => !restored.includes(place))),
    }
  }
  return { encodings, tables: now }
}

/** Throws REQUEST_INVALID where a value for all rows cannot be read into its field. */
function checkGiven({ mapping }: Correction, { today, zone }: { today: Day; zone: string }): void {
  if (!mapping) return
  const { fields } = ledgerOf(mapping.ledger)
  for (const [id, text] of Object.entries(mapping.given)) {
    const field = under(fields, id)
    const around = { year: Number(today.slice(0, 4)), zone, unit: '元', serialShift: 0 }
    if (text === '') continue
    if (!field || !normaliseCell(field, text, around).ok)
      throw new DeskError('REQUEST_INVALID', `${field?.label ?? id}：${text}`)
  }
}

async function filesOf(store: Store, { files }: Draft): Promise<IncomingFile[]> {
  return Promise.all(
    files.map(async ({ name, hash }) => {
      const bytes = await store.file(hash)
      if (!bytes) throw new DeskError('IMPORT_FILE_UNREADABLE', name)
      return { name, hash, bytes }
    }),
  )
}
