import type { ComputedRef, InjectionKey } from 'vue'
import type { Period } from '#shared/time/period.ts'

/** The period a page was asked for, and whether it shows that or the year up to its end (累计). */
export interface ShownPeriod {
  readonly period: Period
  readonly view: 'own' | 'cum'
  /** The number of the 定稿 whose figures it shows; undefined for those of now. */
  readonly freeze: string | undefined
}

export const SHOWN_PERIOD: InjectionKey<ComputedRef<ShownPeriod | undefined>> = Symbol('period')
