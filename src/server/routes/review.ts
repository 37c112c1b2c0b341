import type { Hono } from 'hono'
import { closeMonth, moveUnit, readReview, type ReviewMonth } from '#shared/contract/review.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { mainMeasure } from '#shared/records/main-measure.ts'
import { actsFrom, REVIEW_ACTS, reviewStandings, unitKey } from '#shared/records/review-states.ts'
import { moveRight } from '#shared/rights/move-right.ts'
import { eachMonth, firstDay, lastDay, monthOf, type Month } from '#shared/time/day.ts'
import { mustAllow } from '../accounts/reader.ts'
import { actorOf, openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { belatedList, closingEvents } from '../closings.ts'
import type { DeskFacts } from '../facts.ts'
import { reviewEvents } from '../review/review-facts.ts'
import { mustBeOpen, standingsAnswer, unitLedgers, unitName } from '../review/units.ts'
import { serve } from '../serve.ts'
import { monthsText } from '../store/closed-gate.ts'

/** 审核与结账: months closed and opened again, and what came in late. */
export function reviewRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store } = context

  serve(app, readReview, async () => {
    const [closings, belated] = await Promise.all([closingEvents(store), belatedList(store)])
    const own = await standingsAnswer(store, await facts.snapshot())
    return { months: await monthsNow(), belated, closings, ...own }
  })

  serve(app, closeMonth, async ({ body: { month, act, reason = '', by = '' } }) => {
    const isClosing = act === 'close'
    if (isClosing && month >= monthOf(await facts.today()))
      throw new DeskError('MONTH_NOT_OVER', monthsText([month]))
    if (!isClosing && reason.trim() === '') throw new DeskError('REASON_MISSING')
    const author = actorOf(context, by)
    return store.write(async (writer) => {
      const last = (await closingEvents(store)).find((event) => event.month === month)
      if (isClosing && last?.act === 'close')
        throw new DeskError('MONTH_CLOSED_ALREADY', monthsText([month]))
      if (!isClosing && last?.act !== 'close')
        throw new DeskError('MONTH_NOT_CLOSED', monthsText([month]))
      const title = `${isClosing ? '结账' : '重开'} ${monthsText([month])}`
      const why = reason.trim() || title
      const done = await openBatch({ ...context, author }, writer, { kind: 'entry', title, why })
      const row = { month, number: (last?.number ?? 0) + 1, act, reason: reason.trim() }
      await writer.put('closings', [row], done.batch)
      return { month, act, reason: reason.trim(), at: done.at, by: author }
    })
  })

  serve(app, moveUnit, async ({ body: { unit, act, reason = '', by = '' }, reader }) => {
    mustAllow(reader, moveRight(await unitLedgers(store, unit), act))
    if (act === 'return' && reason.trim() === '') throw new DeskError('REASON_MISSING')
    const { closed, review } = await facts.snapshot()
    await mustBeOpen(store, unit, { closed, leftOut: review.leftOut })
    const name = await unitName(store, unit)
    const author = actorOf(context, by)
    return store.write(async (writer) => {
      const last = reviewStandings(await reviewEvents(store)).get(unitKey(unit))
      if (!actsFrom(last?.state ?? 'draft').includes(act))
        throw new DeskError('REVIEW_OUT_OF_TURN', name)
      const title = `${REVIEW_ACTS[act].label} ${name}`
      const why = reason.trim() || title
      const done = await openBatch({ ...context, author }, writer, { kind: 'entry', title, why })
      const place =
        unit.kind === 'batch'
          ? { ledger: null, month: null, of: unit.batch }
          : { ledger: unit.ledger, month: unit.month, of: null }
      const row = { ...place, number: (last?.number ?? 0) + 1, act, reason: reason.trim() }
      await writer.put('reviews', [row], done.batch)
      return { unit, act, reason: reason.trim(), at: done.at, by: author }
    })
  })

  /** From the first month with data to the present one, newest first. */
  async function monthsNow(): Promise<ReviewMonth[]> {
    const { desk, closed } = await facts.snapshot()
    const now = monthOf(await facts.today())
    const first = [desk.firstMonth ?? '', ...closed].filter(Boolean).toSorted()[0]
    if (first === undefined) return []
    const months = eachMonth(first, now).toReversed()
    const counts = await countsByMonth(first, now)
    return months.map((month) => ({
      month,
      isClosed: closed.has(month),
      isOver: month < now,
      ledgers: counts.get(month) ?? [],
    }))
  }

  async function countsByMonth(
    first: Month,
    last: Month,
  ): Promise<Map<Month, ReviewMonth['ledgers']>> {
    const { sums } = await facts.snapshot()
    const counts = new Map<Month, ReviewMonth['ledgers']>()
    for (const ledger of LEDGER_IDS) {
      const measure = mainMeasure(ledgerOf(ledger))?.id
      if (measure === undefined) continue
      const asked = { ledger, measure, cut: [], from: firstDay(first), to: lastDay(last) }
      for (const { at, records, blank } of await sums({ ...asked, grain: 'month' }))
        counts.set(at, [...(counts.get(at) ?? []), { ledger, records: records + blank }])
    }
    return counts
  }
}
