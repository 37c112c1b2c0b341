import { plainTitle } from './duplicates.ts'

/**
 * How alike two titles are, 0 to 1, by the pairs of neighbouring characters they share (Dice).
 * Spaces, signs and width are passed over; a title of one character is like its own only.
 */
export function titleLikeness(a: string, b: string): number {
  const [left, right] = [plainTitle(a), plainTitle(b)]
  if (left === '' || right === '') return 0
  if (left === right) return 1
  const pairs = tallied(left)
  let shared = 0
  for (const [pair, count] of tallied(right)) shared += Math.min(count, pairs.get(pair) ?? 0)
  const all = Math.max(0, [...left].length - 1) + Math.max(0, [...right].length - 1)
  return all === 0 ? 0 : (2 * shared) / all
}

function tallied(title: string): ReadonlyMap<string, number> {
  const signs = [...title]
  const counts = new Map<string, number>()
  for (let at = 1; at < signs.length; at += 1) {
    const pair = `${signs[at - 1]}${signs[at]}`
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}
