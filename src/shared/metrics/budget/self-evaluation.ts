import { compareDecimal, scaleDecimal } from '../../decimal.ts'
import type { WeightPreset } from '../../settings/weights.ts'
import { ruleOf, type Indicator, type Score } from './indicator-score.ts'

/** What of an indicator its sheet adds up; points in whole hundredths. */
export interface Marked {
  /** First level: output, benefit … or execution. */
  readonly level: string
  readonly weight: number
  readonly score: Score
  /** Not applicable: dropped, and the rest stands for the whole. */
  readonly isDropped: boolean
}

/** A sheet's score; only whole where every indicator that applies has one. */
export interface SheetScore {
  readonly points: number
  /** Weights of what is scored, and of all that applies. */
  readonly scoredWeight: number
  readonly weight: number
  /** Out of a hundred, in hundredths; null while an indicator has no score or nothing applies. */
  readonly total: number | null
}

/**
 * The score of one self-evaluation sheet: points added up; where indicators do not apply, the rest
 * is rescaled to 100 (notes of 项目支出绩效自评表). Sheets are never averaged with one another.
 */
export function sheetScore(rows: readonly Marked[]): SheetScore {
  const kept = rows.filter(({ isDropped }) => !isDropped)
  const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0)
  const scored = kept.filter(({ score }) => score.state === 'scored')
  const points = sum(kept.map(({ score }) => (score.state === 'scored' ? score.points : 0)))
  const weight = sum(kept.map((row) => row.weight))
  const isWhole = weight > 0 && scored.length === kept.length
  const isRescaled = kept.length < rows.length
  const total = isRescaled ? Math.round((points * HUNDRED) / weight) : points
  return {
    points,
    weight,
    scoredWeight: sum(scored.map((row) => row.weight)),
    total: isWhole ? total : null,
  }
}

const HUNDRED = 100_00

export type Grade = '优' | '良' | '中' | '差'

/** 优 from 90, 良 from 80, 中 from 60, 差 below; points in hundredths. 财政部预算司's grades. */
export function gradeOf(total: number): Grade {
  if (total >= 90_00) return '优'
  if (total >= 80_00) return '良'
  return total >= 60_00 ? '中' : '差'
}

/** Where weights are not what they should add up to; in hundredths, `level` null for the whole. */
export interface WeightFault {
  readonly level: string | null
  readonly is: number
  readonly should: number
}

/** Weights held against a preset: the whole to 100, and each first level it names. */
export function weightFaults(rows: readonly Marked[], preset: WeightPreset): WeightFault[] {
  const of = (level: string | null) =>
    rows
      .filter((row) => level === null || row.level === level)
      .reduce((sum, { weight }) => sum + weight, 0)
  const wanted: [string | null, number][] = [
    [null, 100],
    ['execution', preset.execution],
    ...Object.entries(preset.levels ?? {}),
  ]
  return wanted.flatMap(([level, points]) =>
    of(level) === points * 100 ? [] : [{ level, is: of(level), should: points * 100 }],
  )
}

/** Whether an indicator has to be explained: short of its points, or far above its target. */
export type Demand = 'none' | 'below' | 'above'

/**
 * A reason is demanded below a share of the points, and where ≥ and = targets are exceeded by more
 * than a share; both in whole percent. Sichuan's form demands it below 90 %.
 */
export function demandOf(
  indicator: Indicator,
  { weight, score }: Pick<Marked, 'weight' | 'score'>,
  limits: { readonly reasonBelow: number; readonly reasonAbove: number },
): Demand {
  if (score.state === 'scored' && score.points * 100 < weight * limits.reasonBelow) return 'below'
  const { sign, target, actual } = indicator
  if (ruleOf(indicator) === 'tier' || sign === 'atMost' || target === null || actual === null)
    return 'none'
  const limit = scaleDecimal(target, 2)
  const share = BigInt(100 + limits.reasonAbove)
  const [whole, places] = wholeOf(limit)
  const bound = scaleDecimal(String(whole * share), -places - 4)
  return compareDecimal(target, '0') > 0 && compareDecimal(actual, bound) > 0 ? 'above' : 'none'
}

function wholeOf(text: string): [bigint, number] {
  const places = text.split('.')[1]?.length ?? 0
  return [BigInt(scaleDecimal(text, places)), places]
}
