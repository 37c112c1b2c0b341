import { describe, expect, it } from 'vitest'
import { wallPageOf } from '#shared/boards/wall.ts'
import { cardColumns, tilesAcross, wallLayout } from '#web/wall/size.ts'

const overview = wallPageOf('overview')
const shown = (width: number, height: number) => {
  const layout = wallLayout({ width, height })
  const columns = cardColumns(overview, layout).map((cards) => cards.map(({ kind }) => kind))
  return { ...layout, across: tilesAcross(layout, overview.tiles.length), columns }
}

describe('the layout of a wall', () => {
  it('of 16:9 is drawn as designed, larger where there are more pixels', () => {
    const columns = [['months', 'latest'], ['months', 'open'], ['pace']]
    const hd = { width: 1920, height: 1080, scale: 1, across: 5, columns }
    expect(shown(1920, 1080)).toMatchObject(hd)
    expect(shown(3840, 2160)).toMatchObject({ ...hd, scale: 2 })
  })

  it('of a very wide screen gives each card a column of its own, and squeezes nothing', () => {
    const wide = shown(6656, 1792)
    expect(wide).toMatchObject({ width: 4011, height: 1080, across: 5 })
    expect(wide.scale).toBeCloseTo(1.659, 3)
    expect(wide.columns).toEqual([['months'], ['latest'], ['months'], ['open'], ['pace']])
  })

  it('of an upright screen is one column, with the cards that find room whole', () => {
    expect(shown(1080, 1920)).toMatchObject({
      width: 1080,
      height: 1920,
      across: 3,
      columns: [['months', 'latest', 'months', 'open']],
    })
  })

  it('of 4:3 has two columns', () => {
    expect(shown(1024, 768)).toMatchObject({
      width: 1440,
      columns: [
        ['months', 'latest'],
        ['months', 'open'],
      ],
    })
  })

  it('of a phone is a list of everything, unscaled', () => {
    expect(shown(390, 844)).toMatchObject({
      isList: true,
      scale: 1,
      across: 2,
      columns: [['months', 'latest', 'months', 'open', 'pace']],
    })
  })
})
