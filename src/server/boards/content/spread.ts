import type { ContentAnswer } from '#shared/contract/content.ts'
import { REVIEW_SPANS } from '#shared/ledgers/review-spans.ts'
import type { BoardScope } from '../scope.ts'

/** Pieces by platform and form; null where records dated to the month cannot be cut. */
export async function matrixCells({
  tallies,
  period,
}: BoardScope): Promise<ContentAnswer['matrix']> {
  const counts = await tallies.over(
    { ledger: 'pieces', measure: 'records', cut: ['platform', 'form'] },
    period,
  )
  return (
    counts &&
    [...counts].map(([key, { records: count }]) => {
      const [platform = '', form = ''] = splitLast(key)
      return { platform, form, count }
    })
  )
}

/** A joined cut of a name and a code; the name may hold the joining sign. */
export function splitLast(key: string): readonly [name: string, code: string] {
  const at = key.lastIndexOf('+')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** Pieces by the hour they went out. */
export async function hourCells({ tallies, period }: BoardScope): Promise<ContentAnswer['hours']> {
  const counts = await tallies.over(
    { ledger: 'pieces', measure: 'records', cut: ['weekday', 'hour'] },
    period,
  )
  if (!counts) return null
  const cells = [...counts].flatMap(([key, { records: value }]) => {
    const [weekday, hour] = splitLast(key)
    return weekday === '' ? [] : [{ weekday: Number(weekday), hour: Number(hour), value }]
  })
  return { cells, blank: counts.get('+')?.records ?? 0 }
}

/** Pieces with both times by how long their review took, shortest first. */
export async function turnaroundBins({
  tallies,
  period,
}: BoardScope): Promise<ContentAnswer['turnaround']> {
  const counts = await tallies.over(
    { ledger: 'pieces', measure: 'timed', cut: ['reviewSpan'] },
    period,
  )
  if (!counts) return null
  return Object.keys(REVIEW_SPANS).map((span) => ({
    span,
    count: counts.get(span)?.records ?? 0,
  }))
}
