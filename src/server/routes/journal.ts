import type { Hono } from 'hono'
import { FILES } from '#shared/contract/files.ts'
import {
  checkJournal,
  journalQuery,
  noteExport,
  readJournal,
  type JournalQuery,
} from '#shared/contract/journal.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { csvOf, type CsvCell } from '#shared/csv.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { JOURNAL_KINDS, JOURNAL_KIND_IDS } from '#shared/journal.ts'
import { addDays, dateTimeInZone, startOfDay } from '#shared/time/day.ts'
import type { DeskContext } from '../app.ts'
import { fileAnswer } from '../export/file-answer.ts'
import type { JournalFilter } from '../journal/journal.ts'
import { labelOf } from '../journal/sentence.ts'
import { serve, serveFile } from '../serve.ts'
import { breathe } from '../store/turns.ts'

const SIZE = 50
const BLOCK = 1000

/** 操作日志 for whoever administers, and the note of files that pages make themselves. */
export function journalRoutes(app: Hono, context: DeskContext): void {
  const { store, journal, clock, textNoted } = context
  const zone = async () => ((await store.settings()) ?? DEFAULT_SETTINGS).zone

  serve(app, readJournal, async ({ query }) => {
    const page = Number(query.page ?? 1)
    const found = await journal.page(filterOf(query, await zone()), (page - 1) * SIZE, SIZE)
    const [names, head] = await Promise.all([journal.names(), journal.head()])
    return { ...found, page, size: SIZE, names: names.filter((name) => name !== ''), head }
  })

  serve(app, checkJournal, async () => {
    const head = await journal.head()
    return { entries: head.seq, head, faults: await journal.faults() }
  })

  serve(app, noteExport, async ({ body: { what }, tell }) => {
    const noted = await textNoted?.()
    // A slide or a talk is called by words of people.
    tell(noted ? noted(what) : what)
    return { noted: true as const }
  })

  serveFile(app, FILES.journalText, async (request, tell) => {
    const asked = journalQuery.safeParse(request.req.query())
    if (!asked.success) throw new DeskError('REQUEST_INVALID')
    const here = await zone()
    const filter = filterOf(asked.data, here)
    const rows: CsvCell[][] = [HEADINGS]
    // By number, since others go on writing meanwhile.
    for (let below: number | undefined; ;) {
      const { entries } = await journal.page({ ...filter, below }, 0, BLOCK)
      if (entries.length === 0) break
      below = entries.at(-1)?.seq
      for (const { seq, at, name, source, kind, ledger, text, hash } of entries) {
        const local = dateTimeInZone(Date.parse(at), here).replace('T', ' ')
        rows.push([seq, local, name, source, kindLabel(kind), labelOf(ledger), text, hash])
      }
      await breathe()
    }
    tell(`${rows.length - 1} 条`)
    const day = dateTimeInZone(clock(), here).slice(0, 10)
    return fileAnswer(csvOf(rows), `操作日志 ${day}.csv`, 'text/csv;charset=utf-8')
  })
}

const HEADINGS = ['序号', '时间', '谁', '来自', '类别', '台账', '做了什么', '校验值']

const kindLabel = (kind: string): string => {
  const id = JOURNAL_KIND_IDS.find((each) => each === kind)
  return id ? JOURNAL_KINDS[id].label : kind
}

/** The days of the question as instants of the centre's own clock. */
function filterOf({ by, kind, ledger, from, to, q }: JournalQuery, zone: string): JournalFilter {
  const instant = (day: string) => new Date(startOfDay(day, zone)).toISOString()
  return {
    name: by || undefined,
    kind,
    ledger,
    since: from && instant(from),
    before: to && instant(addDays(to, 1)),
    text: q?.trim() || undefined,
  }
}
