import { DeskError } from '#shared/diagnostics.ts'
import type { AccountsSettings } from '#shared/settings/accounts.ts'
import { NO_RIGHTS, rightsOf } from '#shared/rights/rights.ts'
import { isLive, type AccountBook } from './book.ts'
import { bearerSecret, sessionSecret, SOURCE_HEADER } from './cookies.ts'
import type { Account, Session, Token } from './papers.ts'
import { owesPassword } from './passwords.ts'
import { NOBODY, type Reader } from './reader.ts'
import { hex, type SecretPorts } from './secrets.ts'

const MINUTE = 60_000
const SECRET_BYTES = 32

/** A reader with the account and session it came by. */
export interface Visitor {
  readonly reader: Reader
  readonly account: Account | null
  readonly session: Session | null
  readonly owes: 'code' | 'password' | null
}

const STRANGER: Visitor = { reader: NOBODY, account: null, session: null, owes: null }

export interface Sessions {
  /** Who sends a request: by its session, else by its token, else nobody. */
  visitor(request: Request): Promise<Visitor>
  /**
   * A new session; gives what the browser is to hold. Throws SIGN_IN_REFUSED where the account changed
   * since it was let in.
   */
  begin(account: Account, request: Request, owesCode: boolean): Promise<string>
}

export interface SessionParts {
  readonly book: AccountBook
  readonly secrets: SecretPorts
  readonly clock: () => number
  readonly settings: () => Promise<AccountsSettings>
}

/**
 * Whether a session has ended by itself: idle, or too old. One that a wrong clock began or saw far ahead
 * is as far from now, or it would last until then.
 */
export function isOver(
  { seenAt, startedAt }: Pick<Session, 'seenAt' | 'startedAt'>,
  { idleMinutes, sessionHours }: Pick<AccountsSettings, 'idleMinutes' | 'sessionHours'>,
  now: number,
): boolean {
  const away = (instant: string): number => Math.abs(now - Date.parse(instant))
  return away(seenAt) > idleMinutes * MINUTE || away(startedAt) > sessionHours * 60 * MINUTE
}

/** What is only noted by the way holds nobody up who reads, where the disk is full. */
async function ifWritable(note: Promise<void>): Promise<void> {
  try {
    await note
  } catch (error) {
    const isOfDisk = error instanceof DeskError && /^DESK_(UNWRITABLE|BUSY)$/.test(error.code)
    if (!isOfDisk) throw error
  }
}

export function sessionKeeper({ book, secrets, clock, settings }: SessionParts): Sessions {
  const instant = (): string => new Date(clock()).toISOString()

  async function bySession(secret: string): Promise<Visitor> {
    const session = await book.find('session', secrets.hash(secret))
    const account = session && (await book.find('account', session.account))
    if (!session || !account || account.isDisabled) return STRANGER
    const rules = await settings()
    const now = clock()
    if (isOver(session, rules, now)) {
      await ifWritable(book.file([], [{ kind: 'session', id: session.id }]))
      return STRANGER
    }
    // Seen is kept to the minute: a page asks many questions at once.
    if (now - Date.parse(session.seenAt) >= MINUTE) {
      await ifWritable(book.touch('session', session.id, instant()))
    }
    const owes = session.owesCode ? 'code' : owesPassword(account, rules, now) ? 'password' : null
    return { reader: await readerOf(account, owes === null), account, session, owes }
  }

  async function readerOf(account: Account, isReady: boolean): Promise<Reader> {
    const { id, name, department, roles } = account
    const who = { account: id, name, department }
    const known = (await book.roles()).filter((role) => roles.includes(role.id))
    if (!isReady) return { standing: 'signingIn', rights: NO_RIGHTS, ...who }
    return { standing: 'signedIn', rights: rightsOf(known, department), ...who }
  }

  async function byToken(secret: string): Promise<Visitor> {
    const hash = secrets.hash(secret)
    const token = (await book.all('token')).find((each) => each.hash === hash)
    if (!token || !isLive(token, clock())) return STRANGER
    const holder = await book.find('account', token.account)
    if (!holder || holder.isDisabled) return STRANGER
    const used = Date.parse(token.lastUsedAt ?? '') || 0
    if (clock() - used >= MINUTE) await ifWritable(book.touch('token', token.id, instant()))
    return { ...STRANGER, reader: await tokenReader(token, holder) }
  }

  /** A token holds its roles' rights but never those over accounts; a wall's nothing but the wall. */
  async function tokenReader(token: Token, holder: Account): Promise<Reader> {
    const who = { account: holder.id, name: `${token.name}（接口）`, department: holder.department }
    if (token.isWall) return { standing: 'wall', rights: NO_RIGHTS, ...who, department: '' }
    const known = (await book.roles()).filter(({ id }) => token.roles.includes(id))
    const rights = rightsOf(known, holder.department)
    const desk = new Set([...rights.desk].filter((right) => right !== 'accounts'))
    return { standing: 'signedIn', rights: { ...rights, desk }, ...who }
  }

  return {
    async visitor(request) {
      const bearer = bearerSecret(request)
      if (bearer !== '') return byToken(bearer)
      const secret = sessionSecret(request)
      return secret === '' ? STRANGER : bySession(secret)
    },
    async begin(account, request, owesCode) {
      const secret = hex(secrets.random(SECRET_BYTES))
      const session: Session = {
        id: secrets.hash(secret),
        account: account.id,
        startedAt: instant(),
        seenAt: instant(),
        owesCode,
        agent: (request.headers.get('user-agent') ?? '').slice(0, 200),
        source: request.headers.get(SOURCE_HEADER) ?? '',
      }
      const [before, rules] = await Promise.all([book.sessionsOf(account.id), settings()])
      const over = before.filter((each) => isOver(each, rules, clock()))
      const drop = over.map(({ id }) => ({ kind: 'session' as const, id }))
      if (!(await book.beginSession(session, account, drop))) throw new DeskError('SIGN_IN_REFUSED')
      return secret
    },
  }
}
