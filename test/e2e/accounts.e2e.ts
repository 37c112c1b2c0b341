import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '#test/support/access.ts'
import { runBrowser } from '#test/support/demo-desk.ts'
import { startAsIs, type DeskProcess } from '#test/support/desk-process.ts'

let folder: string
let desk: DeskProcess
let browser: Browser
let visit: BrowserContext
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-accounts-'))
  desk = await startAsIs({ DATA_DIR: folder })
  browser = await runBrowser()
  visit = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  page = await visit.newPage()
})

afterAll(async () => {
  await visit?.close()
  await desk?.stop()
  await rm(folder, { recursive: true, force: true })
})

const field = (name: string) => page.getByLabel(name)
const button = (name: string | RegExp) => page.getByRole('button', { name })
const menu = () => page.locator('#menu > a').allInnerTexts()

async function signIn(user: string, password: string): Promise<void> {
  await field('用户名').fill(user)
  await field('密码').fill(password)
  await button('登录').click()
}

async function newPassword(password: string): Promise<void> {
  await field('新密码').fill(password)
  await field('再输入一次').fill(password)
}

/** Adds an account of a role; answers the password it is given once. */
async function add(name: string, user: string, role: string): Promise<string> {
  await button('加账号').click()
  await field('姓名').fill(name)
  await field('用户名').fill(user)
  await page.locator('form.account-form').getByText(role, { exact: true }).click()
  await button(/^加上/).click()
  const told = page.locator('.secret', { hasText: name })
  const password = await told.locator('code').innerText()
  await button('已记下').click()
  return password
}

describe('a desk from its first start to its first readers', () => {
  let once = ''

  it('begins with the link on the console and its first administrator', async () => {
    const link = /http:\/\/\S+set-up#[0-9a-f]+/.exec(desk.printed())?.[0] ?? ''
    await page.goto(link)
    await field('中心名称').fill('某县融媒体中心')
    await field('你的姓名').fill('管理的人')
    await field('用户名').fill('guanli')
    await newPassword('lan-tian-bai-yun')
    await button('设好，进入运行台').click()
    await page.getByRole('heading', { name: '运行台还是空的' }).waitFor()
    await page.locator('#menu').getByText('账号与权限').waitFor()
    // All of the menu is in sight, with who is signed in below it.
    const menuBox = await page
      .locator('#menu')
      .evaluate((box) => [box.scrollHeight, box.clientHeight])
    expect(menuBox[0]).toBe(menuBox[1])
  })

  it('adds a reader and an editor, and a petition with a name', async () => {
    const cells = {
      receivedOn: '2024-10-08',
      source: '来信',
      petitioner: '钱守密',
      content: '路灯不亮',
    }
    await page.evaluate(
      (rows) =>
        fetch('/api/ledgers/petitions/records', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ rows }),
        }),
      [cells],
    )
    await page.goto(`${desk.address}accounts`)
    once = await add('看的人', 'zhidu', '只读')
    await add('写的人', 'bianji', '编辑')
    expect(await seriousFaults(page)).toEqual([])
    await page.goto(`${desk.address}status`)
    await page.getByRole('heading', { name: /备份/ }).first().waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('makes a backup, and deletes the last of them with the word for it alone', async () => {
    await button('现在备份').click()
    await page.getByText(/已备份并校验/).waitFor()
    await button(/^删除备份/).click()
    const dialog = page.getByRole('dialog')
    const remove = dialog.getByRole('button', { name: '删除', exact: true })
    expect(await remove.isDisabled()).toBe(true)
    await dialog.getByLabel(/确实要删/).fill('删除最后一份')
    await remove.click()
    await dialog.waitFor({ state: 'detached' })
    expect(await readdir(path.join(folder, 'backups'))).toEqual([])
    expect(await button(/^删除备份/).count()).toBe(0)
    expect(await page.getByText(/已备份并校验/).count()).toBe(0)
  })

  it('restores the desk from a backup on one’s own machine, once it is shown what is in it', async () => {
    await button('现在备份').click()
    await page.getByText(/已备份并校验/).waitFor()
    const backups = path.join(folder, 'backups')
    const [name = ''] = (await readdir(backups)).filter((each) => each.endsWith('.tar.gz'))
    const mine = { mimeType: 'application/gzip', buffer: await readFile(path.join(backups, name)) }
    const choose = page.locator('input[type=file]')
    await choose.setInputFiles({ ...mine, name: '我的.tar.gz', buffer: Buffer.from('PK') })
    await page.getByText('BACKUP_FOREIGN').waitFor()
    await choose.setInputFiles({ ...mine, name: '我的.tar.gz' })
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/已打开并校验：我的.tar.gz/).waitFor()
    expect(await dialog.locator('tbody tr').allInnerTexts()).toEqual(['信访件台账\t1\t1\t一样'])
    await dialog.getByLabel('原因').fill('演练')
    await dialog.getByRole('button', { name: '换成这一份' }).click()
    await dialog.getByText(/现在是/).waitFor()
    expect(
      (await readdir(folder)).filter((each) => each.startsWith('before-restore-')),
    ).toHaveLength(1)
    await dialog.getByRole('button', { name: '知道了' }).click()
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('lets nobody try passwords without end', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      await signIn('bianji', `guessed-${tries}`)
      await page
        .getByText(/用户名或密码不对|暂时不能登录/)
        .first()
        .waitFor()
    }
    await signIn('bianji', 'guessed-again')
    await page
      .getByText(/暂时不能登录/)
      .first()
      .waitFor()
  })

  it('has a one-time password changed, and offers a reader what they may do', async () => {
    await signIn('zhidu', once)
    await page.getByRole('heading', { name: '先换一个密码' }).waitFor()
    await newPassword('shan-gao-shui-chang')
    await button('换密码并进入').click()
    await page.locator('#menu').getByText('看的人').waitFor()
    await expect.poll(menu).not.toContain('导入')
    expect(await menu()).toContain('台账')
    for (const page of ['填报', '设置', '账号与权限', '运行状况'])
      expect(await menu()).not.toContain(page)
    await page.goto(`${desk.address}accounts`)
    await page.getByRole('heading', { name: '没有权限' }).waitFor()
  })

  it('shows them no name, and neither export nor change', async () => {
    await page.goto(`${desk.address}ledgers/petitions?cols=receivedOn~petitioner`)
    await page.locator('[data-open]').first().click()
    await page.locator('[data-field=petitioner]').getByText('钱**').waitFor()
    expect(await page.getByText('钱守密').count()).toBe(0)
    for (const name of ['下载 CSV', '打印', '修改', '删除', '新增', '加一行'])
      expect(await button(name).count()).toBe(0)
    expect(await page.getByRole('link', { name: '下载 Excel' }).count()).toBe(0)
  })

  it('ends every session of theirs at once', async () => {
    const elsewhere = await browser.newPage()
    await elsewhere.goto(desk.address)
    await elsewhere.getByLabel('用户名').fill('zhidu')
    await elsewhere.getByLabel('密码').fill('shan-gao-shui-chang')
    await elsewhere.getByRole('button', { name: '登录' }).click()
    await elsewhere.locator('#menu').getByText('看的人').waitFor()
    await page.goto(`${desk.address}me`)
    await button('退出别处所有的登录').click()
    await button('退出别处所有的登录').waitFor({ state: 'detached' })
    await elsewhere.reload()
    await elsewhere.getByRole('heading', { name: '登录' }).waitFor()
    await elsewhere.close()
  })
})
