import { valueLine } from '#shared/headlines/figure-words.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { FEWEST_BEFORE, LEAP_METRICS, leapOf } from '#shared/metrics/leaps.ts'
import { addMonths, monthOf } from '#shared/time/day.ts'
import { monthsOf } from '#shared/time/period.ts'
import { monthLabel } from '#shared/time/words.ts'
import { recalled } from '../boards/remembered.ts'
import type { BoardScope } from '../boards/scope.ts'
import { found, together, unable, type Checkers, type CheckResult, type Found } from './results.ts'

const BEFORE = 12

/** Whole months of the period that are over, each against the twelve before it. */
async function leapsOf(scope: BoardScope): Promise<CheckResult> {
  const months = monthsOf(scope.period).filter((month) => month < monthOf(scope.today))
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined) return unable('这段时间没有过完的月份')
  const span = monthsOf({ from: `${addMonths(first, -BEFORE)}-01`, to: `${last}-28` })
  const lists = await Promise.all(
    LEAP_METRICS.map((asked) =>
      leapsOver(scope, `${asked.id} ${first} ${last}`, (own) => leapsIn(own, asked, span)),
    ),
  )
  if (!lists.some(({ isCompared }) => isCompared))
    return unable(`没有一项数字在这之前有 ${FEWEST_BEFORE} 个月可比`)
  return found(lists.flatMap((list) => list.found))
}

interface Leaps {
  readonly found: readonly Found[]
  readonly isCompared: boolean
}

/** Each metric by itself: a write of one ledger leaves those of others as they were. */
const leapsOver = recalled<Leaps>(LEAP_METRICS.length * 24)

async function leapsIn(
  { evaluate }: BoardScope,
  { id: metric, ledger, measure }: (typeof LEAP_METRICS)[number],
  span: readonly string[],
): Promise<Leaps> {
  const points = await evaluate.months(metric, span)
  const values = points.map(({ figure }) =>
    figure.state === 'counted' && figure.complete ? figure.value : null,
  )
  const { label, unit } = metricOf(metric)
  const pairs = span.slice(BEFORE).map((month, at) => ({
    month,
    value: values[at + BEFORE] ?? null,
    before: values.slice(at, at + BEFORE).flatMap((each) => each ?? []),
  }))
  const isCompared = pairs.some(
    ({ value, before }) => value !== null && before.length >= FEWEST_BEFORE,
  )
  const leaps = pairs.flatMap(({ month, value, before }) => {
    const leap = value === null ? null : leapOf(value, before)
    if (value === null || leap === null) return []
    const bounds = [leap.low, leap.high].map((bound) => valueLine(Math.round(bound), unit))
    return [
      {
        key: `leap|${metric}|${month}`,
        what: `${monthLabel(month)}${label} ${valueLine(value, unit)}，前 ${before.length} 个月大致在 ${bounds.join(' 到 ')}之间，请核实`,
        at: month,
        place: {
          kind: 'records',
          ledger,
          query: { p: month, measure },
        } as const,
      },
    ]
  })
  return { found: leaps, isCompared }
}

export const leapChecks = {
  leaps: async ({ years }) => together(await Promise.all(years.map(leapsOf))),
} satisfies Checkers<'leaps'>
