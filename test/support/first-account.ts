import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { sqliteDrawer } from '#server/accounts/sqlite-drawer.ts'
import type { Account, Session } from '#server/accounts/papers.ts'
import { ADMINISTRATOR } from '#shared/rights/roles.ts'

const SECRET = 'a-session-of-the-tests'

/** The header that carries the first account's session. */
export const SIGNED_IN = { cookie: `rongmei_session=${SECRET}` }

/** An administrator, signed in for a year: desks of tests begin after their first start. */
export function putFirstAccount(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const drawer = sqliteDrawer(path.join(folder, 'accounts.sqlite'))
  const at = new Date().toISOString()
  const account: Account = {
    id: 'first',
    user: 'admin',
    name: '本机用户',
    department: '',
    roles: [ADMINISTRATOR],
    isDisabled: false,
    password: '',
    passwordAt: at,
    mustChange: false,
    totp: null,
    createdAt: at,
  }
  const session: Session = {
    id: createHash('sha256').update(SECRET).digest('hex'),
    account: account.id,
    startedAt: at,
    seenAt: at,
    owesCode: false,
    agent: '',
    source: '',
  }
  void drawer.file([
    { kind: 'account', id: account.id, json: JSON.stringify(account) },
    { kind: 'session', id: session.id, json: JSON.stringify(session) },
  ])
  drawer.close()
}

/** Signs a browser in as the first account. */
export const enter = (page: Page, address: string): Promise<void> =>
  page
    .context()
    .addCookies([
      { name: 'rongmei_session', value: SECRET, url: address, httpOnly: true, sameSite: 'Strict' },
    ])
