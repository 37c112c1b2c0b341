import { beforeAll, describe, expect, it } from 'vitest'
import { BOARD_IDS } from '#shared/boards/index.ts'
import { overhang } from '#test/support/access.ts'
import { sharedDesk } from '#test/support/demo-desk.ts'

const desk = sharedDesk()

beforeAll(() => desk.page.setViewportSize({ width: 390, height: 844 }))

/** A month, a year with the longest numbers, and a month nobody registered. */
const PERIODS = ['2024-10', '2024', '2019-05']

describe.each(BOARD_IDS)('on a phone the page %s', (id) => {
  it('keeps inside its width, whatever the period holds', async () => {
    const overhangs: number[] = []
    for (const period of PERIODS) {
      await desk.open(`${id === 'overview' ? '' : id}?p=${period}`, 'main h2')
      await desk.scrollThrough()
      overhangs.push(await overhang(desk.page))
    }
    expect(overhangs).toEqual([0, 0, 0])
  })
})
