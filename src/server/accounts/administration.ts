import type { AccountAnswer, Administration, TokenAnswer } from '#shared/contract/accounts.ts'
import type { AccountsSettings } from '#shared/settings/accounts.ts'
import type { Store } from '../store/store.ts'
import type { Accounts } from './accounts.ts'
import type { Account, Seen, Session, Token, Tries } from './papers.ts'
import { areTriesOn, oneTimeUntil } from './passwords.ts'
import { isOver } from './sessions.ts'
import { waitOf } from './tries.ts'

/** Everything 账号与权限 shows; nothing secret in it. */
export async function administration(
  { book, settings }: Accounts,
  { store, now }: { readonly store: Pick<Store, 'words'>; readonly now: number },
): Promise<Administration> {
  const [accounts, roles, tokens, sessions, tries, seen, rules, departments] = await Promise.all([
    book.all('account'),
    book.roles(),
    book.all('token'),
    book.all('session'),
    book.all('tries'),
    book.all('seen'),
    settings(),
    store.words('departments', 'name'),
  ])
  const users = new Map(accounts.map(({ id, name }) => [id, name]))
  return {
    accounts: accounts
      .map((account) => accountAnswer(account, { sessions, tries, seen, rules, now }))
      .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
    roles,
    tokens: tokens.map((token) => tokenAnswer(token, users.get(token.account) ?? '')),
    departments: departments.map(({ word }) => word),
  }
}

interface Beside {
  readonly sessions: readonly Session[]
  readonly tries: readonly Tries[]
  readonly seen: readonly Seen[]
  readonly rules: AccountsSettings
  readonly now: number
}

function accountAnswer(
  account: Account,
  { sessions, tries, seen, rules, now }: Beside,
): AccountAnswer {
  const { password: _password, passwordAt: _at, totp, ...shown } = account
  const on = tries.filter(({ id }) => areTriesOn(account.user, id))
  const wait = Math.max(0, ...on.map((each) => waitOf(each, now)))
  return {
    ...shown,
    hasTotp: totp?.isOn === true,
    oneTimeUntil: oneTimeUntil(account, rules),
    lastSeenAt: seen.find(({ id }) => id === account.id)?.at ?? null,
    lockedUntil: wait > 0 ? new Date(now + wait).toISOString() : null,
    sessions: sessions.filter((of) => of.account === account.id && !isOver(of, rules, now)).length,
  }
}

const tokenAnswer = ({ hash: _hash, ...token }: Token, account: string): TokenAnswer => ({
  ...token,
  account: token.isWall ? '' : account,
})
