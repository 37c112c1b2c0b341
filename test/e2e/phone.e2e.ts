import { beforeAll, describe, expect, it } from 'vitest'
import { BOARD_IDS } from '#shared/boards/index.ts'
import { overhang } from '#test/support/access.ts'
import { demoDesk, scrollThrough } from '#test/support/demo-desk.ts'

const desk = demoDesk()

beforeAll(() => desk.page.setViewportSize({ width: 390, height: 844 }))

describe.each(BOARD_IDS)('on a phone the page %s', (id) => {
  it.each(['2024-10', '2024', '2019-05'])('keeps inside its width, %s', async (period) => {
    await desk.open(`${id === 'overview' ? '' : id}?p=${period}`, 'main h2')
    await scrollThrough(desk.page)
    expect(await overhang(desk.page)).toBe(0)
  })
})
