import type * as z from 'zod/mini'
import { ADMINISTRATOR, DEFAULT_ROLES, type Role } from '#shared/rights/roles.ts'
import { inTurns } from '../store/turns.ts'
import type { AccountDrawer, Paper, PaperKind } from './drawer.ts'
import { PAPERS, type Account, type Session, type Token } from './papers.ts'

type Papers = { [K in PaperKind]: z.infer<(typeof PAPERS)[K]> }
type Filed = { readonly [K in PaperKind]: { readonly kind: K; readonly of: Papers[K] } }[PaperKind]
type Dropped = { readonly kind: PaperKind; readonly id: string }

const SCHEMAS: { readonly [K in PaperKind]: { parse(value: unknown): Papers[K] } } = PAPERS

/** Accounts and what belongs to them, read from their drawer. */
export interface AccountBook {
  all<K extends PaperKind>(kind: K): Promise<Papers[K][]>
  find<K extends PaperKind>(kind: K, id: string): Promise<Papers[K] | null>
  file(put: readonly Filed[], drop?: readonly Dropped[]): Promise<void>
  /**
   * Changes an account as it stands by then; nobody else writes meanwhile. Null when it is gone. Ends
   * its sessions with it where that is said, those that began a moment ago too.
   */
  changeAccount(
    id: string,
    change: (account: Account) => Account | Promise<Account>,
    besides?: { readonly drop?: readonly Dropped[]; readonly endsSessions?: boolean },
  ): Promise<Account | null>
  /**
   * Files a session of an account, unless what it was let in by changed meanwhile: its password, its
   * second step, or that it may be used at all.
   */
  beginSession(session: Session, account: Account, drop?: readonly Dropped[]): Promise<boolean>
  /** Notes that the password of a session's account was given again, unless it ended meanwhile. */
  proveSession(id: string, at: string): Promise<void>
  /**
   * Notes when a session, and so its account, or a token was used, unless it ended meanwhile. A power cut
   * may take it along: then it was last seen a minute earlier.
   */
  touch(kind: 'session' | 'token', id: string, at: string): Promise<void>
  /** Whatever the case of its letters. */
  accountNamed(user: string): Promise<Account | null>
  sessionsOf(account: string): Promise<Session[]>
  /** The roles of the desk: those it starts with, as changed, and its own. */
  roles(): Promise<Role[]>
}

export function accountBook(drawer: AccountDrawer): AccountBook {
  const read = <K extends PaperKind>(kind: K, json: string): Papers[K] =>
    SCHEMAS[kind].parse(JSON.parse(json))
  const all: AccountBook['all'] = async (kind) =>
    (await drawer.all(kind)).map(({ json }) => read(kind, json))
  const find: AccountBook['find'] = async (kind, id) => {
    const paper = await drawer.paper(kind, id)
    return paper && read(kind, paper.json)
  }
  const sessionsOf: AccountBook['sessionsOf'] = async (account) =>
    (await all('session')).filter((each) => each.account === account)
  const inTurn = inTurns()
  const papersOf = (put: readonly Filed[]): Paper[] =>
    put.map(({ kind, of }) => ({ kind, id: of.id, json: JSON.stringify(of) }))
  const write: AccountBook['file'] = (put, drop = []) => drawer.file(papersOf(put), drop)
  return {
    all,
    find,
    file: (put, drop) => inTurn(() => write(put, drop)),
    changeAccount: (id, change, { drop = [], endsSessions = false } = {}) =>
      inTurn(async () => {
        const account = await find('account', id)
        if (!account) return null
        const after = await change(account)
        const ended = endsSessions ? await sessionsOf(id) : []
        await write(
          [{ kind: 'account', of: after }],
          [...drop, ...ended.map((of) => ({ kind: 'session' as const, id: of.id }))],
        )
        return after
      }),
    beginSession: (session, account, drop) =>
      inTurn(async () => {
        const now = await find('account', account.id)
        if (!now || !isLetInAs(now, account)) return false
        const seen = { id: account.id, at: session.seenAt }
        await write(
          [
            { kind: 'session', of: session },
            { kind: 'seen', of: seen },
          ],
          drop,
        )
        return true
      }),
    proveSession: (id, at) =>
      inTurn(async () => {
        const session = await find('session', id)
        if (session) await write([{ kind: 'session', of: { ...session, provedAt: at } }])
      }),
    touch: (kind, id, at) =>
      inTurn(async () => {
        if (kind === 'session') {
          const session = await find(kind, id)
          if (!session) return
          const seen = { kind: 'seen' as const, of: { id: session.account, at } }
          return drawer.fileLightly(papersOf([{ kind, of: { ...session, seenAt: at } }, seen]))
        }
        const token = await find(kind, id)
        if (token) await drawer.fileLightly(papersOf([{ kind, of: { ...token, lastUsedAt: at } }]))
      }),
    accountNamed: async (user) =>
      (await all('account')).find((account) => isUser(account.user, user)) ?? null,
    sessionsOf,
    async roles() {
      const saved = new Map((await all('role')).map((role) => [role.id, role]))
      const known = DEFAULT_ROLES.map((role) =>
        role.id === ADMINISTRATOR ? role : (saved.get(role.id) ?? role),
      )
      const own = [...saved.values()].filter(({ id }) => !known.some((role) => role.id === id))
      return [...known, ...own]
    },
  }
}

export const isUser = (a: string, b: string): boolean =>
  a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase()

/** Whether whoever was let in as an account was would be now. */
const isLetInAs = (now: Account, was: Account): boolean =>
  !now.isDisabled &&
  now.password === was.password &&
  (now.totp?.isOn === true) === (was.totp?.isOn === true)

/** Whether a token may still be used. */
export const isLive = ({ expiresAt }: Token, now: number): boolean =>
  expiresAt === null || Date.parse(expiresAt) > now
