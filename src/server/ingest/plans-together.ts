import type { Ledger } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import type { SheetContext } from './context.ts'
import type { Head } from './head.ts'
import { headingOf } from './heading.ts'
import type { MappedColumn } from './map-columns.ts'
import type { Plan } from './recognise.ts'

/** A head tried as one ledger. */
export interface Attempt {
  readonly head: Head
  readonly context: SheetContext
  readonly plan: Plan
  readonly points: number
  readonly matched: number
  readonly missing: readonly string[]
  /** Its records are of months that stand across, below one another or in the sheet's name. */
  readonly isMonthly: boolean
}

/**
 * The best fit; where a sheet holds amounts of months beside one of the whole year, both, the second even
 * where one thing lacks, which is then asked for. Their head may be a line deeper than that of the best,
 * which then read their group as a column.
 */
export function besides(best: Attempt, tries: readonly Attempt[]): Attempt[] {
  const books = tries
    .filter(({ head, plan }) => head.rows[0] === best.head.rows[0] && amountsOf(plan).size > 0)
    .toSorted((a, b) => b.points - a.points)
  const monthly = books.find(({ isMonthly, missing }) => isMonthly && missing.length === 0)
  const own = amountsOf(monthly?.plan)
  const whole = books.find(
    ({ head, plan, missing, isMonthly }) =>
      head === monthly?.head &&
      !isMonthly &&
      missing.length <= 1 &&
      [...amountsOf(plan)].every((index) => !own.has(index)),
  )
  const pair = monthly && whole ? [whole, monthly] : []
  return pair.some(({ plan }) => plan.ledger === best.plan.ledger) ? pair : [best]
}

/** The columns a plan reads the amount of its records from. */
function amountsOf(plan: Plan | undefined): ReadonlySet<number> {
  const fields = plan ? ledgerOf(plan.ledger).fields : {}
  const isAmount = ({ field }: MappedColumn): boolean => {
    const definition = field === null ? undefined : fields[field]
    return definition?.kind === 'money' && definition.required === true
  }
  return new Set(plan?.columns.filter(isAmount).map(({ column }) => column.index))
}

/** Whether a column of months dates the records. */
export const isByMonth = ({ fields }: Ledger, columns: readonly MappedColumn[]): boolean =>
  columns.some(
    ({ field, column }) =>
      field !== null &&
      fields[field]?.kind === 'dayOrMonth' &&
      /^月份?$/.test(headingOf(column.text).bare),
  )

/** Of two plans on one sheet, each lists what it uses itself; sums across go with the months. */
export function apart(plans: readonly Plan[]): Plan[] {
  return plans.map((plan) => {
    const others = plans.filter((other) => other !== plan).flatMap(({ columns }) => columns)
    const isElsewhere = ({ column, how }: MappedColumn) =>
      how === 'total'
        ? others.some((other) => other.how === 'months')
        : how === 'unused' &&
          others.some((other) => other.column === column && other.field !== null)
    return { ...plan, columns: plan.columns.filter((column) => !isElsewhere(column)) }
  })
}
