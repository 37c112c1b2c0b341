import type { ContentAnswer } from '#shared/contract/content.ts'
import { firstDay, lastDay } from '#shared/time/day.ts'
import { coversAll, intersect, monthsOf, yearOf, yearPeriod } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import { splitLast } from './spread.ts'

interface KnownMonth {
  readonly month: string
  readonly isWhole: boolean
}

/** Months of the period's year of which 发稿台账 knows a day; whole where it knows all and they are over. */
export function knownMonths({ period, today, snapshot }: BoardScope): KnownMonth[] {
  const covered = snapshot.coverage.pieces ?? []
  return monthsOf(yearPeriod(yearOf(period))).flatMap((month) => {
    const days = { from: firstDay(month), to: lastDay(month) }
    const isKnown = days.from <= today && covered.some((span) => intersect(span, days))
    return isKnown ? [{ month, isWhole: days.to < today && coversAll(covered, days) }] : []
  })
}

/** Pieces by platform and form, month by month, most first; null where no month is known. */
export async function monthRows(scope: BoardScope): Promise<ContentAnswer['months']> {
  const months = knownMonths(scope)
  const source = { ledger: 'pieces', measure: 'records', cut: ['platform', 'form'] } as const
  const counts = await Promise.all(
    months.map(({ month }) =>
      scope.tallies.over(source, { from: firstDay(month), to: lastDay(month) }),
    ),
  )
  const keys = new Set(counts.flatMap((counted) => [...(counted?.keys() ?? [])]))
  if (keys.size === 0) return null
  const rows = [...keys].map((key) => {
    const [platform, form] = splitLast(key)
    return { platform, form, counts: counts.map((counted) => counted?.get(key)?.records ?? 0) }
  })
  const total = (row: (typeof rows)[number]): number => row.counts.reduce((a, b) => a + b, 0)
  return { months, rows: rows.toSorted((a, b) => total(b) - total(a)) }
}
