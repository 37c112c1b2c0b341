import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { nameNotes, type NameNote } from '#shared/records/name-notes.ts'
import { nameBook } from '#shared/records/names.ts'
import { info, warn, type Note } from './section-notes.ts'

/** Reference lists as they are known when a file is read, by list. */
export type KnownLists = Readonly<Record<string, readonly Row[]>>

const MOST = 12

/** What a preview says of the names its rows use: each 又名 with what it is kept as, and how often. */
export function listNotes(ledger: LedgerId, records: readonly Row[], lists: KnownLists): Note[] {
  const definition = ledgerOf(ledger)
  const books = new Map(Object.entries(lists).map(([list, rows]) => [list, nameBook(rows)]))
  const seen = new Map<string, { note: NameNote; rows: number }>()
  for (const record of records)
    for (const note of nameNotes(definition, record, books)) {
      const key = [note.kind, note.field, note.written].join('\u001F')
      seen.set(key, { note, rows: (seen.get(key)?.rows ?? 0) + 1 })
    }
  const told = [...seen.values()].toSorted((a, b) => b.rows - a.rows)
  const rest = told.length - MOST
  return [
    ...told
      .slice(0, MOST)
      .map(({ note, rows }) => toldOf(definition.fields[note.field]?.label, note, rows)),
    ...(rest > 0 ? [info(`另有 ${rest} 个名称按名录记，入库后在记录的历史里看原来的写法`)] : []),
  ]
}

function toldOf(label = '', { kind, written, name }: NameNote, rows: number): Note {
  if (kind === 'alias') return info(`${label}：${written} → ${name}（又名），${rows} 行`)
  if (kind === 'unclear')
    return warn(`${label}“${written}”是几个名称的又名，${rows} 行分不清是哪个，照原样记`)
  if (kind === 'unused') return warn(`${label}“${name}”有 ${rows} 行在启用之前或停用之后，照常入库`)
  return info(`${rows} 行没有写媒体级别，按媒体名录里那天的级别记，并注明`)
}
