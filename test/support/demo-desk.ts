import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { launchBrowser } from './browser.ts'
import { enter } from './first-account.ts'
import { openDesk, type HostedDesk } from './hosted-desk.ts'
import { exampleIn } from './run-example.ts'

export interface DemoDesk {
  /** The one page of the file. */
  readonly page: Page
  /** Ends with a slash. */
  readonly address: string
  /**
   * Goes to an address of the desk and waits until what a selector names is there: where the desk is
   * open at another address already, as a link of it does, else by loading the page.
   */
  open(address: string, ready: string): Promise<void>
  /** The same by loading the page, wherever one is. */
  load(address: string, ready: string): Promise<void>
  /** Brings everything of a long page into view once, so that what draws late is drawn. */
  scrollThrough(): Promise<void>
  /** Once everything asked for has come and is drawn. */
  settled(): Promise<void>
}

let browser: Promise<Browser> | undefined

/** The Chromium of the test process; a file closes the pages it opened, and never the browser. */
export const runBrowser = (): Promise<Browser> => (browser ??= madeExample().then(launchBrowser))

const madeExample = () => exampleIn(inject('exampleFolder'))

/**
 * The example centre, or what `fill` writes, on a desk of its own, and a page of the process's
 * Chromium, for all tests of a file; an error of a script fails the file, and so does whatever the
 * page's policy forbids, in any of its windows.
 */
export function demoDesk(
  fill: (file: string) => Promise<void> = async (to) => copyFile((await madeExample()).file, to),
): DemoDesk {
  let folder = ''
  let desk: HostedDesk | undefined
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-e2e-'))
    await fill(path.join(folder, 'desk.sqlite'))
    desk = await openDesk(folder)
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
  let address = ''
  beforeAll(async () => {
    address = (await madeExample()).address
  })
  const desk = pageOf(() => address, failures)
  beforeAll(() => {
    desk.page.on('request', (request) => {
      if (request.method() !== 'GET') failures.push(`${request.method()} ${request.url()}`)
    })
  })
  return desk
}

function pageOf(address: () => string, failures: string[]): DemoDesk {
  let page: Page | undefined
  const asked = new Set<Request>()
  const opened = (): Page => {
    if (!page) throw new Error('the page opens before the first test')
    return page
  }
  const settled = () => comeToRest(opened(), asked)
  const load = async (to: string, ready: string): Promise<void> => {
    // What the page that is left had asked for never comes.
    asked.clear()
    await opened().goto(`${address()}${to}`)
    await opened().locator(ready).first().waitFor()
  }

  beforeAll(async () => {
    page = await (
      await runBrowser()
    ).newPage({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    await enter(page, address())
    page.setDefaultTimeout(15_000)
    page.on('request', (request) => asked.add(request))
    page.on('requestfinished', (request) => asked.delete(request))
    page.on('requestfailed', (request) => asked.delete(request))
    page.on('pageerror', (error) => failures.push(error.message))
    page.context().on('console', (line) => {
      if (/content security policy/i.test(line.text())) failures.push(line.text())
    })
  })
  afterAll(async () => {
    await page?.close()
    expect(failures).toEqual([])
  })

  return {
    get page() {
      return opened()
    },
    get address() {
      return address()
    },
    settled,
    load,
    async open(to, ready) {
      const [here, target] = [opened().url(), `${address()}${to}`]
      if (!here.startsWith(address()) || here === target) return load(to, ready)
      await opened().evaluate(followLink, target)
      await settled()
      await opened().locator(ready).first().waitFor()
    },
    async scrollThrough() {
      await settled()
      await opened().evaluate(scrollOver)
      await settled()
    },
  }
}

/** In the page: its address becomes another one, as when one goes back to it. */
function followLink(target: string): void {
  history.pushState(null, '', target)
  dispatchEvent(new PopStateEvent('popstate'))
}

/** In the page: scrolls to its foot and back. What comes into view is told once a frame. */
async function scrollOver(): Promise<void> {
  for (let at = 0; at < document.documentElement.scrollHeight; at += 700) {
    window.scrollTo(0, at)
    await new Promise((drawn) => requestAnimationFrame(drawn))
  }
  window.scrollTo(0, 0)
}

/** Waits until nothing is asked for any more, also not by what the last answer has drawn. */
async function comeToRest(page: Page, asked: ReadonlySet<Request>): Promise<void> {
  for (let calm = 0; calm < 2; calm = asked.size === 0 ? calm + 1 : 0) await nextPaint(page)
}

/** Once what was changed is drawn. */
export const nextPaint = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        // What is put off until after the paint runs in tasks of its own.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
      }),
  )
