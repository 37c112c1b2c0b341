import { addDecimal } from '../../decimal.ts'
import { metricOf } from '../index.ts'
import { readQualifier, sumQualifier, type Qualifier } from '../qualifiers.ts'
import { chain, metricStated, partStated, text, type StatedRecord } from '../stated.ts'

/** A stated total and the stated parts that name it, with the parts' exact sum as decimal text. */
export interface StatedSum {
  readonly total: StatedRecord
  readonly parts: readonly StatedRecord[]
  /** The field the parts are told by; '' where they name the total's code. */
  readonly by: string
  readonly sum: string
  readonly qualifier: Qualifier
}

/** Stated totals that stated parts of the same source, period and unit name by code or, without one, by name. */
export function statedSums(records: readonly StatedRecord[]): StatedSum[] {
  const named = records.filter(({ row }) => text(row, 'partOf') !== '')
  return records.flatMap((total) => {
    const code = text(total.row, 'code')
    const name = code || text(total.row, 'label')
    const own = named.filter(
      ({ id, row }) =>
        row.partOf === name &&
        id !== total.id &&
        SAME_IN_SUMS.every((f) => row[f] === total.row[f]),
    )
    // A code is one list's own; under a bare name platforms and forms may each make up the whole.
    const byOf = (part: StatedRecord): string => (code === '' ? partedBy(part) : '')
    return [...new Set(own.map(byOf))].map((by) => {
      const parts = own.filter((part) => byOf(part) === by)
      const sum = parts.reduce((so, { row }) => addDecimal(so, text(row, 'value')), '0')
      return { total, parts, by, sum, qualifier: qualifierOfAll(parts) }
    })
  })
}

const SAME_IN_SUMS = ['source', 'periodFrom', 'periodTo', 'unit'] as const

/** The field by which a part is told from its whole: platform of 爱峨边, level of 国家级采用. */
function partedBy(part: StatedRecord): string {
  const metric = metricStated(part)
  const formula = metric && metricOf(metric).formula
  const where = formula?.kind === 'sum' ? formula.where : undefined
  return partStated(part)?.field ?? where?.field ?? ''
}

/** A stated figure and the stated figures of the periods that make up its own, with their sum. */
export interface StatedSpans {
  readonly whole: StatedRecord
  readonly spans: readonly StatedRecord[]
  readonly sum: string
  readonly qualifier: Qualifier
}

const qualifierOfAll = (records: readonly StatedRecord[]): Qualifier =>
  sumQualifier(records.map(({ row }) => readQualifier(row.qualifier)))

/** Stated figures of one metric, source and unit whose periods follow one another to fill a longer one. */
export function statedSpans(records: readonly StatedRecord[]): StatedSpans[] {
  const additive = records.filter(isAdditive)
  return additive.flatMap((whole) => {
    const inside = additive.filter(
      (other) =>
        other.id !== whole.id &&
        SAME_IN_SPANS.every((f) => text(other.row, f) === text(whole.row, f)) &&
        text(other.row, 'periodFrom') >= text(whole.row, 'periodFrom') &&
        text(other.row, 'periodTo') <= text(whole.row, 'periodTo'),
    )
    const { periodFrom, periodTo } = whole.row
    const spans = chain({ from: String(periodFrom), to: String(periodTo) }, inside)
    if (spans.length < 2) return []
    const sum = spans.reduce((so, { row }) => addDecimal(so, text(row, 'value')), '0')
    return [{ whole, spans, sum, qualifier: qualifierOfAll(spans) }]
  })
}

const SAME_IN_SPANS = ['metric', 'unit', 'source', 'partField', 'partValue'] as const

/** Followers of two months do not add up, nor do rates. */
function isAdditive(record: StatedRecord): boolean {
  const metric = metricStated(record)
  return metric !== null && metricOf(metric).formula.kind === 'sum'
}
