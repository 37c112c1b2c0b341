import type { Ledger, Row } from '../ledgers/define.ts'
import {
  dayOf,
  fieldsListed,
  isValidOn,
  namesInCell,
  resolvedRow,
  type NameBooks,
} from './names.ts'
import { wordOf } from '../ledgers/define.ts'

/** How a row's names stand to their lists, where that is worth telling before it is written. */
export interface NameNote {
  /** `alias` another name of an entry, `unclear` of several, `unused` not in use that day, `level` taken from the list. */
  readonly kind: 'alias' | 'unclear' | 'unused' | 'level'
  readonly field: string
  readonly written: string
  /** What it is kept as. */
  readonly name: string
}

/** What a row's reference lists make of it; nothing where every name stands in its list as written. */
export function nameNotes(ledger: Ledger, row: Row, books: NameBooks): NameNote[] {
  const day = dayOf(ledger, row)
  const notes: NameNote[] = []
  for (const [field, , list] of fieldsListed(ledger)) {
    const book = books.get(list)
    const cell = row[field]
    if (!book || typeof cell !== 'string') continue
    for (const written of namesInCell(list, cell)) {
      const { name, how, entry } = book.resolve(written, day)
      if (how === 'alias' || how === 'unclear') notes.push({ kind: how, field, written, name })
      if (entry && day !== null && !isValidOn(entry, day))
        notes.push({ kind: 'unused', field, written: name, name })
    }
  }
  if ((row.level ?? null) !== null || !ledger.fields.level) return notes
  const { level = null, levelBy } = resolvedRow(ledger, row, books)
  if (levelBy !== 'list') return notes
  const name = wordOf(ledger.fields.level, level)
  return [...notes, { kind: 'level', field: 'level', written: '', name }]
}

/** A note beside the field it is about. */
export function noteWords({ kind, written, name }: NameNote): string {
  if (kind === 'alias') return `“${written}”记作“${name}”（又名）`
  if (kind === 'unclear') return `“${written}”是几个名称的又名，分不清是哪个，照原样记`
  if (kind === 'unused') return `“${name}”那天还没有启用或已经停用`
  return `级别空着，按媒体名录记作${name}`
}
