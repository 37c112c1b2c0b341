import { daysBetween, type Day } from '../../time/day.ts'

/** One adoption, as far as telling duplicates needs it. */
export interface Entered {
  readonly id: string
  readonly day: Day
  /** Its title as `plainTitle` makes it. */
  readonly plain: string
  readonly outlet: string
  readonly link: string | null
}

/** Two records that may be one use entered twice, the earlier first, and why. */
export interface LikelyDuplicate<E> {
  readonly first: E
  readonly second: E
  readonly days: number
  readonly isSameTitle: boolean
  readonly isSameLink: boolean
}

/** A title without spaces, punctuation and width: “峨边：春耕” and 峨边 春耕 are one. */
export const plainTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()

/** A link without scheme, www, fragment and closing slash. */
const plainLink = (link: string): string =>
  link
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')

/**
 * Pairs that are likely one use: the same title at the same outlet at most `within` days apart, or
 * the same link, whatever the days. Of three alike the neighbours pair up. Nothing is removed by it.
 * Latest first.
 */
export function likelyDuplicates<E extends Entered>(
  entered: readonly E[],
  within: number,
): LikelyDuplicate<E>[] {
  const sorted = entered.toSorted(byDay)
  const pairs = new Map<string, LikelyDuplicate<E>>()
  const note = (first: E, second: E, why: 'isSameTitle' | 'isSameLink') => {
    const key = `${first.id}\u001F${second.id}`
    const days = daysBetween(first.day, second.day)
    const known = pairs.get(key) ?? { first, second, days, isSameTitle: false, isSameLink: false }
    pairs.set(key, { ...known, [why]: true })
  }
  for (const [first, second] of neighbours(sorted, titleKey))
    if (daysBetween(first.day, second.day) <= within) note(first, second, 'isSameTitle')
  for (const [first, second] of neighbours(sorted, linkKey)) note(first, second, 'isSameLink')
  return [...pairs.values()].toSorted((a, b) => byDay(b.second, a.second))
}

const titleKey = ({ plain, outlet }: Entered): string | null =>
  plain === '' ? null : `${outlet}\u001F${plain}`

const linkKey = ({ link }: Entered): string | null =>
  link === null ? null : plainLink(link) || null

function neighbours<E>(sorted: readonly E[], keyOf: (each: E) => string | null): [E, E][] {
  const last = new Map<string, E>()
  const pairs: [E, E][] = []
  for (const each of sorted) {
    const key = keyOf(each)
    if (key === null) continue
    const before = last.get(key)
    if (before !== undefined) pairs.push([before, each])
    last.set(key, each)
  }
  return pairs
}

const byDay = (a: Entered, b: Entered): number =>
  a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1
