import { beforeAll, describe, expect, it } from 'vitest'
import { BOARD_IDS, BOARDS } from '#shared/boards/index.ts'
import { namelessControls, seriousFaults } from '#test/support/access.ts'
import { nextPaint, scrollThrough, sharedDesk } from '#test/support/demo-desk.ts'

const PAGES = BOARD_IDS.filter((id) => id !== 'overview')

const desk = sharedDesk()

describe.each(PAGES)('the page %s', (id) => {
  const asked: string[] = []

  beforeAll(async () => {
    const note = (request: { url(): string }) => {
      if (request.url().includes('/api/')) asked.push(request.url())
    }
    await desk.page.setViewportSize({ width: 1440, height: 900 })
    await desk.page.emulateMedia({ colorScheme: 'light' })
    desk.page.on('request', note)
    await desk.open(`${id}?p=2024-10`, 'main .card')
    await scrollThrough(desk.page)
    desk.page.off('request', note)
  })

  it('asks for its data once', async () => {
    // Where data are written, what waits to be checked is asked for beside them.
    const waiting = id === 'entry' ? [`${desk.address}api/checks/open`] : []
    const own = `${desk.address}api/boards/${id}?p=2024-10`
    const reader = `${desk.address}api/me`
    expect(asked.toSorted()).toEqual([own, ...waiting, reader])
    expect(await desk.page.getByRole('heading', { level: 1 }).innerText()).toBe(BOARDS[id].label)
  })

  it.each(['light', 'dark'] as const)('is readable and named throughout, %s', async (theme) => {
    await desk.page.emulateMedia({ colorScheme: theme })
    await desk.page.locator(`html[data-theme="${theme}"]`).waitFor()
    await nextPaint(desk.page)
    expect(await seriousFaults(desk.page)).toEqual([])
    expect(await namelessControls(desk.page)).toEqual([])
  })
})
