import type { Row } from '../ledgers/define.ts'
import { ledgerOf } from '../ledgers/index.ts'
import { isDecimal, scaleDecimal } from '../decimal.ts'
import { isDay } from '../time/day.ts'
import type { Interval } from '../time/period.ts'
import type { Unit, Where } from './define.ts'
import { METRIC_IDS, isMetricId, metricNamed, metricOf, type MetricId } from './index.ts'
import { inUnit } from './stated.ts'

export type TargetKind = 'total' | 'floor' | 'ceiling' | 'range'
export type TargetStep = 'day' | 'month' | 'span'

/** Why a target cannot be judged as it is written. */
export const TARGET_PROBLEMS = [
  'unknownMetric', // its metric is none of the desk's
  'noSpan', // its days are missing or turned round
  'noBound', // no number to reach or keep below; a range needs both
  'unlikeUnit', // its unit is not the metric's
  'unknownPart', // the metric is not split by that field, or has no such part
  'unlikeStep', // a figure that is no sum has no days to hold
  'unlikeSpan', // a figure of the year is counted from 1 January alone
] as const

export type TargetProblem = (typeof TARGET_PROBLEMS)[number]

/** A target as it was written, its bounds in the metric's own unit. */
export interface Target {
  readonly id: string
  readonly label: string
  readonly wording: string
  readonly source: string
  readonly metric: MetricId
  readonly part: Where | null
  readonly kind: TargetKind
  readonly step: TargetStep
  readonly low: number | null
  readonly high: number | null
  readonly span: Interval
}

export type ReadTarget =
  | { readonly target: Target; readonly problem: TargetProblem | null }
  | { readonly target: null; readonly problem: 'unknownMetric' | 'noSpan' }

const text = (row: Row, field: string): string => {
  const cell = row[field] ?? null
  return cell === null ? '' : String(cell).trim()
}

/** A record of 目标 as a target; without one where nobody can say what it is held against, or when. */
export function readTarget(row: Row): ReadTarget {
  const metric = metricCalled(text(row, 'metric'))
  if (metric === null) return { target: null, problem: 'unknownMetric' }
  const span = { from: text(row, 'from'), to: text(row, 'to') }
  if (!isDay(span.from) || !isDay(span.to) || span.from > span.to)
    return { target: null, problem: 'noSpan' }
  const kind = kindOf(text(row, 'kind'))
  const step = stepOf(text(row, 'step'))
  const part = partOf(metric, text(row, 'partField'), text(row, 'partValue'))
  const bounds = boundsOf(row, kind, metricOf(metric).unit)
  const target: Target = {
    id: text(row, 'id'),
    label: text(row, 'label'),
    wording: text(row, 'wording'),
    source: text(row, 'source'),
    metric,
    part: part === 'unknown' ? null : part,
    kind,
    step,
    low: typeof bounds === 'string' ? null : bounds.low,
    high: typeof bounds === 'string' ? null : bounds.high,
    span,
  }
  if (typeof bounds === 'string') return { target, problem: bounds }
  if (part === 'unknown') return { target, problem: 'unknownPart' }
  const { formula, span: counted } = metricOf(metric)
  if (step === 'day' && formula.kind !== 'sum') return { target, problem: 'unlikeStep' }
  if (counted === 'year' && (step !== 'span' || !span.from.endsWith('-01-01')))
    return { target, problem: 'unlikeSpan' }
  return { target, problem: null }
}

/** A metric by its id, its label or a name reports state it by. */
export function metricCalled(name: string): MetricId | null {
  if (isMetricId(name)) return name
  const found = METRIC_IDS.find((id) => {
    const { label, statedAs = [] } = metricOf(id)
    return name !== '' && (label === name || statedAs.includes(name))
  })
  return found ?? null
}

function kindOf(word: string): TargetKind {
  return word === 'floor' || word === 'ceiling' || word === 'range' ? word : 'total'
}

function stepOf(word: string): TargetStep {
  return word === 'day' || word === 'month' ? word : 'span'
}

/** One number is what the kind makes of it, in whichever column it was written. */
function boundsOf(
  row: Row,
  kind: TargetKind,
  unit: Unit,
): { low: number | null; high: number | null } | 'noBound' | 'unlikeUnit' {
  const written = [text(row, 'low'), text(row, 'high')].map((bound) =>
    bound === '' ? null : boundIn(bound, text(row, 'unit'), unit),
  )
  const [low = null, high = null] = written
  if (low === 'unlikeUnit' || high === 'unlikeUnit') return 'unlikeUnit'
  if (kind === 'range')
    return low === null || high === null || low > high ? 'noBound' : { low, high }
  const goal = kind === 'ceiling' ? (high ?? low) : (low ?? high)
  if (goal === null) return 'noBound'
  return kind === 'ceiling' ? { low: null, high: goal } : { low: goal, high: null }
}

const SECONDS: Readonly<Record<string, number>> = {
  秒: 1,
  '': 1,
  分: 60,
  分钟: 60,
  小时: 3600,
  天: 86_400,
}

/** `3` `条/天` in the unit 条; `30` `分钟` as seconds; what does not fit is refused, never guessed. */
function boundIn(bound: string, printed: string, unit: Unit): number | 'unlikeUnit' | null {
  if (!isDecimal(bound)) return null
  const word = printed.replace(/[/／每](天|日|月|季度?|年)$/, '')
  if (unit === 'duration' || unit === 'hours') {
    const seconds = unit === 'hours' && word === '' ? 3600 : SECONDS[word]
    return seconds === undefined ? 'unlikeUnit' : Number(bound) * seconds
  }
  if (unit === 'points')
    return word === '' || /^(个)?百分点$/.test(word) ? Number(bound) : 'unlikeUnit'
  if (unit === 'stopRate') return word === '' || word === '秒/百小时' ? Number(bound) : 'unlikeUnit'
  if (unit === 'money' || unit === 'ratio') return inUnit(bound, word, unit) ?? 'unlikeUnit'
  if (word === `万${unit}` || word === '万') return Number(scaleDecimal(bound, 4))
  return word === '' || word === unit ? Number(bound) : 'unlikeUnit'
}

/** The fields a target of a metric may be held to one part of, with the words people know them by. */
export function partFields(metric: MetricId): { readonly id: string; readonly label: string }[] {
  const fields = fieldsOf(metric)
  return (metricOf(metric).by ?? []).map((id) => ({ id, label: fields[id]?.label ?? id }))
}

/** The part a target speaks of; the field may be named or left to the part's word. */
function partOf(metric: MetricId, fieldWord: string, value: string): Where | null | 'unknown' {
  if (value === '') return null
  const { by = [] } = metricOf(metric)
  const fields = fieldsOf(metric)
  const wanted = by.filter(
    (id) => fieldWord === '' || id === fieldWord || fields[id]?.label === fieldWord,
  )
  for (const field of wanted) {
    const { options } = fields[field] ?? {}
    const code = Object.entries(options ?? {}).find(
      ([id, option]) => id === value || option.label === value || option.words?.includes(value),
    )
    if (code) return { field, value: code[0] }
    if (!options) return { field, value }
  }
  return 'unknown'
}

/** The fields of the ledger that a metric, or the metrics it divides, are counted from. */
function fieldsOf(metric: MetricId): ReturnType<typeof ledgerOf>['fields'] {
  const { formula } = metricOf(metric)
  if ('ledger' in formula) return ledgerOf(formula.ledger).fields
  if (formula.kind === 'ratio') return fieldsOf(metricNamed(formula.bottom))
  return {}
}
