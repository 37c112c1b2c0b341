import { expect, it } from 'vitest'
import { gridColumns } from '#web/grid/columns.ts'
import { spread } from '#web/grid/widths.ts'

const FIELDS = ['day', 'title', 'platform', 'reads']
/** 112, 280, 110 and 158 pixels wide, beside 76 for the box to tick. */
const columns = gridColumns('pieces', FIELDS)
const widths = (...given: Parameters<typeof spread>) => spread(...given).map(({ width }) => width)

it('columns of text share the room that is left, to the pixel', () => {
  const usual = columns.map(({ width }) => width)
  const full = usual.reduce((sum, width) => sum + width, 76)
  expect(widths(columns, full + 101, 1).reduce((sum, width) => sum + width, 76)).toBe(full + 101)
  const [day, title = 0, platform = 0, reads] = widths(columns, full + 390, 1)
  expect([day, reads]).toEqual([usual[0], usual[3]])
  expect(title).toBeGreaterThan(platform)
  expect(widths(columns, 500, 1)).toEqual(usual)
  expect(widths(columns, 0, 1)).toEqual(usual)
})

it('a width somebody chose stays, and where all are chosen nothing is shared', () => {
  const chosen = { title: 200, platform: 90 }
  const [day = 0, title, platform, reads = 0] = widths(
    gridColumns('pieces', FIELDS, chosen),
    1200,
    1,
  )
  expect([title, platform]).toEqual([200, 90])
  expect(day + reads).toBe(1200 - 76 - 290)
  const all = { day: 100, title: 200, platform: 90, reads: 80 }
  expect(widths(gridColumns('pieces', FIELDS, all), 1200, 1)).toEqual([100, 200, 90, 80])
})

it('as many columns stay at the left as leave room for the others', () => {
  const narrow = gridColumns('pieces', FIELDS, { title: 200 })
  const kept = (room: number, count: number) =>
    spread(narrow, room, count).map(({ isKept }) => isKept)
  expect(kept(650, 2)).toEqual([true, true, false, false])
  expect(kept(650, 0)).toEqual([false, false, false, false])
  expect(kept(320, 2)).toEqual([true, false, false, false])
  const places = spread(narrow, 650, 2).map(({ style }) => style.match(/--left:(\d+)/)?.[1])
  expect(places).toEqual(['76', '188', undefined, undefined])
})
