import type { RecordsQueryText } from '#shared/contract/records.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Condition, Measure } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { addDays, EARLIEST } from '#shared/time/day.ts'
import { cumulative, type Interval, type Period } from '#shared/time/period.ts'
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
  if (!fields[field]) throw new DeskError('REQUEST_FILTER_INVALID', field)
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
    sum: query.measure === undefined ? null : (measure?.sum ?? null),
    interval: query.p === undefined ? null : periodAsked(query),
  }
}

function named(ledger: LedgerId, id: string): Measure {
  const measure = ledgerOf(ledger).measures[id]
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
  if (query.at !== 'open') return [{ field: measure.on, from: period.from, to: period.to }]
  const closing = named(ledger, query.until ?? '')
  return [
    { field: measure.on, from: EARLIEST, to: period.to },
    { field: closing.on, from: addDays(period.to, 1), orEmpty: true },
  ]
}

/** `level:national,platform:爱峨边` as filters; '' after the colon stands for an empty cell. */
function wheres(ledger: LedgerId, text: string): Filter[] {
  const { fields } = ledgerOf(ledger)
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [field = '', ...rest] = part.split(':').map((piece) => decode(piece))
      if (!fields[field]) throw new DeskError('REQUEST_FILTER_INVALID', field)
      return { field, in: [rest.join(':')] }
    })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new DeskError('REQUEST_FILTER_INVALID', text)
  }
}

/** A positive whole number, or the default where none is written. */
function whole(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new DeskError('REQUEST_INVALID', text)
  return number
}
