import { CHECK_IDS, type CheckId } from '#shared/checks/index.ts'
import type { BoardScope } from '../boards/scope.ts'
import type { Snapshot } from '../facts.ts'
import type { Found } from './results.ts'
import type { CheckResults } from './run.ts'

type OpenedFinding = Found & { readonly check: CheckId }

/** Checks that find more as time passes, though nobody writes. */
const OF_TIME: ReadonlySet<CheckId> = new Set(['overdue', 'dormant'])

interface Seen {
  readonly snapshot: Snapshot
  readonly hour: string
  readonly keys: ReadonlySet<string>
  /** Checks that were made: one that is switched on finds what was there before. */
  readonly made: ReadonlySet<CheckId>
  readonly opened: readonly OpenedFinding[]
  readonly state: number
}

/**
 * Tells the findings of a state of the desk that the state before it did not have, period by
 * period; none for the first one seen. The same state tells the same to everybody.
 */
export function watchFindings(): (
  scope: BoardScope,
  results: CheckResults,
) => Pick<Seen, 'opened' | 'state'> {
  const seen = new Map<string, Seen>()
  return ({ snapshot, period, now }, results) => {
    const before = seen.get(period.key)
    if (before?.snapshot === snapshot) return before
    const all = CHECK_IDS.flatMap((check) => {
      const result = results.get(check)
      return result?.state === 'checked' ? result.found.map((each) => ({ ...each, check })) : []
    })
    const hour = now.slice(0, 13)
    const next: Seen = {
      snapshot,
      hour,
      keys: new Set(all.map(({ key }) => key)),
      made: new Set(results.keys()),
      opened: before ? all.filter((each) => isOpened(each, before, hour)) : [],
      state: (before?.state ?? 0) + 1,
    }
    seen.set(period.key, next)
    return next
  }
}

const isOpened = ({ key, check }: OpenedFinding, before: Seen, hour: string): boolean =>
  !before.keys.has(key) && before.made.has(check) && (before.hour === hour || !OF_TIME.has(check))
