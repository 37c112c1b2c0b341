import { expect, it } from 'vitest'
import { setUpSecret } from '#server/accounts/accounts.ts'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { createApp } from '#server/app.ts'
import { AFTER_2024, testDesk } from '#test/support/memory-desk.ts'
import { quickSecrets } from '#test/support/quick-secrets.ts'

const PASSWORD = '坝坝会 晒秋 春耕 秋收'

it('wrong tries, the lock they bring and the login after it are written down, and no name nobody has', async () => {
  let now = AFTER_2024
  const context = {
    ...testDesk().context,
    clock: () => now,
    accounts: { drawer: memoryDrawer(), secrets: quickSecrets },
  }
  const app = createApp(context)
  const send = (path: string, body: object) =>
    app.request(`/api${path}`, {
      method: 'POST',
      headers: { 'x-desk-source': '10.0.0.8' },
      body: JSON.stringify(body),
    })
  const token = await setUpSecret(context.accounts, now)
  const person = { name: '沙马', user: 'shama', password: PASSWORD }
  await send('/set-up', { token, centre: '某县融媒体中心', ...person })
  for (let n = 0; n < 6; n += 1) await send('/sign-in', { user: 'shama', password: `wrong${n}` })
  await send('/sign-in', { user: 'my secret password', password: 'wrong' })
  now += 10 * 60_000
  await send('/sign-in', { user: 'shama', password: PASSWORD })
  const { entries } = await context.journal.page({ kind: 'access' }, 0, 20)
  expect(entries.toReversed().map(({ name, source, text }) => `${name}|${source}|${text}`)).toEqual(
    [
      '沙马|10.0.0.8|登录失败：用户名或密码不对',
      '沙马|10.0.0.8|登录失败：用户名或密码不对',
      '沙马|10.0.0.8|登录失败：用户名或密码不对',
      '沙马|10.0.0.8|登录失败：用户名或密码不对',
      '沙马|10.0.0.8|登录失败：用户名或密码不对，锁定 1 分钟',
      '|10.0.0.8|登录失败：用户名或密码不对',
      '沙马|10.0.0.8|登录',
    ],
  )
  expect(JSON.stringify(entries)).not.toContain('secret')
})
