import type { Revisions } from '../store/store.ts'
import { CLOCK, openFooting, type Footing } from './footing.ts'
import type { Moves } from './moves.ts'

/** The state of the desk at a moment. */
export interface State {
  /** All that figures depend on beside ledgers, as one text. */
  readonly frame: string
  readonly revisions: Revisions
  readonly moves: Pick<Moves, 'hold'>
  /** `YYYY-MM-DDTHH:mm` in the centre's zone. */
  readonly now: string
}

/** What is asked in a state of the desk, on which footing. */
export interface Asked {
  readonly state: State
  readonly footing: Footing
}

interface Kept<T> {
  readonly state: State
  readonly footing: Footing
  readonly value: T
}

/** What was worked out before, kept with what it stands on. */
export interface Keeper<T> {
  /** Null where nothing is kept that still holds. */
  find(key: string, state: State): Kept<T> | null
  keep(key: string, kept: Kept<T>): void
}

/** Keeps the `most` things that were last asked for. */
export function keeper<T>(most: number): Keeper<T> {
  const all = new Map<string, Kept<T>>()
  return {
    find(key, state) {
      const known = all.get(key)
      if (!known || !stands(known, state)) return null
      all.delete(key)
      all.set(key, known)
      return known
    },
    keep(key, kept) {
      all.delete(key)
      const oldest = all.size >= most ? all.keys().next().value : undefined
      if (oldest !== undefined) all.delete(oldest)
      all.set(key, kept)
    },
  }
}

function stands({ state: was, footing }: Kept<unknown>, state: State): boolean {
  return (
    was.frame === state.frame &&
    was.now.slice(0, footing.clock) === state.now.slice(0, footing.clock) &&
    state.moves.hold(footing, was.revisions, state.revisions)
  )
}

/**
 * Works something out, or gives what was worked out before and still holds; what it stands on is noted
 * with whoever asks. Those who ask the same meanwhile wait for one answer.
 */
export function recaller<T>(most: number, finest: number = CLOCK.minute) {
  const kept = keeper<T>(most)
  const underWay = new Map<string, { readonly at: State; readonly made: Promise<Kept<T>> }>()

  async function make(key: string, state: State, read: (own: Footing) => Promise<T>) {
    const footing = openFooting(finest)
    const made = { state, footing, value: await read(footing) }
    kept.keep(key, made)
    return made
  }

  return async (
    key: string,
    { state, footing }: Asked,
    read: (own: Footing) => Promise<T>,
  ): Promise<T> => {
    const found = kept.find(key, state) ?? (await joined())
    footing.add(found.footing)
    return found.value

    function joined(): Promise<Kept<T>> {
      const other = underWay.get(key)
      if (other && isSame(other.at, state)) return other.made
      const made = make(key, state, read)
      underWay.set(key, { at: state, made })
      const over = (): void => {
        if (underWay.get(key)?.made === made) underWay.delete(key)
      }
      made.then(over, over)
      return made
    }
  }
}

const isSame = (a: State, b: State): boolean =>
  a.frame === b.frame && a.revisions === b.revisions && a.now === b.now
