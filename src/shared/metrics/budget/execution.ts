import { ratio } from '../formulas.ts'

/** Money of a line in whole 分, this year's budget and what was carried over kept apart. */
export interface Pots {
  /** 调整后预算, else 年初预算; null where no line is registered. */
  readonly budget: number | null
  /** 上年结转; null where it is not registered. */
  readonly carriedOver: number | null
  /** Paid of each pot from 1 January on; null where payments are not known. */
  readonly paidOfYear: number | null
  readonly paidCarried: number | null
}

/** Each a share of one, or null where either side is unknown or the bottom is nothing. */
export interface ExecutionRates {
  /** 本年预算执行率: paid of this year's budget ÷ this year's budget. */
  readonly ofYear: number | null
  /** 结转资金执行率: paid of what was carried over ÷ what was carried over. */
  readonly carried: number | null
  /** 含结转执行率: all paid ÷ (budget + carried over). */
  readonly withCarried: number | null
}

/**
 * The rates of a line. Money carried over is on both sides or on neither: a rate that has it above
 * the line only (丰都县 2022: 78.46 % beside 51.40 %) is not made.
 */
export function executionRates({
  budget,
  carriedOver,
  paidOfYear,
  paidCarried,
}: Pots): ExecutionRates {
  const share = (top: number | null, bottom: number | null): number | null =>
    top === null || bottom === null ? null : ratio(top, bottom)
  const all = paidOfYear === null || paidCarried === null ? null : paidOfYear + paidCarried
  return {
    ofYear: share(paidOfYear, budget),
    carried: share(paidCarried, carriedOver),
    withCarried: budget === null ? null : share(all, budget + (carriedOver ?? 0)),
  }
}

/** 执行率 − 序时进度 in 百分点, free of what binary fractions add past the ninth decimal. */
export const pacePoints = (rate: number, pace: number): number =>
  Math.round((rate - pace) * 100 * 1e9) / 1e9

/** How a line stands: over its money, on pace, behind, far behind, or not to be said. */
export const LIGHTS = ['over', 'onPace', 'behind', 'farBehind', 'unknown'] as const
export type Light = (typeof LIGHTS)[number]

/** 差值 in 百分点 from which a line is on pace, and below which it is far behind. */
export interface LightLimits {
  readonly paceFrom: number
  readonly farBelow: number
}

/**
 * The light of a rate against 序时进度, both shares of one. By default 差值 ≥ 0 on pace, −5 to 0
 * behind, below −5 far behind; more than all is over.
 */
export function lightOf(rate: number | null, pace: number | null, limits: LightLimits): Light {
  if (rate === null) return 'unknown'
  if (rate > 1) return 'over'
  if (pace === null) return 'unknown'
  const points = pacePoints(rate, pace)
  if (points >= limits.paceFrom) return 'onPace'
  return points < limits.farBelow ? 'farBehind' : 'behind'
}

/** Two spellings of one project: 费, 经费, 项目 and what is in brackets do not tell projects apart. */
export const projectKey = (project: string): string =>
  project.replace(/[（(][^）)]*[）)]/g, '').replace(/经费|项目|费|\s/g, '') || project
