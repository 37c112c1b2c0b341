import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import https from 'node:https'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { argonSecrets } from '#server/accounts/argon.ts'
import { accountBook } from '#server/accounts/book.ts'
import { ACCOUNTS, sqliteDrawer } from '#server/accounts/sqlite-drawer.ts'
import { SIGNED_IN } from '#test/support/first-account.ts'
import { asCsv, largeLedger } from '#test/support/large-ledger.ts'
import { refusedDesk, startAsIs, startDesk, type DeskProcess } from '#test/support/desk-process.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-process-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

/** Runs the command that gives a one-time password, over a desk's folder. */
const givePassword = (data: string, user: string): Promise<string> =>
  new Promise((resolve) =>
    execFile(
      process.execPath,
      ['src/server/accounts/command.ts', user],
      { env: { ...process.env, DATA_DIR: data } },
      (_error, said, complained) => resolve(said + complained),
    ),
  )

const lines = (output: string) => output.trim().split('\n')

describe('beside a desk that runs', () => {
  let served: string
  let desk: DeskProcess

  beforeAll(async () => {
    served = await mkdtemp(path.join(os.tmpdir(), 'rongmei-served-'))
    desk = await startDesk({ DATA_DIR: served })
    return async () => {
      await desk.stop()
      await rm(served, { recursive: true, force: true })
    }
  })

  it('a request that names another host is turned away', async () => {
    const response = await fetch(`${desk.address}api/desk`, {
      headers: { origin: 'http://evil.example' },
    })
    expect(response.status).toBe(403)
  })

  it('none starts on its port', async () => {
    const { port } = new URL(desk.address)
    const { code, output } = await refusedDesk({ DATA_DIR: folder, PORT: port })
    expect(code).toBe(1)
    expect(lines(output)).toEqual([
      `端口 ${port} 已被占用：关掉占用它的程序，或用 PORT 指定别的端口。`,
    ])
  })

  it('none starts on its folder, until that one is killed', async () => {
    const { code, output } = await refusedDesk({ DATA_DIR: served })
    const lost = fetch(`${desk.address}api/example`, { method: 'POST', headers: SIGNED_IN })
    lost.catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, 300))
    if (desk.pid !== undefined) process.kill(desk.pid, 'SIGKILL')
    expect(code).toBe(1)
    expect(lines(output)).toEqual([
      `另一个运行台正在使用这个数据目录：先停下它，或用 DATA_DIR 指定别的目录。（${served}）`,
    ])
    desk = await startDesk({ DATA_DIR: served })
    const health = await (await fetch(`${desk.address}api/health`)).json()
    const { entries } = await (
      await fetch(`${desk.address}api/journal`, { headers: SIGNED_IN })
    ).json()
    expect(entries.map(({ text }: { text: string }) => text)).toEqual([
      expect.stringMatching(/^\S+ \d\d:\d\d 开始的一件（写入）没有记下结果/),
    ])
    expect(health).toEqual({ status: 'up', version: expect.stringMatching(/^\d+\.\d+/) })
  })
})

describe('a desk that cannot start says why in one line and ends with 1', () => {
  it('where the folder cannot be written', async () => {
    const file = path.join(folder, 'a-file')
    await writeFile(file, '')
    const { code, output } = await refusedDesk({ DATA_DIR: path.join(file, 'data') })
    expect(code).toBe(1)
    expect(lines(output)).toHaveLength(1)
    expect(output).toContain('不能写入')
  })

  it('where the file is damaged', async () => {
    await writeFile(path.join(folder, 'desk.sqlite'), 'not a database, '.repeat(500))
    const { code, output } = await refusedDesk({ DATA_DIR: folder })
    expect(code).toBe(1)
    expect(lines(output)).toHaveLength(1)
    expect(output).toContain('desk.sqlite')
  })

  it('where a demo, which has no accounts, would be reached from other machines', async () => {
    const { code, output } = await refusedDesk({ HOST: '0.0.0.0' }, ['--demo'])
    expect(code).toBe(1)
    expect(lines(output)).toHaveLength(1)
  })
})

