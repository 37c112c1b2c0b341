import type { Ledger } from '../ledgers/define.ts'

/**
 * The measure that counts every dated record of a ledger once, and the field that dates it; null for
 * reference lists and what only the desk writes.
 */
export function mainMeasure({ kind, measures }: Ledger): { id: string; on: string } | null {
  if (kind !== 'book') return null
  const all = Object.entries(measures)
  const main = all.find(([, { when = {} }]) => Object.keys(when).length === 0) ?? all[0]
  return main ? { id: main[0], on: main[1].on } : null
}
