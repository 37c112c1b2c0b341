import type { Hono } from 'hono'
import { closeMonth, readReview, type ReviewMonth } from '#shared/contract/review.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { eachMonth, firstDay, lastDay, monthOf, type Month } from '#shared/time/day.ts'
import { openBatch } from '../acts.ts'
import type { DeskContext } from '../app.ts'
import { belatedList, closingEvents } from '../closings.ts'
import type { DeskFacts } from '../facts.ts'
import { serve } from '../serve.ts'
import { monthsText } from '../store/closed-gate.ts'

/** 审核与结账: months closed and opened again, and what came in late. */
export function reviewRoutes(app: Hono, context: DeskContext, facts: DeskFacts): void {
  const { store } = context

  serve(app, readReview, async () => {
    const [closings, belated] = await Promise.all([closingEvents(store), belatedList(store)])
    return { months: await monthsNow(), belated, closings }
  })

  serve(app, closeMonth, async ({ body: { month, act, reason = '', by = '' } }) => {
    const isClosing = act === 'close'
    if (isClosing && month >= monthOf(await facts.today()))
      throw new DeskError('MONTH_NOT_OVER', monthsText([month]))
    if (!isClosing && reason.trim() === '') throw new DeskError('REASON_MISSING')
    const author = by.trim() || context.author
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
      const measure = countedBy(ledger)
      if (measure === null) continue
      const asked = { ledger, measure, cut: [], from: firstDay(first), to: lastDay(last) }
      for (const { at, records, blank } of await sums({ ...asked, grain: 'month' }))
        counts.set(at, [...(counts.get(at) ?? []), { ledger, records: records + blank }])
    }
    return counts
  }
}

/** The measure that takes every dated record of a ledger. */
function countedBy(ledger: LedgerId): string | null {
  const { kind, measures } = ledgerOf(ledger)
  if (kind !== 'book') return null
  const all = Object.entries(measures)
  const [id] = all.find(([, { when = {} }]) => Object.keys(when).length === 0) ?? all[0] ?? []
  return id ?? null
}
