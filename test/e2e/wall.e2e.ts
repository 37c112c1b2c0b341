import type { CDPSession } from 'playwright-core'
import { expect, it } from 'vitest'
import { seriousFaults } from '../support/access.ts'
import { nextPaint, sharedDesk } from '../support/demo-desk.ts'
import { holdTime } from '../support/passing-time.ts'

const desk = sharedDesk()
const WALL = 'wall?p=2024-10'
const NUMBERS = '.page.on [data-metric] .number'
const SCREENS = [
  [1920, 1080],
  [6656, 1792],
  [1080, 1920],
  [1000, 1000],
  [1024, 768],
] as const
const shown = () => desk.page.locator('.page.on').getAttribute('data-wall-page')
const foot = () => desk.page.locator('footer').innerText()

it('shows the month and asks for nothing but what may be shown', async () => {
  const asked: string[] = []
  const note = (request: { url(): string }): void => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname)
  }
  desk.page.on('request', note)
  await desk.open(WALL, NUMBERS)
  await desk.page.getByText('未办结预警 2 条').waitFor()
  const numbers = await desk.page.locator(NUMBERS).allInnerTexts()
  expect(numbers.map((text) => text.replace(/\s/g, ''))).toEqual([
    '1,044条',
    '150条',
    '163条',
    '82天',
    '84.6%',
  ])
  desk.page.off('request', note)
  expect([...new Set(asked)]).toEqual(['/api/wall'])
  expect(await seriousFaults(desk.page)).toEqual([])
})

it('turns by keys and stands still while it is held', async () => {
  await desk.page.keyboard.press('ArrowRight')
  await expect.poll(shown).toBe('content')
  await desk.page.keyboard.press('ArrowLeft')
  await desk.page.keyboard.press('ArrowLeft')
  await expect.poll(shown).toBe('budget')
  await desk.page.keyboard.press(' ')
  await expect.poll(foot).toContain('已暂停')
  await desk.page.keyboard.press(' ')
  await expect.poll(foot).toContain('自动轮播')
})

/**
 * The smallest words of all pages, as a share of the screen's shorter side, and what is cut off:
 * pages that are not shown are laid out like the one that is.
 */
const seen = () =>
  desk.page.evaluate(() => {
    const wall = document.querySelector<HTMLElement>('.wall')
    const scale = Number(/scale\((.+)\)/.exec(wall?.style.transform ?? '')?.[1] ?? 1)
    const sizes = [...document.querySelectorAll<HTMLElement>('.wall *')]
      .filter((part) => part.childNodes.length > 0 && part.children.length === 0)
      .map((part) => {
        const drawn = part.closest('.scaled') ? 2 : 1
        return (Number.parseFloat(getComputedStyle(part).fontSize) || Infinity) * drawn * scale
      })
    const parts = [...document.querySelectorAll<HTMLElement>('.wall-card, .tiles li, footer')]
    const cut = parts.filter((part) => {
      const { right, bottom } = part.getBoundingClientRect()
      const isOut = right > innerWidth + 1 || bottom > innerHeight + 1
      return isOut || part.scrollHeight > part.clientHeight + 2
    })
    return {
      smallest: Math.min(...sizes) / Math.min(innerWidth, innerHeight),
      cut: cut.map((part) => part.innerText.slice(0, 20)),
    }
  })

it('is read from five metres on a screen of any shape, and nothing is cut', async () => {
  const found: unknown[] = []
  for (const [width, height] of SCREENS) {
    await desk.page.setViewportSize({ width, height })
    await nextPaint(desk.page)
    const { smallest, cut } = await seen()
    found.push({ width, cut, isReadable: smallest > 0.02 })
  }
  expect(found).toEqual(SCREENS.map(([width]) => ({ width, cut: [], isReadable: true })))
  await desk.page.setViewportSize({ width: 1920, height: 1080 })
})

it('keeps the last figures, with their time, while the network is gone', async () => {
  await desk.page.evaluate(() => sessionStorage.clear())
  await desk.page.context().setOffline(true)
  await desk.page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(foot).toMatch(/运行台没有应答，显示的是 \d\d:\d\d:\d\d 的数/)
  await desk.page.keyboard.press('ArrowRight')
  expect(await desk.page.locator(NUMBERS).first().textContent()).toMatch(/\d/)
  await desk.page.context().setOffline(false)
  await expect.poll(foot).toMatch(/数据截至 \d\d:\d\d:\d\d · 每 10 秒更新/)
})

