import type { Corrections } from '#shared/contract/import-sections.ts'
import type { CellChange } from '#shared/contract/import-cells.ts'
import type { ImportSection } from '#shared/contract/imports.ts'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Day } from '#shared/time/day.ts'
import { articleSheet, asOnSheet } from './article-sheet.ts'
import { blankSection, SAMPLE_SIZE } from './blank-section.ts'
import { columnLetters, type ReadSheet } from './cells.ts'
import { checkRows, type SkippedRow } from './check.ts'
import { headingSet, mended, type Asked } from './corrected.ts'
import { blanksBelow } from './ditto.ts'
import { coverageNotes, coverageOf, cutAtLast, silentAfter } from './coverage.ts'
import { executionRateNotes } from './execution-rates.ts'
import { exportNotes } from './export-notes.ts'
import { headingOf } from './heading.ts'
import { ledgersBeside } from './ledgers-beside.ts'
import type { MappedColumn } from './map-columns.ts'
import { isSaidMonthly, laterKeyNotes, oncePerKey, unreadSpendingNotes } from './monthly-budget.ts'
import { listNotes, type KnownLists } from './name-notes.ts'
import { recognise, type Unrecognised } from './recognise.ts'
import type { Reader } from './row-reader.ts'
import { info, sectionNotes, warn } from './section-notes.ts'
import { summarySection } from './summary-sheet.ts'
import { tablesOf } from './tables-of.ts'
import { crossFoot } from './totals.ts'

/** A section of the preview with the records it would load. */
export interface PreparedSection {
  readonly section: ImportSection
  readonly records: readonly Row[]
}

export interface Surroundings {
  readonly file: string
  /** Names the sheet within the import; what corrections call it by. */
  readonly table?: string
  readonly zone: string
  readonly today: Day
  readonly mappings?: Asked['mappings']
  readonly corrections?: Corrections | undefined
  /** Told now and then how many rows of the sheet are read. */
  readonly passed?: (rows: number) => void
  readonly lists?: KnownLists
  readonly levels?: Asked['levels']
  readonly bookYear?: number | null
}

/** What one sheet gives: a section a table, two where months stand across, or one that fits no ledger. */
export function sectionsOf(sheet: ReadSheet, around: Surroundings): PreparedSection[] {
  if (sheet.cells.length === 0) return [emptySection(sheet, around.file)]
  const own = around.corrections?.tables[around.table ?? '']
  const { sheet: fixed, changes } = mended(sheet, own?.cells)
  const asked: Asked = {
    mappings: around.mappings ?? new Map(),
    given: own?.given ?? {},
    year: own?.year ?? null,
    bookYear: around.bookYear ?? null,
    lists: around.lists ?? {},
    ...(around.levels && { levels: around.levels }),
  }
  const read = (table: ReadSheet): PreparedSection[] => {
    const found = recognise(table, around.file, asked)
    const isWhole = found.plans?.some(({ missing }) => missing.length === 0) ?? false
    const summary = isWhole ? null : summarySection(table, around, { asked, changes })
    if (summary) return [summary]
    if (found.plans === null) return [unknownSection(table, around, found)]
    return found.plans.map((plan) => {
      const { file, zone, passed } = around
      const above = own?.above ?? []
      const reader = { sheet: table, found, plan, file, zone, above, ...(passed && { passed }) }
      return loadable(reader, around, changes)
    })
  }
  const article = articleSheet(fixed)
  if (article) return read(article.table).map((section) => asOnSheet(article, section))
  return tablesOf(fixed)
    .flatMap((table) => ledgersBeside(table, (each) => recognise(each, around.file, asked)))
    .flatMap(read)
}

