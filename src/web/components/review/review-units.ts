import type { AskedUnit, ReviewAnswer } from '#shared/contract/review.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { unitKey, type ReviewState } from '#shared/records/review-states.ts'
import { monthPeriod } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'

/** How a month of a ledger or a batch stands; a draft where nobody submitted it. */
export interface ShownUnit {
  readonly unit: AskedUnit
  readonly name: string
  readonly state: ReviewState
  readonly writtenSince: number
}

type Told = Pick<ReviewAnswer, 'standings' | 'batches'>

/** The unit with its name and state. */
export function shownUnit(unit: AskedUnit, { standings, batches }: Told): ShownUnit {
  const known = standings.find((each) => unitKey(each.unit) === unitKey(unit))
  return {
    unit,
    name: unitName(unit, batches),
    state: known?.state ?? 'draft',
    writtenSince: known?.writtenSince ?? 0,
  }
}

/** `发稿台账 2024年10月`; a batch by its title. */
export function unitName(unit: AskedUnit, batches: Told['batches']): string {
  if (unit.kind === 'month')
    return `${ledgerOf(unit.ledger).label} ${periodLabel(monthPeriod(unit.month))}`
  return batches.find(({ id }) => id === unit.batch)?.title ?? unit.batch
}
