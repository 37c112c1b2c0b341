import type { WallCard, WallPage } from '#shared/boards/wall.ts'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'

/** A wall is laid out as if its shorter side had so many pixels, and then scaled to what it has. */
const SHORTER = 1080
/** Up to this width it is a phone in a hand, in CSS pixels: a list that scrolls. */
const PHONE = 760

/**
 * How a wall of any size is laid out: `list` on a phone; else so many columns of cards, on a
 * ground of `width` by `height` pixels that is drawn `scale` times as large, both ways alike.
 */
export function useWallSize() {
  const screen = ref({ width: innerWidth, height: innerHeight })
  const measure = (): void => {
    screen.value = { width: innerWidth, height: innerHeight }
  }
  onMounted(() => addEventListener('resize', measure))
  onBeforeUnmount(() => removeEventListener('resize', measure))
  return computed(() => wallLayout(screen.value))
}

export function wallLayout({ width, height }: { width: number; height: number }) {
  const isList = width <= PHONE
  const scale = isList ? 1 : Math.min(width, height) / SHORTER
  const ratio = width / height
  return {
    isList,
    scale,
    width: Math.round(width / scale),
    height: Math.round(height / scale),
    columns: columnsFor(ratio),
  }
}

export type WallLayout = ReturnType<typeof wallLayout>

/** Heights on the ground: all but tiles and cards, a row of tiles, and the gap between cards. */
const AROUND = 205
const TILES = 175
const GAP = 24
/** What a card needs for its words and its drawing to be seen whole. */
const LEAST: Readonly<Record<WallCard['kind'], number>> = {
  months: 360,
  parts: 320,
  pace: 320,
  open: 267,
  latest: 240,
}

/** Tiles side by side: all of them, three on an upright wall, two in a hand. */
export const tilesAcross = ({ isList, columns }: WallLayout, tiles: number): number =>
  isList ? 2 : columns === 1 ? Math.min(3, tiles) : tiles

/**
 * A page's cards by columns. On a wall those that would not be whole are left out, the last first;
 * each stands on its own area's page as well.
 */
export function cardColumns({ cards, tiles }: WallPage, layout: WallLayout): WallCard[][] {
  const { columns, isList, height } = layout
  if (isList) return [[...cards]]
  if (columns === 'each') return cards.map((card) => [card])
  const rows = Math.ceil(tiles.length / tilesAcross(layout, tiles.length))
  const room = height - AROUND - rows * TILES
  return [0, 1, 2]
    .slice(0, columns)
    .map((place) => cards.filter(({ column }) => Math.min(column, columns - 1) === place))
    .map((column) => fitting(column, room))
    .filter((column) => column.length > 0)
}

function fitting(cards: readonly WallCard[], room: number): WallCard[] {
  let used = -GAP
  return cards.filter(({ kind }) => {
    const isWhole = used + GAP + LEAST[kind] <= room
    if (isWhole) used += GAP + LEAST[kind]
    return isWhole
  })
}

/** Columns of cards by the ratio of width to height; on a very wide wall each card has its own. */
function columnsFor(ratio: number): 1 | 2 | 3 | 'each' {
  if (ratio < 1.1) return 1
  if (ratio < 1.55) return 2
  return ratio < 2.4 ? 3 : 'each'
}