function loadable(
  reader: Reader,
  { today, table = '', lists = {}, corrections }: Surroundings,
  mendings: ReturnType<typeof mended>['changes'],
): PreparedSection {
  const { sheet, found, plan, file } = reader
  const read = checkRows(reader)
  const isRepeated = isSaidMonthly(found, plan)
  const checked = isRepeated ? { ...read, records: oncePerKey(reader, read.records) } : read
  const totals = plan.missing.length > 0 ? [] : crossFoot(reader, checked)
  const isCut = corrections?.tables[table]?.isCut ?? false
  const named = found.context.span
  const span = isCut ? cutAtLast(plan.ledger, checked.records, named) : named
  const covered = coverageOf(plan.ledger, checked.records, checked.months, span, today)
  const isSilent = covered !== null && silentAfter(plan.ledger, checked.records, covered) !== null
  const changes = changesOf(reader, mendings)
  const blanks = blanksBelow(reader, checked)
  const section: ImportSection = {
    ...blankSection(sheet.name, file, plan.ledger),
    table,
    headings: headingSet(found.head),
    exportKind: plan.kind?.label ?? null,
    correctedOn: plan.mapping?.day ?? null,
    isForced: plan.mapping?.isForced ?? false,
    given: { ...plan.given },
    ...(Object.keys(plan.named).length > 0 && { named: { ...plan.named } }),
    missing: [...plan.missing],
    year: found.context.year,
    changes,
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
      ...exportNotes(reader, changes),
      ...sectionNotes(reader, checked, totals),
      ...executionRateNotes(reader, checked),
      ...unreadSpendingNotes(reader),
      ...laterKeyNotes(reader),
      ...(checked.records.length < read.records.length ? [warn(SAID_MONTHLY)] : []),
      ...listNotes(plan.ledger, checked.records, lists),
      ...coverageNotes(plan.ledger, checked.records, named, covered),
    ],
    totals,
    coverage: covered?.main ?? null,
    ...(covered && covered.strays.length > 0 && { strays: [...covered.strays] }),
    ...(blanks.length > 0 && { blanks }),
    ...(isCut ? { silence: 'left' as const } : isSilent && { silence: 'counted' as const }),
    sample: checked.records.slice(0, SAMPLE_SIZE).map((record) => ({ ...record })),
  }
  return { section, records: checked.records }
}

/** Mended cells of this table's columns, below its head. */
function changesOf(
  { found, plan }: Reader,
  mendings: ReturnType<typeof mended>['changes'],
): CellChange[] {
  const last = found.head.rows.at(-1) ?? 0
  return mendings.flatMap(({ index, ...change }) => {
    const mapped = plan.columns.find(({ column }) => column.index === index)
    if (!mapped || change.row - 1 <= last) return []
    return [{ ...change, heading: mapped.column.text }]
  })
}

function emptySection(sheet: ReadSheet, file: string): PreparedSection {
  const { message, fix } = DIAGNOSTICS.IMPORT_SHEET_EMPTY
  return {
    section: { ...blankSection(sheet.name, file, null), notes: [info(`${message}。${fix}`)] },
    records: [],
  }
}

function unknownSection(
  sheet: ReadSheet,
  { file, table = '' }: Surroundings,
  found: Unrecognised,
): PreparedSection {
  const { message, why, fix } = DIAGNOSTICS.IMPORT_SHEET_UNKNOWN
  const [likely] = found.candidates
  const lacking = found.missing
    .map((field) => `“${likely ? (ledgerOf(likely).fields[field]?.label ?? field) : field}”`)
    .join('、')
  const nearest = likely ? [warn(`最像${ledgerOf(likely).label}，但缺少必填的列：${lacking}`)] : []
  const first = (found.head?.rows.at(-1) ?? -1) + 1
  const rows = Array.from({ length: sheet.cells.length - first }, (_, i) => first + i + 1)
  const section = {
    ...blankSection(sheet.name, file, null),
    table,
    headings: found.head ? headingSet(found.head) : '',
    mapping: (found.head?.columns ?? []).map(({ index, text }) => ({
      column: columnLetters(index),
      heading: text,
      key: headingOf(text).key,
      field: null,
      label: null,
      how: 'unused' as const,
    })),
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
  const { key } = headingOf(column.text)
  return { column: columnLetters(column.index), heading: column.text, key, field, label, how }
}

const SAID_MONTHLY = '同一个项目一个月一行：预算只记一项，按最后一行的数'

const SKIP_WORDS: Readonly<Record<SkippedRow['kind'], string>> = {
  blank: '空行',
  head: '重复的表头',
  foot: '表头表尾的说明',
  example: '模板的示例行',
  小计: '小计行',
  合计: '合计行',
  累计: '累计行',
  总计: '总计行',
  channel: '分渠道的行，已含在当天“全部”里',
  channelAlone: '分渠道的行，当天没有“全部”，人数不能相加',
  lacking: '缺少必填的项，补上才能读',
}

function skipsOf(skipped: readonly SkippedRow[]): ImportSection['skips'] {
  const kinds = [...new Set(skipped.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const rows = skipped.filter((row) => row.kind === kind).map(({ at }) => at + 1)
    return { why: SKIP_WORDS[kind], count: rows.length, rows }
  })
}
