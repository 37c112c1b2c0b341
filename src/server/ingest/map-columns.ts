import { LEDGERS, LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { isEntered, type Ledger } from '#shared/ledgers/define.ts'
import type { Head, HeadColumn } from './head.ts'
import { headingOf, isTotalHeading, monthOfHeading, runningMonthOf } from './heading.ts'

/** A column and the field it is read into. */
export interface MappedColumn {
  readonly column: HeadColumn
  readonly field: string | null
  readonly how: 'exact' | 'synonym' | 'months' | 'total' | 'unused' | 'chosen' | 'asked'
  /** The unit in the heading's bracket. */
  readonly unit: string | null
  /** Of a month that stands across. */
  readonly month: HeadMonth | null
  /** Label of the field it would fit, were another column not read into that already. */
  readonly rival: string | null
}

export interface HeadMonth {
  readonly month: number
  readonly year: number | null
  /** Its cells hold what came together since January. */
  readonly isRunning: boolean
}

/** Columns whose field is settled beforehand: by the user, or by the kind of export. */
export type Settled = ReadonlyMap<
  number,
  { readonly field: string | null; readonly how: 'chosen' | 'synonym' }
>

/** Which field each column of a head holds, were the table this ledger. A field takes one column, or is joined. */
export function mapColumns(id: LedgerId, head: Head, settled: Settled = new Map()): MappedColumn[] {
  const open = { ...head, columns: head.columns.filter(({ index }) => !settled.has(index)) }
  const { field: amount, months } = monthsAcross(ledgerOf(id), open)
  const free = open.columns.filter((column) => !months.has(column.index))
  const pairs = free
    .flatMap((column) => possibleFields(id, column))
    .toSorted((a, b) => a.rank - b.rank)
  const taken = new Map<number, Pair>()
  const used = new Set([...settled.values()].flatMap(({ field }) => field ?? []))
  for (const pair of pairs) {
    const isFree = !used.has(pair.field) || ledgerOf(id).fields[pair.field]?.isJoined
    if (taken.has(pair.column.index) || !isFree) continue
    taken.set(pair.column.index, pair)
    used.add(pair.field)
  }
  return head.columns.map((column) => {
    const month = months.get(column.index) ?? null
    const fixed = settled.get(column.index)
    const unit =
      column.names.map((name) => headingOf(name).unit).find((one) => one !== null) ?? null
    if (fixed) {
      const how = fixed.field === null && fixed.how === 'synonym' ? 'unused' : fixed.how
      return { column, field: fixed.field, how, unit, month: null, rival: null }
    }
    if (month) return { column, field: amount, how: 'months', unit, month, rival: null }
    const pair = taken.get(column.index)
    if (pair) return { column, field: pair.field, how: pair.how, unit, month: null, rival: null }
    const rival = pairs.find((one) => one.column === column)?.field
    const label = rival === undefined ? null : (ledgerOf(id).fields[rival]?.label ?? null)
    const isAsked = column.names.some((name) => mayBe(id, name).length > 0)
    const isTotal = column.names.some((name) => isTotalHeading(name) || runningMonthOf(name))
    const how = isTotal ? 'total' : isAsked ? 'asked' : 'unused'
    return { column, field: null, how, unit, month: null, rival: label }
  })
}

/** Whether any ledger knows any column of the line; most lines of data hold no such word. */
export function hasKnownHeading(head: Head): boolean {
  return head.columns.some(({ names }) => names.some(isKnownHeading))
}

/** Whether any ledger knows the heading. */
export function isKnownHeading(name: string): boolean {
  const { key, bare } = headingOf(name)
  return KNOWN.has(key) || KNOWN.has(bare)
}

/** Labels of the fields a head may mean where only a person can tell. */
export function mayBe(id: LedgerId, name: string): string[] {
  const { key, bare } = headingOf(name)
  return Object.values(ledgerOf(id).fields)
    .filter((field) => field.mayBe?.some((head) => [key, bare].includes(headingOf(head).key)))
    .map(({ label }) => label)
}

interface Pair {
  readonly column: HeadColumn
  readonly field: string
  readonly how: 'exact' | 'synonym'
  /** Lower fits better. */
  readonly rank: number
}

/** Fields by the headings they are known by: place 0 is the label, then the synonyms in order. */
type Index = ReadonlyMap<string, readonly { readonly field: string; readonly place: number }[]>

const INDEXES = new Map<LedgerId, Index>(LEDGER_IDS.map((id) => [id, indexOf(LEDGERS[id])]))

const KNOWN = new Set([...INDEXES.values()].flatMap((index) => [...index.keys()]))

function indexOf(ledger: Ledger): Index {
  const index = new Map<string, { field: string; place: number }[]>()
  for (const [field, definition] of Object.entries(ledger.fields)) {
    if (ledger.kind === 'desk' || !isEntered(definition)) continue
    const { label, headings = [] } = definition
    for (const [place, name] of [label, ...headings].entries()) {
      const { key } = headingOf(name)
      index.set(key, [...(index.get(key) ?? []), { field, place }])
    }
  }
  return index
}

function possibleFields(id: LedgerId, column: HeadColumn): Pair[] {
  const index = INDEXES.get(id)
  return column.names.flatMap((name, late) => {
    const { key, bare, unit } = headingOf(name)
    const whole = (index?.get(key) ?? []).map((hit) => ({ ...hit, loose: 0 }))
    const loose =
      key === bare ? [] : (index?.get(bare) ?? []).map((hit) => ({ ...hit, loose: 0.005 }))
    const fits = loose.filter(({ field }) => countsTheSame(id, field, unit))
    return [...whole, ...fits].map(({ field, place, loose: by }) => ({
      column,
      field,
      how: place === 0 && late === 0 ? ('exact' as const) : ('synonym' as const),
      rank: late * 0.3 + (place === 0 ? 0 : 1 + place * 0.01) + by,
    }))
  })
}

/** 人 and 次 count different things: 阅读量(人) is not 阅读量(次). */
function countsTheSame(id: LedgerId, field: string, unit: string | null): boolean {
  const definition = ledgerOf(id).fields[field]
  if (unit === null || definition?.kind !== 'count') return true
  return (unit === '人') === (definition.unit === '人')
}

/** The month a column holds, or adds its year up to: 1月 under 累计支出 does as well. */
function monthIn({ names, group }: HeadColumn): HeadMonth | null {
  const running = names.map(runningMonthOf).find((one) => one !== null)
  if (running) return { ...running, isRunning: true }
  const month = names.map(monthOfHeading).find((one) => one !== null)
  return month ? { ...month, isRunning: /累计/.test(group) || names.includes('累计') } : null
}

/** Columns that are months of one amount, for ledgers whose records may be dated to the month. */
function monthsAcross(
  ledger: Ledger,
  head: Head,
): { field: string | null; months: Map<number, HeadMonth> } {
  const none = { field: null, months: new Map<number, HeadMonth>() }
  const amount = Object.entries(ledger.fields).find(
    ([, { kind, required }]) => kind === 'money' && required,
  )
  const isDated = Object.values(ledger.fields).some(
    ({ kind, required }) => kind === 'dayOrMonth' && required,
  )
  if (!amount || !isDated) return none
  const all = head.columns.flatMap((column) => {
    const month = monthIn(column)
    return month ? [{ column, month }] : []
  })
  const isDistinct = (list: typeof all) =>
    new Set(list.map(({ month }) => `${month.year}-${month.month}`)).size === list.length
  const isWhole = (list: typeof all) => list.length >= 2 && isDistinct(list)
  // Running sums beside the months they add up say nothing more.
  const single = all.filter(({ month }) => !month.isRunning)
  const paid = single.filter(({ column }) => /支出|支付|执行/.test(column.group))
  // Planned and paid months may stand side by side; only the paid ones are payments.
  const chosen = [single, paid, all.filter(({ month }) => month.isRunning)].find(isWhole)
  if (!chosen) return none
  return {
    field: amount[0],
    months: new Map(chosen.map(({ column, month }) => [column.index, month])),
  }
}
