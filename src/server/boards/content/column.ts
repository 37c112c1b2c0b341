import type { ColumnAnswer, ColumnCounts } from '#shared/contract/columns.ts'
import { LEVELS } from '#shared/ledgers/dictionaries.ts'
import { firstDay, lastDay } from '#shared/time/day.ts'
import { yearOf, yearPeriod, type Interval } from '#shared/time/period.ts'
import { text } from '../adoption/uses.ts'
import type { BoardScope } from '../scope.ts'
import { usesByColumn } from './campaigns.ts'
import { knownMonths } from './months.ts'

type Sections = Pick<ColumnAnswer, 'columns' | 'counted' | 'months'>
type Piece = ColumnCounts['latest'][number]

/** Pieces listed; all of them are on the records page. Adoptions have no such page: all are listed. */
const MOST = 100

/** All that the page of one 专栏 shows over the scope's period. */
export async function columnSections(scope: BoardScope, column: string): Promise<Sections> {
  const figure = await scope.evaluate.figure('published', scope.period)
  const days = figure.state === 'counted' ? { from: figure.from, to: figure.to } : null
  const [counted, year] = await Promise.all([
    days && countsOf(scope, column, days),
    columnYear(scope, column),
  ])
  return { counted, ...year }
}

async function countsOf(scope: BoardScope, column: string, days: Interval): Promise<ColumnCounts> {
  const [rows, uses] = await Promise.all([
    scope.store.cells({
      ledger: 'pieces',
      fields: ['id', 'day', 'title', 'platform', 'form', 'author', 'reads', 'origin'],
      filters: [
        { field: 'day', from: scope.period.from, to: scope.period.to },
        { field: 'column', in: [column] },
      ],
      sort: { field: 'day', descending: true },
    }),
    usesByColumn(scope, days),
  ])
  const pieces = rows.map((row): Piece => {
    const { id, day, title, platform, form, author, reads } = row
    const said = { platform: text(platform), form: text(form), author: text(author) }
    const read = typeof reads === 'number' ? reads : null
    return { id: text(id), day: text(day), title: text(title), ...said, reads: read }
  })
  const read = pieces.filter(({ reads }) => reads !== null)
  const sum = read.reduce((total, { reads }) => total + (reads ?? 0), 0)
  return {
    ...days,
    pieces: pieces.length,
    works: new Set(pieces.map(({ title }) => title)).size,
    original: rows.filter(({ origin }) => origin === 'original').length,
    platforms: partsOf(pieces.map(({ platform }) => platform)),
    forms: partsOf(pieces.map(({ form }) => form)),
    reads: read.length > 0 ? sum : null,
    blank: pieces.length - read.length,
    most: read.toSorted((a, b) => (b.reads ?? 0) - (a.reads ?? 0))[0] ?? null,
    latest: pieces.slice(0, MOST),
    adopted: uses && adoptedOf(column, uses),
  }
}

function adoptedOf(
  column: string,
  uses: NonNullable<Awaited<ReturnType<typeof usesByColumn>>>,
): ColumnCounts['adopted'] {
  const own = uses.flatMap(({ use, columns }) => (columns.includes(column) ? [use] : []))
  const levels = partsOf(own.map(({ level }) => level))
  const rank = ({ value }: { value: string }): number => ORDER.indexOf(value)
  return {
    uses: own.length,
    works: new Set(own.map(({ work }) => work)).size,
    levels: levels.toSorted((a, b) => rank(a) - rank(b)),
    latest: own
      .toReversed()
      .map(({ id, day, work, outlet, level }) => ({ id, day, work, outlet, level })),
  }
}

const ORDER: readonly string[] = Object.keys(LEVELS)

/** How often each value stands, most first. */
function partsOf(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const parts = [...counts].map(([value, count]) => ({ value, count }))
  return parts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** The column's months, and all columns, of the period's year. */
async function columnYear(
  scope: BoardScope,
  column: string,
): Promise<Pick<ColumnAnswer, 'columns' | 'months'>> {
  const { tallies, period } = scope
  const year = yearPeriod(yearOf(period))
  const source = { ledger: 'pieces', measure: 'records', cut: ['column'] } as const
  const known = knownMonths(scope).map(({ month }) => month)
  const [all, ...months] = await Promise.all([
    tallies.over(source, year),
    ...known.map((month) => tallies.over(source, { from: firstDay(month), to: lastDay(month) })),
  ])
  const names = [...(all ?? [])].filter(([name]) => name !== '')
  return {
    columns: names.toSorted(([, a], [, b]) => b.records - a.records).map(([name]) => name),
    months: known.map((month, at) => ({
      month,
      pieces: months[at]?.get(column)?.records ?? 0,
    })),
  }
}
