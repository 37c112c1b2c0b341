import type { RecordsQueryText } from '#shared/contract/records.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Condition, FieldKind, Measure } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { parseWhere, type WherePart } from '#shared/records/where-text.ts'
import { addDays, EARLIEST, isDay } from '#shared/time/day.ts'
import { cumulative, type Interval, type Period } from '#shared/time/period.ts'
import { under } from '#shared/under.ts'
import type { Filter, RecordsQuery } from '../store/store.ts'
import { periodFrom } from './boards.ts'

export interface RecordsAsked {
  readonly records: RecordsQuery
  readonly page: number
  /** The field the measure adds up, when it adds one up. */
  readonly sum: string | null
  /** The days asked about; null without a period. */
  readonly interval: Interval | null
}

const LARGEST_PAGE = 500
/** Pages of the largest ledger there may be; past it numbers are none that can be counted with. */
const MOST_NUMBER = 1_000_000_000
/** Conditions of one question: a database nests them. */
const MOST_PARTS = 100

/**
 * An address's query as a question to the store. The filters are those by which the measure is
 * summed, so the list holds exactly the records behind the figure.
 */
export function recordsAsked(ledger: LedgerId, query: RecordsQueryText): RecordsAsked {
  const { fields, measures } = ledgerOf(ledger)
  const measure =
    query.measure === undefined ? Object.values(measures)[0] : named(ledger, query.measure)
  const filters = [
    ...(query.measure === undefined ? [] : conditionFilters(measure)),
    ...(query.p === undefined || !measure ? [] : timeFilters(ledger, measure, query)),
    ...wheres(ledger, query.where ?? ''),
  ]
  const [
    field = measure?.on ?? Object.keys(fields)[0] ?? 'id',
    direction = measure ? 'desc' : 'asc',
  ] = query.sort?.split(':') ?? []
  if (!under(fields, field)) throw new DeskError('REQUEST_FILTER_INVALID', field)
  const size = Math.min(LARGEST_PAGE, whole(query.size, 50))
  const page = whole(query.page, 1)
  return {
    records: {
      ledger,
      filters,
      ...(query.q && { search: query.q }),
      ...(query.batch && { batch: query.batch }),
      sort: { field, descending: direction === 'desc' },
      offset: (page - 1) * size,
      limit: size,
    },
    page,
    sum: query.measure === undefined ? null : summed(ledger, measure, query.at),
    interval: query.p === undefined ? null : periodAsked(query),
  }
}

/** What adds up: a stock of several days does not. */
function summed(
  ledger: LedgerId,
  measure: Measure | undefined,
  at: RecordsQueryText['at'],
): string | null {
  const sum = measure?.sum
  const isStock = sum !== undefined && ledgerOf(ledger).fields[sum]?.isLevel === true
  return sum === undefined || (isStock && at !== 'last') ? null : sum
}

function named(ledger: LedgerId, id: string): Measure {
  const measure = under(ledgerOf(ledger).measures, id)
  if (!measure) throw new DeskError('REQUEST_FILTER_INVALID', id)
  return measure
}

function conditionFilters(measure: Measure | undefined): Filter[] {
  if (!measure) return []
  const present: Filter[] =
    measure.sum === undefined ? [] : [{ field: measure.sum, isPresent: true }]
  return [{ field: measure.on, isPresent: true }, ...present, ...fromCondition(measure.when ?? {})]
}

const fromCondition = (when: Condition): Filter[] =>
  Object.entries(when).map(([field, words]) =>
    words === 'present' ? { field, isPresent: true } : { field, in: words },
  )

function periodAsked({ p = '', v, at }: RecordsQueryText): Period {
  const chosen = periodFrom(p)
  return v === 'cum' || at === 'year' ? cumulative(chosen) : chosen
}

function timeFilters(ledger: LedgerId, measure: Measure, query: RecordsQueryText): Filter[] {
  const period = periodAsked(query)
  if (query.at === 'last') return [{ field: measure.on, from: EARLIEST, to: period.to }]
  if (query.at !== 'open') return [{ field: measure.on, from: period.from, to: period.to }]
  const closing = named(ledger, query.until ?? '')
  return [
    { field: measure.on, from: EARLIEST, to: period.to },
    { field: closing.on, from: addDays(period.to, 1), orEmpty: true },
  ]
}

/** The conditions of `where` as filters; '' among its words stands for an empty cell. */
function wheres(ledger: LedgerId, text: string): Filter[] {
  return parts(text).map(({ field, hold, words }) => {
    const known = under(ledgerOf(ledger).fields, field)
    if (!known) throw new DeskError('REQUEST_FILTER_INVALID', field)
    const [word = ''] = words
    switch (hold) {
      case 'is':
        return { field, in: words }
      case 'has':
        return { field, contains: word }
      case 'filled':
        return { field, isPresent: true }
      case 'from':
      case 'to':
        return bounded(field, known.kind, hold, word)
    }
  })
}

const NUMBERS: ReadonlySet<FieldKind> = new Set(['count', 'money', 'seconds', 'decimal'])
const DATES: ReadonlySet<FieldKind> = new Set(['day', 'dayOrMonth', 'dateTime', 'year'])

function bounded(field: string, kind: FieldKind, hold: 'from' | 'to', word: string): Filter {
  if (DATES.has(kind) && isDay(word))
    return hold === 'from' ? { field, from: word } : { field, to: word }
  const bound = Number(word)
  if (!NUMBERS.has(kind) || word === '' || !Number.isFinite(bound))
    throw new DeskError('REQUEST_FILTER_INVALID', `${field} ${word}`)
  return hold === 'from' ? { field, least: bound } : { field, most: bound }
}

function parts(text: string): WherePart[] {
  try {
    const found = parseWhere(text)
    if (found.length <= MOST_PARTS) return found
  } catch {
    // Answered below.
  }
  throw new DeskError('REQUEST_FILTER_INVALID', text.slice(0, 100))
}

/** A positive whole number, or the default where none is written. */
export function whole(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > MOST_NUMBER)
    throw new DeskError('REQUEST_INVALID', text)
  return number
}
