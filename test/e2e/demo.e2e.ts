import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runBrowser } from '#test/support/demo-desk.ts'
import { demoSite, type DemoSite } from '#test/support/demo-site.ts'

let site: DemoSite
let page: Page

beforeAll(async () => {
  site = await demoSite()
  page = await (
    await runBrowser()
  ).newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
})

afterAll(async () => {
  await page?.close()
  await site?.close()
})

async function open(search: string): Promise<string> {
  await page.goto(`${site.address}${search}`)
  await page.locator('[data-lede], [role=alert], main h2').first().waitFor()
  return page.locator('main').innerText()
}

it('the static demo holds the example centre, with no server behind it', async () => {
  expect(await open('#/?p=2024')).toContain('8,785')
  expect(await page.locator('nav').innerText()).toContain('演示')
})

it('an empty desk is one of its scenarios', async () => {
  expect(await open('?scenario=empty')).toContain('运行台还是空的')
})

it('a failing server is told with its code and what to do', async () => {
  const text = await open('?scenario=server-error')
  expect(text).toContain('DESK_FAILED')
  expect(text).toContain('重试')
})

it('a network that is gone is told as such', async () => {
  expect(await open('?scenario=offline')).toContain('连不上服务')
})
