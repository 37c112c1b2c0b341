import type { Hono } from 'hono'
import * as z from 'zod/mini'
import {
  DIAGNOSTICS,
  DeskError,
  isDiagnosticCode,
  type DiagnosticCode,
} from '#shared/diagnostics.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { SCHEDULED, SCHEDULED_IDS, type ScheduledId } from '#shared/settings/reports.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { monthPeriod } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { freezeBook } from '../freezes/freeze-book.ts'
import { ITSELF, noted } from '../journal/journal.ts'
import { asPart } from '../journal/note.ts'
import type { StoredRecord } from '../store/store.ts'
import { dueReports, type FailedFile, type ReportFile } from './due.ts'

/** A file that could not be written, with the code that says why. */
export interface Failure extends FailedFile {
  readonly code: DiagnosticCode
}

/** What the process remembers of its schedule; forgotten with it, and then simply tried again. */
export interface ScheduleMemory {
  failures: readonly Failure[]
  isRunning: boolean
}

export const scheduleMemory = (): ScheduleMemory => ({ failures: [], isRunning: false })

/** Where each file is handed out, for a month or a 定稿 of it. */
const ADDRESSES: Readonly<Record<ScheduledId, string>> = {
  monthly: '/api/documents/monthly/report.docx',
  brief: '/api/documents/brief/report.docx',
  slides: '/api/decks/monthly/pptx',
  figures: '/api/period.xlsx',
}

/** Writes what is due by the clock; does nothing while it is still at it. */
export async function runSchedule(app: Hono, context: DeskContext): Promise<void> {
  const { store, clock, schedule } = context
  if (schedule.isRunning) return
  schedule.isRunning = true
  try {
    const settings = (await store.settings()) ?? DEFAULT_SETTINGS
    const due = dueReports({
      settings: settings.reports,
      local: dateTimeInZone(clock(), settings.zone).slice(0, 16),
      now: clock(),
      written: (await writtenReports(context)).flatMap(fileOf),
      failed: schedule.failures,
    })
    if (due.length === 0) return
    await noted(context.journal, { ...ITSELF, kind: 'export', ledger: '' }, async () => {
      const written = await writeReports(app, context, due)
      return written > 0 ? `按时把 ${written} 份报告写进文件夹` : null
    })
  } finally {
    schedule.isRunning = false
  }
}

/**
 * Writes files one after the other, and answers how many; a failure is remembered and stops none of
 * the others.
 */
export async function writeReports(
  app: Hono,
  context: DeskContext,
  files: readonly ReportFile[],
): Promise<number> {
  const { schedule, clock, report } = context
  let written = 0
  for (const each of files) {
    const others = schedule.failures.filter(
      (one) => one.month !== each.month || one.file !== each.file,
    )
    try {
      await writeReport(app, context, each)
      written += 1
      schedule.failures = others
    } catch (error) {
      if (!(error instanceof DeskError)) report('schedule', error)
      const code = error instanceof DeskError ? error.code : 'DESK_FAILED'
      schedule.failures = [...others, { ...each, at: clock(), code }]
    }
  }
  return written
}

/** As its page hands it out: of the month's latest 定稿 where there is one, else of now. */
async function writeReport(app: Hono, context: DeskContext, { month, file }: ReportFile) {
  const [freeze] = await freezeBook(context).list(month)
  const words = new URLSearchParams({ p: month, ...(freeze && { freeze: String(freeze.number) }) })
  const address = `http://desk${ADDRESSES[file]}?${words.toString()}`
  const response = await app.fetch(asPart(new Request(address)))
  if (!response.ok) throw new DeskError(codeIn(await response.json()))
  const bytes = new Uint8Array(await response.arrayBuffer())
  const [, coded = ''] =
    /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '') ?? []
  const name = await context.reports.write(decodeURIComponent(coded), bytes)
  const title = `写报告 ${periodLabel(monthPeriod(month))} ${SCHEDULED[file].label}`
  await context.store.write(async (writer) => {
    const done = await openBatch(context, writer, { kind: 'entry', title, why: title })
    const row = { period: month, file, name, bytes: bytes.length }
    await writer.put('writtenReports', [row], done.batch)
  })
}

const problemSchema = z.object({ code: z.string() })

function codeIn(answer: unknown): DiagnosticCode {
  const { data } = problemSchema.safeParse(answer)
  return data && isDiagnosticCode(data.code) ? data.code : 'DESK_FAILED'
}

const MANY = 10_000

/** Every file that was written, newest first. */
export async function writtenReports({
  store,
}: Pick<DeskContext, 'store'>): Promise<readonly StoredRecord[]> {
  const { records } = await store.records({
    ledger: 'writtenReports',
    filters: [],
    sort: { field: 'id', descending: true },
    offset: 0,
    limit: MANY,
  })
  return records
}

/** Which file of which month a record is; nothing for one that is no longer written. */
export const fileOf = ({ row }: StoredRecord): ReportFile[] =>
  SCHEDULED_IDS.flatMap((file) => (file === row.file ? [{ month: String(row.period), file }] : []))

/** Why a file could not be written, in words. */
export const failureWords = ({ code }: Failure): string => DIAGNOSTICS[code].message
