import type { Day } from '#shared/time/day.ts'

/** What every chart says of itself. */
export interface Words {
  /** The finding, written by rule from the figures; where no rule fires, the figure itself. */
  readonly title: string
  /** What is drawn, over what, in which unit. */
  readonly subtitle: string
}

/** The key of a row or panel in which the rest stands together: it is muted and never picked. */
export const REST_KEY = 'rest'

/** How a mark is meant; never by colour alone, so each kind that uses it names its tones. */
export type Tone = 'plain' | 'good' | 'waiting' | 'bad'

/** Days of some months, each a cell. */
export interface CalendarHeat extends Words {
  /** First and last month shown, `YYYY-MM`. */
  readonly from: string
  readonly to: string
  readonly unit: string
  /** By amount: the darker the more. By tone: each tone named in `tones`. */
  readonly scale: 'amount' | 'tone'
  readonly tones?: Readonly<Partial<Record<Tone, string>>>
  /** Days left out are absent (未登记), which is not zero. */
  readonly days: readonly {
    readonly day: Day
    readonly value: number
    readonly tone?: Tone
    /** What the day's cell says when pointed at or read out. */
    readonly label: string
  }[]
}

/** Hours of the day by weekday, Monday first. */
export interface WeekHours extends Words {
  readonly unit: string
  /** `weekday` 1 (Monday) to 7; `hour` 0 to 23. Hours left out are zero. */
  readonly cells: readonly {
    readonly weekday: number
    readonly hour: number
    readonly value: number
  }[]
}

/** Steps that lie up to three orders of magnitude apart; no step is claimed to contain the next. */
export interface Funnel extends Words {
  readonly steps: readonly {
    readonly key: string
    readonly label: string
    /** Null where it is absent. */
    readonly value: number | null
    readonly text: string
    /** Said between this step and the one before, e.g. 1.92%. */
    readonly share: string
  }[]
}

/** Rows against what they are held to. */
export interface Bullets extends Words {
  readonly rows: readonly {
    readonly key: string
    readonly label: string
    /** Share of the whole bar, 0 to 1; more is drawn past its end. Null where it is absent. */
    readonly value: number | null
    readonly text: string
    /** Where it should stand by now, a share; null for none. */
    readonly pace: number | null
    readonly tone: Tone
    readonly note: string
  }[]
  /** What `pace` is called, e.g. 序时进度 83.3%. */
  readonly paceLabel: string
  readonly tones?: Readonly<Partial<Record<Tone, string>>>
}

/** How many fell into each span of a measure. */
export interface Histogram extends Words {
  readonly unit: string
  readonly bins: readonly { readonly key: string; readonly label: string; readonly value: number }[]
  /** Lines across: the bin they stand in, and their words (中位 6 小时). */
  readonly lines: readonly { readonly bin: string; readonly label: string }[]
}

/** A value a day, with the band in which most days lie. */
export interface DayLine extends Words {
  readonly unit: string
  /** Every day of the span in order; null where it is absent. */
  readonly days: readonly { readonly day: Day; readonly value: number | null }[]
  /** Null where too few days say what is typical. */
  readonly band: { readonly low: number; readonly high: number; readonly label: string } | null
}

/** One small chart of months a part, all on one scale. */
export interface Multiples extends Words {
  readonly unit: string
  readonly months: readonly string[]
  readonly panels: readonly {
    readonly key: string
    readonly label: string
    readonly values: readonly (number | null)[]
    readonly before: readonly (number | null)[]
    /** The year so far, as printed. */
    readonly text: string
  }[]
  /** Months that are not over. */
  readonly partial: readonly boolean[]
}

/** Amounts by key, largest first; the rest in one row of its own. */
export interface Bars extends Words {
  readonly unit: string
  readonly rows: readonly {
    readonly key: string
    readonly label: string
    readonly value: number
    readonly text: string
    /** The same of a year earlier; null where there is none. */
    readonly before: number | null
    /** Said behind the bar. */
    readonly note: string
  }[]
}
