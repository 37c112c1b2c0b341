import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { FILES } from '#shared/contract/files.ts'
import { recordsQuery } from '#shared/contract/records.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { fileName } from '#shared/file-name.ts'
import { recordsHeading } from '#shared/headlines/records-heading.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import type { DeskContext } from '../app.ts'
import { CALENDAR } from '../boards/sentiment/working-calendar.ts'
import { exportMark } from '../export/export-mark.ts'
import { fileAnswer, XLSX } from '../export/file-answer.ts'
import { recordsBook } from '../export/records-book.ts'
import { templateBook } from '../export/template-book.ts'
import type { DeskFacts } from '../facts.ts'
import { serveFile } from '../serve.ts'
import { heldRecords } from './held-records.ts'
import { recordsAsked } from './records-query.ts'

/** Spreadsheets handed out: the records of any view, and the empty template of a ledger. */
export function exportRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store, clock, masked } = context
  serveFile(app, FILES.recordsWorkbook, async (request, tell) => {
    const ledger = ledgerNamed(request)
    const asked = z.safeParse(recordsQuery, request.req.query())
    if (!asked.success) throw new DeskError('REQUEST_INVALID')
    const { settings } = await facts.snapshot()
    const now = dateTimeInZone(clock(), settings.zone)
    const clockwork = { limits: settings.sentiment, calendar: CALENDAR, now }
    const { records } = recordsAsked(ledger, asked.data)
    const query = await heldRecords(store, records, asked.data, clockwork)
    tell(`${(await store.records({ ...query, offset: 0, limit: 1 })).total} 条`)
    const book = await recordsBook({
      store,
      query,
      asked: asked.data,
      centre: settings.centre,
      asOf: now.replace('T', ' '),
      mark: exportMark(context, settings.zone),
      isMasked: masked?.has(ledger) ?? false,
      clock: (instant) => dateTimeInZone(Date.parse(instant), settings.zone).replace('T', ' '),
    })
    return fileAnswer(book, fileName(recordsHeading(ledger, asked.data), 'xlsx'), XLSX)
  })

  serveFile(app, FILES.ledgerTemplate, async (request) => {
    const ledger = ledgerNamed(request)
    if (ledgerOf(ledger).kind === 'desk') throw new DeskError('LEDGER_KEPT_BY_DESK')
    return fileAnswer(await templateBook(ledger, store), `${ledgerOf(ledger).label}模板.xlsx`, XLSX)
  })
}

function ledgerNamed(request: Context): LedgerId {
  const id = request.req.param('ledger') ?? ''
  if (!isLedgerId(id)) throw new DeskError('REQUEST_NOT_FOUND')
  return id
}
