import type { Corrections } from '#shared/contract/import-sections.ts'
import type { CellChange } from '#shared/contract/import-cells.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { columnLetters, shownText, type RawCell, type ReadSheet } from './cells.ts'
import { underHeading, type ExportKind } from './export-kinds.ts'
import type { Head } from './head.ts'
import { headingOf } from './heading.ts'
import type { Settled } from './map-columns.ts'
import type { KnownLists } from './name-notes.ts'
import type { KnownMapping } from './prepared.ts'

/** What the user said of a table before it is read. */
export interface Asked {
  /** By set of headings. */
  readonly mappings: ReadonlyMap<string, KnownMapping>
  readonly given: Readonly<Record<string, string>>
  readonly year: number | null
  /** The only year that other sheets of its file name, for a table that names none. */
  readonly bookYear?: number | null
  /** Names the centre knows. */
  readonly lists: KnownLists
  /** Its own words for levels, to their codes. */
  readonly levels?: ReadonlyMap<string, string>
}

/** The set of headings of a table: whatever their order, width or case, equal sets are equal. */
export function headingSet(head: Head): string {
  const keys = head.columns.map(({ text }) => headingOf(text).key).filter((key) => key !== '')
  return [...new Set(keys)].toSorted().join(' ')
}

/** Columns the user or the kind of export settles; the user has the last word. */
export function settledColumns(
  head: Head,
  kind: ExportKind | null,
  mapping: KnownMapping | null,
): Settled {
  const settled = new Map<number, { field: string | null; how: 'chosen' | 'synonym' }>()
  const taken = new Set<string>()
  for (const { index, text } of head.columns) {
    const chosen = mapping?.columns[headingOf(text).key]
    const known = underHeading(kind?.fields, text)
    if (chosen !== undefined) {
      const isField = mapping !== null && Object.hasOwn(ledgerOf(mapping.ledger).fields, chosen)
      if (chosen !== '' && (!isField || taken.has(chosen))) continue
      taken.add(chosen)
      settled.set(index, { field: chosen === '' ? null : chosen, how: 'chosen' })
    } else if (known !== undefined && (known === null || !isChosen(mapping, known))) {
      settled.set(index, { field: known, how: 'synonym' })
    }
  }
  return settled
}

const isChosen = (mapping: KnownMapping | null, field: string): boolean =>
  Object.values(mapping?.columns ?? {}).includes(field)

/** A sheet with the cells the user mended, and what each was; a cell the sheet lacks stays lacking. */
export function mended(
  sheet: ReadSheet,
  fixed: Corrections['tables'][string]['cells'] = {},
): { sheet: ReadSheet; changes: (Omit<CellChange, 'heading'> & { index: number })[] } {
  const at = new Map(Object.entries(fixed))
  if (at.size === 0) return { sheet, changes: [] }
  const changes: (Omit<CellChange, 'heading'> & { index: number })[] = []
  const rows = new Set([...at.keys()].map((place) => Number(place.split(' ')[0])))
  const cells = sheet.cells.map((row, r) => {
    if (!rows.has(r + 1)) return row
    const width = Math.max(row.length, ...[...at.keys()].map((place) => widthTo(place, r + 1)))
    return Array.from({ length: width }, (_, index): RawCell => {
      const column = columnLetters(index)
      const to = at.get(`${r + 1} ${column}`)
      const own = row[index] ?? null
      if (to === undefined) return own
      changes.push({ row: r + 1, column, index, from: shownText(own), to })
      return to === '' ? null : to
    })
  })
  return { sheet: { ...sheet, cells }, changes }
}

/** How long a row must be to hold the place. */
function widthTo(place: string, row: number): number {
  const [at, letters = ''] = place.split(' ')
  if (Number(at) !== row) return 0
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}
