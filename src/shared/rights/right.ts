import type { LedgerId } from '../ledgers/index.ts'

/** What a person may do with the desk as a whole. */
const DESK_RIGHTS = ['export', 'close', 'present', 'settings', 'accounts', 'wall'] as const
type DeskRight = (typeof DESK_RIGHTS)[number]

/** One ledger; the one the address names under `:ledger` or `:list`; at least one; every one. */
type Which = LedgerId | 'ofParams' | 'some' | 'every'

/**
 * What calling an endpoint takes. `open`: nothing, also nobody signed in. `signedIn`: an account or a
 * token; the answer holds no more than its holder may see.
 */
export type Right =
  | 'open'
  | 'signedIn'
  | DeskRight
  | { readonly see: Which }
  | { readonly write: Which }
  | { readonly review: Which }
  /** All of them. */
  | { readonly all: readonly Right[] }
  /** One of them is enough. */
  | { readonly any: readonly Right[] }