/** The foot of a wall in a browser of its own where nobody signed in, and what it asked for. */
async function strangersWall(hash: string) {
  const context = await desk.page.context().browser()?.newContext()
  if (!context) throw new Error('the browser is open')
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${desk.address}${WALL}${hash}`)
  return { page, asked, foot: () => page.locator('footer').innerText() }
}

it('runs on a screen where nobody signs in, by a token that never leaves the header', async () => {
  // Written to the accounts alone, which no file reads here, and taken away again below.
  const headers = { origin: new URL(desk.address).origin }
  const made = await desk.page.request.post(`${desk.address}api/tokens`, {
    headers,
    data: { name: '大厅的屏', roles: [], isWall: true, days: null },
  })
  const { token, tokens } = await made.json()
  const { page, asked, foot: itsFoot } = await strangersWall(`#token=${token}`)
  await page.locator(NUMBERS).first().getByText('1,044').waitFor()
  expect(new URL(page.url()).hash).toBe('')
  expect(asked.filter((url) => url.includes(token))).toEqual([])
  await page.goto(`${desk.address}${WALL}`)
  await page.locator(NUMBERS).first().getByText('1,044').waitFor()

  await desk.page.request.delete(`${desk.address}api/tokens/${tokens[0].id}`, { headers })
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect.poll(itsFoot).toContain('这块屏的令牌已停用或过期')
  await page.getByText('新建一个给大屏的令牌').waitFor()
  expect(await page.locator('[data-metric] .number').allInnerTexts()).not.toContain('1,044条')
  await page.context().close()
})

it('says to a screen without a token what it needs', async () => {
  const { page, foot: itsFoot } = await strangersWall('')
  await expect.poll(itsFoot).toContain('这块屏还没有令牌')
  expect(await seriousFaults(page)).toEqual([])
  await page.context().close()
})

it('runs for days without growing, and takes a new build between two pages', async () => {
  await desk.page.addInitScript(holdTime)
  await desk.open(WALL, NUMBERS)
  await desk.page.evaluate(answerInPlace)
  await desk.page.waitForLoadState('networkidle')
  await expect.poll(drawLate).toBe(0)
  const client = await desk.page.context().newCDPSession(desk.page)
  await client.send('Performance.enable')
  // Compiled code and measured texts are kept up to a limit: it is reached before one compares.
  await desk.page.evaluate(turnPages, 1000)
  await desk.page.evaluate(() => void Object.assign(window, { changeEvery: 100 }))
  const before = await kept(client)
  await desk.page.evaluate(turnPages, 9000)
  const after = await kept(client)
  expect(after.listeners - before.listeners).toBeLessThanOrEqual(0)
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(60)
  expect(after.objects - before.objects).toBeLessThan(100)
  expect(after.heap - before.heap).toBeLessThan(2_000_000)

  const reloaded = desk.page.waitForEvent('load')
  await desk.page.evaluate(() => {
    Object.assign(window, { served: '<script type="module" src="/assets/newer.js"></script>' })
    return window.passTime(31_000)
  })
  await reloaded
  await desk.page.locator(NUMBERS).first().waitFor()
}, 120_000)

/** Lets what waits for a quiet moment be drawn; how many charts still wait. */
async function drawLate(): Promise<number> {
  await desk.page.evaluate(() => window.passTime(10))
  const boxes = await desk.page.locator('[data-chart]').count()
  return boxes === 0 ? 1 : desk.page.locator('[data-chart]:not(:has(svg))').count()
}

/** In the page: what was answered is answered again at once, changed a little every so many times. */
async function answerInPlace(): Promise<void> {
  const address = '/api/wall?p=2024-10'
  const text = await (await fetch(address)).text()
  const entry = document.querySelector('script[type="module"]')?.outerHTML
  let asked = 0
  Object.assign(window, {
    served: entry,
    changeEvery: 4,
    fetch: async (to: string) => {
      if (!to.startsWith('/api/')) return new Response(Reflect.get(window, 'served'))
      asked += 1
      if (asked % Number(Reflect.get(window, 'changeEvery')) !== 0)
        return new Response(null, { status: 304 })
      return new Response(text.replace('"value":1044', `"value":${1000 + asked}`))
    },
  })
}

/** In the page: lets time pass until so many pages were turned. */
async function turnPages(turns: number): Promise<void> {
  const page = () => document.querySelector('.page.on')
  for (let n = 0, now = page(); n < turns;) {
    await window.passTime(20_000)
    if (page() === now) continue
    now = page()
    n += 1
    if (n % 500 === 0) await new Promise((painted) => requestAnimationFrame(painted))
  }
}

type Kept = Record<'heap' | 'objects' | 'nodes' | 'listeners', number>

/**
 * What is alive after a collection; the heap's bytes also hold code, which comes and goes. Handles to
 * parts of the page come and go with it and are no objects of the script: nodes are counted apart.
 */
async function kept(client: CDPSession): Promise<Kept> {
  await client.send('HeapProfiler.collectGarbage')
  await client.send('HeapProfiler.collectGarbage')
  const { metrics } = await client.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  const { result: shape } = await client.send('Runtime.evaluate', {
    expression: 'Object.prototype',
  })
  const { objects } = await client.send('Runtime.queryObjects', {
    prototypeObjectId: shape.objectId ?? '',
  })
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: `function () {
      const isHandle = (one) => one instanceof Node || one instanceof CSSStyleDeclaration
      return this.filter((one) => !isHandle(one)).length
    }`,
    returnByValue: true,
  })
  await client.send('Runtime.releaseObject', { objectId: objects.objectId ?? '' })
  return {
    heap: value('JSHeapUsedSize'),
    objects: Number(result.value),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
  }
}
