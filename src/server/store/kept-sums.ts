import {
  contributions,
  contributionsMoved,
  cutName,
  type Contribution,
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

  function apply(all: readonly Contribution[], sign: 1 | -1): void {
    for (const one of all) {
      const values = same(one.values.join(SEPARATOR))
      const series = inner(inner(changes, one.measure), one.cut)
      for (const at of one.at) addTo(inner(series, at), values, one, sign)
    }
  }

  return {
    add: (row) => apply(contributions(ledger, row), 1),
    subtract: (row) => apply(contributions(ledger, row), -1),
    move: (before, after, changed) => apply(contributionsMoved(ledger, before, after, changed), 1),
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

function addTo(tallies: Map<string, OpenTally>, values: string, by: Tally, sign: 1 | -1 = 1): void {
  const tally = tallies.get(values) ?? { sum: 0, records: 0, blank: 0 }
  tally.sum += sign * by.sum
  tally.records += sign * by.records
  tally.blank += sign * by.blank
  tallies.set(values, tally)
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
    for (const [values, tally] of tallies) addTo(place, values, tally)
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
