import type { Hono } from 'hono'
import { listActs, listChanges } from '#shared/contract/history.ts'
import type { RecordsQueryText } from '#shared/contract/records.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { isLedgerId, type LedgerId } from '#shared/ledgers/index.ts'
import { addDays, startOfDay, type Day } from '#shared/time/day.ts'
import type { DeskContext } from '../app.ts'
import type { DeskFacts } from '../facts.ts'
import { serve } from '../serve.ts'
import type { ChangesQuery, DoneAct } from '../store/history.ts'
import { recordsAsked } from './records-query.ts'

const PAGE = 50

/** Who did what, act by act and change by change. */
export function historyRoutes(app: Hono, { store }: DeskContext, facts: DeskFacts): void {
  serve(app, listActs, async ({ query: { ledger, by, from, to, after } }) => {
    const { settings } = await facts.snapshot()
    const start = (day: Day) => new Date(startOfDay(day, settings.zone)).toISOString()
    const found = await store.acts({
      ...(ledger && { ledger }),
      ...(by && { by }),
      ...(from && { from: start(from) }),
      ...(to && { to: start(addDays(to, 1)) }),
      ...(after && { before: actNamed(after) }),
      limit: PAGE + 1,
    })
    const acts = found.slice(0, PAGE)
    return { acts: acts.map(actAnswer), next: found.length > PAGE ? nameOf(acts.at(-1)) : null }
  })

  serve(app, listChanges, async ({ query: { act, moment, after, ...asked } }) => {
    const found = await store.changes({
      ...recordsOf(asked),
      ...(act && moment && { act: { batch: act, at: moment } }),
      ...(after && { before: numberNamed(after) }),
      limit: PAGE + 1,
    })
    const changes = found.slice(0, PAGE)
    const last = changes.at(-1)
    return {
      changes,
      next: found.length > PAGE && last ? String(last.number) : null,
    }
  })
}

function recordsOf({
  ledger,
  ...words
}: RecordsQueryText & { readonly ledger?: LedgerId | undefined }): Pick<
  ChangesQuery,
  'ledger' | 'filters' | 'search'
> {
  if (ledger === undefined) return {}
  const { filters, search } = recordsAsked(ledger, words).records
  return { ledger, filters, ...(search && { search }) }
}

export const actAnswer = ({ counts, ...act }: DoneAct) => ({
  ...act,
  counts: Object.entries(counts).flatMap(([ledger, of]) =>
    isLedgerId(ledger) ? [{ ledger, ...of }] : [],
  ),
})

const nameOf = (act: DoneAct | undefined): string | null => (act ? `${act.at} ${act.batch}` : null)

function actNamed(text: string): { at: string; batch: string } {
  const [at, batch] = text.split(' ')
  if (!at || !batch) throw new DeskError('REQUEST_INVALID', text)
  return { at, batch }
}

function numberNamed(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new DeskError('REQUEST_INVALID', text)
  return number
}
