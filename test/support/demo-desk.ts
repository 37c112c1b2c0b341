import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { startDesk, type DeskProcess } from './desk-process.ts'
import { enter } from './first-account.ts'

export interface DemoDesk {
  /** The one page of the file. */
  readonly page: Page
  /** Ends with a slash. */
  readonly address: string
  /** Goes to an address of the desk and waits until what a selector names is there. */
  open(address: string, ready: string): Promise<void>
}

/** The Chromium of the run; closing it closes what this file opened, and no more. */
export const runBrowser = (): Promise<Browser> => chromium.connect(inject('chromium'))

/**
 * The example centre, or what `fill` writes, in a process of its own, and a page of the run's
 * Chromium, for all tests of a file; an error of a script fails the file, and so does whatever the
 * page's policy forbids, in any of its windows.
 */
export function demoDesk(
  fill: (file: string) => Promise<void> = (file) => copyFile(inject('exampleFile'), file),
): DemoDesk {
  let folder = ''
  let desk: DeskProcess | undefined
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-e2e-'))
    await fill(path.join(folder, 'desk.sqlite'))
    desk = await startDesk({ DATA_DIR: folder })
  })
  afterAll(async () => {
    await desk?.stop()
    await rm(folder, { recursive: true, force: true })
  })
  return pageOf(() => desk?.address ?? '', [])
}

/** The example centre on the desk that the files of a run share: a request that writes fails the file. */
export function sharedDesk(): DemoDesk {
  const failures: string[] = []
  const desk = pageOf(() => inject('exampleDesk'), failures)
  beforeAll(() => {
    desk.page.on('request', (request) => {
      if (request.method() !== 'GET') failures.push(`${request.method()} ${request.url()}`)
    })
  })
  return desk
}

function pageOf(address: () => string, failures: string[]): DemoDesk {
  let browser: Browser | undefined
  let page: Page | undefined
  const opened = (): Page => {
    if (!page) throw new Error('the page opens before the first test')
    return page
  }

  beforeAll(async () => {
    browser = await runBrowser()
    page = await browser.newPage({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    await enter(page, address())
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => failures.push(error.message))
    page.context().on('console', (line) => {
      if (/content security policy/i.test(line.text())) failures.push(line.text())
    })
  })
  afterAll(async () => {
    await browser?.close()
    expect(failures).toEqual([])
  })

  return {
    get page() {
      return opened()
    },
    get address() {
      return address()
    },
    async open(to, ready) {
      await opened().goto(`${address()}${to}`)
      await opened().locator(ready).first().waitFor()
    },
  }
}

/** Brings everything of a long page into view once, so that what draws late is drawn. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    // What comes into view is told once a frame.
    for (let at = 0; at < document.documentElement.scrollHeight; at += 700) {
      window.scrollTo(0, at)
      await new Promise((drawn) => requestAnimationFrame(drawn))
    }
    window.scrollTo(0, 0)
  })
  await nextPaint(page)
}

/** Once what was changed is drawn. */
export const nextPaint = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )
