import type { Spot, Steps } from './drawing.ts'

/** The spot under a point, the last drawn first; -1 for none. */
export function spotAt(spots: readonly Spot[], x: number, y: number): number {
  return spots.findLastIndex(
    (spot) => x >= spot.x && x < spot.x + spot.width && y >= spot.y && y < spot.y + spot.height,
  )
}

/**
 * Where a key leads from the spot at `index` among `count`: arrows by their steps, Home and End to
 * the ends. It stays where there is nothing further; from nowhere (-1) every arrow leads to the
 * first. Null for keys that move nothing.
 */
export function nextIndex(
  key: string,
  index: number,
  count: number,
  { across, down }: Steps,
): number | null {
  const by: Readonly<Record<string, number>> = {
    ArrowLeft: -across,
    ArrowRight: across,
    ArrowUp: -down,
    ArrowDown: down,
  }
  if (count === 0) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = by[key]
  if (step === undefined) return null
  if (index < 0) return 0
  const next = index + step
  return next >= 0 && next < count ? next : index
}
