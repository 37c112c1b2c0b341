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
/** What a card needs for its words and its drawing to be seen whole; bars for as many as they show. */
export const LEAST: Readonly<Record<WallCard['kind'], number>> = {
  months: 360,
  parts: 560,
  pace: 622,
  open: 267,
  latest: 240,
}

/** Tiles side by side: all of them, on an upright wall three at most in even rows, two in a hand. */
export const tilesAcross = ({ isList, columns }: WallLayout, tiles: number): number =>
  isList ? 2 : columns === 1 ? Math.ceil(tiles / Math.ceil(tiles / 3)) : tiles

/**
 * A page's cards by turns and columns: one turn where all of them are whole at once, else so many
 * that each card is, spread evenly.
 */
export function cardTurns({ cards, tiles }: WallPage, layout: WallLayout): WallCard[][][] {
  const { columns, isList, height } = layout
  if (isList) return [[[...cards]]]
  if (columns === 'each') return [cards.map((card) => [card])]
  const rows = Math.ceil(tiles.length / tilesAcross(layout, tiles.length))
  const room = height - AROUND - rows * TILES
  const placed = [0, 1, 2]
    .slice(0, columns)
    .map((place) => cards.filter(({ column }) => Math.min(column, columns - 1) === place))
  const turns = Math.max(...placed.map((column) => stacked(column, room).length))
  const spread = placed.map((column) => spreadOver(column, turns))
  return Array.from({ length: turns }, (_, turn) =>
    spread.map((column) => column[turn] ?? []).filter((column) => column.length > 0),
  )
}

const heightOf = (cards: readonly WallCard[]): number =>
  cards.reduce((sum, { kind }) => sum + GAP + LEAST[kind], -GAP)

/** Cards in their order, each stack no higher than `room` unless one card alone is. */
function stacked(cards: readonly WallCard[], room: number): WallCard[][] {
  const stacks: WallCard[][] = []
  for (const card of cards) {
    const last = stacks.at(-1)
    if (last && heightOf([...last, card]) <= room) last.push(card)
    else stacks.push([card])
  }
  return stacks
}

/** The stacks of no more than so many whose highest is the lowest. */
function spreadOver(cards: readonly WallCard[], most: number): WallCard[][] {
  const heights = cards.flatMap((_, from) =>
    cards.slice(from).map((__, more) => heightOf(cards.slice(from, from + more + 1))),
  )
  const tries = heights.sort((a, b) => a - b).map((room) => stacked(cards, room))
  return tries.find(({ length }) => length <= most) ?? []
}

/** Columns of cards by the ratio of width to height; on a very wide wall each card has its own. */
function columnsFor(ratio: number): 1 | 2 | 3 | 'each' {
  if (ratio < 0.9) return 1
  if (ratio < 1.55) return 2
  return ratio < 2.4 ? 3 : 'each'
}
