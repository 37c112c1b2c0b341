import {
  cutName,
  eachContribution,
  eachContributionMoved,
  valueIn,
  type HearContribution,
  type KeptSeries,
} from '#shared/ledgers/contributions.ts'
import type { Ledger, Row } from '#shared/ledgers/define.ts'
import type { SumsQuery, SumsRow } from '#shared/metrics/sums.ts'
import { SEPARATOR } from './cells.ts'

/** By how much one kept sum moves. */
export interface SumChange {
  readonly measure: string
  readonly cut: string
  readonly at: string
  /** The cut's values joined by SEPARATOR. */
  readonly values: string
  readonly sum: number
  readonly records: number
  readonly blank: number
}

/** What stands in one kept sum. */
export type Tally = Pick<SumChange, 'sum' | 'records' | 'blank'>

/** One kept sum of a measure and a cut. */
export type KeptSum = Pick<SumChange, 'at' | 'values'> & Tally

/** Kept sums of one measure and cut: by day or month, by joined values. */
export type SumSeries = ReadonlyMap<string, ReadonlyMap<string, Tally>>

/** By how much the kept sums of a ledger move: by measure, then by cut. */
export type SumsMoved = ReadonlyMap<string, ReadonlyMap<string, SumSeries>>

export interface SumChanges {
  readonly moved: SumsMoved
  add(row: Row): void
  subtract(row: Row): void
  /** Takes one and adds the other, which is the same record; `changed` are the fields that differ. */
  move(before: Row, after: Row, changed: readonly string[]): void
  /** What is left of it all in parts of at most `size`, ordered as the sums are kept. */
  parts(size: number): Generator<SumChange[], void>
}

type OpenTally = { -readonly [K in keyof Tally]: Tally[K] }

/** By day or month, by joined values. */
type Summed = Map<string, Map<string, OpenTally>>

type Changes = Map<string, Map<string, Summed>>

/** Gathers what rows add to and take from the kept sums, so that each sum is written once. */
export function sumChanges(ledger: Ledger): SumChanges {
  // Nested, for ten years of days hold a hundred thousand sums: a key of text each would be the most of it.
  const changes: Changes = new Map()
  const texts = new Map<string, string>()
  /** The one text that is equal, as the same values come again every day. */
  const same = (text: string): string => {
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }

  const known = new Map<KeptSeries, Summed>()
  const summedBy = (series: KeptSeries): Summed => {
    const found = known.get(series) ?? inner(inner(changes, series.measure), series.cut)
    known.set(series, found)
    return found
  }

  function apply(sign: 1 | -1): HearContribution {
    return (series, row, at, by) => {
      const summed = known.get(series) ?? summedBy(series)
      const values = valuesOf(series, row)
      for (const place of at) {
        const tallies = inner(summed, place)
        addTo(tallies.get(values) ?? opened(tallies, same(values)), by, sign)
      }
    }
  }
  const [add, subtract] = [apply(1), apply(-1)]

  return {
    add: (row) => eachContribution(ledger, row, add),
    subtract: (row) => eachContribution(ledger, row, subtract),
    move: (before, after, changed) => eachContributionMoved(ledger, [before, after], changed, add),
    moved: changes,
    *parts(size) {
      let part: SumChange[] = []
      for (const change of inOrderKept(changes)) {
        part.push(change)
        if (part.length < size) continue
        yield part
        part = []
      }
      if (part.length > 0) yield part
    },
  }
}

/** The row's values of the cut, joined. */
function valuesOf({ fields }: KeptSeries, row: Row): string {
  const [first, second] = fields
  if (first === undefined) return ''
  if (second === undefined) return valueIn(row, first)
  return fields.map((field) => valueIn(row, field)).join(SEPARATOR)
}

function* inOrderKept(changes: Changes): Generator<SumChange, void> {
  for (const [measure, cuts] of sorted(changes))
    for (const [cut, series] of sorted(cuts))
      for (const [at, tallies] of sorted(series))
        for (const [values, tally] of sorted(tallies))
          if (isMoved(tally)) yield { measure, cut, at, values, ...tally }
}

/** The `YYYY-MM` in which something moves. */
export function monthsMoved(moved: SumsMoved): ReadonlySet<string> {
  const months = new Set<string>()
  for (const cuts of moved.values())
    for (const series of cuts.values())
      for (const [at, tallies] of series)
        if (at.length === 'YYYY-MM'.length && [...tallies.values()].some(isMoved)) months.add(at)
  return months
}

const isMoved = ({ sum, records, blank }: Tally): boolean =>
  sum !== 0 || records !== 0 || blank !== 0

const sorted = <V>(map: ReadonlyMap<string, V>): [string, V][] =>
  [...map].sort(([a], [b]) => inOrder(a, b))

function addTo(tally: OpenTally, by: Tally, sign: 1 | -1 = 1): void {
  tally.sum += sign * by.sum
  tally.records += sign * by.records
  tally.blank += sign * by.blank
}

function opened(tallies: Map<string, OpenTally>, values: string): OpenTally {
  const fresh = { sum: 0, records: 0, blank: 0 }
  tallies.set(values, fresh)
  return fresh
}

function inner<K, V>(outer: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = outer.get(key)
  if (known) return known
  const fresh = new Map<K, V>()
  outer.set(key, fresh)
  return fresh
}

/** The values of a cut as they were before they were joined. */
export function splitValues(values: string, cut: readonly string[]): readonly string[] {
  if (cut.length === 0) return []
  return cut.length === 1 ? [values] : values.split(SEPARATOR)
}

/** What a question asks of how sums move; the same as a database that held nothing else would answer. */
export const movedOf = (moved: SumsMoved, query: SumsQuery): SumsRow[] =>
  sumsOf(moved.get(query.measure)?.get(cutName(query.cut)), query)

/** What a question asks of kept sums held in memory; the same as a database answers. */
export function sumsOf(
  series: SumSeries | undefined,
  { cut, from, to, grain }: SumsQuery,
): SumsRow[] {
  const length = grain === 'day' ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length
  const [first, last] = [from.slice(0, length), to.slice(0, length)]
  const summed: Summed = new Map()
  for (const [at, tallies] of series ?? []) {
    if (at.length !== length || at < first || at > last) continue
    const place = inner(summed, grain === 'all' ? '' : at)
    for (const [values, tally] of tallies) addTo(place.get(values) ?? opened(place, values), tally)
  }
  const sums = [...summed].flatMap(([at, tallies]) =>
    [...tallies].map(([values, tally]) => ({ at, values, ...tally })),
  )
  return answerOf(sums, cut)
}

/** Kept sums as a question is told them: by time, then by values; the same order whatever the database's collation. */
export const answerOf = (sums: KeptSum[], cut: readonly string[]): SumsRow[] =>
  sums
    .sort((a, b) => inOrder(a.at, b.at) || inOrder(a.values, b.values))
    .map(({ at, values, sum, records, blank }) => {
      return { at, values: splitValues(values, cut), sum, records, blank }
    })

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
