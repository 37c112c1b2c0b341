import { launchBrowser } from '#test/support/browser.ts'
import { startDesk } from '#test/support/desk-process.ts'
import { BOARD_IDS } from '#shared/boards/index.ts'

/**
 * How long a page takes from the click on another month until its new figures are painted, on a
 * processor slowed four times. Each month is asked for once, so no answer was kept.
 */
const SLOWER = 4
const MOST = 100
const ROUNDS = 9
/** Runs in the page: clicks 上一期, waits for other figures and for the frame that shows them. */
const CLICK = `new Promise((resolve) => {
  const figures = () => [...document.querySelectorAll('[data-figure]')].map((at) => at.textContent).join('|')
  const before = figures()
  const from = performance.now()
  const seen = new MutationObserver(() => {
    if (figures() === before) return
    seen.disconnect()
    const painted = new MessageChannel()
    painted.port1.onmessage = () => resolve(performance.now() - from)
    requestAnimationFrame(() => painted.port2.postMessage(null))
  })
  seen.observe(document.body, { childList: true, subtree: true, characterData: true })
  document.querySelector('[aria-label="上一期"]').click()
})`
const desk = await startDesk({}, ['--demo'])
const browser = await launchBrowser()
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
const client = await page.context().newCDPSession(page)

for (const board of BOARD_IDS.filter((id) => id !== 'reconcile')) {
  const said = [await measured(board, true), await measured(board, false)]
  console.log(`${board.padEnd(10)} ${said.join('   ')}`)
}
await browser.close()
await desk.stop()

/** `isPointed`: the pointer rests on the button a moment before, as a hand does it. */
async function measured(board: string, isPointed: boolean): Promise<string> {
  await page.mouse.move(0, 0)
  await page.goto(`${desk.address}${board === 'overview' ? '' : board}?p=2024-12`)
  await page.locator('[data-figure]').first().waitFor()
  await page.waitForTimeout(1500)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n += 1) {
    await page.waitForTimeout(1200)
    await page.mouse.move(0, 0)
    if (isPointed) await page.hover('[aria-label="上一期"]')
    await page.waitForTimeout(300)
    times.push(await page.evaluate<number>(CLICK))
  }
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  times.sort((x, y) => x - y)
  const median = times[Math.floor(ROUNDS / 2)] ?? Number.NaN
  if (isPointed && median > MOST) process.exitCode = 1
  const range = `${times[0]?.toFixed(0)} to ${times.at(-1)?.toFixed(0)}`
  return `${isPointed ? 'pointed at' : 'at once'} ${median.toFixed(0)} ms (${range})`
}
