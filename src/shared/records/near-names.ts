import type { Row } from '../ledgers/define.ts'
import { aliasesOf } from './names.ts'

/** Two entries that may be one, and why; the first is the one to keep. */
export interface NearNames {
  readonly keep: string
  readonly merge: string
  readonly why: 'alike' | 'suffix' | 'alias'
}

/** A name without width, case, spaces and signs: 《峨边 新闻》 and 峨边新闻 are one. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()

/** What people leave off at the end of places and offices. */
const SUFFIX = /(?:自治县|县|市|区|镇|乡)$/

const withoutSuffix = (name: string): string => {
  const plain = plainName(name)
  const short = plain.replace(SUFFIX, '')
  return short.length >= 2 ? short : plain
}

/**
 * Pairs of entries that may be one: alike but for width, spaces and signs, alike but for 县/市 at the
 * end, or one the 又名 of the other. Each pair once.
 */
export function nearNames(entries: readonly Row[]): NearNames[] {
  const pairs = new Map<string, NearNames>()
  const note = (keep: string, merge: string, why: NearNames['why']): void => {
    const key = [keep, merge].sort().join('\u001F')
    if (keep !== merge && !pairs.has(key)) pairs.set(key, { keep, merge, why })
  }
  const named = entries.filter((entry) => typeof entry.name === 'string')
  const names = new Set(named.map(({ name }) => String(name)))
  const owners = new Map<string, string>()
  for (const entry of named)
    for (const alias of aliasesOf(entry)) {
      const name = String(entry.name)
      if (names.has(alias)) note(name, alias, 'alias')
      const owner = owners.get(alias)
      if (owner !== undefined) note(owner, name, 'alias')
      owners.set(alias, owner ?? name)
    }
  for (const [keyOf, why] of [
    [plainName, 'alike'],
    [withoutSuffix, 'suffix'],
  ] as const) {
    const seen = new Map<string, string>()
    for (const name of names) {
      const key = keyOf(name)
      const before = key === '' ? undefined : seen.get(key)
      if (before === undefined) seen.set(key, name)
      else note(before, name, why)
    }
  }
  return [...pairs.values()]
}
