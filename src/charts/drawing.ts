import { textWidth } from './text.ts'

/** A rectangle in pixels, from the top left. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is pointed at, stepped to, read out and perhaps picked: a cell, a bar, a day. */
export interface Spot extends Box {
  readonly key: string
  /** The words said of it. */
  readonly label: string
  /** What picking it gives; null where nothing stands behind it. */
  readonly pick: string | null
}

/** How far the arrow keys go in the order of the spots. */
export interface Steps {
  readonly across: number
  readonly down: number
}

/** How a key of the legend looks; `look` is the class of what it stands for. */
export interface LegendKey {
  readonly label: string
  readonly shape: 'box' | 'line' | 'dashed' | 'tick' | 'dot' | 'stroke' | 'frame' | 'flag'
  readonly look: string
}

/** What every drawing has, whatever it draws. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly keys: readonly LegendKey[]
  readonly spots: readonly Spot[]
  readonly steps: Steps
}

export const KEY_LINE = 20
const KEY_MARK = 18
const KEY_GAP = 16

export interface PlacedKey extends LegendKey {
  readonly x: number
  readonly y: number
}

/** The keys of a legend one after the other, in as many lines as a width in pixels asks for. */
export function placedKeys(keys: readonly LegendKey[], width: number): PlacedKey[] {
  let [x, y] = [0, 0]
  return keys.map((key) => {
    const length = KEY_MARK + textWidth(key.label, 12)
    if (x > 0 && x + length > width) [x, y] = [0, y + KEY_LINE]
    const placed = { ...key, x, y }
    x += length + KEY_GAP
    return placed
  })
}

/** How high a legend of these keys stands, with the room below it; 0 without keys. */
export function legendHeight(keys: readonly LegendKey[], width: number): number {
  const last = placedKeys(keys, width).at(-1)
  return last ? last.y + KEY_LINE + 6 : 0
}
