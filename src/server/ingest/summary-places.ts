import { periodsIn } from '#shared/paragraphs/periods.ts'
import { lastDay, monthIn } from '#shared/time/day.ts'
import { contains, monthPeriod, yearPeriod, type Period } from '#shared/time/period.ts'
import { spanNamed } from '#shared/time/span-named.ts'
import type { RawCell } from './cells.ts'
import { headingOf, isOrdinalHeading, monthOfHeading } from './heading.ts'
import { readDayOrMonth } from './normalise-dates.ts'
import { ANYWHERE } from './reading.ts'
import { totalWordOf, type RowKind } from './rows.ts'

/** What stands along one side of a sheet of totals, by row or by column. */
export interface Place {
  /** 0-based. */
  readonly index: number
  /** As written, the group it stands under first. */
  readonly texts: readonly string[]
  readonly kind: PlaceKind
  /** Of a line, the year its label says. */
  readonly year: number | null
  /** Of a slot, the days it is of; of a total, those it adds up. */
  readonly period: Period | null
  /** A month or a quarter whose year nobody says. */
  readonly lacksYear: boolean
  /** The unit its words name. */
  readonly unit: string | null
}

/** `data` holds figures; all others are passed over by their name. */
export type PlaceKind =
  | 'data'
  | 'total'
  | 'compare'
  | 'unit'
  | 'note'
  | 'other'
  | Exclude<RowKind, 'data'>

const COMPARED =
  /同比|环比|增长|增减|[增降升]幅|升降|占比|比重|比例|排名|名次|完成率|进度|[上去]年同期|[较与比][上去]/
const NOTED = /^(备注|说明|责任人|填报人|来源)$/
const UNIT = /^(计量|度量)?单位$/

/** What a heading or a label says its place holds. `year` is that of periods written without one. */
export function placeOf(
  index: number,
  texts: readonly string[],
  cell: RawCell,
  year: number | null,
): Place {
  const last = texts.at(-1) ?? ''
  const { bare, unit } = headingOf(last)
  const place = { index, texts, year: null, period: null, lacksYear: false, unit }
  if (totalWordOf([last.replace(/\s+/g, '')])) {
    const of = bare.replace(/(小计|合计|总计|共计|累计).*$/, '')
    const { period, lacksYear } = timeOf(of, null, year)
    return { ...place, kind: 'total', period, lacksYear }
  }
  if (last === '') return { ...place, kind: 'blank' }
  if (COMPARED.test(bare)) return { ...place, kind: 'compare' }
  if (isOrdinalHeading(last) || NOTED.test(bare)) return { ...place, kind: 'note' }
  if (UNIT.test(bare)) return { ...place, kind: 'unit' }
  const words = [texts.join(''), last].map((text) => headingOf(text).bare)
  const time = words.map((text) => timeOf(text, cell, year)).find(({ isTime }) => isTime) ?? NO_TIME
  return { ...place, kind: 'data', period: time.period, lacksYear: time.lacksYear }
}

interface Time {
  readonly isTime: boolean
  readonly period: Period | null
  readonly lacksYear: boolean
}

const NO_TIME: Time = { isTime: false, period: null, lacksYear: false }

/** The period some words are, and nothing else; `cell` where a spreadsheet keeps it as a date. */
function timeOf(words: string, cell: RawCell, year: number | null): Time {
  const said = (period: Period | null): Time => ({
    isTime: true,
    period,
    lacksYear: period === null,
  })
  const month = monthOfHeading(words)
  if (month) {
    const own = month.year ?? year
    return said(own === null ? null : monthPeriod(monthIn(own, month.month)))
  }
  const isDated = typeof cell === 'string' || cell?.format.startsWith('date')
  const read = isDated ? readDayOrMonth(cell, { ...ANYWHERE, year }) : null
  const text = read?.ok && typeof read.value === 'string' ? read.value : ''
  if (/^\d{4}-\d\d(-01)?$/.test(text)) return said(monthPeriod(text.slice(0, 7)))
  // Every period that has days names one of these; of most cells there is no more to ask.
  if (!/[年月季]/.test(words)) return NO_TIME
  const [found, ...others] = periodsIn(words, yearPeriod(year ?? ANY_YEAR))
  const isWhole = found && others.length === 0 && found.from === 0 && found.to === words.length
  if (!isWhole || !found.period || found.isAside) return NO_TIME
  return said(year === null && !/20\d\d/.test(words) ? null : found.period)
}

/** For telling what is a period, where nobody says of which year. */
export const ANY_YEAR = 2000

/** Whether a place is a period that figures stand at. */
export const isPeriod = ({ kind, period, lacksYear }: Place): boolean =>
  kind === 'data' && (period !== null || lacksYear)

/** Slots told apart: what is no period is another column, a period that others lie in is their total. */
export function slotsOf(places: readonly Place[]): Place[] {
  const own = places.map((place) =>
    place.kind === 'data' && !isPeriod(place) ? { ...place, kind: 'other' as const } : place,
  )
  const told = own.map((place) =>
    place.kind === 'data' && own.some((each) => isLeaf(each) && isInside(each, place))
      ? { ...place, kind: 'total' as const }
      : place,
  )
  return told.map((place, at) =>
    place.kind === 'total' && !place.period && !place.lacksYear
      ? { ...place, period: spanBefore(told, at) }
      : place,
  )
}

const isLeaf = ({ kind, period }: Place): boolean => kind === 'data' && period !== null

const isInside = ({ period: inner }: Place, { period: outer }: Place): boolean =>
  inner !== null && outer !== null && inner.key !== outer.key && contains(outer, inner)

/** 小计 is of the periods since the total before it, any other since the last that is none; else of those behind. */
function spanBefore(places: readonly Place[], at: number): Period | null {
  const before = places.slice(0, at)
  const isPart = isPartial(places[at])
  const since = before.findLastIndex(
    (place) => place.kind === 'total' && (isPart || !isPartial(place)),
  )
  const near = before.slice(since + 1).filter(isLeaf)
  const periods = (near.length > 0 ? near : places.slice(at).filter(isLeaf)).flatMap(
    ({ period }) => period ?? [],
  )
  const from = periods.map((period) => period.from).toSorted()[0]
  const to = periods
    .map((period) => period.to)
    .toSorted()
    .at(-1)
  return from === undefined || to === undefined ? null : spanNamed(from, to)
}

/** Whether a total is of some periods before it only: 小计, 一季度. */
const isPartial = (place: Place | undefined): boolean =>
  totalWordOf([place?.texts.at(-1) ?? ''])?.kind === '小计' || Boolean(place?.period)

/** The days of a slot for a line whose label says its own year. */
export function periodIn({ period }: Place, { year }: Place): Period | null {
  if (!period || year === null) return period
  const moved = (day: string) => `${year}${day.slice(4)}`
  return spanNamed(moved(period.from), lastDay(moved(period.to).slice(0, 7)))
}
