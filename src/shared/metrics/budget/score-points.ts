import { isDecimal, scaleDecimal } from '../../decimal.ts'

/** Decimal text as whole hundredths; null for nothing, for no number and for what is finer. */
export function hundredths(text: string | null): number | null {
  if (text === null || !isDecimal(text)) return null
  const scaled = scaleDecimal(text, 2)
  return scaled.includes('.') ? null : Number(scaled)
}

/** Whole hundredths of points as text: `9.5`, `15`. */
export const pointsText = (points: number): string => scaleDecimal(String(points), -2)

/** `weight × top ÷ bottom` exactly, rounded half up to a whole; both decimals not negative, bottom above 0. */
export function shareOf(weight: number, top: string, bottom: string): number {
  const [numerator, denominator] = wholes(top, bottom)
  const doubled = 2n * BigInt(weight) * numerator + denominator
  return Number(doubled / (2n * denominator))
}

/** Decimals as whole numbers on one scale. */
export function wholes(first: string, second: string, third?: string): [bigint, bigint, bigint] {
  const texts = [first, second, third ?? '1'].map((text) => scaleDecimal(text, 0))
  const places = Math.max(...texts.map((text) => text.split('.')[1]?.length ?? 0))
  const [a = 0n, b = 0n, c = 0n] = texts.map((text) => BigInt(scaleDecimal(text, places)))
  return [a, b, c]
}
