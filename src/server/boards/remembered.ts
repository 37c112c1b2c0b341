import type { Interval } from '#shared/time/period.ts'
import { recaller } from '../standing/keeper.ts'
import type { BoardScope } from './scope.ts'

/**
 * Keeps what was worked out under a key until something it stands on is written; the `most` last asked
 * for, and none longer than `finest` of the clock.
 */
export function recalled<T>(most: number, finest?: number) {
  const views = new WeakMap<object, ReturnType<typeof recaller<T>>>()
  return (scope: BoardScope, key: string, read: (own: BoardScope) => Promise<T>): Promise<T> => {
    const recall = views.get(scope.of) ?? recaller<T>(most, finest)
    views.set(scope.of, recall)
    return recall(key, scope, (footing) => read(scope.on(footing)))
  }
}

type Read<T> = (scope: BoardScope, days: Interval) => Promise<T>

/** The same reading, done once for the same days until what it read is written. */
export function rememberedRead<T>(read: Read<T>, most = 48): Read<T> {
  const recall = recalled<T>(most)
  return (scope, days) => recall(scope, `${days.from}..${days.to}`, (own) => read(own, days))
}

/** Whole years around some days, so that a year's months are answered from one reading. */
export const wholeYears = ({ from, to }: Interval): Interval => ({
  from: `${from.slice(0, 4)}-01-01`,
  to: `${to.slice(0, 4)}-12-31`,
})
