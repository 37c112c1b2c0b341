import { groupDigits } from '#shared/money.ts'

/** The least of 1, 2, 5, 10, 20 … (and their tenths) that is not below a size. */
export function niceStep(size: number): number {
  if (size <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9)
  const step = [1, 2, 5, 10].find((times) => times * power >= size - power * 1e-9) ?? 10
  return step * power
}

/** Marks of an axis from zero past `highest`, about `count` steps; whole ones unless it is below 1. */
export function ticks(highest: number, count: number): number[] {
  const rough = niceStep(Math.max(highest, 0) / count)
  const step = highest >= 1 || highest <= 0 ? Math.max(1, rough) : rough
  const last = Math.max(1, Math.ceil(highest / step - 1e-9))
  return Array.from({ length: last + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

/**
 * A length on a scale of logarithms that still has a zero, as a share of one: log(1 + value)
 * over log(1 + highest).
 */
export function logShare(value: number, highest: number): number {
  return value <= 0 || highest <= 0 ? 0 : Math.log1p(value) / Math.log1p(highest)
}

/** Levels of a heat above zero. */
const LEVELS = 4

/**
 * Where the levels of a heat begin above zero, in whole steps; the last level is open. Judged by
 * the 95th percentile, so that one day out of all proportion does not make the others pale.
 */
export function heatLevels(values: readonly number[]): number[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const usual = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
  if (usual === 0) return []
  const isWhole = sorted.every((value) => Number.isInteger(value))
  const step = isWhole ? Math.max(1, Math.ceil(usual / LEVELS)) : niceStep(usual / LEVELS)
  const highest = sorted.at(-1) ?? 0
  return Array.from({ length: LEVELS }, (_, i) =>
    isWhole ? i * step + 1 : Number((i * step).toPrecision(12)),
  ).filter((from) => from <= highest)
}

/** 0 for zero, else 1 to 4: the level whose beginning lies last below the value. */
export function heatLevel(value: number, levels: readonly number[]): number {
  return value <= 0 ? 0 : Math.max(1, levels.filter((from) => value >= from).length)
}

/** The words of each level, zero first: `0`, `1—5`, `6—10`, `11 条以上`. */
export function heatWords(levels: readonly number[], unit: string): string[] {
  const isWhole = levels.every((from) => Number.isInteger(from)) && levels[0] !== 0
  return [
    '0',
    ...levels.map((from, i) => {
      const next = levels[i + 1]
      if (next === undefined) return `${amountText(from, unit)}以上`
      if (!isWhole) return `${numberText(from)}—${numberText(next)}`
      return next - 1 === from ? numberText(from) : `${numberText(from)}—${numberText(next - 1)}`
    }),
  ]
}

/** A number as it stands on a chart: grouped, two decimals at most. */
export function numberText(value: number): string {
  const [whole = '', fraction] = String(Number(Math.abs(value).toFixed(2))).split('.')
  const text = fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`
  return value < 0 && text !== '0' ? `-${text}` : text
}

/** The same with its unit: `1,044 条`, `3.2%`. */
export const amountText = (value: number, unit: string): string =>
  unit === '' || unit === '%' ? `${numberText(value)}${unit}` : `${numberText(value)} ${unit}`
