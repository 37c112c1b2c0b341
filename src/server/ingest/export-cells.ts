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
  { fields }: Ledger,
  columns: readonly ReadColumn[],
  cells: Record<string, Cell>,
): void {
  for (const [id, field] of Object.entries(fields)) {
    const said = field.saidBy === undefined ? null : (cells[field.saidBy] ?? null)
    if (said === null || columns.some((column) => column.field === id)) continue
    const reading = normaliseCell(field, String(said), ANYWHERE)
    if (reading.ok) cells[id] = reading.value
  }
}
