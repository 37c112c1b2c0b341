import { charactersOf } from './ledgers/rules.ts'

/** A shorter text may well be said twice. */
const SHORT = 10

/**
 * Groups of two and more items that say the same, word for word but for spaces: a report of
 * three projects had one text for all.
 */
export function sameTexts<T>(items: readonly T[], textOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const text = textOf(item).replace(/\s+/gu, '')
    if (charactersOf(text) < SHORT) continue
    const known = groups.get(text)
    if (known) known.push(item)
    else groups.set(text, [item])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}
