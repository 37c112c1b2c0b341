import type { Amount } from '#shared/amounts.ts'
import type { Refusal } from '#shared/contract/import-cells.ts'
import { DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'
import { statedLabel, type StatedOf } from '#shared/headlines/stated-words.ts'
import { spanOf } from '#shared/metrics/evaluate.ts'
import type { Period } from '#shared/time/period.ts'
import { columnLetters, saysNothing, shownText, type RawCell, type ReadSheet } from './cells.ts'
import { readStated } from './summary-cells.ts'
import { crossing, type Layout } from './summary-layout.ts'
import { periodIn, type Place, type PlaceKind } from './summary-places.ts'
import { isTold, type LineSubject } from './summary-subjects.ts'
import { periodTotals, type PeriodTotals } from './summary-totals.ts'

/** A figure that a cell states. */
export interface StatedCell {
  /** 0-based. */
  readonly row: number
  readonly column: number
  readonly of: StatedOf
  readonly period: Period
  readonly amount: Amount
  readonly wording: string
  readonly written: string
}

/** A line and what it is of; null where it is passed over by its kind. */
export interface Line {
  readonly place: Place
  readonly subject: LineSubject | null
}

/** Every cell below the head has one fate: it is a figure, is refused, or is passed over by a name. */
export interface ReadCells {
  readonly figures: readonly StatedCell[]
  readonly refusals: readonly Refusal[]
  /** By name, the 0-based rows of the cells passed over. */
  readonly skips: ReadonlyMap<string, readonly number[]>
  readonly totals: PeriodTotals['totals']
}

export interface Cells {
  readonly sheet: ReadSheet
  readonly layout: Layout
  readonly lines: readonly Line[]
  readonly file: string
  /** The unit said for the whole sheet. */
  readonly unit: string | null
}

/** Reads the cells of a sheet of totals, line by line. */
export function readCells(cells: Cells): ReadCells {
  const skips = new Map<string, number[]>()
  const skip = (why: string, row: number): void =>
    void skips.set(why, [...(skips.get(why) ?? []), row])
  const figures: StatedCell[] = []
  const refusals: Refusal[] = []
  const totals: PeriodTotals['totals'][number][] = []
  const seen = new Set<string>()
  for (const line of cells.lines) {
    const read = readLine(cells, line)
    const open = cells.layout.slots.flatMap((slot) =>
      slot.kind === 'data' ? (periodIn(slot, line.place) ?? []) : [],
    )
    const told = periodTotals(line, read.figures, read.ofTotals, open)
    totals.push(...told.totals)
    for (const { row } of told.passed) skip(told.why, row)
    for (const [why, row] of read.skips) skip(why, row)
    refusals.push(...read.refusals)
    for (const figure of [...read.figures, ...told.kept]) {
      const key = `${statedLabel(figure.of)} ${figure.period.key}`
      if (seen.has(key)) refusals.push(refusal(cells, figure, 'IMPORT_FIGURE_TWICE'))
      else figures.push(figure)
      seen.add(key)
    }
  }
  return { figures, refusals: gathered(refusals), skips, totals }
}

interface ReadLine {
  readonly figures: readonly StatedCell[]
  /** What stands in slots that add up others. */
  readonly ofTotals: readonly StatedCell[]
  readonly refusals: readonly Refusal[]
  readonly skips: readonly (readonly [string, number])[]
}

function readLine(cells: Cells, line: Line): ReadLine {
  const figures: StatedCell[] = []
  const ofTotals: StatedCell[] = []
  const refusals: Refusal[] = []
  const skips: (readonly [string, number])[] = []
  for (const slot of cells.layout.slots) {
    const at = crossing(cells.layout, line.place, slot)
    const cell = cells.sheet.cells[at.row]?.[at.column] ?? null
    const fate = fateOf(cells, { line, slot, at, cell })
    if (typeof fate === 'string') skips.push([fate, at.row])
    else if ('code' in fate) refusals.push(fate)
    else if (slot.kind === 'total') ofTotals.push(fate)
    else figures.push(fate)
  }
  return { figures, ofTotals, refusals, skips }
}

interface Crossing {
  readonly line: Line
  readonly slot: Place
  readonly at: { readonly row: number; readonly column: number }
  readonly cell: RawCell
}

/** What becomes of a cell: the name it is passed over by, its refusal, or its figure. */
function fateOf(cells: Cells, { line, slot, at, cell }: Crossing): string | Refusal | StatedCell {
  if (saysNothing(cell)) return '没有填（空格、“—”、“无”），不记作 0'
  const passed = [line.place, slot].find(({ kind }) => kind !== 'data' && kind !== 'total')
  if (passed) return PASSED[passed.kind] ?? `“${passed.texts.join('')}”不是月份，也不是合计`
  const { subject } = line
  if (subject === null) return line.place.kind === 'total' ? NO_WHOLE : NOT_READ
  if (!isTold(subject)) return refusedAt(cells, labelOf(cells, line), subject.doubt)
  const period = periodIn(slot, line.place)
  if (slot.lacksYear) return refusedAt(cells, headingAt(cells, slot), null)
  if (!period) return '合计，说不清是哪段时间的'
  const unit = slot.unit ?? line.place.unit ?? lineUnit(cells, line.place) ?? cells.unit
  const read = readStated(cell, subject.metric, unit)
  if ('code' in read) return refusal(cells, at, read.code, read.fix)
  const { amount, wording } = read
  const span = spanOf(subject.metric, period)
  return { ...at, of: subject, period: span, amount, wording, written: shownText(cell) }
}

const NO_WHOLE = '小计、合计，不是同一项指标的全部分项'
const NOT_READ = '你指定不导入'
const PASSED: Partial<Record<PlaceKind, string>> = {
  head: '重复的表头',
  foot: '表头表尾的说明',
  example: '模板的示例行',
  compare: '同比、环比、占比之类，由程序另算',
  unit: '写单位的格子',
  note: '序号、备注',
  blank: '没有标题的行或列',
}

/** The unit that a place of its own says for a line. */
function lineUnit({ sheet, layout }: Cells, line: Place): string | null {
  const slot = layout.slots.find(({ kind }) => kind === 'unit')
  if (!slot) return null
  const { row, column } = crossing(layout, line, slot)
  const text = shownText(sheet.cells[row]?.[column])
  return text === '' ? null : text
}

interface Spot {
  readonly row: number
  readonly column: number
}

interface Labelled extends Spot {
  readonly words: string
  readonly field: string
  readonly code: DiagnosticCode
}

function labelOf({ layout }: Cells, { place }: Line): Labelled {
  const at = layout.labelsAt
  const spot = layout.isAcross ? { row: place.index, column: at } : { row: at, column: place.index }
  return { ...spot, words: place.texts.join(' '), field: 'metric', code: 'IMPORT_LINE_UNKNOWN' }
}

function headingAt({ layout }: Cells, slot: Place): Labelled {
  const last = layout.head.rows.at(-1) ?? 0
  const column = layout.head.columns.find(({ text }) => text === layout.corner)?.index ?? 0
  const spot = layout.isAcross ? { row: last, column: slot.index } : { row: slot.index, column }
  const code = 'IMPORT_DATE_NO_YEAR'
  return { ...spot, words: slot.texts.join(' '), field: 'periodFrom', code }
}

/** A cell that cannot be read because of its line's label or its slot's heading. */
function refusedAt({ file, sheet }: Cells, at: Labelled, why: string | null): Refusal {
  const said = DIAGNOSTICS[at.code]
  return {
    file,
    sheet: sheet.name,
    row: at.row + 1,
    column: columnLetters(at.column),
    heading: '',
    field: at.field,
    value: at.words,
    code: at.code,
    why: why === null ? said.why : `${why}。`,
    fix: said.fix,
    cells: 1,
  }
}

function refusal(
  { file, sheet, layout }: Cells,
  at: Spot,
  code: DiagnosticCode,
  fix?: string,
): Refusal {
  const said = DIAGNOSTICS[code]
  const [line, slot] = layout.isAcross ? [at.row, at.column] : [at.column, at.row]
  const words = [
    layout.lines.find(({ index }) => index === line),
    layout.slots.find(({ index }) => index === slot),
  ].flatMap((place) => place?.texts ?? [])
  return {
    file,
    sheet: sheet.name,
    row: at.row + 1,
    column: columnLetters(at.column),
    heading: words.join(' '),
    field: 'value',
    value: shownText(sheet.cells[at.row]?.[at.column]),
    code,
    why: said.why,
    fix: fix ?? said.fix,
    cells: 1,
  }
}

/** One refusal a label, with how many cells it holds up. */
function gathered(refusals: readonly Refusal[]): Refusal[] {
  const found = new Map<string, Refusal>()
  for (const each of refusals) {
    const key = `${each.row} ${each.column} ${each.code}`
    const so = found.get(key)
    found.set(key, so ? { ...so, cells: (so.cells ?? 1) + 1 } : each)
  }
  return [...found.values()]
}
