import type { Cell, Row } from '#shared/ledgers/define.ts'
import { contributions } from '#shared/ledgers/contributions.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { SumsRow } from '#shared/metrics/sums.ts'
import type { Store } from '#server/store/store.ts'
import { actOf, opening } from './acts.ts'

/** Ledgers that hold days, months, years, moments, sums, conditions and derived cells between them. */
export const WRITTEN = [
  'pieces',
  'payments',
  'alerts',
  'budgetLines',
] as const satisfies readonly LedgerId[]

/** Whole numbers below a bound, always the same ones (mulberry32). */
export function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Below = (below: number) => number

const two = (number: number): string => String(number + 1).padStart(2, '0')

/** A row of few different keys, some of its cells empty. */
export function randomRow(ledger: (typeof WRITTEN)[number], below: Below): Row {
  const month = `202${3 + below(2)}-${two(below(12))}`
  const day = `${month}-${two(below(28))}`
  const maybe = (cell: Cell): Cell => (below(3) === 0 ? null : cell)
  switch (ledger) {
    case 'pieces':
      return {
        day,
        title: `稿${below(9)}`,
        platform: `平台${below(3)}`,
        form: below(2) ? 'text' : 'video',
        reads: maybe(below(50)),
        author: maybe(`编辑${below(3)}`),
      }
    case 'payments':
      return {
        paidOn: below(3) ? day : month,
        project: `项目${below(3)}`,
        amount: below(9000),
        summary: maybe(`事${below(4)}`),
      }
    case 'alerts':
      return {
        alertedAt: `${day}T${two(below(20))}:00`,
        title: `警${below(5)}`,
        level: maybe('red'),
        handling: maybe('pushed'),
        closedAt: maybe(`${month}-28T${two(below(22))}:30`),
      }
    case 'budgetLines':
      return {
        year: `202${3 + below(2)}`,
        category: 'project',
        project: `项目${below(4)}`,
        initial: below(900),
        adjusted: maybe(below(900)),
      }
  }
}

/** Loads, changes, removals and take-backs, some of them failing; the same for the same seed. */
export async function liveThrough(store: Store, seed: number, steps: number): Promise<void> {
  const below = numbers(seed)
  for (let step = 0; step < steps; step += 1) {
    const ledger = WRITTEN[below(WRITTEN.length)] ?? 'pieces'
    const batch = `b${step}`
    const act = actOf(batch, `2025-01-01T00:00:00.${String(step).padStart(3, '0')}Z`)
    const kind = below(10)
    const rows = Array.from({ length: 1 + below(25) }, () => randomRow(ledger, below))
    const ids = (
      await store.records({
        ledger,
        filters: [],
        sort: { field: 'id', descending: false },
        offset: 0,
        limit: 500,
      })
    ).records
    const id = ids[below(Math.max(1, ids.length))]?.id ?? ''
    const earlier = `b${below(step + 1)}`
    const run = store.write(async (writer) => {
      await writer.openBatch(opening(batch, act.at))
      if (kind < 5) await writer.put(ledger, rows, batch)
      else if (kind < 7) await writer.change(ledger, id, rows[0] ?? {}, act)
      else if (kind < 8) await writer.remove(ledger, id, act)
      else await writer.takeBack(earlier, act)
      if (below(8) === 0) throw new Error('given up')
    })
    await run.catch((error: unknown) => {
      if (!(error instanceof Error && error.message === 'given up')) throw error
    })
  }
}

export const rowsOf = async (store: Store, ledger: LedgerId): Promise<Row[]> => {
  const page = await store.records({
    ledger,
    filters: [],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: 100_000,
  })
  return page.records.map((record) => record.row)
}

const WHOLE = { from: '2000-01-01', to: '2099-12-31' }

/** Every kept sum of a ledger, as lines of text. */
export async function keptSums(store: Store, ledger: LedgerId): Promise<string[]> {
  const { measures, cuts } = ledgerOf(ledger)
  const lines: string[] = []
  for (const [measure, { cuts: own = cuts }] of Object.entries(measures)) {
    for (const cut of [[], ...own]) {
      for (const grain of ['day', 'month', 'all'] as const) {
        const rows = await store.sums({ ledger, measure, cut, grain, ...WHOLE })
        lines.push(...rows.map((row) => line(measure, cut.join('+'), grain, row)))
      }
    }
  }
  return lines.sort()
}

/** The same lines from nothing but the records. */
export function addedUp(ledger: LedgerId, rows: readonly Row[]): string[] {
  const sums = new Map<string, { measure: string; cut: string; grain: string; row: SumsRow }>()
  for (const { measure, cut, at: places, values, ...amounts } of rows.flatMap((row) =>
    contributions(ledgerOf(ledger), row),
  )) {
    const grains = places.map((at) => [at.length === 7 ? 'month' : 'day', at] as const)
    for (const [grain, at] of [...grains, ['all', ''] as const]) {
      const key = JSON.stringify([measure, cut, grain, at, values])
      const { sum, records, blank } = sums.get(key)?.row ?? { sum: 0, records: 0, blank: 0 }
      const row = {
        at,
        values,
        sum: sum + amounts.sum,
        records: records + amounts.records,
        blank: blank + amounts.blank,
      }
      sums.set(key, { measure, cut, grain, row })
    }
  }
  return [...sums.values()]
    .map(({ measure, cut, grain, row }) => line(measure, cut, grain, row))
    .sort()
}

const line = (
  measure: string,
  cut: string,
  grain: string,
  { at, values, sum, records, blank }: SumsRow,
): string => [measure, cut, grain, at, ...values, sum, records, blank].join(' | ')
