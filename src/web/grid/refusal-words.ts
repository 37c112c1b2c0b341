import { countText } from '#shared/headlines/figure-words.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { faultsOf } from '../api/problem.ts'
import { wordsOf } from './act-errors.ts'

/** Reasons told one by one; the cells themselves are all marked. */
const MOST_TOLD = 3

/** A cell's place among those refused; with no field, that of its whole row. */
export const cellKey = (row: string, field: string): string => `${row} ${field}`

/** Each cell an act was refused for with what to do about it; `rows` are the keys of those sent. */
export const refusedCells = (error: unknown, rows: readonly string[]): [string, string][] =>
  faultsOf(error).flatMap(({ at, field, why, fix }) =>
    at === undefined ? [] : [[cellKey(rows[at] ?? '', field), `${why}${fix}`]],
  )

/**
 * Why an act was refused. Of several cells each reason once, with how many it keeps out, and that
 * nothing of the act was written.
 */
export function refusalWords(ledger: LedgerId, error: unknown): string {
  const faults = faultsOf(error)
  if (faults.length < 2) return wordsOf(error)
  const byReason = new Map<string, number>()
  for (const { field, why, fix } of faults) {
    const label = ledgerOf(ledger).fields[field]?.label
    const words = `${label === undefined ? '' : `“${label}”`}${why}${fix}`
    byReason.set(words, (byReason.get(words) ?? 0) + 1)
  }
  const told = [...byReason].slice(0, MOST_TOLD)
  const more = byReason.size - told.length
  return [
    `${countText(faults.length)} 处不能写，其余的也没有写。`,
    ...told.map(([words, count]) => `${countText(count)} 处：${words}`),
    ...(more > 0 ? [`另有 ${more} 种原因，格子上都标着。`] : []),
  ].join('')
}
