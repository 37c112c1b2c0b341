import type { Cell, Field, Ledger } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { plainText, saysNothing, shownText, type RawCell } from './cells.ts'
import { postIdOf, type ExportKind } from './export-kinds.ts'
import { normaliseCell } from './normalise.ts'
import type { ReadColumn } from './read-columns.ts'
import { ANYWHERE } from './reading.ts'
import type { Reader } from './row-reader.ts'

/** A cell as its kind of export means it; `mark` says what was read into it. */
export function exportCell(
  kind: ExportKind | null,
  { kind: type }: Field,
  field: string,
  cell: RawCell,
): { readonly cell: RawCell; readonly mark: 'untitled' | null } {
  if (kind?.mayLackTitle && field === 'title' && saysNothing(cell))
    return { cell: '（无描述）', mark: 'untitled' }
  const isNumber = type === 'count' || type === 'decimal'
  const isNothing = kind?.hasMinusOne && isNumber && /^-1(\.0+)?$/.test(plainText(shownText(cell)))
  return { cell: isNothing ? null : cell, mark: null }
}

/** Fills what an export's columns say beside their own field: the moment of a post, what tells it. */
export function completeCells(
  { sheet, plan }: Reader,
  at: number,
  columns: readonly ReadColumn[],
  cells: Record<string, Cell>,
): void {
  if (plan.kind === null || plan.ledger !== 'pieces') return
  const day = columns.find(({ field }) => field === 'day')
  const moment = ledgerOf(plan.ledger).fields.publishedAt
  if (day && moment && (cells.publishedAt ?? null) === null) {
    const cell = sheet.cells[at]?.[day.mapped.column.index] ?? null
    const reading = normaliseCell(moment, cell, day.context)
    if (reading.ok) cells.publishedAt = reading.value
  }
  if (plan.kind.isToldByLink && typeof cells.link === 'string')
    cells.postId ??= postIdOf(cells.link)
}

/** Fills fields no column holds with what another field says of them, before what holds for all rows. */
export function saidByOthers(
  ledger: Ledger,
  columns: readonly ReadColumn[],
  cells: Record<string, Cell>,
): void {
  for (const [id, field, by] of fieldsSaid(ledger)) {
    const said = cells[by] ?? null
    if (said === null || columns.some((column) => column.field === id)) continue
    const reading = normaliseCell(field, String(said), ANYWHERE)
    if (reading.ok) cells[id] = reading.value
  }
}

type SaidField = readonly [id: string, field: Field, by: string]

const known = new WeakMap<Ledger, readonly SaidField[]>()

/** The fields another says, and which; asked for every row, and most ledgers have none. */
function fieldsSaid(ledger: Ledger): readonly SaidField[] {
  const fields =
    known.get(ledger) ??
    Object.entries(ledger.fields).flatMap(([id, field]): SaidField[] =>
      field.saidBy === undefined ? [] : [[id, field, field.saidBy]],
    )
  known.set(ledger, fields)
  return fields
}
