import type { RecordsQueryText } from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { partNames, type Where } from '#shared/metrics/define.ts'
import { metricNamed, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { EARLIEST } from '#shared/time/day.ts'
import type { Period } from '#shared/time/period.ts'

/** The records behind a figure, or behind one side of it, as the address of their list. */
export interface RecordsBehind {
  /** The metric that these records make: of a rate its numerator or its denominator. */
  readonly metric: MetricId
  readonly ledger: LedgerId
  readonly query: RecordsQueryText
}

/**
 * Where the records behind a figure are, derived from its formula: the same ledger, measure, period
 * and part, so that the list is as long as the figure says. A rate has two sides, the numerator
 * first. Empty where no record stands behind it (序时进度, 应播时长).
 */
export function recordsBehind(metric: MetricId, period: Period, part?: Where): RecordsBehind[] {
  const { formula, span } = metricOf(metric)
  const own = (ledger: LedgerId, query: RecordsQueryText): RecordsBehind[] => [
    { metric, ledger, query },
  ]
  switch (formula.kind) {
    case 'sum': {
      const wheres = [formula.where, part].filter((where) => where !== undefined)
      return own(formula.ledger, {
        measure: formula.measure,
        p: period.key,
        ...(span === 'year' && { at: 'year' as const }),
        ...(wheres.length > 0 && { where: wheres.map(whereText).join(',') }),
      })
    }
    case 'distinct':
    case 'quantile': {
      const held = part && { where: whereText(part) }
      return own(formula.ledger, { measure: formula.measure, p: period.key, ...held })
    }
    case 'last': {
      const held = part && { where: whereText(part) }
      return own(formula.ledger, { measure: formula.measure, at: 'last', p: period.key, ...held })
    }
    case 'since':
      return own(formula.ledger, { measure: formula.measure, p: `${EARLIEST}..${period.to}` })
    case 'balance':
    case 'standing': {
      const { opened: measure, closed: until } = formula
      const held = part && { where: whereText(part) }
      return own(formula.ledger, { measure, at: 'open', until, p: period.key, ...held })
    }
    case 'held': {
      const held = part && { where: whereText(part) }
      const { ledger, side } = formula
      return own(ledger, { measure: 'records', p: period.key, held: side, ...held })
    }
    default:
      return partNames(formula).flatMap((name) => recordsBehind(metricNamed(name), period, part))
  }
}

export const whereText = ({ field, value }: Where): string =>
  `${field}:${encodeURIComponent(value)}`
