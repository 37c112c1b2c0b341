import type { LedgerId } from '../ledgers/index.ts'

/**
 * Lines of work, by which the roles a desk starts with are given their ledgers. A ledger of no area
 * is seen by roles that see every ledger, until somebody grants it.
 */
export const AREAS = {
  content: ['pieces', 'accountFigures', 'campaigns', 'liveStreams'],
  adoption: ['adoptions', 'submissions'],
  sentiment: ['monitoring', 'alerts', 'petitions'],
  safety: ['checks', 'faults', 'maintenance', 'exercises', 'duties'],
  budget: ['budgetLines', 'payments', 'indicators', 'explanations'],
  affairs: ['meetings', 'honours', 'rectifications', 'aid', 'staffing'],
  stated: ['statedFigures', 'targets', 'protections', 'notes', 'acknowledgements'],
  lists: ['platforms', 'outlets', 'departments', 'people', 'townships', 'projects', 'topics'],
} as const satisfies Readonly<Record<string, readonly LedgerId[]>>

export type AreaId = keyof typeof AREAS
