import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOARD_IDS, BOARDS } from '#shared/boards/index.ts'
import { namelessControls, overhang, seriousFaults } from '#test/support/access.ts'
import { launchBrowser } from '#test/support/browser.ts'
import { startDesk, type DeskProcess } from '#test/support/desk-process.ts'

const PAGES = BOARD_IDS.filter((id) => id !== 'overview')

let desk: DeskProcess
let browser: Browser
let page: Page
const failures: string[] = []

beforeAll(async () => {
  desk = await startDesk({}, ['--demo'])
  browser = await launchBrowser()
  page = await browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  page.on('pageerror', (error) => failures.push(error.message))
})

afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

async function open(address: string): Promise<void> {
  await page.goto(`${desk.address}${address}`)
  await page.locator('main .card').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** Brings everything of a long page into view once, so that what draws late is drawn. */
async function scrollThrough(): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let at = 0; at < height; at += 700) {
    await page.evaluate((top) => window.scrollTo(0, top), at)
    await page.waitForTimeout(40)
  }
  await page.evaluate(() => window.scrollTo(0, 0))
}

describe.each(PAGES)('the page %s', (id) => {
  it('asks for its data once', async () => {
    const asked: string[] = []
    const note = (request: { url(): string }) => {
      if (request.url().includes('/api/')) asked.push(request.url())
    }
    page.on('request', note)
    await open(`${id}?p=2024-10`)
    await scrollThrough()
    page.off('request', note)
    expect(asked).toEqual([`${desk.address}api/boards/${id}?p=2024-10`])
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(BOARDS[id].label)
  })

  it.each(['light', 'dark'] as const)('is readable and named throughout, %s', async (theme) => {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: theme })
    await open(`${id}?p=2024-10`)
    await scrollThrough()
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
    expect(await seriousFaults(page)).toEqual([])
    expect(await namelessControls(page)).toEqual([])
  })

  it.each(['2024-10', '2024', '2019-05'])('fits a phone, %s', async (period) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await open(`${id}?p=${period}`)
    await scrollThrough()
    expect(await overhang(page)).toBe(0)
  })
})

it('nothing failed on the way', () => {
  expect(failures).toEqual([])
})
