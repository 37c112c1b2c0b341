import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { periodShape } from '#shared/contract/boards.ts'
import { FILES } from '#shared/contract/files.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Freeze } from '#shared/contract/freezes.ts'
import type { Period } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import { PAGE_IDS } from '#reports/pages.ts'
import type { DeskContext } from '../app.ts'
import type { Basis } from '../export/basis-rows.ts'
import { exportMark } from '../export/export-mark.ts'
import { fileAnswer, XLSX } from '../export/file-answer.ts'
import type { DeskFacts } from '../facts.ts'
import { freezeBook } from '../freezes/freeze-book.ts'
import { periodBasis } from '../period-basis.ts'
import { reportReader } from '../report-reader.ts'
import { serveFile } from '../serve.ts'

const NOT_KEPT = '这一稿定稿时没有记下批次，以下是那时登记、现在还在的'
const querySchema = z.object(periodShape)

/** All figures of a period in one workbook, with charts and what they stand on. */
export function periodBookRoute(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const read = reportReader(app, context, facts)
  const book = freezeBook(context)

  serveFile(app, FILES.periodWorkbook, async (request) => {
    const query = querySchema.safeParse(request.req.query())
    if (!query.success) throw new DeskError('REQUEST_INVALID')
    const { v = 'own', freeze } = query.data
    const p = query.data.p ?? (await facts.snapshot()).desk.lastMonth ?? ''
    const report = await read({ p, freeze })
    const pages = report.pages[v]
    const { period, absent, desk } = pages.overview
    const own = pages.overview.sight?.own ?? []
    const basis = { ...(await basisOf(report.freeze, { period, zone: desk.zone })), own }
    const boards = PAGE_IDS.map((board) => ({ board, answers: pages[board].answers }))
    // What writes charts is read only once somebody asks for them.
    const { periodBook } = await import('../export/period-book.ts')
    const { centre, asOf } = report
    const mark = exportMark(context, desk.zone)
    const figures = { centre, period, asOf, freeze: report.freeze, boards, absent, own, mark }
    const draft = report.freeze ? `第${report.freeze.number}稿` : ''
    const name = [centre, periodLabel(period), '各项数字', draft].filter((word) => word !== '')
    return fileAnswer(periodBook(figures, { pages, basis }), `${name.join(' ')}.xlsx`, XLSX)
  })

  /** What figures stand on: of a 定稿 as it was then, where that was kept. */
  async function basisOf(
    freeze: Freeze | null,
    asked: { readonly period: Period; readonly zone: string },
  ): Promise<Basis> {
    const kept = freeze && (await book.content(freeze)).basis
    if (kept) return kept
    const until = freeze?.at ?? new Date(context.clock()).toISOString()
    const now = await periodBasis(context.store, { ...asked, until })
    return freeze ? { ...now, note: NOT_KEPT } : now
  }
}
