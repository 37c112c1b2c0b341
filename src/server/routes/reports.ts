import type { Hono } from 'hono'
import { FILES } from '#shared/contract/files.ts'
import { listReports, writeReportsNow } from '#shared/contract/reports.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { monthPeriod } from '#shared/time/period.ts'
import type { DeskContext } from '../app.ts'
import { fileAnswer } from '../export/file-answer.ts'
import { writtenOf } from '../kept-texts.ts'
import { nextReport } from '../scheduled/due.ts'
import { failureWords, fileOf, writeReports, writtenReports } from '../scheduled/write-reports.ts'
import { serve, serveFile } from '../serve.ts'
import { periodFrom } from './boards.ts'

/** Reports that the desk writes to a folder by itself, on the day set or at once. */
export function reportRoutes(app: Hono, context: DeskContext): void {
  const { store, reports, schedule, clock } = context
  const settingsNow = async () => (await store.settings()) ?? DEFAULT_SETTINGS

  serve(app, listReports, async () => {
    const settings = await settingsNow()
    const local = dateTimeInZone(clock(), settings.zone).slice(0, 16)
    const next = nextReport({ settings: settings.reports, local })
    const written = (await writtenReports(context)).flatMap((record) =>
      fileOf(record).map(({ month, file }) => ({
        id: record.id,
        file,
        period: monthPeriod(month),
        name: String(record.row.name),
        bytes: Number(record.row.bytes),
        at: writtenOf(record).at,
      })),
    )
    return {
      place: reports.place,
      next: next && { period: monthPeriod(next.month), at: next.at },
      written,
      failures: schedule.failures.map((failure) => ({
        file: failure.file,
        period: monthPeriod(failure.month),
        code: failure.code,
        message: failureWords(failure),
        at: new Date(failure.at).toISOString(),
      })),
    }
  })

  serve(app, writeReportsNow, async ({ body: { p } }) => {
    const period = periodFrom(p)
    if (period.kind !== 'month') throw new DeskError('DOCUMENT_NOT_OF_PERIOD')
    const { files } = (await settingsNow()).reports
    const written = await writeReports(
      app,
      context,
      files.map((file) => ({ month: period.key, file })),
    )
    return { written, failed: files.length - written }
  })

  serveFile(app, FILES.writtenReport, async (request) => {
    const record = await store.record('writtenReports', request.req.param('id'))
    if (!record) throw new DeskError('REPORT_FILE_GONE')
    const name = String(record.row.name)
    const bytes = await reports.read(name)
    if (!bytes) throw new DeskError('REPORT_FILE_GONE', name)
    return fileAnswer(bytes, name, 'application/octet-stream')
  })
}
