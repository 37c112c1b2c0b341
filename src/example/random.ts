/** Repeatable choices: the same seed gives the same choices in every engine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number between the two, both included. */
  whole(low: number, high: number): number
  chance(share: number): boolean
  /** Throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T
  /** One of the choices, each as likely as its weight says. */
  weighted<T extends { readonly weight: number }>(choices: readonly T[]): T
  shuffled<T>(items: readonly T[]): T[]
  /** A whole number, half of the time up to the median, rarely near the most. */
  skewed(median: number, most: number): number
}

/** Mulberry32: whole-number arithmetic only, so that no engine rounds differently. */
export function createRandom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    const stirred = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((stirred ^ (stirred >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (items) => at(items, whole(0, items.length - 1)),
    weighted: (choices) => weighted(choices, next()),
    shuffled: (items) => shuffled(items, whole),
    skewed: (median, most) => skewed(median, most, next()),
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError('Nothing to pick from')
  return item
}

function weighted<T extends { readonly weight: number }>(choices: readonly T[], share: number): T {
  let left = share * choices.reduce((sum, choice) => sum + choice.weight, 0)
  const found = choices.find((choice) => {
    left -= choice.weight
    return left < 0
  })
  return found ?? at(choices, choices.length - 1)
}

function shuffled<T>(items: readonly T[], whole: Random['whole']): T[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = whole(0, last)
    const kept = at(mixed, last)
    mixed[last] = at(mixed, other)
    mixed[other] = kept
  }
  return mixed
}

function skewed(median: number, most: number, share: number): number {
  if (share < 0.5) return Math.round(median * (0.2 + 1.6 * share))
  const above = 2 * share - 1
  const square = above * above
  const tail = square * square * square * square
  return Math.round(median + 2 * median * above + (most - 3 * median) * tail)
}
