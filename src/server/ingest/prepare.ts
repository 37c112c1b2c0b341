import { DeskError } from '#shared/diagnostics.ts'
import type { ImportStep } from '#shared/contract/import-progress.ts'
import { isOwnSheet } from '../export/sheet-names.ts'
import { listGrowth } from './list-growth.ts'
import type { IncomingFile, PreparedRows, ReadingContext } from './prepared.ts'
import { problemOf, readFile, type Problem } from './read.ts'
import { reportSections, statedReportSchema } from './report-json.ts'
import { sectionsOf, type PreparedSection } from './sections.ts'
import { statedTwice } from './stated-twice.ts'

/**
 * Reads files into sections and rows, ready to be looked at and loaded. Pure: the same bytes and
 * context give the same answer. A file that cannot be opened says so in its own entry. `told` hears
 * how far it is.
 */
export function prepareImport(
  files: readonly IncomingFile[],
  context: ReadingContext,
  told: (step: ImportStep) => void = () => {},
): PreparedRows {
  const opened = files.map((file, i) => open(file, i, { context, told }))
  const sections = statedTwice(distinct(opened.flatMap((file) => file.sections)))
  const proposed = opened.find((file) => file.proposed)?.proposed
  return {
    preview: {
      files: opened.map(({ entry }) => ({ ...entry, loadedBefore: null })),
      sections: sections.map(({ section }) => section),
    },
    rows: Object.fromEntries(sections.map(({ section, records }) => [section.id, records])),
    lists: Object.fromEntries(
      sections.map(({ section, records }) => [section.id, growthOf(section.ledger, records)]),
    ),
    ...(context.corrections && { corrections: context.corrections }),
    ...(proposed && { proposed }),
  }
}

interface Opened {
  readonly entry: {
    readonly name: string
    readonly size: number
    readonly format: string
    readonly encoding: string | null
    readonly problem: Problem | null
  }
  readonly sections: readonly PreparedSection[]
  readonly proposed?: NonNullable<PreparedRows['proposed']>
}

function open(
  { name, bytes }: IncomingFile,
  place: number,
  { context, told }: { context: ReadingContext; told: (step: ImportStep) => void },
): Opened {
  const { today, zone, mappings = [], corrections, lists = {}, levelWords = {} } = context
  told({ stage: 'reading', file: name, done: 0, total: bytes.length })
  const { sheets: read, report, ...entry } = readFile(name, bytes, corrections?.encodings[place])
  const known = new Map(mappings.map((mapping) => [mapping.headings, mapping]))
  const levels = new Map(Object.entries(levelWords).map(([level, word]) => [word, level]))
  if (report === undefined || entry.problem) {
    const sheets = read.filter((sheet) => !isOwnSheet(sheet))
    const rows = sheets.map(({ cells }) => cells.length)
    const total = sum(rows)
    const readings = sheets.map((sheet, i) => (bookYear: number | null) => {
      const before = sum(rows.slice(0, i))
      const passed = (done: number) =>
        told({ stage: 'checking', file: name, done: before + done, total })
      passed(0)
      const table = `${place}#${sheet.name}`
      const around = { file: name, table, today, zone, mappings: known, corrections, lists, levels }
      return sectionsOf(sheet, { ...around, passed, bookYear })
    })
    return { entry, sections: withBookYear(readings) }
  }
  const stated = statedReportSchema.safeParse(report)
  if (stated.success) return { entry, ...reportSections(stated.data, name) }
  const problem = problemOf(new DeskError('IMPORT_FILE_KIND', '不是填报数据的 JSON'))
  return { entry: { ...entry, problem }, sections: [] }
}

/** Each sheet's sections; one whose dates lack their year is read with the only year the others name. */
function withBookYear(
  readings: readonly ((bookYear: number | null) => PreparedSection[])[],
): PreparedSection[] {
  const alone = readings.map((read) => read(null))
  const years = new Set(alone.flat().flatMap(({ section }) => section.year ?? []))
  const [year = null] = years.size === 1 ? years : []
  return alone.flatMap((sections, i) => {
    const lacksYear = sections.some(({ section }) =>
      section.refusals.some(({ code }) => code === 'IMPORT_DATE_NO_YEAR'),
    )
    return year !== null && lacksYear ? (readings[i]?.(year) ?? []) : sections
  })
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

function growthOf(
  ledger: PreparedSection['section']['ledger'],
  records: PreparedSection['records'],
) {
  const growth = ledger === null ? {} : listGrowth(ledger, records)
  return Object.fromEntries(
    Object.entries(growth).map(([list, rows]) => [list, rows.map((row) => ({ ...row }))]),
  )
}

/** Sections of equally named files and sheets get ids of their own. */
function distinct(sections: readonly PreparedSection[]): PreparedSection[] {
  const seen = new Map<string, number>()
  return sections.map(({ section, records }) => {
    const times = (seen.get(section.id) ?? 0) + 1
    seen.set(section.id, times)
    return {
      section: times === 1 ? section : { ...section, id: `${section.id}#${times}` },
      records,
    }
  })
}
