import { beforeEach, describe, expect, it } from 'vitest'
import { setUpSecret } from '#server/accounts/accounts.ts'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { totpCode, stepAt } from '#server/accounts/totp.ts'
import { createApp, type DeskContext } from '#server/app.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { quickSecrets } from '#test/support/quick-secrets.ts'

const PASSWORD = '坝坝会 晒秋 春耕 秋收'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let now: number
let context: DeskContext
let app: ReturnType<typeof createApp>
let cookie: string
let link: string

/** Lets password judging wait; see `held`. */
let gate: Promise<void> = Promise.resolve()

/** Begins a call whose password is not judged until what it gives is called. */
function held<T>(call: () => Promise<T>): () => Promise<T> {
  const { promise, resolve } = Promise.withResolvers<void>()
  gate = promise
  const answer = call()
  return () => {
    gate = Promise.resolve()
    resolve()
    return answer
  }
}

/** Calls the API as a browser that keeps its cookie. */
async function send(method: string, path: string, body?: unknown, headers = {}) {
  const response = await app.request(`/api${path}`, {
    method,
    headers: { cookie, 'x-desk-source': '10.0.0.8', ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const given = response.headers.get('set-cookie')
  if (given !== null) cookie = given.split(';')[0] ?? ''
  return { status: response.status, body: await response.json(), given }
}

const signIn = (user: string, password: string) => send('POST', '/sign-in', { user, password })

async function setUp() {
  link = (context.accounts && (await setUpSecret(context.accounts, now))) ?? ''
  const person = { name: '沙马', user: 'Shama', password: PASSWORD }
  return send('POST', '/set-up', { token: link, centre: '某县融媒体中心', ...person })
}

beforeEach(() => {
  now = Date.parse('2025-02-10T02:00:00Z')
  context = {
    ...testDesk().context,
    clock: () => now,
    accounts: {
      drawer: memoryDrawer(),
      secrets: {
        ...quickSecrets,
        async isPassword(password, hash) {
          const isRight = await quickSecrets.isPassword(password, hash)
          await gate
          return isRight
        },
      },
    },
  }
  app = createApp(context)
  cookie = ''
})

describe('the first start', () => {
  it('answers nothing but how to set the desk up', async () => {
    expect((await send('GET', '/me')).body).toMatchObject({ stage: 'setUp', name: '' })
    expect((await send('GET', '/desk')).body).toMatchObject({ code: 'SET_UP_NEEDED' })
    expect((await signIn('Shama', PASSWORD)).body).toMatchObject({ code: 'SET_UP_NEEDED' })
  })

  it('takes the one-time link once, names the centre and signs its first administrator in', async () => {
    const { body, given } = await setUp()
    expect(body).toMatchObject({ stage: 'ready', name: '沙马', roles: ['管理员'] })
    expect(given).toMatch(/^rongmei_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect((await send('GET', '/desk')).body).toMatchObject({ centre: '某县融媒体中心' })
    const person = { token: link, centre: '乙', name: '别人', user: 'bie', password: PASSWORD }
    expect((await send('POST', '/set-up', person)).body).toMatchObject({
      code: 'SET_UP_LINK_INVALID',
    })
  })

  it('takes a link once also where two come with it at the same moment', async () => {
    const token = context.accounts && (await setUpSecret(context.accounts, now))
    const as = (name: string, user: string) =>
      send('POST', '/set-up', { token, centre: name, name, user, password: PASSWORD })
    const both = await Promise.all([as('沙马', 'shama'), as('生人', 'intruder')])
    expect(both.map(({ status }) => status)).toEqual([200, 403])
    expect(both[1]?.body).toMatchObject({ code: 'SET_UP_LINK_INVALID' })
    expect(await context.accounts?.drawer.all('account')).toHaveLength(1)
    expect((await context.store.settings())?.centre).toBe('沙马')
  })

  it('forgets a link that is a day old, or that a later start replaced', async () => {
    const token = context.accounts && (await setUpSecret(context.accounts, now))
    const person = { centre: '甲', name: '沙马', user: 'shama', password: PASSWORD }
    now += 25 * 60 * MINUTE
    const late = await send('POST', '/set-up', { token, ...person })
    expect(late.body).toMatchObject({ code: 'SET_UP_LINK_INVALID' })
  })

  it('refuses a password that is guessed first', async () => {
    const token = context.accounts && (await setUpSecret(context.accounts, now))
    const person = { token, centre: '甲', name: '沙马', user: 'shama' }
    const refused = await send('POST', '/set-up', { ...person, password: 'shama-2024-10' })
    expect(refused.body).toMatchObject({
      code: 'PASSWORD_WEAK',
      message: '密码不够好：不要包含用户名',
    })
  })
})

it('takes no name that is blank, or breaks or turns the line it stands in', async () => {
  await setUp()
  const details = { user: 'yi', name: '曲比', department: '', roles: [] }
  const role = { name: '实习', desk: [], every: [], ledgers: {}, ownDepartment: false }
  for (const name of ['  ', '曲比\n2025-01-01 管理员', '曲比\u202e', '曲\u200b比', '曲\u0000比']) {
    for (const change of [{ name }, { user: name }])
      expect((await send('POST', '/accounts', { ...details, ...change })).status).toBe(400)
    expect((await send('PUT', '/roles/trainee', { ...role, name })).status).toBe(400)
  }
  for (const id of ['__proto__', '..%2fx', '%00'])
    expect((await send('PUT', `/roles/${id}`, role)).status).toBe(400)
  expect((await send('GET', '/accounts')).body.accounts).toHaveLength(1)
})

describe('signing in', () => {
  beforeEach(async () => {
    await setUp()
    cookie = ''
  })

  it('takes the user name in either case, and says the same of no account and a wrong password', async () => {
    const wrong = await signIn('Shama', 'wrong')
    const unknown = await signIn('nobody', 'wrong')
    expect(wrong.status).toBe(401)
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
    expect((await signIn('sHAMA', PASSWORD)).body).toMatchObject({ stage: 'ready', user: 'Shama' })
  })

  it('makes an account wait after five wrong tries, longer each time, whether it exists or not', async () => {
    for (const user of ['shama', 'nobody']) {
      for (let n = 0; n < 5; n += 1) expect((await signIn(user, 'x')).status).toBe(401)
      const locked = await signIn(user, PASSWORD)
      expect(locked.body).toMatchObject({
        code: 'SIGN_IN_LOCKED',
        message: '暂时不能登录：请 1 分钟后再试',
      })
    }
    now += MINUTE + 1
    expect((await signIn('shama', 'x')).status).toBe(401)
    expect((await signIn('shama', PASSWORD)).body.message).toContain('2 分钟')
    now += 2 * MINUTE + 1
    expect((await signIn('shama', PASSWORD)).status).toBe(200)
  })

  it('keeps nobody out for what is tried in their name from elsewhere', async () => {
    const elsewhere = { 'x-desk-source': '10.0.0.66' }
    const guess = () => send('POST', '/sign-in', { user: 'shama', password: 'x' }, elsewhere)
    for (let n = 0; n < 8; n += 1) await guess()
    expect((await guess()).body).toMatchObject({ code: 'SIGN_IN_LOCKED' })
    expect((await signIn('shama', PASSWORD)).status).toBe(200)
    // It is seen where accounts are administered, and a right password of its holder does not end it.
    const [account] = (await send('GET', '/accounts')).body.accounts
    expect(account.lockedUntil).toBe('2025-02-10T02:01:00.000Z')
    cookie = ''
    expect((await guess()).body).toMatchObject({ code: 'SIGN_IN_LOCKED' })
  })

  it('makes an account wait that is tried from many addresses', async () => {
    for (let n = 0; n < 30; n += 1) {
      const from = { 'x-desk-source': `10.0.1.${n}` }
      await send('POST', '/sign-in', { user: 'shama', password: 'x' }, from)
    }
    expect((await signIn('shama', PASSWORD)).body).toMatchObject({ code: 'SIGN_IN_LOCKED' })
  })

  it('forgets tries that count no more', async () => {
    for (let n = 0; n < 3; n += 1) await signIn(`nobody${n}`, 'x')
    now += DAY
    await signIn('shama', 'x')
    const kept = await context.accounts?.drawer.all('tries')
    expect(kept?.map(({ id }) => id)).toEqual([
      'at 10.0.0.8 user shama',
      'source 10.0.0.8',
      'user shama',
    ])
  })

  it('lets nobody wait, or stay, by what a clock noted that was years ahead', async () => {
    const right = now
    now += 3650 * DAY
    for (let n = 0; n < 5; n += 1) await signIn('shama', 'x')
    now += 2 * MINUTE
    expect((await signIn('shama', PASSWORD)).status).toBe(200)
    const ahead = cookie
    for (let n = 0; n < 5; n += 1) await signIn('shama', 'x')
    now = right
    expect((await signIn('shama', PASSWORD)).status).toBe(200)
    const listed = await send('GET', '/me/sessions')
    expect(listed.body.sessions).toMatchObject([{ isThis: true }])
    cookie = ahead
    expect((await send('GET', '/desk')).body).toMatchObject({ code: 'SIGN_IN_NEEDED' })
  })

  it('counts tries that come at the same time one by one', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, () => signIn('shama', 'x')))
    expect(tries.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  it('makes an address wait that tries many accounts', async () => {
    for (let n = 0; n < 30; n += 1) await signIn(`user${n}`, 'x')
    expect((await signIn('shama', PASSWORD)).status).toBe(429)
    const elsewhere = { 'x-desk-source': '10.0.0.9' }
    const body = { user: 'shama', password: PASSWORD }
    expect((await send('POST', '/sign-in', body, elsewhere)).status).toBe(200)
  })

  it('ends a session that stands idle, and one that is too old', async () => {
    await signIn('shama', PASSWORD)
    now += 479 * MINUTE
    expect((await send('GET', '/desk')).status).toBe(200)
    now += 481 * MINUTE
    expect((await send('GET', '/desk')).body).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    await signIn('shama', PASSWORD)
    for (let hours = 0; hours < 168; hours += 7) {
      expect((await send('GET', '/desk')).status).toBe(200)
      now += 7 * 60 * MINUTE
    }
    now += MINUTE
    expect((await send('GET', '/desk')).status).toBe(401)
  })

  it('goes on reading where the disk is full, and signs nobody in', async () => {
    await signIn('shama', PASSWORD)
    const drawer = { ...context.accounts?.drawer }
    const full = () => Promise.reject(new DeskError('DESK_UNWRITABLE'))
    Object.assign(context.accounts?.drawer ?? {}, { file: full, fileLightly: full })
    now += 2 * MINUTE
    expect((await send('GET', '/desk')).status).toBe(200)
    expect((await signIn('shama', PASSWORD)).body).toMatchObject({ code: 'DESK_UNWRITABLE' })
    Object.assign(context.accounts?.drawer ?? {}, drawer)
    expect((await signIn('shama', PASSWORD)).status).toBe(200)
  })

  it('ends with signing out; the cookie of before opens nothing', async () => {
    await signIn('shama', PASSWORD)
    const before = cookie
    await send('POST', '/sign-out')
    cookie = before
    expect((await send('GET', '/desk')).status).toBe(401)
  })

  it('gives a session its own name each time, and keeps only its hash', async () => {
    await signIn('shama', PASSWORD)
    const first = cookie
    await signIn('shama', PASSWORD)
    expect(cookie).not.toBe(first)
    const kept = (await context.accounts?.drawer.all('session'))?.map(({ json }) => json).join()
    expect(kept).not.toContain(first.split('=')[1])
  })

  it('lists sessions and ends the others', async () => {
    await signIn('shama', PASSWORD)
    const first = cookie
    await signIn('shama', PASSWORD)
    const listed = await send('GET', '/me/sessions')
    expect(listed.body.sessions).toHaveLength(3)
    const left = await send('DELETE', '/me/sessions')
    expect(left.body.sessions).toMatchObject([{ isThis: true, source: '10.0.0.8' }])
    cookie = first
    expect((await send('GET', '/desk')).status).toBe(401)
  })
})

describe('a password', () => {
  beforeEach(setUp)

  const addYi = () => {
    now += MINUTE
    const details = { user: 'yi', name: '曲比', department: '', roles: ['reader'] }
    return send('POST', '/accounts', details)
  }

  it('is changed with the old one, and ends every other session', async () => {
    const first = cookie
    cookie = ''
    await signIn('shama', PASSWORD)
    const wrong = await send('POST', '/me/password', { old: 'x', password: '红军 长征 坝上 秋收' })
    expect(wrong.body).toMatchObject({ code: 'PASSWORD_WRONG' })
    const body = { old: PASSWORD, password: '红军 长征 坝上 秋收' }
    expect((await send('POST', '/me/password', body)).body).toMatchObject({ stage: 'ready' })
    expect((await send('GET', '/desk')).status).toBe(200)
    cookie = first
    expect((await send('GET', '/desk')).status).toBe(401)
    expect((await signIn('shama', PASSWORD)).status).toBe(401)
  })

  it('that was set or reset meanwhile lets nobody in who was still being judged by the old one', async () => {
    const { id } = (await addYi()).body.accounts[1]
    const first = (await send('POST', `/accounts/${id}/password`)).body.password
    const administrator = cookie
    const reset = async () => {
      cookie = administrator
      return (await send('POST', `/accounts/${id}/password`)).body.password
    }
    const judged = held(() => signIn('yi', first))
    const second = await reset()
    expect((await judged()).body).toMatchObject({ code: 'SIGN_IN_REFUSED' })
    cookie = ''
    await signIn('yi', second)
    const own = { old: second, password: '红军 长征 坝上 秋收' }
    const changing = held(() => send('POST', '/me/password', own))
    const third = await reset()
    expect((await changing()).body).toMatchObject({ code: 'PASSWORD_WRONG' })
    expect((await signIn('yi', third)).body).toMatchObject({ stage: 'password' })
  })

  it('is nobody’s whose user or name is another’s', async () => {
    await addYi()
    const taken = { user: 'yi2', name: ' 曲比 ', department: '财务', roles: ['reader'] }
    expect(await send('POST', '/accounts', taken)).toMatchObject({
      status: 409,
      body: { code: 'ACCOUNT_NAME_TAKEN' },
    })
    const sameUser = { ...taken, user: 'YI', name: '曲比（财务）' }
    expect((await send('POST', '/accounts', sameUser)).body).toMatchObject({
      code: 'ACCOUNT_TAKEN',
    })
    const added = await send('POST', '/accounts', { ...taken, name: '曲比（财务）' })
    const { id } = added.body.accounts.find((one: { user: string }) => one.user === 'yi2')
    const renamed = await send('PATCH', `/accounts/${id}`, { name: '曲比' })
    expect(renamed.body).toMatchObject({ code: 'ACCOUNT_NAME_TAKEN' })
    expect((await send('PATCH', `/accounts/${id}`, { name: '曲比（财务）' })).status).toBe(200)
  })

  it('is not of two accounts that are given one name at the same moment', async () => {
    const person = (user: string) => ({ user, name: '曲比', department: '', roles: ['reader'] })
    const both = await Promise.all(
      ['yi', 'yi2'].map((user) => send('POST', '/accounts', person(user))),
    )
    expect(both.map(({ status }) => status)).toEqual([200, 409])
    expect(both[1]?.body).toMatchObject({ code: 'ACCOUNT_NAME_TAKEN' })
  })

  it('given once must be changed before anything else', async () => {
    const { body } = await addYi()
    expect((await signIn('yi', body.password)).body).toMatchObject({ stage: 'password' })
    expect((await send('GET', '/desk')).body).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    const change = { old: body.password, password: '红军 长征 坝上 秋收' }
    expect((await send('POST', '/me/password', change)).body).toMatchObject({ stage: 'ready' })
    expect((await send('GET', '/desk')).status).toBe(200)
  })

  it('given once runs out after three days, whether anybody signed in with it or not', async () => {
    const { body } = await addYi()
    expect(body).toMatchObject({ until: '2025-02-13T02:01:00.000Z' })
    expect(body.accounts).toMatchObject([{ oneTimeUntil: null }, { oneTimeUntil: body.until }])
    now += 3 * DAY
    expect((await signIn('yi', body.password)).body).toMatchObject({ stage: 'password' })
    now += 1
    const change = { old: body.password, password: '红军 长征 坝上 秋收' }
    const late = { code: 'ONE_TIME_PASSWORD_LATE', message: '一次性密码过期了' }
    expect((await send('POST', '/me/password', change)).body).toMatchObject(late)
    expect((await signIn('yi', body.password)).body).toMatchObject(late)
    expect((await signIn('yi', 'guessed')).body).toMatchObject({ code: 'SIGN_IN_REFUSED' })
  })

  it('given once again holds for the days that are set', async () => {
    const { accounts } = (await send('GET', '/settings')).body
    await send('PATCH', '/settings', { accounts: { ...accounts, oneTimeDays: 1 } })
    const { id } = (await addYi()).body.accounts[1]
    now += 2 * DAY
    await signIn('shama', PASSWORD)
    const { body } = await send('POST', `/accounts/${id}/password`)
    expect(body).toMatchObject({ until: '2025-02-13T02:01:00.000Z' })
    expect((await signIn('yi', body.password)).body).toMatchObject({ stage: 'password' })
  })

  it('is not reset by whoever has it: the new one would be shown to nobody', async () => {
    const { id } = (await send('GET', '/accounts')).body.accounts[0]
    const refused = await send('POST', `/accounts/${id}/password`)
    expect(refused.body).toMatchObject({ code: 'ACCOUNT_OWN' })
    expect((await send('GET', '/desk')).status).toBe(200)
  })

  it('older than is set has to be changed at the login', async () => {
    const { accounts } = (await send('GET', '/settings')).body
    await send('PATCH', '/settings', { accounts: { ...accounts, passwordDays: 30 } })
    now += 31 * DAY
    expect((await signIn('shama', PASSWORD)).body).toMatchObject({
      stage: 'password',
      rights: { desk: [] },
    })
  })
})

describe('the second step', () => {
  beforeEach(setUp)

  const turnOn = async () => {
    const { secret } = (await send('POST', '/me/totp', { password: PASSWORD })).body
    const code = await totpCode(secret, stepAt(now))
    const { recoveryCodes } = (await send('PUT', '/me/totp', { code })).body
    now += MINUTE
    return { secret, recoveryCodes }
  }

  it('asks for a code after the password, and takes none twice', async () => {
    const { secret } = await turnOn()
    const code = await totpCode(secret, stepAt(now))
    expect((await signIn('shama', PASSWORD)).body).toMatchObject({ stage: 'code' })
    expect((await send('GET', '/desk')).status).toBe(401)
    expect((await send('POST', '/sign-in/code', { code: '000000' })).body).toMatchObject({
      code: 'CODE_REFUSED',
    })
    expect((await send('POST', '/sign-in/code', { code })).body).toMatchObject({ stage: 'ready' })
    await signIn('shama', PASSWORD)
    expect((await send('POST', '/sign-in/code', { code })).status).toBe(401)
  })

  it('takes a recovery code once', async () => {
    const { recoveryCodes } = await turnOn()
    expect(recoveryCodes).toHaveLength(8)
    await signIn('shama', PASSWORD)
    const body = { code: recoveryCodes[3] }
    expect((await send('POST', '/sign-in/code', body)).body).toMatchObject({ stage: 'ready' })
    await signIn('shama', PASSWORD)
    expect((await send('POST', '/sign-in/code', body)).status).toBe(401)
  })
})
