import { DeskError } from '#shared/diagnostics.ts'
import { listGrowth } from './list-growth.ts'
import type { IncomingFile, Prepared, ReadingContext } from './prepared.ts'
import { problemOf, readFile, type Problem } from './read.ts'
import { reportSections, statedReportSchema } from './report-json.ts'
import { sectionsOf, type PreparedSection } from './sections.ts'

/**
 * Reads files into sections and rows, ready to be looked at and loaded. Pure: the same bytes and
 * context give the same answer. A file that cannot be opened says so in its own entry.
 */
export function prepareImport(files: readonly IncomingFile[], context: ReadingContext): Prepared {
  const opened = files.map((file, i) => open(file, i, context))
  const sections = distinct(opened.flatMap((file) => file.sections))
  const proposed = opened.find((file) => file.proposed)?.proposed
  return {
    preview: {
      files: opened.map(({ entry }) => ({ ...entry, loadedBefore: null })),
      sections: sections.map(({ section }) => section),
    },
    rows: Object.fromEntries(
      sections.map(({ section, records }) => [section.id, records.map((row) => ({ ...row }))]),
    ),
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
  readonly proposed?: NonNullable<Prepared['proposed']>
}

function open(
  { name, bytes }: IncomingFile,
  place: number,
  { today, zone, mappings = [], corrections }: ReadingContext,
): Opened {
  const { sheets, report, ...entry } = readFile(name, bytes, corrections?.encodings[place])
  const known = new Map(mappings.map((mapping) => [mapping.headings, mapping]))
  if (report === undefined || entry.problem) {
    return {
      entry,
      sections: sheets.flatMap((sheet) =>
        sectionsOf(sheet, {
          file: name,
          table: `${place}#${sheet.name}`,
          today,
          zone,
          mappings: known,
          corrections,
        }),
      ),
    }
  }
  const stated = statedReportSchema.safeParse(report)
  if (stated.success) return { entry, ...reportSections(stated.data, name) }
  const problem = problemOf(new DeskError('IMPORT_FILE_KIND', '不是填报数据的 JSON'))
  return { entry: { ...entry, problem }, sections: [] }
}

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
