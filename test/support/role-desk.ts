import type { Hono } from 'hono'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { secretHash } from '#server/accounts/secrets.ts'
import { createApp } from '#server/app.ts'
import type { Store } from '#server/store/store.ts'
import { DEFAULT_ROLES, type Role } from '#shared/rights/roles.ts'
import { AFTER_2024, testDesk } from './memory-desk.ts'
import { quickSecrets } from './quick-secrets.ts'

/** Calls a desk as an account of one role: the answer's status and its bytes. */
export type CallAs = (role: string, address: string, init?: RequestInit) => Promise<Response>

/** A desk with an account and a token of each role, and of roles of its own, signed in. */
export async function roleDesk(
  store: Store,
  own: readonly Role[] = [],
): Promise<{ readonly app: Hono; readonly as: CallAs; readonly byToken: CallAs }> {
  const at = new Date(AFTER_2024).toISOString()
  const drawer = memoryDrawer()
  for (const role of own)
    await drawer.file([{ kind: 'role', id: role.id, json: JSON.stringify(role) }])
  for (const { id } of [...DEFAULT_ROLES, ...own]) {
    const account = { id, user: id, name: id, department: '编辑部', roles: [id], password: '' }
    const times = {
      passwordAt: at,
      createdAt: at,
      isDisabled: false,
      mustChange: false,
      totp: null,
    }
    const session = {
      account: id,
      owesCode: false,
      agent: '',
      source: '',
      startedAt: at,
      seenAt: at,
    }
    const hash = await secretHash(`session of ${id}`)
    const token = {
      id,
      hash: await secretHash(`token-of-${id}`),
      name: id,
      account: id,
      roles: [id],
      isWall: false,
      createdAt: at,
      expiresAt: null,
      lastUsedAt: at,
    }
    await drawer.file([
      { kind: 'token', id, json: JSON.stringify(token) },
      { kind: 'account', id, json: JSON.stringify({ ...account, ...times }) },
      { kind: 'session', id: hash, json: JSON.stringify({ id: hash, ...session }) },
    ])
  }
  const { context } = testDesk(AFTER_2024, store)
  const app = createApp({ ...context, accounts: { drawer, secrets: quickSecrets } })
  const calls =
    (who: (role: string) => Readonly<Record<string, string>>): CallAs =>
    async (role, address, init = {}) =>
      app.request(`/api${address}`, {
        ...init,
        headers: {
          ...who(role),
          ...(typeof init.body === 'string' && { 'content-type': 'application/json' }),
        },
      })
  return {
    app,
    as: calls((role) => ({ cookie: `rongmei_session=session of ${role}` })),
    byToken: calls((role) => ({ authorization: `Bearer token-of-${role}` })),
  }
}
