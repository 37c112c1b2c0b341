import type { Hono } from 'hono'
import type * as z from 'zod/mini'
import {
  attachFiles,
  attachLink,
  detach,
  listAttachments,
  type AttachmentAnswer,
} from '#shared/contract/attachments.ts'
import { FILES } from '#shared/contract/files.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { LEDGER_RIGHTS } from '#shared/rights/right.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { countAttached, type Target } from '../attached-count.ts'
import { contentHash } from '../content-hash.ts'
import { ENDINGS, evidenceKind, MEDIA_TYPES } from '../evidence-kind.ts'
import { disposition, savedName } from '../export/file-answer.ts'
import type { DeskFacts } from '../facts.ts'
import { serve, serveFile } from '../serve.ts'
import type { Act, StoredRecord, Writer } from '../store/store.ts'

const MEGABYTE = 1024 * 1024

type Answer = z.infer<typeof listAttachments.output>

/** Evidence of any record: files kept by their content, and links. */
export function attachmentRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store, evidence, masked } = context

  serve(app, listAttachments, ({ params }) => answer(params))

  serve(app, attachFiles, async ({ params, files }) => {
    await found(params)
    const rows = await Promise.all(files.map((file) => keep(file, params)))
    return attach(params, rows, '加附件')
  })

  serve(app, attachLink, async ({ params, body }) => {
    await found(params)
    const link = body.link.trim()
    if (!/^https?:\/\/\S+$/i.test(link)) throw new DeskError('ATTACHMENT_LINK_INVALID', link)
    const name = body.name?.trim() || link
    const row = { ...about(params), name, kind: 'link', size: null, hash: null, link }
    return attach(params, [row], '加链接')
  })

  serve(app, detach, async ({ params, query }) => {
    const known = (await attached(params)).find(({ id }) => id === params.attachment)
    if (!known) throw new DeskError('ATTACHMENT_NOT_FOUND')
    await store.write(async (writer) => {
      const act = await open(writer, params, query.why?.trim() || '删除附件')
      if (await writer.remove('attachments', known.id, act))
        await countAttached({ store, writer }, params, -1, act)
    })
    return answer(params)
  })

  serveFile(app, FILES.attachedFile, async (request, tell) => {
    const record = await store.record('attachments', request.req.param('id'))
    const { hash, kind, name, ledger } = record?.row ?? {}
    // A scan of a letter shows what its record masks.
    if (masked && LEDGER_IDS.some((id) => id === ledger && masked.has(id)))
      throw new DeskError('RIGHT_MISSING', LEDGER_RIGHTS.identify.label)
    const bytes = typeof hash === 'string' ? await evidence.read(hash) : null
    const type = bytes && evidenceKind(bytes)
    if (!bytes || !type || type !== kind) throw new DeskError('ATTACHMENT_NOT_FOUND')
    tell(LEDGER_IDS.flatMap((id) => (id === ledger ? [ledgerOf(id).label] : [])).join(''))
    // A PDF may hold scripts: it is saved, and opened by the reader's own program.
    const how = type === 'pdf' ? 'attachment' : 'inline'
    return new Response(bytes, {
      headers: {
        'content-type': MEDIA_TYPES[type],
        'content-disposition': disposition(how, savedName(String(name), ENDINGS[type])),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      },
    })
  })

  async function keep(file: File, target: Target): Promise<Row> {
    const { largestMegabytes } = (await facts.snapshot()).settings.evidence
    if (file.size > largestMegabytes * MEGABYTE)
      throw new DeskError('ATTACHMENT_TOO_LARGE', `${file.name}，限 ${largestMegabytes} MB`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kind = evidenceKind(bytes)
    if (!kind) throw new DeskError('ATTACHMENT_KIND', file.name)
    const hash = await contentHash(bytes)
    await evidence.keep(hash, bytes)
    return { ...about(target), name: file.name, kind, size: file.size, hash, link: null }
  }

  async function attach(target: Target, rows: readonly Row[], why: string): Promise<Answer> {
    const { mostPerRecord } = (await facts.snapshot()).settings.evidence
    await store.write(async (writer) => {
      const before = (await attached(target)).length
      const act = await open(writer, target, why)
      const { added } = await writer.put('attachments', distinct(rows), act.batch)
      if (before + added > mostPerRecord)
        throw new DeskError('ATTACHMENT_TOO_MANY', `限 ${mostPerRecord} 个`)
      await countAttached({ store, writer }, target, added, act)
    })
    return answer(target)
  }

  const open = (writer: Writer, { ledger }: Target, why: string): Promise<Act> =>
    openBatch(context, writer, { kind: 'entry', title: `${ledgerOf(ledger).label}的附件`, why })

  async function answer(target: Target): Promise<Answer> {
    const records = await attached(target)
    return {
      attachments: records.map(answered),
      ...(await facts.snapshot()).settings.evidence,
    }
  }

  async function attached({ ledger, id }: Target): Promise<readonly StoredRecord[]> {
    const page = await store.records({
      ledger: 'attachments',
      filters: [
        { field: 'ledger', in: [ledger] },
        { field: 'record', in: [id] },
      ],
      sort: { field: 'id', descending: false },
      offset: 0,
      limit: 1000,
    })
    return page.records
  }

  async function found({ ledger, id }: Target): Promise<StoredRecord> {
    const record = await store.record(ledger, id)
    if (!record) throw new DeskError('RECORD_NOT_FOUND', id)
    return record
  }
}

const about = ({ ledger, id }: Target) => ({ ledger, record: id })

/** The same file chosen twice is one attachment. */
const distinct = (rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [`${row.hash} ${row.link}`, row])).values(),
]

function answered({ id, row, createdAt, createdBy }: StoredRecord): AttachmentAnswer {
  const { name, kind, size, link } = row
  return {
    id,
    name: String(name),
    kind: String(kind),
    size: typeof size === 'number' ? size : null,
    link: typeof link === 'string' ? link : null,
    at: createdAt,
    by: createdBy,
  }
}
