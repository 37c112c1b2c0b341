import type { Hono } from 'hono'
import {
  addAccount,
  addToken,
  changeAccount,
  dropRole,
  dropToken,
  endAccountSessions,
  readAdministration,
  resetAccount,
  saveRole,
  type Administration,
} from '#shared/contract/accounts.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { ADMINISTRATOR, DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { newAccount, newId, type Accounts } from '../accounts/accounts.ts'
import { isUser } from '../accounts/book.ts'
import { administration } from '../accounts/administration.ts'
import type { Account, Token } from '../accounts/papers.ts'
import { resetPassword } from '../accounts/reset.ts'
import { hex, secretHash } from '../accounts/secrets.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'
import { inTurns } from '../store/turns.ts'

const DAY = 86_400_000

/** 账号与权限: accounts, roles and tokens, for whoever has the right to. */
export function accountRoutes(app: Hono, context: DeskContext, known: Accounts | null): void {
  const { store, clock } = context
  const must = (): Accounts => {
    if (!known) throw new DeskError('ACCOUNTS_ABSENT')
    return known
  }

  /** One by one: two who are given one name at once would both find it free. */
  const inTurn = inTurns()

  serve(app, readAdministration, () => answer(must()))

  serve(app, addAccount, ({ body }) =>
    inTurn(async () => {
      const accounts = must()
      await mustBeFree(accounts, body, null)
      await mustBeRoles(accounts, body.roles)
      const { password, secret } = await accounts.oneTimePassword()
      const account = { ...newAccount(accounts, body, secret), mustChange: true }
      await accounts.book.file([{ kind: 'account', of: account }])
      return withPassword(accounts, account.id, password)
    }),
  )

  serve(app, changeAccount, ({ params, body }) =>
    inTurn(async () => {
      const accounts = must()
      const account = await found(accounts, params.id)
      await mustBeFree(accounts, body, account.id)
      if (body.roles !== undefined) await mustBeRoles(accounts, body.roles)
      const given = Object.fromEntries(
        Object.entries(body).filter(([, value]) => value !== undefined),
      )
      const isAdministrator = (of: Account) => !of.isDisabled && of.roles.includes(ADMINISTRATOR)
      const change = async (now: Account): Promise<Account> => {
        const after = { ...now, ...given }
        if (isAdministrator(now) && !isAdministrator(after)) await mustNotBeLast(accounts, now)
        return after
      }
      const endsSessions = body.isDisabled === true
      await accounts.book.changeAccount(account.id, change, { endsSessions })
      return answer(accounts)
    }),
  )

  serve(app, resetAccount, async ({ params, reader }) => {
    const accounts = must()
    if (params.id === reader.account) throw new DeskError('ACCOUNT_OWN')
    const account = await found(accounts, params.id)
    const password = await resetPassword(accounts, account)
    return withPassword(accounts, account.id, password)
  })

  serve(app, endAccountSessions, async ({ params }) => {
    const accounts = must()
    const account = await found(accounts, params.id)
    const sessions = await accounts.book.sessionsOf(account.id)
    await accounts.book.file(
      [],
      sessions.map(({ id }) => ({ kind: 'session', id })),
    )
    return answer(accounts)
  })

  serve(app, saveRole, async ({ params: { id }, body }) => {
    const accounts = must()
    if (id === ADMINISTRATOR) throw new DeskError('ROLE_FIXED')
    await accounts.book.file([{ kind: 'role', of: { ...body, id } }])
    return answer(accounts)
  })

  serve(app, dropRole, ({ params: { id }, tell }) =>
    inTurn(async () => {
      const accounts = must()
      if (DEFAULT_ROLES.some((role) => role.id === id)) throw new DeskError('ROLE_FIXED')
      await mustBeRoles(accounts, [id])
      const holders = [
        ...(await accounts.book.all('account')),
        ...(await accounts.book.all('token')),
      ]
      if (holders.some(({ roles }) => roles.includes(id))) throw new DeskError('ROLE_USED')
      tell((await accounts.book.roles()).find((role) => role.id === id)?.name ?? '')
      await accounts.book.file([], [{ kind: 'role', id }])
      return answer(accounts)
    }),
  )

  serve(app, addToken, async ({ body, request }) => {
    const accounts = must()
    const { account } = await accounts.sessions.visitor(request)
    if (!account) throw new DeskError('SIGN_IN_NEEDED')
    await mustBeRoles(accounts, body.roles)
    const secret = `rmd_${hex(accounts.secrets.random(32))}`
    const token: Token = {
      id: newId(accounts.secrets),
      hash: await secretHash(secret),
      name: body.name.trim(),
      account: account.id,
      roles: body.isWall ? [] : body.roles,
      isWall: body.isWall,
      createdAt: accounts.now(),
      expiresAt: body.days === null ? null : new Date(clock() + body.days * DAY).toISOString(),
      lastUsedAt: null,
    }
    await accounts.book.file([{ kind: 'token', of: token }])
    return { ...(await answer(accounts)), token: secret }
  })

  serve(app, dropToken, async ({ params: { id }, tell }) => {
    const accounts = must()
    const token = await accounts.book.find('token', id)
    if (!token) throw new DeskError('TOKEN_NOT_FOUND')
    tell(token.name)
    await accounts.book.file([], [{ kind: 'token', id }])
    return answer(accounts)
  })

  const answer = (accounts: Accounts): Promise<Administration> =>
    administration(accounts, { store, now: clock() })

  async function withPassword(accounts: Accounts, id: string, password: string) {
    const all = await answer(accounts)
    const until = all.accounts.find((account) => account.id === id)?.oneTimeUntil ?? ''
    return { ...all, password, until }
  }
}

async function found({ book }: Accounts, id: string): Promise<Account> {
  const account = await book.find('account', id)
  if (!account) throw new DeskError('ACCOUNT_NOT_FOUND')
  return account
}

/** A name is whose something is: in the journal, of batches and of prepared imports. */
async function mustBeFree(
  { book }: Accounts,
  { user, name }: { readonly user?: string | undefined; readonly name?: string | undefined },
  own: string | null,
): Promise<void> {
  const others = (await book.all('account')).filter(({ id }) => id !== own)
  if (user !== undefined && others.some((one) => isUser(one.user, user)))
    throw new DeskError('ACCOUNT_TAKEN', user)
  if (name !== undefined && others.some((one) => one.name.trim() === name.trim()))
    throw new DeskError('ACCOUNT_NAME_TAKEN', name)
}

async function mustBeRoles({ book }: Accounts, ids: readonly string[]): Promise<void> {
  const known = new Set((await book.roles()).map(({ id }) => id))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new DeskError('ROLE_NOT_FOUND', missing)
}

async function mustNotBeLast({ book }: Accounts, account: Account): Promise<void> {
  const others = (await book.all('account')).filter(
    ({ id, isDisabled, roles }) =>
      id !== account.id && !isDisabled && roles.includes(ADMINISTRATOR),
  )
  if (others.length === 0) throw new DeskError('ACCOUNT_LAST')
}
