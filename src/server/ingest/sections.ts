import type { ImportSection } from '#shared/contract/imports.ts'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Day } from '#shared/time/day.ts'
import { columnLetters, type ReadSheet } from './cells.ts'
import { checkRows, type SkippedRow } from './check.ts'
import { coverageNotes, coverageOf } from './coverage.ts'
import { executionRateNotes } from './execution-rates.ts'
import type { MappedColumn } from './map-columns.ts'
import { recognise, type Unrecognised } from './recognise.ts'
import type { Reader } from './row-reader.ts'
import { info, sectionNotes, warn } from './section-notes.ts'
import { crossFoot } from './totals.ts'

/** A section of the preview with the records it would load. */
export interface PreparedSection {
  readonly section: ImportSection
  readonly records: readonly Row[]
}

export interface Surroundings {
  readonly file: string
  readonly zone: string
  readonly today: Day
}

/** Records shown in the preview. */
export const SAMPLE_SIZE = 5

/** What one sheet gives: a section, two where months stand across, or one that fits no ledger. */
export function sectionsOf(
  sheet: ReadSheet,
  { file, zone, today }: Surroundings,
): PreparedSection[] {
  if (sheet.cells.length === 0) return [emptySection(sheet, file)]
  const found = recognise(sheet, file)
  if (found.plans === null) return [unknownSection(sheet, file, found)]
  return found.plans.map((plan) => loadable({ sheet, found, plan, file, zone }, today))
}

function loadable(reader: Reader, today: Day): PreparedSection {
  const { sheet, found, plan, file } = reader
  const checked = checkRows(reader)
  const totals = crossFoot(reader, checked)
  const coverage = coverageOf(
    plan.ledger,
    checked.records,
    checked.months,
    found.context.span,
    today,
  )
  const section: ImportSection = {
    ...blankSection(sheet.name, file, plan.ledger),
    candidates: [...found.candidates],
    headRows: found.head.rows.map((at) => at + 1),
    mapping: plan.columns.map((column) => mappingOf(plan.ledger, column)),
    rowsRead: checked.rowsRead,
    rowsGood: checked.accepted.length,
    rowsRefused: checked.rowsRefused,
    rowsSkipped: checked.skipped.length,
    records: checked.records.length,
    skips: skipsOf(checked.skipped),
    refusals: [...checked.refusals],
    notes: [
      ...sectionNotes(reader, checked, totals),
      ...executionRateNotes(reader, checked),
      ...coverageNotes(plan.ledger, checked.records, found.context.span, coverage),
    ],
    totals,
    coverage,
    sample: checked.records.slice(0, SAMPLE_SIZE).map((record) => ({ ...record })),
  }
  return { section, records: checked.records }
}

/** A section that holds nothing yet. Its id is unique once `prepareImport` has seen all. */
export function blankSection(sheet: string, file: string, ledger: LedgerId | null): ImportSection {
  return {
    id: `${file}#${sheet}#${ledger ?? ''}`,
    file,
    sheet,
    ledger,
    candidates: [],
    headRows: [],
    mapping: [],
    rowsRead: 0,
    rowsGood: 0,
    rowsRefused: 0,
    rowsSkipped: 0,
    records: 0,
    skips: [],
    refusals: [],
    notes: [],
    totals: [],
    coverage: null,
    sample: [],
  }
}

function emptySection(sheet: ReadSheet, file: string): PreparedSection {
  const { message, fix } = DIAGNOSTICS.IMPORT_SHEET_EMPTY
  return {
    section: { ...blankSection(sheet.name, file, null), notes: [info(`${message}。${fix}`)] },
    records: [],
  }
}

function unknownSection(sheet: ReadSheet, file: string, found: Unrecognised): PreparedSection {
  const { message, why, fix } = DIAGNOSTICS.IMPORT_SHEET_UNKNOWN
  const [likely] = found.candidates
  const lacking = found.missing.map((label) => `“${label}”`).join('、')
  const nearest = likely ? [warn(`最像${ledgerOf(likely).label}，但缺少必填的列：${lacking}`)] : []
  const first = (found.head?.rows.at(-1) ?? -1) + 1
  const rows = Array.from({ length: sheet.cells.length - first }, (_, i) => first + i + 1)
  const section = {
    ...blankSection(sheet.name, file, null),
    candidates: [...found.candidates],
    headRows: (found.head?.rows ?? []).map((at) => at + 1),
    rowsRead: rows.length,
    rowsSkipped: rows.length,
    skips: [{ why: message, count: rows.length, rows }],
    notes: [warn(`${message}：${why}${fix}`), ...nearest],
  }
  return { section, records: [] }
}

function mappingOf(
  ledger: LedgerId,
  { column, field, how }: MappedColumn,
): ImportSection['mapping'][number] {
  const label = field === null ? null : (ledgerOf(ledger).fields[field]?.label ?? null)
  return { column: columnLetters(column.index), heading: column.text, field, label, how }
}

const SKIP_WORDS: Readonly<Record<SkippedRow['kind'], string>> = {
  blank: '空行',
  head: '重复的表头',
  foot: '表头表尾的说明',
  小计: '小计行',
  合计: '合计行',
  累计: '累计行',
  总计: '总计行',
}

function skipsOf(skipped: readonly SkippedRow[]): ImportSection['skips'] {
  const kinds = [...new Set(skipped.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const rows = skipped.filter((row) => row.kind === kind).map(({ at }) => at + 1)
    return { why: SKIP_WORDS[kind], count: rows.length, rows }
  })
}
