import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BOARD_IDS, BOARDS } from '#shared/boards/index.ts'
import { faultyColours, namelessControls, overhang, seriousFaults } from '#test/support/access.ts'
import { nextPaint, sharedDesk } from '#test/support/demo-desk.ts'

const PAGES = BOARD_IDS.filter((id) => id !== 'overview')

const desk = sharedDesk()

const inLight = { colorScheme: 'light' } as const
const inDark = { colorScheme: 'dark' } as const

/** A year with the longest numbers, a month nobody registered, and one that is whole. */
const PERIODS = ['2024', '2019-05', '2024-10']

/** How far a page goes beyond the side of a phone, period by period. */
async function overhangsOf(page: string): Promise<number[]> {
  const overhangs: number[] = []
  await desk.page.setViewportSize({ width: 390, height: 844 })
  for (const period of PERIODS) {
    await desk.open(`${page}?p=${period}`, 'main h2')
    await desk.scrollThrough()
    overhangs.push(await overhang(desk.page))
  }
  return overhangs
}

describe.each(PAGES)('the page %s', (id) => {
  const asked: string[] = []
  const note = (request: { url(): string }): void => {
    if (request.url().includes('/api/')) asked.push(request.url())
  }

  beforeAll(async () => {
    await desk.page.setViewportSize({ width: 1440, height: 900 })
    await desk.page.emulateMedia(inLight)
    desk.page.on('request', note)
    await desk.load(`${id}?p=2024-10`, 'main .card')
    await desk.scrollThrough()
  })
  afterAll(() => void desk.page.off('request', note))

  it('is readable and named throughout', async () => {
    expect(await seriousFaults(desk.page)).toEqual([])
    expect(await namelessControls(desk.page)).toEqual([])
  })

  it('is readable in the dark', async () => {
    await desk.page.emulateMedia(inDark)
    await desk.page.locator('html[data-theme="dark"]').waitFor()
    await nextPaint(desk.page)
    expect(await faultyColours(desk.page)).toEqual([])
  })

  it('has asked for its data once', async () => {
    // Where data are written, and where they are checked, all that waits is asked for beside them.
    const isOfChecks = id === 'entry' || id === 'checks'
    const waiting = isOfChecks ? [`${desk.address}api/checks/open`] : []
    const own = `${desk.address}api/boards/${id}?p=2024-10`
    const reader = `${desk.address}api/me`
    expect(asked.toSorted()).toEqual([own, ...waiting, reader])
    expect(await desk.page.getByRole('heading', { level: 1 }).innerText()).toBe(BOARDS[id].label)
  })

  it('keeps inside the width of a phone, whatever the period holds', async () => {
    expect(await overhangsOf(id)).toEqual([0, 0, 0])
  })
})

it('总览 keeps inside the width of a phone, whatever the period holds', async () => {
  expect(await overhangsOf('')).toEqual([0, 0, 0])
})
