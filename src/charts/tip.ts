import type { Spot } from './drawing.ts'
import { textWidth, wrapped } from './text.ts'

const [FONT, LINE, PAD_X, PAD_Y, WIDEST] = [12, 18, 20, 12, 260]
/** From here on a mark is so high that words above or below it would stand far from the pointer. */
const TALL = 90

/**
 * Where the words of a mark stand, in pixels from the top left of what is seen of the drawing:
 * above it, below it where there is no room, beside a tall one; never past the sides.
 */
export function tipBox(
  spot: Spot,
  { width: seen, top, scrolled }: { width: number; top: number; scrolled: number },
): { left: number; top: number; width: number; height: number } {
  const widest = Math.min(WIDEST, seen)
  const width = Math.min(widest, Math.ceil(textWidth(spot.label, FONT)) + PAD_X + 4)
  const height = wrapped(spot.label, FONT, width - PAD_X).length * LINE + PAD_Y
  const x = spot.x - scrolled
  const within = (left: number) => Math.max(0, Math.min(seen - width, left))
  if (spot.height >= TALL) {
    const right = x + spot.width + 8
    const left = right + width <= seen ? right : x - width - 8
    return { left: within(left), top: top + spot.y + 4, width, height }
  }
  const above = top + spot.y - height - 5
  // As much as the title above the drawing always leaves.
  const isAbove = above >= -30
  return {
    left: within(x + spot.width / 2 - width / 2),
    top: isAbove ? above : top + spot.y + spot.height + 5,
    width,
    height,
  }
}
