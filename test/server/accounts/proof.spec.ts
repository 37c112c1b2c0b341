import { beforeEach, describe, expect, it } from 'vitest'
import { setUpSecret } from '#server/accounts/accounts.ts'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { stepAt, totpCode } from '#server/accounts/totp.ts'
import { createApp } from '#server/app.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'
import { FILES } from '#shared/contract/files.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { quickSecrets } from '#test/support/quick-secrets.ts'

const PASSWORD = '坝坝会 晒秋 春耕 秋收'
const MINUTE = 60_000
const SET = { method: 'PATCH', path: '/settings' }

let now: number
let app: ReturnType<typeof createApp>
let cookie: string

const files = Object.values(FILES).map((file) => ({ proof: null, method: 'GET', ...file }))
const ASKING = [...Object.values(ENDPOINTS), ...files].filter(({ proof }) => proof === 'always')

/** Calls as a browser, or as whoever is named. */
async function send(method: string, path: string, body?: unknown, headers = {}) {
  const response = await app.request(`/api${path}`, {
    method,
    headers: { cookie, ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return { status: response.status, body: await response.json() }
}

const codes = async (headers = {}) =>
  new Set(
    await Promise.all(
      ASKING.map(async ({ method, path }) => {
        const hasBody = method !== 'GET' && method !== 'DELETE'
        const address = path.replaceAll(/:\w+/g, 'none')
        return (await send(method, address, hasBody ? BODY : undefined, headers)).body.code
      }),
    ),
  )

/** Enough of a body for any of them to be read. */
const BODY = {
  user: 'yi',
  name: '曲比',
  department: '',
  roles: ['none'],
  isWall: false,
  days: 1,
  desk: [],
  every: [],
  ledgers: {},
  ownDepartment: false,
  passphrase: null,
  why: '演练',
}

beforeEach(async () => {
  now = Date.parse('2025-02-10T02:00:00Z')
  cookie = ''
  const accounts = { drawer: memoryDrawer(), secrets: quickSecrets }
  const clock = () => now
  app = createApp({ ...testDesk().context, journal: memoryJournal(clock), clock, accounts })
  const person = { name: '沙马', user: 'shama', password: PASSWORD }
  const token = await setUpSecret(accounts, now)
  await send('POST', '/set-up', { token, centre: '某县融媒体中心', ...person })
})

const prove = (password: string, code = '') => send('POST', '/me/proof', { password, code })

describe('what matters most', () => {
  it('is accounts, roles, tokens, sessions, and backups handed out, deleted or restored', () => {
    expect(ASKING.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /me/proof',
      'DELETE /me/sessions',
      'POST /accounts',
      'PATCH /accounts/:id',
      'POST /accounts/:id/password',
      'DELETE /accounts/:id/sessions',
      'PUT /roles/:id',
      'DELETE /roles/:id',
      'POST /tokens',
      'DELETE /tokens/:id',
      'DELETE /backups/:name',
      'POST /backups/:name/restore',
      'GET /backups/:name/file',
    ])
  })

  it('asks nobody who gave the password in the last quarter of an hour', async () => {
    now += 15 * MINUTE
    expect(await codes()).not.toContain('PROOF_NEEDED')
  })

  it('asks for it again afterwards, and does nothing before', async () => {
    now += 15 * MINUTE + 1
    expect([...(await codes())]).toEqual(['PROOF_NEEDED'])
    expect((await send('GET', '/accounts')).body).toMatchObject({ accounts: [{ user: 'shama' }] })
    expect((await prove('wrong')).body).toMatchObject({ code: 'PASSWORD_WRONG' })
    expect((await send('GET', '/me/proof')).status).toBe(403)
    expect((await prove(PASSWORD)).body).toEqual({})
    expect(await codes()).not.toContain('PROOF_NEEDED')
  })

  it('asks before the rules of signing in are changed, and not before other settings', async () => {
    const { accounts } = (await send('GET', '/settings')).body
    now += 16 * MINUTE
    const longer = { accounts: { ...accounts, proofMinutes: 120 } }
    expect((await send(SET.method, SET.path, longer)).body.code).toBe('PROOF_NEEDED')
    expect((await send(SET.method, SET.path, { province: '四川省' })).status).toBe(200)
    await prove(PASSWORD)
    expect((await send(SET.method, SET.path, longer)).status).toBe(200)
    now += 119 * MINUTE
    expect((await send('GET', '/me/proof')).status).toBe(200)
  })

  it('counts wrong tries as a login does', async () => {
    for (let tries = 0; tries < 5; tries += 1) await prove('wrong')
    expect((await prove(PASSWORD)).body).toMatchObject({ code: 'SIGN_IN_LOCKED' })
  })

  it('writes down who proved themselves and who could not, and not that somebody was asked', async () => {
    now += 16 * MINUTE
    await codes()
    await prove('wrong')
    await prove(PASSWORD)
    const { entries } = (await send('GET', '/journal')).body
    expect(entries.map(({ text }: { text: string }) => text)).toEqual([
      '再次核对自己的密码',
      '再次核对密码没有成：当前密码不对',
      '第一次设置运行台“某县融媒体中心”，设管理员“沙马”（shama）',
    ])
  })
})

describe('the second step', () => {
  const turnOn = async () => {
    const { secret } = (await send('POST', '/me/totp', { password: PASSWORD })).body
    await send('PUT', '/me/totp', { code: await totpCode(secret, stepAt(now)) })
    now += 16 * MINUTE
    return totpCode(secret, stepAt(now))
  }

  it('belongs to the proof where an account has one, each code once', async () => {
    const code = await turnOn()
    expect((await prove(PASSWORD)).body).toMatchObject({ code: 'CODE_REFUSED' })
    expect((await prove(PASSWORD, code)).status).toBe(200)
    expect((await prove(PASSWORD, code)).body).toMatchObject({ code: 'CODE_REFUSED' })
  })

  it('can be asked of everybody who does what matters most', async () => {
    const { accounts } = (await send('GET', '/settings')).body
    await send(SET.method, SET.path, { accounts: { ...accounts, needsSecondStep: true } })
    expect([...(await codes())]).toEqual(['SECOND_STEP_MISSING'])
    const code = await turnOn()
    expect([...(await codes())]).toEqual(['PROOF_NEEDED'])
    await prove(PASSWORD, code)
    expect(await codes()).not.toContain('PROOF_NEEDED')
  })
})

it('a token can do none of it, whatever its roles: nobody sits before it', async () => {
  const body = { name: '脚本', roles: ['administrator'], isWall: false, days: 1 }
  const { token } = (await send('POST', '/tokens', body)).body
  const { accounts } = (await send('GET', '/settings')).body
  cookie = ''
  const bearer = { authorization: `Bearer ${token}` }
  expect([...(await codes(bearer))]).toEqual(['RIGHT_MISSING'])
  expect((await send('POST', '/me/proof', { password: PASSWORD, code: '' }, bearer)).status).toBe(
    401,
  )
  expect((await send(SET.method, SET.path, { accounts }, bearer)).body.code).toBe('RIGHT_MISSING')
  expect((await send(SET.method, SET.path, { province: '四川省' }, bearer)).status).toBe(200)
})

it('a desk without accounts asks nobody', async () => {
  app = createApp(testDesk().context)
  expect((await send('GET', '/me/proof')).body).toEqual({})
})