describe('a desk that runs', () => {
  it('creates its folder, and is set up once, by the link it prints', async () => {
    const data = path.join(folder, 'deep', 'data')
    const desk = await startAsIs({ DATA_DIR: data })
    expect(desk.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect((await fetch(`${desk.address}api/desk`)).status).toBe(403)
    const token = /set-up#([0-9a-f]{32})/.exec(desk.printed())?.[1]
    const set = () =>
      fetch(`${desk.address}api/set-up`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          token,
          centre: '某县融媒体中心',
          name: '沙马',
          user: 'shama',
          password: '坝坝会 晒秋 春耕 2024',
        }),
      })
    const answer = await set()
    expect(answer.status).toBe(200)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/)
    const signedIn = { headers: { cookie: cookie.split(';')[0] ?? '' } }
    const told = await (await fetch(`${desk.address}api/desk`, signedIn)).json()
    expect(told).toMatchObject({ centre: '某县融媒体中心', isEmpty: true })
    expect((await set()).status).toBe(403)
    expect(await givePassword(data, 'shama')).toContain('另一个运行台正在使用')
    await desk.stop()
    expect(await readdir(data)).toEqual([
      'accounts.sqlite',
      'desk.lock',
      'desk.sqlite',
      'journal.sqlite',
    ])
    // Who sits at its machine gets in again, where no administrator can.
    expect(await givePassword(data, 'nobody')).toContain('管理员的用户名：shama')
    const once = /一次性密码：([\w-]+)/.exec(await givePassword(data, 'SHAMA'))?.[1] ?? ''
    const drawer = sqliteDrawer(path.join(data, ACCOUNTS))
    const account = await accountBook(drawer).accountNamed('shama')
    expect(account?.mustChange).toBe(true)
    expect(await argonSecrets.isPassword(once, account?.password ?? '')).toBe(true)
    expect(await drawer.all('session')).toEqual([])
    drawer.close()
  })

  it('speaks https with its own certificate, and says so', async () => {
    const [TLS_CERT, TLS_KEY] = ['cert', 'key'].map((name) =>
      path.resolve(`test/golden/tls/${name}.pem`),
    )
    const desk = await startDesk({
      DATA_DIR: folder,
      TLS_CERT: TLS_CERT ?? '',
      TLS_KEY: TLS_KEY ?? '',
    })
    const ca = await readFile(TLS_CERT ?? '')
    const status = await new Promise((resolve, reject) => {
      https
        .get(`${desk.address}api/health`, { ca }, (answer) => resolve(answer.statusCode))
        .on('error', reject)
    })
    await desk.stop()
    expect(desk.address).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/$/)
    expect(status).toBe(200)
  })

  it('told to stop in the midst of an import ends it whole or leaves nothing of it, and ends with 0', async () => {
    const desk = await startDesk({ DATA_DIR: folder })
    const post = async (address: string, body: FormData | string) => {
      const answer = await fetch(`${desk.address}api/${address}`, {
        method: 'POST',
        headers: SIGNED_IN,
        body,
      })
      return { status: answer.status, answer: await answer.json() }
    }
    const form = new FormData()
    form.append('files', new File([asCsv(largeLedger(6000))], '发稿.csv'))
    const { answer: preview } = await post('imports', form)
    const sections = preview.sections.map(({ id }: { id: string }) => id)
    const confirmed = post(`imports/${preview.id}/confirm`, JSON.stringify({ sections }))
    const told = confirmed.then(
      ({ status }) => status,
      () => 0,
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await desk.stop()).toBe(0)
    const next = await startDesk({ DATA_DIR: folder })
    const list = await fetch(`${next.address}api/ledgers/pieces/records?size=1`, {
      headers: SIGNED_IN,
    })
    const { total } = await list.json()
    const journal = await (
      await fetch(`${next.address}api/journal?q=导入台账`, { headers: SIGNED_IN })
    ).json()
    await next.stop()
    const isDone = (await told) === 200
    expect([total, journal.total]).toEqual(isDone ? [5994, 1] : [0, 0])
  })

  it('as a demo holds the example centre and writes nothing to the data folder', async () => {
    const desk = await startDesk({ DATA_DIR: folder }, ['--demo'])
    const answer = await (await fetch(`${desk.address}api/desk`)).json()
    await desk.stop()
    expect(answer).toMatchObject({
      isDemo: true,
      hasExample: true,
      isEmpty: false,
      lastMonth: '2024-12',
    })
    expect(await readdir(folder)).toEqual([])
  })
})
