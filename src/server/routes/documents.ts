import type { Hono } from 'hono'
import * as z from 'zod/mini'
import {
  DOCUMENT_KINDS,
  DOCUMENTS,
  readDocument,
  saveText,
  type DocumentKind,
  type ReportDocument,
} from '#shared/contract/documents.ts'
import { FILES } from '#shared/contract/files.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { periodLabel } from '#shared/time/words.ts'
import { documentOf } from '#reports/documents/build.ts'
import { actorOf, openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { exportMark } from '../export/export-mark.ts'
import { fileAnswer } from '../export/file-answer.ts'
import type { DeskFacts } from '../facts.ts'
import { keptTexts, writtenOf } from '../kept-texts.ts'
import { reportReader, type ReportQuery } from '../report-reader.ts'
import { serve, serveFile } from '../serve.ts'
import { periodFrom } from './boards.ts'

const kindSchema = z.enum(DOCUMENT_KINDS)
const querySchema = z.object({ p: z.string(), freeze: z.optional(z.string()) })

/** Reports to be handed in: shown, written into, and as Word files. */
export function documentRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store } = context
  const figuresAsked = reportReader(app, context, facts)

  serve(app, readDocument, ({ params: { kind }, query }) => document(kind, query))

  serveFile(app, FILES.document, async (request) => {
    const kind = kindSchema.safeParse(request.req.param('kind'))
    const query = querySchema.safeParse(request.req.query())
    if (!kind.success || !query.success) throw new DeskError('REQUEST_INVALID')
    const report = await document(kind.data, query.data)
    const { docxOf, DOCX } = await import('../export/docx/index.ts')
    const mark = exportMark(context, (await facts.snapshot()).settings.zone)
    return fileAnswer(docxOf(report, mark), `${fileName(report)}.docx`, DOCX)
  })

  serve(app, saveText, async ({ params: { kind, slot: id }, body }) => {
    const { p, text, seen, carried = null, by = '' } = body
    const period = periodFrom(p)
    // Also refuses periods the report is not written for, and places it has not.
    const slot = (await document(kind, { p })).slots.find((each) => each.id === id)
    if (!slot) throw new DeskError('REQUEST_INVALID', 'slot')
    const author = actorOf(context, by)
    return store.write(async (writer) => {
      const place = slot.record ?? (await keptAt(kind, period.key, id))
      const known = place && (await store.record(place.ledger, place.id))
      if ((known ? writtenOf(known).at : null) !== seen)
        throw new DeskError('RECORD_CHANGED_MEANWHILE')
      const title = `填写${DOCUMENTS[kind].label} ${periodLabel(period)} ${slot.about}${slot.label}`
      const about = { kind: 'entry' as const, title, why: title }
      const done = await openBatch({ ...context, author }, writer, about)
      const own = { text: text || null, carried }
      if (place) {
        const cells = slot.record ? { [slot.record.field]: text || null } : own
        const changed = await writer.change(place.ledger, place.id, cells, done)
        if (!changed) throw new DeskError('RECORD_NOT_FOUND', place.id)
      } else {
        const row = { period: period.key, document: kind, slot: id, ...own }
        await writer.put('reportTexts', [row], done.batch)
      }
      return { at: done.at }
    })
  })

  async function document(kind: DocumentKind, query: ReportQuery): Promise<ReportDocument> {
    const period = periodFrom(query.p)
    if (!DOCUMENTS[kind].kinds.includes(period.kind)) throw new DeskError('DOCUMENT_NOT_OF_PERIOD')
    const figures = await figuresAsked(query)
    const { zone } = figures.pages.own.overview.desk
    return documentOf(kind, figures, await keptTexts(store, kind, period, zone))
  }

  /** The record a text of the report's own is kept in. */
  async function keptAt(kind: DocumentKind, period: string, slot: string) {
    const { records } = await store.records({
      ledger: 'reportTexts',
      filters: [
        { field: 'period', in: [period] },
        { field: 'document', in: [kind] },
        { field: 'slot', in: [slot] },
      ],
      sort: { field: 'id', descending: false },
      offset: 0,
      limit: 1,
    })
    const [known] = records
    return known ? { ledger: 'reportTexts' as const, id: known.id } : null
  }
}

/** `峨边…中心 2024年10月工作报告 第2稿`, as the file is called. */
const fileName = ({ centre, title, freeze, subtitle, kind }: ReportDocument): string =>
  [centre, kind === 'brief' ? `${subtitle}${title}` : title, freeze ? `第${freeze.number}稿` : '']
    .filter((word) => word !== '')
    .join(' ')
