import type * as z from 'zod/mini'
import type { ChangedFigure, tryTakeBack } from '#shared/contract/batches.ts'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import { valueOf, type Figure } from '#shared/metrics/figure.ts'
import { boardSpan } from '#shared/metrics/evaluate.ts'
import { METRIC_IDS } from '#shared/metrics/index.ts'
import { mergeIntervals, monthPeriod, parsePeriod, type Period } from '#shared/time/period.ts'
import type { Snapshot } from './snapshot.ts'
import { periodOfStated } from './opening-period.ts'
import { movedSums } from './lists/figures-changed.ts'
import { rememberedSums } from './remembered-sums.ts'
import { evaluatorFor } from './boards/scope.ts'
import { breathe } from './store/turns.ts'
import { monthsMoved } from './store/kept-sums.ts'
import type { Coverage, Store, Writer } from './store/store.ts'
import type { WriteMoved, WriteTold } from './store/told.ts'

/** What a write that was tried did. */
interface Tried extends WriteTold {
  readonly sums: WriteMoved
}

/** What a write would do, without keeping any of it: it is run and rolled back. */
export async function tried<T>(
  store: Pick<Store, 'write'>,
  run: (writer: Writer) => Promise<T>,
  about?: { readonly rows: number },
): Promise<{ readonly result: T; readonly told: Tried }> {
  const undo = new Error('a trial')
  const seen: { result: T; told: Tried }[] = []
  const trial = store.write(async (writer) => {
    const result = await run(writer)
    seen.push({ result, told: { ...(await writer.told()), sums: await writer.moved() } })
    throw undo
  }, about)
  await trial.catch((error: unknown) => {
    if (error !== undo) throw error
  })
  const [only] = seen
  if (!only) throw undo
  return only
}

const MOST_YEARS = 3
/** Of more months than these only the years are told. */
const MOST_MONTHS = 6

type FiguresMoved = Pick<
  z.infer<typeof tryTakeBack.output>,
  'figures' | 'yearsLeftOut' | 'monthsLeftOut' | 'ofReview'
>

/**
 * Figures that read otherwise once a write is kept, by year, and by month where it touches few.
 * `coverage` is what holds then. The same code answers as on the pages. Ledgers that count what was
 * reviewed are named instead: which of the records somebody will review, nobody can tell.
 */
export async function figuresAfter(
  snapshot: Snapshot,
  now: string,
  { told, coverage }: { readonly told: Tried; readonly coverage: readonly Coverage[] },
): Promise<FiguresMoved> {
  const { leftOut } = snapshot.review
  const ofReview = [...told.sums.keys()].filter((ledger) => leftOut.has(ledger))
  const sums = new Map([...told.sums].filter(([ledger]) => !leftOut.has(ledger)))
  const counted = { ...told, sums }
  const after = afterwards(snapshot, counted, coverage)
  const { periods, ...rest } = periodsTouched(snapshot, counted)
  const figures: ChangedFigure[] = []
  for (const period of periods) {
    const [was, is] = [snapshot, after].map((of) => evaluatorFor(of, now, boardSpan(period)))
    if (!was || !is) continue
    for (const metric of METRIC_IDS) {
      await breathe()
      const [before, then] = await Promise.all([
        was.figure(metric, period),
        is.figure(metric, period),
      ])
      if (isOther(before, then)) figures.push({ metric, period, before, after: then })
    }
  }
  return { figures, ...rest, ofReview }
}

const isOther = (before: Figure, after: Figure): boolean =>
  before.state !== after.state || valueOf(before) !== valueOf(after)

function afterwards(
  snapshot: Snapshot,
  { sums: changes, stated: changed }: Tried,
  spans: readonly Coverage[],
): Snapshot {
  const stated = snapshot.stated.filter(({ id }) => !changed.has(id))
  const rows = [...changed].flatMap(([id, row]) => (row ? [{ id, row }] : []))
  const own = LEDGER_IDS.map(
    (ledger) => [ledger, mergeIntervals(spans.filter((span) => span.ledger === ledger))] as const,
  )
  return {
    ...snapshot,
    sums: rememberedSums(movedSums(snapshot.sums, { changes })),
    coverage: Object.fromEntries(own.filter(([, days]) => days.length > 0)),
    stated: [...stated, ...rows],
  }
}

/** Years in which something moves, newest first; the months and stated spans before them where they are few. */
function periodsTouched(
  snapshot: Snapshot,
  { sums, stated }: Tried,
): {
  periods: Period[]
  yearsLeftOut: number
  monthsLeftOut: number
} {
  const months = new Set([...sums.values()].flat().flatMap((moved) => [...monthsMoved(moved)]))
  const rows = [
    ...stated.values(),
    ...snapshot.stated.filter(({ id }) => stated.has(id)).map(({ row }) => row),
  ]
  const spans = rows.flatMap((row) => (row ? periodOfStated({ id: '', row }) : []))
  const ends = spans.map(({ to }) => to.slice(0, 4))
  const years = [...new Set([...[...months].map((month) => month.slice(0, 4)), ...ends])]
    .filter((year) => year !== '')
    .toSorted()
    .toReversed()
  const parts = [...[...months].map(monthPeriod), ...spans.filter(({ kind }) => kind !== 'year')]
  const touched = [...new Map(parts.map((period) => [period.key, period])).values()]
  const isFew = touched.length <= MOST_MONTHS
  const named = years.slice(0, MOST_YEARS).flatMap((year) => parsePeriod(year) ?? [])
  return {
    periods: [...(isFew ? newestFirst(touched) : []), ...named],
    monthsLeftOut: isFew ? 0 : touched.length,
    yearsLeftOut: Math.max(0, years.length - MOST_YEARS),
  }
}

const newestFirst = (periods: readonly Period[]): Period[] =>
  periods.toSorted((a, b) => (a.from < b.from ? 1 : Number(a.from > b.from) * -1))
