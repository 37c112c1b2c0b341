import { http } from 'msw'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { createApp } from '#server/app.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { quickSecrets } from '#test/support/quick-secrets.ts'

const PASSWORD = '坝坝会 晒秋 春耕 秋收'

let open: DeskPage
let now: number

beforeAll(() => import('#web/pages/accounts.vue'), 60_000)
afterEach(() => open.close())

beforeEach(async () => {
  now = Date.parse('2025-02-10T02:00:00Z')
  const at = new Date(now).toISOString()
  const account = {
    id: 'a',
    user: 'shama',
    name: '沙马',
    department: '',
    roles: ['administrator'],
    isDisabled: false,
    password: await quickSecrets.hashPassword(PASSWORD),
    passwordAt: at,
    mustChange: false,
    totp: null,
    createdAt: at,
  }
  const other = { ...account, id: 'b', user: 'ayi', name: '阿依', roles: ['reader'] }
  const id = quickSecrets.hash('secret')
  const times = { startedAt: at, seenAt: at }
  const session = { id, account: 'a', owesCode: false, agent: '', source: '', ...times }
  const drawer = memoryDrawer()
  await drawer.file([
    { kind: 'account', id: 'a', json: JSON.stringify(account) },
    { kind: 'account', id: 'b', json: JSON.stringify(other) },
    { kind: 'session', id, json: JSON.stringify(session) },
  ])
  const accounts = { drawer, secrets: quickSecrets }
  const app = createApp({ ...testDesk().context, clock: () => now, accounts })
  const fetched = (request: Request) => {
    request.headers.set('cookie', 'rongmei_session=secret')
    return app.fetch(request)
  }
  const handlers = [http.all('*/api/*', ({ request }) => fetched(request))]
  open = await openPage('/accounts', handlers, '.plain-table')
})

const press = async (name: string): Promise<void> => {
  const found = open.page.findAll('button').find((button) => button.text() === name)
  await found?.trigger(found.attributes('type') === 'submit' ? 'submit' : 'click')
}

it('says until when a one-time password opens anything', async () => {
  await press('重置密码')
  await press('重置，并退出他的登录？')
  await waitFor(() => open.page.find('.secret').exists())
  expect(open.page.find('.secret').text()).toMatch(
    /^阿依的一次性密码：[-a-z\d]{19}只显示这一回，当面告诉本人；2月13日 10:00 前登录换成自己的，过后就不能用了。/,
  )
})

it('offers nobody to reset their own password, which would end the session that shows it', () => {
  const acts = open.page.findAll('tbody tr').map((row) => row.text())
  expect(acts.filter((text) => text.includes('重置密码'))).toHaveLength(1)
})

it('asks for the password again when it was given long ago, and then does what was begun', async () => {
  now += 16 * 60_000
  await press('重置密码')
  await press('重置，并退出他的登录？')
  await waitFor(() => open.page.find('.prove').exists())
  await open.page.find('.prove [type=password]').setValue('wrong')
  await press('确认')
  await waitFor(() => open.page.find('.prove [role=alert]').exists())
  expect(open.page.find('.prove [role=alert]').text()).toBe('当前密码不对。重新输入当前密码。')
  await open.page.find('.prove [type=password]').setValue(PASSWORD)
  await press('确认')
  await waitFor(() => open.page.find('.secret').exists())
  expect(open.page.find('.prove').exists()).toBe(false)
})

it('does nothing where nobody gives it, and says why', async () => {
  now += 16 * 60_000
  await press('重置密码')
  await press('重置，并退出他的登录？')
  await waitFor(() => open.page.find('.prove').exists())
  await press('取消')
  await waitFor(() => open.page.find('[role=alert]').exists())
  expect(open.page.find('[role=alert]').text()).toBe(
    '要再核对一次密码。再点一次，在弹出的框里输入密码。',
  )
  expect(open.page.find('.secret').exists()).toBe(false)
})
