import { QUALIFIERS } from '../ledgers/dictionaries.ts'
import type { Figure } from './figure.ts'

/** How exact a value is, and to which side it errs. */
export type Qualifier = keyof typeof QUALIFIERS

export const isQualifier = (code: string): code is Qualifier => Object.hasOwn(QUALIFIERS, code)

/** How exact a figure is; what is counted is exact. */
export const qualifierOf = (figure: Figure): Qualifier =>
  figure.state === 'stated' ? readQualifier(figure.qualifier) : 'exact'

/** A code nobody knows is not taken for exact. */
export const readQualifier = (code: unknown): Qualifier =>
  typeof code === 'string' && isQualifier(code) ? code : 'about'

/**
 * How exact a sum is. One part that is not exact makes it so too; where all of those err to one
 * side the sum does (近 and 近 is 近), else it is 约.
 */
export function sumQualifier(parts: readonly Qualifier[]): Qualifier {
  const [first = 'exact', ...others] = new Set(parts.filter((part) => part !== 'exact'))
  return others.length === 0 ? first : 'about'
}

/** How exact a ratio or a difference is: its side is not known, so 约 unless both are exact. */
export const derivedQualifier = (sides: readonly Qualifier[]): Qualifier =>
  sides.every((side) => side === 'exact') ? 'exact' : 'about'

/** The word before a number that has no wording of its own: `约 `, `近 `; nothing for exact ones. */
export const qualifierPrefix = (qualifier: Qualifier): string => PREFIXES[qualifier]

const PREFIXES: Readonly<Record<Qualifier, string>> = {
  exact: '',
  about: '约 ',
  nearly: '近 ',
  moreThan: '超 ',
  atLeast: '不少于 ',
  atMost: '不超过 ',
}

/** Whether two values may be one and the same, as exactly as each was said. */
export function mayAgree(a: Said, b: Said): boolean {
  if (a.qualifier === 'exact') return isAllowed(a.value, b.value, b.qualifier)
  if (b.qualifier === 'exact') return isAllowed(b.value, a.value, a.qualifier)
  return isAllowed(a.value, b.value, 'about')
}

interface Said {
  readonly value: number
  readonly qualifier: Qualifier
}

/** Whether a value is what stated words allow: 140余 allows 140 and more, 约 five in a hundred. */
export function isAllowed(value: number, stated: number, qualifier: Qualifier): boolean {
  if (qualifier === 'moreThan' || qualifier === 'atLeast') return value >= stated
  if (qualifier === 'nearly' || qualifier === 'atMost') return value <= stated
  if (qualifier === 'about') return Math.abs(value - stated) <= Math.abs(stated) * 0.05
  return value === stated
}
