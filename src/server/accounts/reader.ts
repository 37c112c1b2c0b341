import type { Me, RightsAnswer } from '#shared/contract/session.ts'
import { LEDGER_RIGHT_IDS, type Right } from '#shared/rights/right.ts'
import {
  allows,
  holds,
  NO_RIGHTS,
  rightsOf,
  type Rights,
  type Standing,
} from '#shared/rights/rights.ts'
import { EVERYTHING } from '#shared/rights/roles.ts'
import type { AccountsSettings } from '#shared/settings/accounts.ts'
import { DeskError } from '#shared/diagnostics.ts'

/** Who asks, and what they may do. */
export interface Reader {
  readonly standing: Standing
  readonly rights: Rights
  /** The id of their account; '' for none. */
  readonly account: string
  /** The name writes carry. */
  readonly name: string
  /** Whose records are one's own, where a role reaches no further; '' for none. */
  readonly department: string
  /** Nobody in particular: of a desk without accounts, or the desk itself. */
  readonly isAnyone?: boolean
}

/** Everybody, on a desk without accounts. */
export const openReader = (name: string): Reader => ({
  standing: 'signedIn',
  rights: rightsOf(EVERYTHING, ''),
  account: '',
  name,
  department: '',
  isAnyone: true,
})

export const NOBODY: Reader = {
  standing: 'nobody',
  rights: NO_RIGHTS,
  account: '',
  name: '',
  department: '',
}

/** Throws SIGN_IN_NEEDED or RIGHT_MISSING where a reader may not call what takes this right. */
export function mustAllow(
  reader: Reader,
  right: Right,
  params: Readonly<Record<string, string | undefined>> = {},
): void {
  if (allows(reader, right, params)) return
  const isKnown = reader.standing === 'signedIn' || reader.standing === 'wall'
  throw new DeskError(isKnown ? 'RIGHT_MISSING' : 'SIGN_IN_NEEDED')
}

export function rightsAnswer(rights: Rights): RightsAnswer {
  const { desk, ledgers } = rights
  return {
    desk: [...desk],
    see: Object.fromEntries(ledgers.see),
    write: Object.fromEntries(ledgers.write),
    review: Object.fromEntries(ledgers.review),
    identify: Object.fromEntries(ledgers.identify),
    every: LEDGER_RIGHT_IDS.filter((right) => holds(rights, right, 'every', {})),
  }
}

/** The answer about a reader who has no account: of an open desk, or nobody. */
export const meWithout = (
  stage: Me['stage'],
  centre: string,
  { name, rights }: Reader,
  { leastPassword, isWatermarked }: Pick<AccountsSettings, 'leastPassword' | 'isWatermarked'>,
): Me => ({
  stage,
  centre,
  name,
  user: '',
  department: '',
  roles: [],
  rights: rightsAnswer(rights),
  hasTotp: false,
  leastPassword,
  isWatermarked,
})
