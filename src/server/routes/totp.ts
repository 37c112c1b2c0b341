import type { Hono } from 'hono'
import { beginTotp, confirmTotp, dropTotp } from '#shared/contract/session.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { meOf } from '../accounts/me.ts'
import type { Account } from '../accounts/papers.ts'
import { mustKnowPassword } from '../accounts/passwords.ts'
import { readable, secretHash } from '../accounts/secrets.ts'
import { stepAt, stepOf, toBase32, totpUri } from '../accounts/totp.ts'
import type { DeskContext } from '../app.ts'
import { serve } from '../serve.ts'

const SECRET_BYTES = 20
const RECOVERY_CODES = 8

/** The second step of a login: turned on with a code, turned off with the password. */
export function totpRoutes(app: Hono, { clock }: DeskContext, must: () => Accounts): void {
  serve(app, beginTotp, async ({ body, request, tell }) => {
    const accounts = must()
    const account = await ownAccount(accounts, request)
    await mustKnowPassword(accounts, account, body.password, { request, tell })
    if (account.totp?.isOn) throw new DeskError('REQUEST_INVALID', '动态验证码已经开启')
    const secret = toBase32(accounts.secrets.random(SECRET_BYTES))
    const totp = { secret, isOn: false, lastStep: 0, recovery: [] }
    await accounts.book.changeAccount(account.id, (now) => {
      if (now.totp?.isOn) throw new DeskError('REQUEST_INVALID', '动态验证码已经开启')
      return { ...now, totp }
    })
    return { secret, uri: totpUri(secret, account.user, await accounts.centre()) }
  })

  serve(app, confirmTotp, async ({ body, request }) => {
    const accounts = must()
    const account = await ownAccount(accounts, request)
    const { totp } = account
    if (!totp || totp.isOn) throw new DeskError('REQUEST_INVALID', '先取一个新的密钥')
    const from = { now: clock(), lastStep: stepAt(clock()) - 2 }
    const step = await stepOf(totp.secret, body.code.replace(/\s/g, ''), from)
    if (step === null) throw new DeskError('CODE_REFUSED')
    const codes = Array.from({ length: RECOVERY_CODES }, () =>
      readable(accounts.secrets.random(12)),
    )
    const recovery = await Promise.all(codes.map((code) => secretHash(code.replaceAll('-', ''))))
    const on = { ...totp, isOn: true, lastStep: step, recovery }
    await accounts.book.changeAccount(account.id, (now) => {
      if (now.totp?.secret !== totp.secret) throw new DeskError('CODE_REFUSED')
      return { ...now, totp: on }
    })
    return { recoveryCodes: codes }
  })

  serve(app, dropTotp, async ({ body, request, tell }) => {
    const accounts = must()
    const account = await ownAccount(accounts, request)
    await mustKnowPassword(accounts, account, body.password, { request, tell })
    await accounts.book.changeAccount(account.id, (now) => ({ ...now, totp: null }))
    return meOf(accounts, await accounts.sessions.visitor(request))
  })
}

/** Tokens have no account of their own to change. */
async function ownAccount({ sessions }: Accounts, request: Request): Promise<Account> {
  const { account } = await sessions.visitor(request)
  if (!account) throw new DeskError('SIGN_IN_NEEDED')
  return account
}
