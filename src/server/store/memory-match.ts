import type { Cell, Ledger } from '#shared/ledgers/define.ts'
import { recordReview } from '#shared/records/review-states.ts'
import { fieldNamed, isNumeric, isSearched, searchWords } from './cells.ts'
import { dateBounds } from './date-bounds.ts'
import type { Filter, HistoryEntry, RecordsQuery } from './store.ts'
import type { Kept } from './tables.ts'

/** Whether live records are ones a question takes; what SQL's `where` says, in TypeScript. */
export function matcher(
  ledger: Ledger,
  { filters, search, batch }: Pick<RecordsQuery, 'filters' | 'search' | 'batch'>,
): (record: Kept) => boolean {
  const tests = filters.map((filter) => cellTest(ledger, filter))
  const words = searchWords(search).map(asciiLower)
  const searched = Object.keys(ledger.fields).filter((name) => isSearched(fieldNamed(ledger, name)))
  return (record) => {
    const { row, removedAt, batch: of } = record
    return (
      removedAt === null &&
      (batch === undefined || of === batch) &&
      tests.every((test) => test(record)) &&
      words.every((word) =>
        searched.some((name) => asciiLower(String(row[name] ?? '')).includes(word)),
      )
    )
  }
}

/**
 * Whether a record was one that a question takes before an entry of its history: a piece that was
 * moved to another month left the first one. Cells the entry leaves alone are as they stand now.
 */
export function tookBefore(
  takes: (record: Kept) => boolean,
  record: Kept,
  { action, before }: Pick<HistoryEntry, 'action' | 'before'>,
): boolean {
  const row = { ...record.row, ...before }
  return action === 'change' && takes({ ...record, row, removedAt: null })
}

function cellTest(
  ledger: Ledger,
  {
    field,
    in: words,
    not,
    from,
    to,
    isPresent,
    contains,
    least,
    most,
    orEmpty,
    approved,
    anyOf,
  }: Filter,
): (record: Kept) => boolean {
  if (field !== 'id') fieldNamed(ledger, field)
  const { atLeast, below, except } = dateBounds(from, to)
  const ways = anyOf?.map((way) => way.map((filter) => cellTest(ledger, filter)))
  const isDated = from !== undefined || to !== undefined
  const among = words && new Set(words)
  const outside = not && new Set(not)
  return (record) => {
    const cell = field === 'id' ? record.id : (record.row[field] ?? null)
    if (orEmpty && cell === null) return true
    if (approved && (recordReview(record, approved.by) === 'reviewed') !== approved.is) return false
    if (ways && !ways.some((way) => way.every((test) => test(record)))) return false
    if (isPresent !== undefined && isPresent !== (cell !== null)) return false
    if (among && !among.has(String(cell ?? ''))) return false
    if (outside && cell !== null && outside.has(String(cell))) return false
    if (contains !== undefined && !has(cell, contains)) return false
    if (least !== undefined && (cell === null || Number(cell) < least)) return false
    if (most !== undefined && (cell === null || Number(cell) > most)) return false
    if (!isDated) return true
    const text = String(cell ?? '')
    return (
      cell !== null &&
      (atLeast === undefined || text >= atLeast) &&
      (below === undefined || text < below) &&
      !except.includes(text)
    )
  }
}

/** Orders records by a field, empty cells last, then by id; `id` itself may be asked for. */
export function recordOrder(
  ledger: Ledger,
  { field, descending }: RecordsQuery['sort'],
): (a: Kept, b: Kept) => number {
  const byId = (a: Kept, b: Kept): number => compareText(a.id, b.id)
  if (field === 'id') return descending ? (a, b) => byId(b, a) : byId
  const { kind } = fieldNamed(ledger, field)
  const compare =
    isNumeric(fieldNamed(ledger, field)) || kind === 'decimal' ? compareNumbers : compareText
  return (a, b) => {
    const [left, right] = [a.row[field] ?? null, b.row[field] ?? null]
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byId(a, b)
    return (descending ? compare(right, left) : compare(left, right)) || byId(a, b)
  }
}

const has = (cell: Cell, text: string): boolean =>
  cell !== null && asciiLower(String(cell)).includes(asciiLower(text))

const compareNumbers = (a: Cell, b: Cell): number => Number(a) - Number(b)

// Databases compare UTF-8 bytes, that is code points; JavaScript would put 😀 before （.
function compareText(a: Cell, b: Cell): number {
  const [left, right] = [String(a), String(b)]
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i += 1) {
    const difference = rank(left.charCodeAt(i)) - rank(right.charCodeAt(i))
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

const rank = (unit: number): number =>
  unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800

// SQL's lower() folds A to Z and nothing else.
export const asciiLower = (text: string): string =>
  text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
