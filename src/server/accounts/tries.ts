import { DeskError } from '#shared/diagnostics.ts'
import type { AccountsSettings } from '#shared/settings/accounts.ts'
import { inTurns } from '../store/turns.ts'
import type { AccountBook } from './book.ts'
import type { Tries } from './papers.ts'

const MINUTE = 60_000
const LONGEST_WAIT = 60 * MINUTE

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * Counts wrong tries by account from one address, by address, and by account from all of them together,
 * and makes each wait. Who guesses at somebody's password elsewhere does not keep them out.
 */
export interface TryCounter {
  /**
   * Counts one try as wrong before it is judged, so that many at once count as many. Throws
   * SIGN_IN_LOCKED while a wait lasts; the same for accounts that do not exist. Gives in words what
   * wait begins should it be wrong: `锁定 2 分钟`, or ''.
   */
  begin(names: readonly TryName[], settings: AccountsSettings): Promise<string>
  /** It was right after all. */
  clear(names: readonly TryName[]): Promise<void>
}

export type TryName = `user ${string}` | `source ${string}` | `at ${string} user ${string}`

export function tryCounter(book: AccountBook, clock: () => number): TryCounter {
  const inTurn = inTurns()
  let sweptAt = 0

  /** Tries that count no more, so that names nobody has do not pile up. */
  async function forgotten(now: number): Promise<readonly Tries[]> {
    if (Math.abs(now - sweptAt) < HOUR) return []
    sweptAt = now
    return (await book.all('tries')).filter((tries) => !isRecent(tries, now))
  }

  return {
    begin: (names, settings) =>
      inTurn(async () => {
        const now = clock()
        const known = await Promise.all(names.map((id) => book.find('tries', id)))
        const wait = Math.max(...known.map((tries) => waitOf(tries, now)))
        if (wait > 0) throw new DeskError('SIGN_IN_LOCKED', `请 ${waitText(wait)}后再试`)
        const next = names.map((id, i) => counted(id, known[i] ?? null, { now, settings }))
        await book.file(
          next.map((of) => ({ kind: 'tries', of })),
          (await forgotten(now)).map(({ id }) => ({ kind: 'tries', id })),
        )
        const begun = Math.max(...next.map((tries) => waitOf(tries, now)))
        return begun > 0 ? `锁定 ${waitText(begun)}` : ''
      }),
    clear: (names) =>
      inTurn(async () => {
        const known = await Promise.all(names.map((id) => book.find('tries', id)))
        // A source keeps the wrong tries on other accounts: one's own login does not wipe them out.
        const kept = known.flatMap((tries) =>
          tries?.id.startsWith('source ') && tries.wrong > 1
            ? [{ ...tries, wrong: tries.wrong - 1, until: null }]
            : [],
        )
        const gone = names.filter((id) => !kept.some((tries) => tries.id === id))
        await book.file(
          kept.map((of) => ({ kind: 'tries', of })),
          gone.map((id) => ({ kind: 'tries', id })),
        )
      }),
  }
}

function counted(
  id: TryName,
  known: Tries | null,
  { now, settings }: { readonly now: number; readonly settings: AccountsSettings },
): Tries {
  const most = id.startsWith('at ') ? settings.mostTries : settings.mostTriesPerSource
  const before = known && isRecent(known, now) ? known.wrong : 0
  const wrong = before + 1
  const wait = Math.min(settings.lockMinutes * MINUTE * 2 ** (wrong - most), LONGEST_WAIT)
  const until = wrong >= most ? new Date(now + wait).toISOString() : null
  return { id, wrong, at: new Date(now).toISOString(), until }
}

/** A day without a try is a new beginning. */
const isRecent = ({ at }: Tries, now: number): boolean => Math.abs(now - Date.parse(at)) < DAY

/** Milliseconds still to wait; a wait longer than any was begun by a wrong clock. */
export function waitOf(tries: Pick<Tries, 'until'> | null, now: number): number {
  const left = (Date.parse(tries?.until ?? '') || 0) - now
  return left > 0 && left <= LONGEST_WAIT ? left : 0
}

/** `40 秒`, `2 分钟`. */
export function waitText(ms: number): string {
  return ms < MINUTE ? `${Math.ceil(ms / 1000)} 秒` : `${Math.ceil(ms / MINUTE)} 分钟`
}
