/** Every automatic check of the budget page. */
export const AUDIT_IDS = [
  'statedDiffers',
  'fundRows',
  'weights',
  'statedScore',
  'lowExecution',
  'missingReason',
  'farAbove',
  'noSample',
  'unitJump',
  'longReason',
  'noVoucher',
  'sharedVoucher',
  'repeated',
  'noLine',
  'overspent',
  'notInPlace',
  'beforeBudget',
  'unexplainedChange',
  'roundAtYearEnd',
  'split',
  'twoNames',
  'allPerfect',
  'sameText',
] as const
export type AuditId = (typeof AUDIT_IDS)[number]

/** A record behind a finding; `amount` in whole 分, null where it is not about money. */
export interface AuditRecord {
  readonly ledger: 'payments' | 'budgetLines' | 'indicators' | 'statedFigures'
  readonly id: string
  readonly label: string
  readonly amount: number | null
}

/** What a check found: records, that there are none, or why it cannot be made. */
export type AuditFinding =
  | { readonly state: 'checked'; readonly records: readonly AuditRecord[]; readonly of: number }
  | { readonly state: 'unable'; readonly why: string }

/** Records found among how many looked at. */
export const checked = (records: readonly AuditRecord[], of: number): AuditFinding => ({
  state: 'checked',
  records,
  of,
})

export const unable = (why: string): AuditFinding => ({ state: 'unable', why })
