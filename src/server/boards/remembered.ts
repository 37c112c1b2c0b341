import type { Interval } from '#shared/time/period.ts'
import type { Snapshot } from '../facts.ts'
import type { BoardScope } from './scope.ts'

type Read<T> = (scope: BoardScope, days: Interval) => Promise<T>

/** The same reading, done once for the same days of one state of the desk; the `most` latest are kept. */
export function rememberedRead<T>(read: Read<T>, most = 24): Read<T> {
  const states = new WeakMap<Snapshot, Map<string, Promise<T>>>()
  return (scope, days) => {
    const known = states.get(scope.snapshot) ?? new Map<string, Promise<T>>()
    states.set(scope.snapshot, known)
    const key = `${days.from}..${days.to}`
    const kept = known.get(key)
    if (kept) return kept
    const oldest = known.size >= most ? known.keys().next().value : undefined
    if (oldest !== undefined) known.delete(oldest)
    const answer = read(scope, days)
    known.set(key, answer)
    answer.catch(() => known.delete(key))
    return answer
  }
}

/** Whole years around some days, so that a year's months are answered from one reading. */
export const wholeYears = ({ from, to }: Interval): Interval => ({
  from: `${from.slice(0, 4)}-01-01`,
  to: `${to.slice(0, 4)}-12-31`,
})
