import type { Day } from '../time/day.ts'

/** Why there is no figure. */
export type NoneReason =
  | 'notCovered' // no ledger covers any of the period and nobody stated it
  | 'notYet' // the period has not begun
  | 'nothingToDivide' // a ratio over nothing
  | 'neverStopped' // no stoppage on record: nothing to count days from, or to put right
  | 'noDueHours' // due broadcast hours are not set
  | 'monthsOnly' // records dated to the month cannot be cut at a day
  | 'noMonths' // only a total is stated: there is no month breakdown
  | 'notBrokenDown' // the stated figure has no such part
  | 'denied' // whoever asks has no right to see the ledgers it stands on
  | 'nothingRecorded' // the ledger covers the period but leaves the value empty

/** A figure as the desk knows it. Absent, unfinished and zero are told apart by type. */
export type Figure =
  | { readonly state: 'none'; readonly why: NoneReason }
  | {
      readonly state: 'counted'
      readonly value: number
      /** False while the period runs or the ledger covers only part of it. */
      readonly complete: boolean
      /** The days that really count: the part of the period that is over and covered. */
      readonly from: Day
      readonly to: Day
      /** Records of the period that leave the value empty, and so are not in it. */
      readonly blank: number
    }
  | {
      readonly state: 'stated'
      readonly value: number
      readonly complete: boolean
      /** A code of QUALIFIERS. */
      readonly qualifier: string
      /** As it was written, e.g. 140余期; empty for what was computed from stated figures. */
      readonly wording: string
      readonly source: string
      readonly record: string
    }

export const none = (why: NoneReason): Figure => ({ state: 'none', why })

/** Whether whoever reads may not see it. */
export const isDenied = (figure: Figure): boolean =>
  figure.state === 'none' && figure.why === 'denied'

/** The number, or null where there is none: for formulas and charts. */
export const valueOf = (figure: Figure): number | null =>
  figure.state === 'none' ? null : figure.value

/** Change against another period. From zero there is no percentage; of a rate it is in points. */
export type Change =
  | ((
      | { readonly kind: 'percent'; readonly ratio: number; readonly from: number }
      | { readonly kind: 'points'; readonly points: number; readonly from: number }
      | { readonly kind: 'amount'; readonly amount: number; readonly from: number }
      | { readonly kind: 'new'; readonly amount: number }
      | { readonly kind: 'same'; readonly from: number }
    ) &
      Inexact)
  | { readonly kind: 'none'; readonly why: NoneReason | Refusal }

/** Present where one of the numbers behind it was only about right. */
interface Inexact {
  readonly isAbout?: boolean | undefined
}

/**
 * Why two figures that both exist are not compared: no such period, this one or the other not
 * registered as a whole.
 */
export const REFUSALS = ['otherBasis', 'notWhole', 'notWholeBefore'] as const
export type Refusal = (typeof REFUSALS)[number]

/** Part of a whole: one code or word of a cut field. */
export interface Part {
  readonly value: string
  readonly figure: Figure
}

/** One step of a series. Its parts are of the same days and as complete as its figure. */
export interface Point {
  /** `YYYY-MM`. */
  readonly at: string
  readonly figure: Figure
  /** `amount` is null where the part has no figure. */
  readonly parts: readonly { readonly value: string; readonly amount: number | null }[]
}
