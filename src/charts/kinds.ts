import type * as z from 'zod/mini'
import type {
  barsSchema,
  bulletsSchema,
  calendarSchema,
  dayLineSchema,
  funnelSchema,
  histogramSchema,
  weekHoursSchema,
} from '#shared/contract/chart-kinds.ts'

export type { Tone } from '#shared/contract/chart-kinds.ts'

/** What every chart says of itself. */
export interface Words {
  /** The finding, written by rule from the figures; where no rule fires, the figure itself. */
  readonly title: string
  /** What is drawn, over what, in which unit. */
  readonly subtitle: string
  /** 口径 of what is no figure of its own; stands below what has left the page. */
  readonly footnotes?: readonly string[]
}

/** The key of a row or panel in which the rest stands together: it is muted and never picked. */
export const REST_KEY = 'rest'

// What each of these holds is said at its schema: slides and files carry the same.
export type CalendarHeat = Words & z.infer<typeof calendarSchema>
export type WeekHours = Words & z.infer<typeof weekHoursSchema>
export type Funnel = Words & z.infer<typeof funnelSchema>
export type Bullets = Words & z.infer<typeof bulletsSchema>
export type Histogram = Words & z.infer<typeof histogramSchema>
export type DayLine = Words & z.infer<typeof dayLineSchema>
export type Bars = Words & z.infer<typeof barsSchema>

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
