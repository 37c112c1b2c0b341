import type { Edits } from '#shared/contract/edits.ts'
import type { EntryAnswer } from '#shared/contract/entry.ts'
import { statedArea, statedLabel } from '#shared/headlines/stated-words.ts'
import { valueLine } from '#shared/headlines/figure-words.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { qualifierPrefix } from '#shared/metrics/qualifiers.ts'
import { inUnit } from '#shared/metrics/stated.ts'
import type { Proposal } from '#shared/paragraphs/propose.ts'
import type { KnownNames } from '#shared/paragraphs/subjects.ts'
import { periodLabel } from '#shared/time/words.ts'

/** The centre's own names of its lists, and for levels. */
export const namesOf = ({ names, levels }: EntryAnswer): KnownNames => ({
  lists: new Map(
    [...new Set(names.map(({ list }) => list))].map((list) => [
      list,
      new Map(names.flatMap((each) => (each.list === list ? [[each.written, each.name]] : []))),
    ]),
  ),
  levels: new Map(levels.map(({ written, level }) => [written, level])),
})

/** `上级采用（爱峨边）`, `上级采用同比增减`. */
export function proposalLabel({ metric, part, isGrowth }: Proposal): string {
  const label = statedLabel({ metric, part })
  return isGrowth ? `${label}同比增减` : label
}

/** `约 120,000 人次`: how a proposed number is read. */
export function proposalWords({ metric, amount }: Proposal): string {
  const { unit } = metricOf(metric)
  const value = inUnit(amount.value, amount.unit, unit)
  return value === null ? '' : `${qualifierPrefix(amount.qualifier)}${valueLine(value, unit)}`
}

/** Whether a metric can take a number of this unit. */
export const takes = (metric: MetricId, { value, unit }: Proposal['amount']): boolean => {
  const own = metricOf(metric).unit
  const isAlike = (unit === '%') === (own === 'ratio') && unit.endsWith('元') === (own === 'money')
  return isAlike && inUnit(value, unit, own) !== null
}

/** One act that keeps the accepted figures, each with the words it was read from. */
export const acceptedEdits = (
  text: string,
  accepted: readonly Proposal[],
  source: string,
): Edits => ({
  adds: accepted.map((proposal) => {
    const { metric, part, isGrowth, amount, period, wording } = proposal
    return {
      label: proposalLabel(proposal),
      area: statedArea(metric),
      value: amount.value,
      unit: amount.unit,
      qualifier: amount.qualifier,
      wording,
      periodFrom: period.from,
      periodTo: period.to,
      periodWord: proposal.periodWords || periodLabel(period),
      source,
      ...(isGrowth ? { growthOf: metric } : { metric }),
      ...(part && { partField: part.field, partValue: part.value }),
      note: sentenceAround(text, proposal),
    }
  }),
  why: '从一段话填报',
})

/** The sentence a number stands in. */
export function sentenceAround(text: string, { from, to }: Pick<Proposal, 'from' | 'to'>): string {
  const start = Math.max(...['。', '；', '\n'].map((end) => text.lastIndexOf(end, from - 1))) + 1
  const ends = ['。', '；', '\n'].map((end) => text.indexOf(end, to)).filter((at) => at >= 0)
  return text.slice(start, ends.length > 0 ? Math.min(...ends) : undefined).trim()
}
