import { describe, expect, it } from 'vitest'
import { wallPageOf } from '#shared/boards/wall.ts'
import { WALL_PAGE_IDS } from '#shared/settings/wall.ts'
import { cardTurns, tilesAcross, wallLayout } from '#web/wall/size.ts'

const overview = wallPageOf('overview')
const shown = (width: number, height: number) => {
  const layout = wallLayout({ width, height })
  const turns = cardTurns(overview, layout).map((columns) =>
    columns.map((cards) => cards.map(({ kind }) => kind)),
  )
  return { ...layout, across: tilesAcross(layout, overview.tiles.length), turns }
}

describe('the layout of a wall', () => {
  it('of 16:9 is drawn as designed, larger where there are more pixels', () => {
    const turns = [[['months', 'latest'], ['months', 'open'], ['pace']]]
    const hd = { width: 1920, height: 1080, scale: 1, across: 5, turns }
    expect(shown(1920, 1080)).toMatchObject(hd)
    expect(shown(3840, 2160)).toMatchObject({ ...hd, scale: 2 })
  })

  it('of a very wide screen gives each card a column of its own, and squeezes nothing', () => {
    const wide = shown(6656, 1792)
    expect(wide).toMatchObject({ width: 4011, height: 1080, across: 5 })
    expect(wide.scale).toBeCloseTo(1.659, 3)
    expect(wide.turns).toEqual([[['months'], ['latest'], ['months'], ['open'], ['pace']]])
  })

  it('of an upright screen is one column, in as many turns as its cards need to be whole', () => {
    expect(shown(1080, 1920)).toMatchObject({
      width: 1080,
      height: 1920,
      across: 3,
      turns: [[['months', 'latest', 'months']], [['open', 'pace']]],
    })
  })

  it('of 4:3 has two columns, and what finds no room beside the rest comes a turn later', () => {
    expect(shown(1024, 768)).toMatchObject({
      width: 1440,
      turns: [
        [['months'], ['months', 'open']],
        [['latest'], ['pace']],
      ],
    })
  })

  it('of any shape shows every card of every page once', () => {
    for (const [width, height] of [
      [1080, 3840],
      [1080, 1920],
      [1000, 1000],
      [1024, 768],
      [1920, 1080],
      [6656, 1792],
    ] as const)
      for (const id of WALL_PAGE_IDS) {
        const page = wallPageOf(id)
        const turns = cardTurns(page, wallLayout({ width, height }))
        expect(turns.every((columns) => columns.length > 0)).toBe(true)
        expect(new Set(turns.flat(2))).toEqual(new Set(page.cards))
        expect(turns.flat(2)).toHaveLength(page.cards.length)
      }
  })

  it('of an upright screen has even rows of figures', () => {
    const upright = wallLayout({ width: 1080, height: 1920 })
    expect([3, 4, 5, 6].map((tiles) => tilesAcross(upright, tiles))).toEqual([3, 2, 3, 3])
  })

  it('of a phone is a list of everything, unscaled', () => {
    expect(shown(390, 844)).toMatchObject({
      isList: true,
      scale: 1,
      across: 2,
      turns: [[['months', 'latest', 'months', 'open', 'pace']]],
    })
  })
})
