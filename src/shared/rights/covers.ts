import type { DeskRight, LedgerRight, Right, Which } from './right.ts'

/** What somebody signed in holds, one by one. */
export interface Held {
  desk(right: DeskRight): boolean
  of(right: LedgerRight, which: Which): boolean
}

/** Whether what somebody signed in holds is enough for a right. */
export function covers(held: Held, right: Right): boolean {
  if (right === 'open' || right === 'signingIn' || right === 'signedIn') return true
  if (typeof right === 'string') return held.desk(right)
  if ('all' in right) return right.all.every((each) => covers(held, each))
  if ('any' in right) return right.any.some((each) => covers(held, each))
  if ('see' in right) return held.of('see', right.see)
  if ('write' in right) return held.of('write', right.write)
  return 'review' in right ? held.of('review', right.review) : held.of('identify', right.identify)
}
