import { compareDecimal } from '../../decimal.ts'
import type { INDICATOR_SIGNS, INDICATOR_TIERS, SCORING_RULES } from '../../ledgers/budget-words.ts'
import { hundredths, pointsText, shareOf, wholes } from './score-points.ts'
import { pointsOfStep, stepsFrom } from './score-steps.ts'

export type Sign = keyof typeof INDICATOR_SIGNS
export type Rule = keyof typeof SCORING_RULES
export type Tier = keyof typeof INDICATOR_TIERS

/** An indicator as it is entered: exact decimal text, null where a cell is empty. */
export interface Indicator {
  /** Without one, 定性 indicators are tiers and the others ratios. */
  readonly rule: Rule | null
  readonly sign: Sign | null
  readonly target: string | null
  readonly actual: string | null
  readonly weight: string
  /** `≤0:3；≤10:2`, for steps. */
  readonly steps: string | null
  /** Points taken off for each whole `deductionStep` beyond the target, never below `lowest`. */
  readonly deduction: string | null
  readonly deductionStep: string | null
  readonly lowest: string | null
  readonly tier: Tier | null
  readonly statedScore: string | null
}

/** Why an indicator has no score. */
export const UNSCORED = [
  'badWeight',
  'noTarget',
  'noActual',
  'negative',
  'badSteps',
  'noDeduction',
  'noTier',
  'noAward',
  'outsideTier',
] as const
export type Unscored = (typeof UNSCORED)[number]

/** Points in whole hundredths, and how they come about, to be read beside the score. */
export type Score =
  | { readonly state: 'scored'; readonly points: number; readonly working: string }
  | { readonly state: 'unscored'; readonly why: Unscored }

/** The score of an indicator by the rule it names. The kinds: `ledgers/budget-words.ts`. */
export function scoreOf(indicator: Indicator): Score {
  const weight = hundredths(indicator.weight)
  if (weight === null || weight < 0) return unscored('badWeight')
  switch (ruleOf(indicator)) {
    case 'ratio':
      return byRatio(indicator, weight)
    case 'steps':
      return bySteps(indicator, weight)
    case 'deduction':
      return byDeduction(indicator, weight)
    case 'tier':
      return byTier(indicator, weight)
  }
}

/** The rule that holds for an indicator. */
export const ruleOf = ({ rule, sign }: Pick<Indicator, 'rule' | 'sign'>): Rule =>
  rule ?? (sign === 'qualitative' ? 'tier' : 'ratio')

/**
 * 按比例: reached is full marks; else ≥ actual ÷ target, ≤ target ÷ actual, = the smaller ÷ the
 * larger, times the weight, to a hundredth (四舍五入). As the notes of 项目支出绩效自评表 have
 * it; = is the desk's own.
 */
function byRatio({ sign, target, actual }: Indicator, weight: number): Score {
  if (target === null) return unscored('noTarget')
  if (actual === null) return unscored('noActual')
  if (compareDecimal(target, '0') < 0 || compareDecimal(actual, '0') < 0)
    return unscored('negative')
  const order = compareDecimal(actual, target)
  const isReached = sign === 'atMost' ? order <= 0 : sign === 'equal' ? order === 0 : order >= 0
  const full = pointsText(weight)
  if (isReached) return scored(weight, `完成值 ${actual} 达到指标值 ${target}，得满分 ${full}`)
  const [top, bottom] = order < 0 ? [actual, target] : [target, actual]
  const points = shareOf(weight, top, bottom)
  return scored(points, `${full} × ${top} ÷ ${bottom} = ${pointsText(points)}`)
}

/** 分档: the points of the first step that takes the actual value, 0 where none does. */
function bySteps({ steps, actual }: Indicator, weight: number): Score {
  const list = steps === null ? null : stepsFrom(steps)
  if (list === null || list.some(({ points }) => points > weight)) return unscored('badSteps')
  if (actual === null) return unscored('noActual')
  const step = pointsOfStep(list, actual)
  if (!step) return scored(0, `完成值 ${actual} 不在任何一档，得 0`)
  return scored(
    step.points,
    `完成值 ${actual} 落在“${step.wording}”一档，得 ${pointsText(step.points)}`,
  )
}

/**
 * 扣分: full marks less the deduction for each whole unit beyond the target, never below `lowest`.
 * A unit that is not full takes nothing off. Hunan's 每超1个百分点扣0.5分 is one such.
 */
function byDeduction(indicator: Indicator, weight: number): Score {
  const { sign, target, actual, deductionStep } = indicator
  const each = hundredths(indicator.deduction)
  const step = deductionStep ?? '1'
  if (each === null || each < 0 || compareDecimal(step, '0') <= 0) return unscored('noDeduction')
  if (target === null) return unscored('noTarget')
  if (actual === null) return unscored('noActual')
  const [limit, value, size] = wholes(target, actual, step)
  const beyond =
    sign === 'atLeast' ? limit - value : sign === 'equal' ? abs(value - limit) : value - limit
  const units = beyond > 0n ? Number(beyond / size) : 0
  const floor = Math.max(0, hundredths(indicator.lowest) ?? 0)
  const points = Math.max(Math.min(floor, weight), weight - units * each)
  const full = pointsText(weight)
  if (units === 0)
    return scored(points, `完成值 ${actual} 没有超出指标值 ${target} 一个单位，得满分 ${full}`)
  const held = weight - units * each < points ? `，不低于 ${pointsText(points)}` : ''
  return scored(
    points,
    `超出 ${units} 个单位（每 ${step}）：${full} − ${units} × ${pointsText(each)}${held} = ${pointsText(points)}`,
  )
}

/** Shares of the weight a tier allows, in percent; the upper end belongs to the tier above. */
const TIERS = { reached: [80, 101], partly: [60, 80], missed: [0, 60] } as const

/**
 * 定性分档: points are awarded by hand within what the tier allows: 达成 100–80 %(含), 部分达成
 * 80–60 %(含), 未达成 60–0 %. After 财预〔2020〕10号, whose own text was not at hand.
 */
function byTier({ tier, statedScore }: Indicator, weight: number): Score {
  if (tier === null) return unscored('noTier')
  const points = hundredths(statedScore)
  if (points === null) return unscored('noAward')
  const [low, high] = TIERS[tier]
  const isInside =
    points >= 0 && points <= weight && points * 100 >= weight * low && points * 100 < weight * high
  if (!isInside && weight > 0) return unscored('outsideTier')
  const span = tier === 'reached' ? '80%—100%' : tier === 'partly' ? '60%—80%（不含）' : '60% 以下'
  return scored(points, `评定 ${pointsText(points)}，在 ${pointsText(weight)} 的 ${span} 之内`)
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)
const scored = (points: number, working: string): Score => ({ state: 'scored', points, working })
const unscored = (why: Unscored): Score => ({ state: 'unscored', why })
