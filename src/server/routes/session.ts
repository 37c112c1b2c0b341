import type { Hono } from 'hono'
import {
  changePassword,
  checkProof,
  endSessions,
  giveCode,
  listSessions,
  prove,
  readMe,
  setUpDesk,
  signIn,
  signOut,
  type Me,
} from '#shared/contract/session.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { ADMINISTRATOR } from '#shared/rights/roles.ts'
import { newAccount, type Accounts } from '../accounts/accounts.ts'
import { sessionCookie } from '../accounts/cookies.ts'
import type { Account, Session } from '../accounts/papers.ts'
import { meOf, meOfAccount } from '../accounts/me.ts'
import {
  isThePassword,
  mustBeInTime,
  mustKnowPassword,
  owesPassword,
  triesOf,
} from '../accounts/passwords.ts'
import { meWithout, NOBODY, openReader } from '../accounts/reader.ts'
import { secretHash } from '../accounts/secrets.ts'
import { tookCode } from '../accounts/second-step.ts'
import { isOver } from '../accounts/sessions.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'
import { inTurns } from '../store/turns.ts'
import { totpRoutes } from './totp.ts'

/** Signing in and out, one's password and one's sessions; the first start of a desk. */
export function sessionRoutes(app: Hono, context: DeskContext, known: Accounts | null): void {
  const { store } = context

  serve(app, readMe, async ({ request }) => {
    if (!known) {
      const { centre, accounts } = (await store.settings()) ?? DEFAULT_SETTINGS
      return meWithout('open', centre, openReader(context.author), accounts)
    }
    return meOf(known, await known.sessions.visitor(request))
  })

  // A desk without accounts has nothing to sign in to.
  const must = (): Accounts => {
    if (!known) throw new DeskError('ACCOUNTS_ABSENT')
    return known
  }

  const stageOf = async (account: Account): Promise<Me['stage']> =>
    owesPassword(account, await must().settings(), context.clock()) ? 'password' : 'ready'

  // One by one: of two that come with one link only the first may find it.
  const inTurn = inTurns()
  serve(app, setUpDesk, ({ body, request, cookie, by }) =>
    inTurn(async () => {
      const accounts = must()
      const { book } = accounts
      const link = await book.find('setUp', await secretHash(body.token))
      if (!link || link.expiresAt < accounts.now() || !(await accounts.needsSetUp()))
        throw new DeskError('SET_UP_LINK_INVALID')
      const secret = await accounts.newPassword(body.password, body)
      const account = newAccount(
        accounts,
        { ...body, roles: [ADMINISTRATOR], department: '' },
        secret,
      )
      const settings = (await store.settings()) ?? DEFAULT_SETTINGS
      await store.write((writer) =>
        writer.saveSettings({ ...settings, centre: body.centre.trim() }),
      )
      await book.file([{ kind: 'account', of: account }], [{ kind: 'setUp', id: link.id }])
      by(account)
      cookie(sessionCookie(request, await accounts.sessions.begin(account, request, false)))
      return meOfAccount(accounts, account, 'ready')
    }),
  )

  serve(app, signIn, async ({ body, request, cookie, tell, by }) => {
    const accounts = must()
    if (await accounts.needsSetUp()) throw new DeskError('SET_UP_NEEDED')
    const { book, tries, sessions } = accounts
    const names = triesOf(body.user, request)
    const account = await book.accountNamed(body.user)
    // A name nobody has is not written down: it may be a password in the wrong field.
    if (account) by(account)
    tell(await tries.begin(names, await accounts.settings()))
    const isRight = await isThePassword(accounts, account, body.password)
    if (!account || !isRight || account.isDisabled) throw new DeskError('SIGN_IN_REFUSED')
    await mustBeInTime(accounts, account)
    const owesCode = account.totp?.isOn === true
    // A code can be guessed as well: wrong tries stay counted until it is given.
    if (!owesCode) await tries.clear(names)
    cookie(sessionCookie(request, await sessions.begin(account, request, owesCode)))
    return meOfAccount(accounts, account, owesCode ? 'code' : await stageOf(account))
  })

  serve(app, giveCode, async ({ body, request, cookie, tell }) => {
    const accounts = must()
    const { account, session } = await accounts.sessions.visitor(request)
    if (!account || !session) throw new DeskError('SIGN_IN_NEEDED')
    const names = triesOf(account.user, request)
    tell(await accounts.tries.begin(names, await accounts.settings()))
    const taken = async (now: Account) => tookCode(now, body.code, context.clock())
    const after = await accounts.book.changeAccount(account.id, taken, {
      drop: [{ kind: 'session', id: session.id }],
    })
    if (!after) throw new DeskError('SIGN_IN_NEEDED')
    await accounts.tries.clear(names)
    // A session that may more has another name than the one that owed the code.
    cookie(sessionCookie(request, await accounts.sessions.begin(after, request, false)))
    return meOfAccount(accounts, after, await stageOf(after))
  })

  serve(app, signOut, async ({ request, cookie, tell }) => {
    const accounts = must()
    const { session } = await accounts.sessions.visitor(request)
    if (session) {
      await accounts.book.file([], [{ kind: 'session', id: session.id }])
      tell('退出登录')
    }
    cookie(sessionCookie(request, ''))
    return meOf(accounts, { reader: NOBODY, account: null, session: null, owes: null })
  })

  serve(app, changePassword, async ({ body, request, cookie, tell }) => {
    const accounts = must()
    const { account, session, owes } = await accounts.sessions.visitor(request)
    if (!account || !session || owes === 'code') throw new DeskError('SIGN_IN_NEEDED')
    await mustKnowPassword(accounts, account, body.old, { request, tell })
    await mustBeInTime(accounts, account)
    if (body.old === body.password) throw new DeskError('PASSWORD_SAME')
    const of = { ...account, centre: await accounts.centre() }
    const secret = await accounts.newPassword(body.password, of)
    const change = (now: Account): Account => {
      // Given another one meanwhile, by an administrator or in another window.
      if (now.password !== account.password) throw new DeskError('PASSWORD_WRONG')
      return { ...now, ...secret, mustChange: false }
    }
    const after = await accounts.book.changeAccount(account.id, change, { endsSessions: true })
    if (!after) throw new DeskError('SIGN_IN_NEEDED')
    cookie(sessionCookie(request, await accounts.sessions.begin(after, request, false)))
    return meOfAccount(accounts, after, 'ready')
  })

  serve(app, prove, async ({ body, request, tell }) => {
    const accounts = must()
    const { account, session } = await accounts.sessions.visitor(request)
    if (!account || !session) throw new DeskError('SIGN_IN_NEEDED')
    const names = triesOf(account.user, request)
    tell(await accounts.tries.begin(names, await accounts.settings()))
    if (!(await isThePassword(accounts, account, body.password)))
      throw new DeskError('PASSWORD_WRONG')
    if (account.totp?.isOn) {
      const taken = async (now: Account) => tookCode(now, body.code, context.clock())
      await accounts.book.changeAccount(account.id, taken)
    }
    await accounts.tries.clear(names)
    await accounts.book.proveSession(session.id, accounts.now())
    return {}
  })

  serve(app, checkProof, async () => ({}))

  serve(app, listSessions, async ({ request }) => ownSessions(must(), request))

  serve(app, endSessions, async ({ request, query, tell }) => {
    const accounts = must()
    const { account, session } = await accounts.sessions.visitor(request)
    if (!account) throw new DeskError('SIGN_IN_NEEDED')
    const all = await accounts.book.sessionsOf(account.id)
    const ended = all.filter(({ id }) =>
      query.id === undefined ? id !== session?.id : id.startsWith(query.id),
    )
    await accounts.book.file(
      [],
      ended.map(({ id }) => ({ kind: 'session', id })),
    )
    tell(`${ended.length} 个`)
    return ownSessions(accounts, request)
  })

  totpRoutes(app, context, must)
}

async function ownSessions(accounts: Accounts, request: Request) {
  const { account, session } = await accounts.sessions.visitor(request)
  const all = account ? await accounts.book.sessionsOf(account.id) : []
  const [rules, now] = [await accounts.settings(), Date.parse(accounts.now())]
  return {
    sessions: all
      .filter((each) => !isOver(each, rules, now))
      .toSorted((a, b) => (a.seenAt < b.seenAt ? 1 : -1))
      .map((each) => sessionAnswer(each, session)),
  }
}

/** Its id is cut short: whole it would be a step towards the secret. */
const sessionAnswer = (of: Session, own: Session | null) => ({
  id: of.id.slice(0, 16),
  isThis: of.id === own?.id,
  startedAt: of.startedAt,
  seenAt: of.seenAt,
  agent: of.agent,
  source: of.source,
})
