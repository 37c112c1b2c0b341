import { describe, expect, it } from 'vitest'
import { BOARD_IDS, BOARDS } from '#shared/boards/index.ts'
import { namelessControls, overhang, seriousFaults } from '#test/support/access.ts'
import { demoDesk } from '#test/support/demo-desk.ts'

const PAGES = BOARD_IDS.filter((id) => id !== 'overview')

const desk = demoDesk()

async function open(address: string): Promise<void> {
  await desk.open(address, 'main .card')
  await desk.page.waitForLoadState('networkidle')
}

/** Brings everything of a long page into view once, so that what draws late is drawn. */
async function scrollThrough(): Promise<void> {
  const height = await desk.page.evaluate(() => document.documentElement.scrollHeight)
  for (let at = 0; at < height; at += 700) {
    await desk.page.evaluate((top) => window.scrollTo(0, top), at)
    await desk.page.waitForTimeout(40)
  }
  await desk.page.evaluate(() => window.scrollTo(0, 0))
}

describe.each(PAGES)('the page %s', (id) => {
  it('asks for its data once', async () => {
    const asked: string[] = []
    const note = (request: { url(): string }) => {
      if (request.url().includes('/api/')) asked.push(request.url())
    }
    desk.page.on('request', note)
    await open(`${id}?p=2024-10`)
    await scrollThrough()
    desk.page.off('request', note)
    expect(asked).toEqual([`${desk.address}api/boards/${id}?p=2024-10`])
    expect(await desk.page.getByRole('heading', { level: 1 }).innerText()).toBe(BOARDS[id].label)
  })

  it.each(['light', 'dark'] as const)('is readable and named throughout, %s', async (theme) => {
    await desk.page.setViewportSize({ width: 1440, height: 900 })
    await desk.page.emulateMedia({ colorScheme: theme })
    await open(`${id}?p=2024-10`)
    await scrollThrough()
    expect(await desk.page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
    expect(await seriousFaults(desk.page)).toEqual([])
    expect(await namelessControls(desk.page)).toEqual([])
  })

  it.each(['2024-10', '2024', '2019-05'])('fits a phone, %s', async (period) => {
    await desk.page.setViewportSize({ width: 390, height: 844 })
    await open(`${id}?p=${period}`)
    await scrollThrough()
    expect(await overhang(desk.page)).toBe(0)
  })
})
