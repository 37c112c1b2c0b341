import { DeskError } from '#shared/diagnostics.ts'
import type { AccountsSettings } from '#shared/settings/accounts.ts'
import { inTurns } from '../store/turns.ts'
import type { AccountBook } from './book.ts'
import type { Tries } from './papers.ts'

const MINUTE = 60_000
const LONGEST_WAIT = 60 * MINUTE

/** Counts wrong tries by account and by where they come from, and makes both wait. */
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

export type TryName = `user ${string}` | `source ${string}`

export function tryCounter(book: AccountBook, clock: () => number): TryCounter {
  const inTurn = inTurns()
  return {
    begin: (names, settings) =>
      inTurn(async () => {
        const now = clock()
        const known = await Promise.all(names.map((id) => book.find('tries', id)))
        const until = Math.max(...known.map((tries) => Date.parse(tries?.until ?? '') || 0))
        if (until > now) throw new DeskError('SIGN_IN_LOCKED', `请 ${waitText(until - now)}后再试`)
        const next = names.map((id, i) => counted(id, known[i] ?? null, { now, settings }))
        await book.file(next.map((of) => ({ kind: 'tries', of })))
        const wait = Math.max(...next.map((tries) => Date.parse(tries.until ?? '') || 0)) - now
        return wait > 0 ? `锁定 ${waitText(wait)}` : ''
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
  const most = id.startsWith('source ') ? settings.mostTriesPerSource : settings.mostTries
  // A day without a try is a new beginning.
  const before = known && now - Date.parse(known.at) < 24 * 60 * MINUTE ? known.wrong : 0
  const wrong = before + 1
  const wait = Math.min(settings.lockMinutes * MINUTE * 2 ** (wrong - most), LONGEST_WAIT)
  const until = wrong >= most ? new Date(now + wait).toISOString() : null
  return { id, wrong, at: new Date(now).toISOString(), until }
}

/** `40 秒`, `2 分钟`. */
export function waitText(ms: number): string {
  return ms < MINUTE ? `${Math.ceil(ms / 1000)} 秒` : `${Math.ceil(ms / MINUTE)} 分钟`
}
