export interface Sparkline {
  /** SVG path data; a gap in the values is a gap in the line. */
  readonly line: string
  /** The last value. Null where there is none. */
  readonly dot: { readonly x: number; readonly y: number } | null
}

const MARGIN = 4

/** Twelve steps at most, from the left; the lowest value stands at the bottom, the highest on top. */
export function sparkline(
  values: readonly (number | null)[],
  { width, height, steps = 12 }: { width: number; height: number; steps?: number },
): Sparkline {
  const known = values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const stride = (width - 2 * MARGIN) / Math.max(1, Math.max(steps, values.length) - 1)
  const points = values.map((value, i) =>
    value === null
      ? null
      : { x: round(MARGIN + i * stride), y: round(yOf(value, low, high, height)) },
  )
  const line = points
    .map((point, i) => {
      if (!point) return ''
      const isAlone = !points[i - 1] && !points[i + 1]
      return `${points[i - 1] ? 'L' : 'M'}${point.x} ${point.y}${isAlone ? 'h0.1' : ''}`
    })
    .join('')
  return { line, dot: points.findLast((point) => point !== null) ?? null }
}

/** A level line of equal values runs through the middle, of zeros along the bottom. */
function yOf(value: number, low: number, high: number, height: number): number {
  const room = height - 2 * MARGIN
  const share = high === low ? (high === 0 ? 0 : 0.5) : (value - low) / (high - low)
  return MARGIN + room * (1 - share)
}

const round = (length: number): number => Math.round(length * 10) / 10
