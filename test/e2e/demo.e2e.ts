import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build, createServer as createDevServer } from 'vite'
import { staticSite } from '#server/static.ts'
import { launchBrowser } from '#test/support/browser.ts'

let folder: string
let server: Server
let browser: Browser
let page: Page
let address: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-site-'))
  await build({ mode: 'mock', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  server = createServer(getRequestListener(await staticSite(folder)))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  server?.closeAllConnections()
  await rm(folder, { recursive: true, force: true })
})

async function open(search: string): Promise<string> {
  await page?.close()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  await page.goto(`${address}${search}`)
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

it('the dev server shows the same desk with no server behind it', async () => {
  const dev = await createDevServer({
    mode: 'mock',
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
  })
  await dev.listen()
  await page?.close()
  page = await browser.newPage({ locale: 'zh-CN' })
  await page.goto(`${dev.resolvedUrls?.local[0] ?? ''}?p=2024`)
  await page.locator('[data-lede]').waitFor()
  const text = await page.locator('main').innerText()
  await dev.close()
  expect(text).toContain('8,785')
})
