import type { Day } from '../time/day.ts'
import type { Field, Ledger, Row } from '../ledgers/define.ts'
import { levelOn } from '../ledgers/outlet-levels.ts'

/** How a written name stands to its list: `unclear` is the 又名 of several entries at once. */
export type Naming = 'name' | 'alias' | 'unclear' | 'unknown'

export interface Named {
  /** The list's name where there is one, else as written. */
  readonly name: string
  readonly how: Naming
  readonly entry: Row | null
}

/** A reference list as names are looked up in it. */
export interface NameBook {
  /** What a name stands for; of several entries sharing a 又名 the one in use on that day. */
  resolve(written: string, day: Day | null): Named
}

/** Several people sign one piece: 张三、李四. */
const TOGETHER = /([、，,;；/\n])/
const BETWEEN_ALIASES = /[、，,;；\n]/

/** The other names an entry goes by, as its cell holds them. */
export const aliasesOf = ({ aliases }: Row): string[] =>
  typeof aliases === 'string' ? namesApart(aliases, BETWEEN_ALIASES) : []

/** Names as one cell of 又名 holds them: each once, in order. */
export const aliasText = (names: readonly string[]): string =>
  [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))].join('、')

/** The names a cell of a list field holds; only people stand several in one cell. */
export const namesInCell = (list: string, written: string): string[] =>
  list === 'people'
    ? namesApart(written, /[、，,;；/\n]/)
    : [written.trim()].filter((name) => name !== '')

const namesApart = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Whether an entry is in use on a day; without dates it always is. */
export const isValidOn = ({ validFrom, validTo }: Row, day: Day): boolean =>
  (typeof validFrom !== 'string' || validFrom <= day) &&
  (typeof validTo !== 'string' || day <= validTo)

/** Entries of a list by name and by 又名; a name always goes before a 又名. */
export function nameBook(entries: readonly Row[]): NameBook {
  const names = new Map<string, Row>()
  const aliases = new Map<string, Row[]>()
  for (const entry of entries) {
    if (typeof entry.name === 'string' && !names.has(entry.name)) names.set(entry.name, entry)
    for (const alias of aliasesOf(entry)) aliases.set(alias, [...(aliases.get(alias) ?? []), entry])
  }
  return {
    resolve(written, day) {
      const own = names.get(written)
      if (own) return { name: written, how: 'name', entry: own }
      const all = aliases.get(written) ?? []
      const inUse = day === null ? all : all.filter((entry) => isValidOn(entry, day))
      const [only] = all.length === 1 ? all : inUse.length === 1 ? inUse : []
      if (only) return { name: String(only.name), how: 'alias', entry: only }
      return { name: written, how: all.length > 1 ? 'unclear' : 'unknown', entry: null }
    },
  }
}

/** The books of the lists a ledger's fields name, by list. */
export type NameBooks = ReadonlyMap<string, NameBook>

/** The lists a ledger's fields take their names from. */
export const listsOf = (ledger: Ledger): string[] => [
  ...new Set(Object.values(ledger.fields).flatMap(({ list }) => list ?? [])),
]

/** The day a record speaks of, by its first measure; null where it has none. A month counts as its first day. */
export function dayOf(ledger: Ledger, row: Row): Day | null {
  const on = dating.get(ledger) ?? datingOf(ledger)
  const cell = row[on]
  return typeof cell === 'string' && cell.length >= 7 ? `${cell}-01`.slice(0, 10) : null
}

const dating = new WeakMap<Ledger, string>()

/** The field that dates a record by its first measure; '' where there is none. */
function datingOf(ledger: Ledger): string {
  const on = Object.values(ledger.measures)[0]?.on ?? ''
  dating.set(ledger, on)
  return on
}

/** The cell with every 又名 replaced by the list's name; what stands between names stays. */
function resolvedCell(field: Field, cell: string, day: Day | null, book: NameBook): string {
  if (field.list !== 'people') return book.resolve(cell, day).name
  // Most cells hold the name of one.
  if (book.resolve(cell, day).how === 'name' && !TOGETHER.test(cell)) return cell
  return cell
    .split(TOGETHER)
    .map((part) => {
      const name = part.trim()
      return name === '' ? part : part.replace(name, () => book.resolve(name, day).name)
    })
    .join('')
}

/**
 * The row under its lists' names: 又名 become names, and a level nobody stated is the outlet's of that
 * day, marked as taken from the list. A stated level is never touched. The row itself when all stands.
 */
export function resolvedRow(ledger: Ledger, row: Row, books: NameBooks): Row {
  const day = dayOf(ledger, row)
  let named = row
  for (const [id, field, list] of fieldsListed(ledger)) {
    const book = books.get(list)
    const cell = row[id]
    if (!book || typeof cell !== 'string') continue
    const resolved = resolvedCell(field, cell, day, book)
    if (resolved !== cell) named = { ...named, [id]: resolved }
  }
  for (const [id, cell] of Object.entries(listedLevel(ledger, named, books)))
    if ((row[id] ?? null) !== cell) named = { ...named, [id]: cell }
  return named
}

const listedFields = new WeakMap<Ledger, readonly (readonly [string, Field, string])[]>()

/** The fields that take their names from a list, and which. */
export function fieldsListed(ledger: Ledger): readonly (readonly [string, Field, string])[] {
  const known =
    listedFields.get(ledger) ??
    Object.entries(ledger.fields).flatMap(([id, field]) =>
      field.list === undefined ? [] : [[id, field, field.list] as const],
    )
  listedFields.set(ledger, known)
  return known
}

/** The cells a level taken from the list of outlets fills; none where the record states its own. */
function listedLevel(ledger: Ledger, row: Row, books: NameBooks): Row {
  const outlets = books.get('outlets')
  if (!outlets || !ledger.fields.levelBy) return {}
  const day = dayOf(ledger, row)
  if (day === null) return {}
  if ((row.level ?? null) !== null && row.levelBy !== 'list') return { levelBy: null }
  const { entry } = outlets.resolve(String(row.outlet ?? ''), day)
  const found = entry ? levelOn(entry, day) : null
  return {
    level: found?.level ?? null,
    levelBy: found ? 'list' : null,
    ...(ledger.fields.levelWord && { levelWord: found?.word ?? null }),
  }
}
