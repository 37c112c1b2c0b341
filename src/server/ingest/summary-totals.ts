import { addDecimal } from '#shared/decimal.ts'
import { statedLabel, type StatedOf } from '#shared/headlines/stated-words.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { mayAgree, sumQualifier } from '#shared/metrics/qualifiers.ts'
import { partMetric } from '#shared/metrics/stated.ts'
import { contains, type Period } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import { cellName } from './cells.ts'
import type { Line, StatedCell } from './summary-figures.ts'
import type { Total } from './totals.ts'

/** What becomes of the cells of a line that add up its periods. */
export interface PeriodTotals {
  readonly totals: readonly Total[]
  /** Those that say nothing its periods do not say. */
  readonly passed: readonly StatedCell[]
  /** Why these are passed over. */
  readonly why: string
  /** Those that state what its periods do not add up to, or periods of which nothing else is stated. */
  readonly kept: readonly StatedCell[]
}

/**
 * The totals of a line beside what its periods add up to; where they differ both stay as stated.
 * `open` are the periods of the line, stated or not.
 */
export function periodTotals(
  { subject }: Line,
  figures: readonly StatedCell[],
  ofTotals: readonly StatedCell[],
  open: readonly Period[],
): PeriodTotals {
  const isAdded =
    subject !== null && 'metric' in subject && metricOf(subject.metric).formula.kind === 'sum'
  const why = isAdded ? '合计，与各期之和相符' : '合计，这一项不能按月相加'
  const told = ofTotals.map((total) => {
    const parts = figures.filter(({ period }) => contains(total.period, period))
    if (!isAdded || parts.length === 0) return { total, told: null, isKept: parts.length === 0 }
    const words = `${cellName(total)} ${statedLabel(total.of)}${periodLabel(total.period)}合计`
    const all = open.filter((period) => contains(total.period, period)).length
    const sum = compared(words, total, { parts, all })
    return { total, told: sum, isKept: !sum?.agrees }
  })
  return {
    totals: told.flatMap((each) => each.told ?? []),
    passed: told.flatMap(({ total, isKept }) => (isKept ? [] : [total])),
    why,
    kept: told.flatMap(({ total, isKept }) => (isKept ? [total] : [])),
  }
}

/** The parts of a total that are stated, and how many there are. */
interface Parts {
  readonly parts: readonly StatedCell[]
  readonly all: number
}

/**
 * A total beside the sum of its parts; null where they say nothing of each other: stated in different
 * units, or with parts left open that may be any number.
 */
function compared(words: string, total: StatedCell, { parts, all }: Parts): Total | null {
  const { unit, value, qualifier } = total.amount
  if (parts.some(({ amount }) => amount.unit !== unit)) return null
  const sum = parts.reduce((so, { amount }) => addDecimal(so, amount.value), '0')
  const [stated, counted] = [Number(value), Number(sum)]
  const agrees = mayAgree(
    { value: stated, qualifier },
    { value: counted, qualifier: sumQualifier(parts.map(({ amount }) => amount.qualifier)) },
  )
  const isSaid = agrees || parts.length === all || counted > stated
  return isSaid ? { words: `${words}（${unit}）`, stated, counted, agrees } : null
}

/** A whole and those of its parts of one period that one field tells apart. */
interface Parted extends Parts {
  readonly whole: StatedCell
}

/** Wholes that a sheet states beside their parts, by period: 发布量 and its platforms. */
function parted(figures: readonly StatedCell[], lines: readonly StatedOf[]): Parted[] {
  const byPeriod = Map.groupBy(figures, ({ period }) => period.key)
  return figures.flatMap((whole) => {
    if (whole.of.part) return []
    const fieldOf = (of: StatedOf) => fieldUnder(whole.of.metric, of)
    const own = Map.groupBy(byPeriod.get(whole.period.key) ?? [], ({ of }) => fieldOf(of))
    const fields = lines.map(fieldOf)
    return [...own].flatMap(([field, parts]) =>
      field === null || parts.length < 2
        ? []
        : [{ whole, parts, all: fields.filter((each) => each === field).length }],
    )
  })
}

/** The field by which something is a part of a metric; null where it is none. */
export function fieldUnder(whole: MetricId, { metric, part }: StatedOf): string | null {
  if (part) return metric === whole ? part.field : null
  const { formula } = metricOf(metric)
  const where = formula.kind === 'sum' ? formula.where : undefined
  return where && partMetric(whole, where.field, where.value) === metric ? where.field : null
}

/** Wholes beside the sum of their parts, and the whole each part makes up with the others. */
export function partTotals(
  figures: readonly StatedCell[],
  lines: readonly StatedOf[],
): { readonly totals: readonly Total[]; readonly wholes: ReadonlyMap<StatedCell, string> } {
  const told = parted(figures, lines).flatMap(({ whole, ...parts }) => {
    const label = statedLabel(whole.of)
    const words = `${cellName(whole)} ${label}${periodLabel(whole.period)}，分项相加`
    const total = compared(words, whole, parts)
    return total ? [{ total, label, parts: parts.parts }] : []
  })
  return {
    totals: told.map(({ total }) => total),
    wholes: new Map(told.flatMap(({ label, parts }) => parts.map((part) => [part, label]))),
  }
}
