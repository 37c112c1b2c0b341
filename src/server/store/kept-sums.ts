import { contributions } from '#shared/ledgers/contributions.ts'
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

export interface SumChanges {
  add(row: Row): void
  subtract(row: Row): void
  /** What is left of it all, ordered as the sums are kept. */
  list(): SumChange[]
}

/** Gathers what rows add to and take from the kept sums, so that each sum is written once. */
export function sumChanges(ledger: Ledger): SumChanges {
  const changes = new Map<string, { -readonly [K in keyof SumChange]: SumChange[K] }>()

  function apply(row: Row, sign: 1 | -1): void {
    for (const { measure, cut, at: places, values: parts, sum, records, blank } of contributions(
      ledger,
      row,
    )) {
      const values = parts.join(SEPARATOR)
      for (const at of places) {
        const key = `${measure} ${cut} ${at} ${values}`
        const change = changes.get(key)
        if (change) {
          change.sum += sign * sum
          change.records += sign * records
          change.blank += sign * blank
        } else {
          changes.set(key, {
            measure,
            cut,
            at,
            values,
            sum: sign * sum,
            records: sign * records,
            blank: sign * blank,
          })
        }
      }
    }
  }

  return {
    add: (row) => apply(row, 1),
    subtract: (row) => apply(row, -1),
    list: () =>
      [...changes]
        .filter(([, { sum, records, blank }]) => sum !== 0 || records !== 0 || blank !== 0)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, change]) => change),
  }
}

/** The values of a cut as they were before they were joined. */
export function splitValues(values: string, cut: readonly string[]): readonly string[] {
  if (cut.length === 0) return []
  return cut.length === 1 ? [values] : values.split(SEPARATOR)
}

/** Kept sums of one measure and cut: by day or month, by joined values. */
export type SumSeries = ReadonlyMap<
  string,
  ReadonlyMap<string, Pick<SumChange, 'sum' | 'records' | 'blank'>>
>

/** What a question asks of kept sums held in memory; the same as a database answers. */
export function sumsOf(
  series: SumSeries | undefined,
  { cut, from, to, grain }: SumsQuery,
): SumsRow[] {
  const length = grain === 'day' ? 'YYYY-MM-DD'.length : 'YYYY-MM'.length
  const rows = new Map<string, SumsRow>()
  for (const [at, tallies] of series ?? []) {
    if (at.length !== length || at < from.slice(0, length) || at > to.slice(0, length)) continue
    for (const [values, { sum, records, blank }] of tallies) {
      const place = grain === 'all' ? '' : at
      const row = rows.get(`${place} ${values}`)
      rows.set(`${place} ${values}`, {
        at: place,
        values: splitValues(values, cut),
        sum: sum + (row?.sum ?? 0),
        records: records + (row?.records ?? 0),
        blank: blank + (row?.blank ?? 0),
      })
    }
  }
  return sortSums([...rows.values()])
}

/** By time, then by values; the same order whatever the database's collation. */
export function sortSums(rows: SumsRow[]): SumsRow[] {
  return rows.sort(
    (a, b) => inOrder(a.at, b.at) || inOrder(a.values.join(SEPARATOR), b.values.join(SEPARATOR)),
  )
}

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
