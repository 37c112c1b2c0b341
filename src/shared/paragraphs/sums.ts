import { addDecimal } from '../decimal.ts'
import { countText } from '../headlines/figure-words.ts'
import { metricOf, type MetricId } from '../metrics/index.ts'
import type { Proposal } from './propose.ts'

/**
 * `国家级采用、省级采用合计 642 条，与上级采用 1,246 条相差 604 条`: totals of a text that their parts
 * do not add up to, where all are exact and in one unit. A total of fewer than two parts says nothing.
 */
export function sumGaps(proposals: readonly Proposal[]): string[] {
  return proposals.flatMap((whole) => {
    const parts = proposals.filter((each) => isPartOf(each, whole))
    const all = [whole, ...parts]
    const isAlike = all.every(
      ({ amount }) => amount.qualifier === 'exact' && amount.unit === whole.amount.unit,
    )
    if (parts.length < 2 || !isAlike) return []
    const sum = parts.reduce((so, { amount }) => addDecimal(so, amount.value), '0')
    const gap = Math.abs(Number(sum) - Number(whole.amount.value))
    if (gap === 0) return []
    const { unit } = whole.amount
    const { label } = metricOf(whole.metric)
    return [
      `“${parts.map(({ wording }) => wording).join('”“')}”合计 ${countText(Number(sum))} ${unit}，` +
        `与${label} ${countText(Number(whole.amount.value))} ${unit}相差 ${countText(gap)} ${unit}`,
    ]
  })
}

function isPartOf(part: Proposal, whole: Proposal): boolean {
  const isSameTime = part.period.from === whole.period.from && part.period.to === whole.period.to
  if (!isSameTime || part.isGrowth || whole.isGrowth || whole.part || part.from < whole.from)
    return false
  return part.part ? part.metric === whole.metric : isNamedPart(part.metric, whole.metric)
}

/** 国家级采用 is a part of 上级采用: one value of a field of the same measure. */
function isNamedPart(part: MetricId, whole: MetricId): boolean {
  const [one, all] = [metricOf(part).formula, metricOf(whole).formula]
  return (
    one.kind === 'sum' &&
    all.kind === 'sum' &&
    one.where !== undefined &&
    all.where === undefined &&
    one.ledger === all.ledger &&
    one.measure === all.measure
  )
}
