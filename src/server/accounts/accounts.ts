import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { passwordStrength, type PasswordOf } from '#shared/rights/password.ts'
import type { AccountsSettings } from '#shared/settings/accounts.ts'
import type { Store } from '../store/store.ts'
import { accountBook, type AccountBook } from './book.ts'
import type { AccountDrawer } from './drawer.ts'
import type { Account } from './papers.ts'
import { hex, readable, secretHash, type SecretPorts } from './secrets.ts'
import { sessionKeeper, type Sessions } from './sessions.ts'
import { tryCounter, type TryCounter } from './tries.ts'

/** What accounts need from outside. A desk without them is open to whoever reaches it. */
export interface AccountPorts {
  readonly drawer: AccountDrawer
  readonly secrets: SecretPorts
}

type Secret = Pick<Account, 'password' | 'passwordAt'>

/** Everything the desk knows of its accounts. */
export interface Accounts {
  readonly book: AccountBook
  readonly secrets: SecretPorts
  readonly sessions: Sessions
  readonly tries: TryCounter
  settings(): Promise<AccountsSettings>
  centre(): Promise<string>
  now(): string
  /** No account yet: everything waits for the one-time link. */
  needsSetUp(): Promise<boolean>
  /** Judges a password and hashes it. Throws PASSWORD_WEAK. */
  newPassword(password: string, of: PasswordOf): Promise<Secret>
  /** A password that is told once and changed at the first login; drawn, so that there is nothing to judge. */
  oneTimePassword(): Promise<{ readonly password: string; readonly secret: Secret }>
}

export function deskAccounts(
  { drawer, secrets }: AccountPorts,
  { store, clock }: { readonly store: Pick<Store, 'settings'>; readonly clock: () => number },
): Accounts {
  const book = accountBook(drawer)
  const now = (): string => new Date(clock()).toISOString()
  const settings = async () => ((await store.settings()) ?? DEFAULT_SETTINGS).accounts
  const kept = async (password: string): Promise<Secret> => ({
    password: await secrets.hashPassword(password),
    passwordAt: now(),
  })
  let isSetUp = false
  return {
    book,
    secrets,
    sessions: sessionKeeper({ book, secrets, clock, settings }),
    tries: tryCounter(book, clock),
    settings,
    centre: async () => ((await store.settings()) ?? DEFAULT_SETTINGS).centre,
    now,
    async needsSetUp() {
      isSetUp ||= (await book.all('account')).length > 0
      return !isSetUp
    },
    async newPassword(password, of) {
      const { leastPassword } = await settings()
      const { strength, words } = passwordStrength(password, { least: leastPassword, of })
      if (strength === 'weak') throw new DeskError('PASSWORD_WEAK', words)
      if (await secrets.isCommon(password)) throw new DeskError('PASSWORD_WEAK', TOO_COMMON)
      return kept(password)
    },
    async oneTimePassword() {
      const password = readable(secrets.random(16))
      return { password, secret: await kept(password) }
    },
  }
}

const TOO_COMMON = '很多人都用它，最先被猜到'

const SET_UP_MS = 24 * 3_600_000

/** The one-time secret of the first start, where there is no account yet; an earlier one ends. */
export async function setUpSecret(
  { drawer, secrets }: AccountPorts,
  now: number,
): Promise<string | null> {
  const book = accountBook(drawer)
  if ((await book.all('account')).length > 0) return null
  const secret = hex(secrets.random(16))
  const earlier = await book.all('setUp')
  const of = {
    id: await secretHash(secret),
    expiresAt: new Date(now + SET_UP_MS).toISOString(),
  }
  await book.file(
    [{ kind: 'setUp', of }],
    earlier.map(({ id }) => ({ kind: 'setUp', id })),
  )
  return secret
}

export const newId = (secrets: SecretPorts): string => hex(secrets.random(8))

/** An account as it begins; its name and its user name stand as given. */
export function newAccount(
  { secrets, now }: Accounts,
  { user, name, department, roles }: Pick<Account, 'user' | 'name' | 'department' | 'roles'>,
  secret: Secret,
): Account {
  return {
    id: newId(secrets),
    user: user.trim(),
    name: name.trim(),
    department,
    roles: [...roles],
    isDisabled: false,
    ...secret,
    mustChange: false,
    totp: null,
    createdAt: now(),
  }
}
