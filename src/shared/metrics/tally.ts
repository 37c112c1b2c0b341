import { cutName } from '../ledgers/contributions.ts'
import type { LedgerId } from '../ledgers/index.ts'
import { eachMonth, firstDay, lastDay, monthOf, type Day } from '../time/day.ts'
import { decompose, type Interval } from '../time/period.ts'
import type { SumsQuery, SumsRow } from './sums.ts'

export type ReadSums = (query: SumsQuery) => Promise<readonly SumsRow[]>

/** What records of a span add up to. */
export interface Tally {
  readonly sum: number
  /** Records in `sum`. */
  readonly records: number
  /** Records that leave the value empty. */
  readonly blank: number
}

/** Tallies by the cut's values joined with `+`; null when month-dated records cannot be cut at a day. */
export type Tallies = ReadonlyMap<string, Tally> | null

export interface Source {
  readonly ledger: LedgerId
  readonly measure: string
  readonly cut: readonly string[]
  /** The cut has about as many values as records: only the asked months are read. */
  readonly isWide?: boolean
}

export interface TallyReader {
  over(source: Source, interval: Interval): Promise<Tallies>
  days(source: Source, interval: Interval): Promise<readonly SumsRow[]>
}

/**
 * Reads tallies of any interval from kept sums: whole months from one month-grain answer per
 * source over `span`, left-over days from day-grain answers. Each question is put once.
 */
export function tallyReader(read: ReadSums, span: Interval): TallyReader {
  const answers = new Map<string, Promise<readonly SumsRow[]>>()
  const byMonth = new Map<string, Promise<ReadonlyMap<string, readonly SumsRow[]>>>()
  const ask = (query: SumsQuery): Promise<readonly SumsRow[]> => {
    const key = [
      query.ledger,
      query.measure,
      cutName(query.cut),
      query.grain,
      query.from,
      query.to,
    ].join('|')
    const known = answers.get(key)
    if (known) return known
    const answer = read(query)
    answers.set(key, answer)
    return answer
  }
  /** Rows by month, found once and looked up for every month a board shows. */
  const months = (source: Source, interval: Interval) => {
    const isShared = source.isWide !== true && span.from <= interval.from && interval.to <= span.to
    const { ledger, measure, cut } = source
    const { from, to } = isShared ? span : interval
    const key = [ledger, measure, cutName(cut), from, to].join('|')
    const known = byMonth.get(key)
    if (known) return known
    const found = source.isWide
      ? apart(source, interval)
      : ask({ ledger, measure, cut, from, to, grain: 'month' }).then(grouped)
    byMonth.set(key, found)
    return found
  }
  /** Month after month, as months come again in other spans: read whole, each span would be kept apart. */
  const apart = async ({ ledger, measure, cut }: Source, { from, to }: Interval) => {
    const groups = new Map<string, readonly SumsRow[]>()
    for (const month of eachMonth(monthOf(from), monthOf(to))) {
      const span = { from: firstDay(month), to: lastDay(month) }
      const rows = await ask({ ledger, measure, cut, ...span, grain: 'month' })
      if (rows.length > 0) groups.set(month, rows)
    }
    return groups
  }
  const days = ({ ledger, measure, cut }: Source, interval: Interval) =>
    ask({ ledger, measure, cut, ...interval, grain: 'day' })

  const sums = new Map<string, Promise<Tallies>>()
  return {
    days,
    over(source, interval) {
      const { ledger, measure, cut } = source
      const key = [ledger, measure, cutName(cut), interval.from, interval.to].join('|')
      const known = sums.get(key)
      if (known) return known
      const found = addedUp(source, interval)
      sums.set(key, found)
      return found
    },
  }

  async function addedUp(source: Source, interval: Interval): Promise<Tallies> {
    const { months: whole, days: rest } = decompose(interval)
    const total = new Map<string, Growing>()
    if (whole) {
      const rows = await months(source, { from: firstDay(whole.first), to: lastDay(whole.last) })
      if (whole.first === whole.last) for (const row of rows.get(whole.first) ?? []) add(total, row)
      else
        for (const [month, group] of rows)
          if (month >= whole.first && month <= whole.last) for (const row of group) add(total, row)
    }
    for (const part of rest) {
      const month: Interval = {
        from: firstDay(monthOf(part.from)),
        to: lastDay(monthOf(part.from)),
      }
      const [byDay, rows] = await Promise.all([days(source, month), months(source, month)])
      if (counted(byDay) !== counted(rows.get(monthOf(part.from)) ?? [])) return null
      for (const row of byDay) if (inside(row.at, part)) add(total, row)
    }
    return total
  }
}

/** The tally of one value of the cut, or of all of them together. */
export function pick(tallies: ReadonlyMap<string, Tally>, value?: string): Tally {
  if (value !== undefined) return tallies.get(value) ?? NOTHING
  let all = NOTHING
  for (const tally of tallies.values()) all = plus(all, tally)
  return all
}

/** Whether a span has records and none of them is among those that fill a field: the measure `needs`. */
export async function isUnfilled(
  { over }: TallyReader,
  { ledger, needs }: { readonly ledger: LedgerId; readonly needs?: string },
  span: Interval,
): Promise<boolean> {
  if (needs === undefined) return false
  const [filling, all] = await Promise.all(
    [needs, 'records'].map((measure) => over({ ledger, measure, cut: [] }, span)),
  )
  return Boolean(filling && all && pick(filling).records === 0 && pick(all).records > 0)
}

type Growing = { -readonly [K in keyof Tally]: Tally[K] }

const NOTHING: Tally = { sum: 0, records: 0, blank: 0 }

const plus = (a: Tally, b: Tally): Tally => ({
  sum: a.sum + b.sum,
  records: a.records + b.records,
  blank: a.blank + b.blank,
})

const inside = (day: Day, { from, to }: Interval): boolean => day >= from && day <= to

function grouped(rows: readonly SumsRow[]): ReadonlyMap<string, readonly SumsRow[]> {
  const groups = new Map<string, SumsRow[]>()
  for (const row of rows) {
    const group = groups.get(row.at)
    if (group) group.push(row)
    else groups.set(row.at, [row])
  }
  return groups
}

const counted = (rows: readonly SumsRow[]): number =>
  rows.reduce((count, row) => count + row.records + row.blank, 0)

/** Adds in place: thousands of rows a page, and no object for each. */
function add(total: Map<string, Growing>, { values, sum, records, blank }: SumsRow): void {
  const [only] = values
  const key = values.length === 1 && only !== undefined ? only : values.join('+')
  const known = total.get(key)
  if (!known) {
    total.set(key, { sum, records, blank })
    return
  }
  known.sum += sum
  known.records += records
  known.blank += blank
}
