import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startDesk, type DeskProcess } from './desk-process.ts'
import { enter } from './first-account.ts'

export interface DemoDesk {
  /** The one page of the file's browser. */
  readonly page: Page
  /** Ends with a slash. */
  readonly address: string
  /** Goes to an address of the desk and waits until what a selector names is there. */
  open(address: string, ready: string): Promise<void>
}

/**
 * The example centre, or what `fill` writes, in a process of its own and a real Chromium, for all
 * tests of a file; an error of a script fails the file, and so does
 * whatever the page's policy forbids, in any of its windows.
 */
export function demoDesk(
  fill: (file: string) => Promise<void> = (file) => copyFile(inject('exampleFile'), file),
): DemoDesk {
  let folder = ''
  let desk: DeskProcess | undefined
  let browser: Browser | undefined
  let page: Page | undefined
  const failures: string[] = []
  const opened = (): Page => {
    if (!page) throw new Error('the browser opens before the first test')
    return page
  }

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-e2e-'))
    await fill(path.join(folder, 'desk.sqlite'))
    ;[desk, browser] = await Promise.all([startDesk({ DATA_DIR: folder }), launchBrowser()])
    page = await browser.newPage({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    await enter(page, desk.address)
    page.setDefaultTimeout(8000)
    page.on('pageerror', (error) => failures.push(error.message))
    page.context().on('console', (line) => {
      if (/content security policy/i.test(line.text())) failures.push(line.text())
    })
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
    await rm(folder, { recursive: true, force: true })
    expect(failures).toEqual([])
  })

  return {
    get page() {
      return opened()
    },
    get address() {
      return desk?.address ?? ''
    },
    async open(address, ready) {
      await opened().goto(`${this.address}${address}`)
      await opened().locator(ready).first().waitFor()
    },
  }
}

/** Brings everything of a long page into view once, so that what draws late is drawn. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  for (let at = 0; at < height; at += 700) {
    await page.evaluate((top) => window.scrollTo(0, top), at)
    await page.waitForTimeout(40)
  }
  await page.evaluate(() => window.scrollTo(0, 0))
}

/** Once what was changed is drawn. */
export const nextPaint = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
