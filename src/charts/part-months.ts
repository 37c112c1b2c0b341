import type { Answer } from '#shared/contract/figures.ts'
import { valueLine } from '#shared/headlines/figure-words.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import type { Unit } from '#shared/metrics/define.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { REST_KEY, type Multiples, type Words } from './kinds.ts'

const MOST_PANELS = 12

type Months = Answer['months']
type Series = readonly (number | null)[]

/** What small charts are drawn in: money in 万元, rates in percent, all else as it is kept. */
const SCALES: Partial<Readonly<Record<Unit, { readonly by: number; readonly word: string }>>> = {
  money: { by: 1 / 1_000_000, word: '万元' },
  ratio: { by: 100, word: '%' },
  duration: { by: 1 / 3600, word: '小时' },
}

/**
 * The months of an answer as one small chart a part, the largest first. Past twelve the small ones
 * stand together as 其余; rates, which do not add up, keep the first twelve only.
 */
export function partMonths(answer: Answer, words: Words): Multiples {
  const { metric, months, monthsBefore } = answer
  const { unit, formula } = metricOf(metric)
  const scale = SCALES[unit] ?? { by: 1, word: unit }
  const adds = formula.kind === 'sum'
  const values = partsBySize(months)
  const isFolded = adds && values.length > MOST_PANELS
  const kept = values.slice(0, isFolded ? MOST_PANELS - 1 : MOST_PANELS)
  const rest = isFolded ? values.slice(MOST_PANELS - 1) : []
  const panel = (key: string, label: string, names: readonly string[]) => {
    const sums = sumsOf(months, names, adds)
    const whole = sums.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    return {
      key,
      label,
      values: scaled(sums, scale.by),
      before: scaled(sumsOf(monthsBefore, names, adds), scale.by),
      text: adds ? valueLine(whole, unit) : '',
    }
  }
  return {
    ...words,
    unit: scale.word,
    months: months.map(({ at }) => at),
    partial: months.map(({ figure }) => figure.state === 'counted' && !figure.complete),
    panels: [
      ...kept.map((value) => panel(value, partWord(metric, value), [value])),
      ...(rest.length > 0 ? [panel(REST_KEY, `其余 ${rest.length} 个`, rest)] : []),
    ],
  }
}

/** The values of the cut by their size over the months, those with nothing left out. */
function partsBySize(months: Months): string[] {
  const sizes = new Map<string, number>()
  for (const { parts } of months) {
    for (const { value, amount } of parts) {
      sizes.set(value, (sizes.get(value) ?? 0) + (amount ?? 0))
    }
  }
  return [...sizes]
    .filter(([, size]) => size > 0)
    .sort(([a, x], [b, y]) => y - x || a.localeCompare(b))
    .map(([value]) => value)
}

/**
 * Some parts together, month by month. A counted month without a part that adds up holds none of
 * it; a month that is absent or only stated as a whole says nothing of its parts.
 */
function sumsOf(months: Months, names: readonly string[], adds: boolean): Series {
  return months.map(({ figure, parts }) => {
    const sizes = parts.flatMap((part) => (names.includes(part.value) ? (part.amount ?? []) : []))
    if (sizes.length > 0) return sizes.reduce((sum, size) => sum + size, 0)
    return adds && figure.state === 'counted' && (parts.length > 0 || figure.value === 0) ? 0 : null
  })
}

const scaled = (values: Series, by: number): Series =>
  values.map((value) => (value === null ? null : value * by))
