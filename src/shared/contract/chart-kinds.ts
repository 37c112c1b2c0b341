import * as z from 'zod/mini'

/** How a mark is meant; never by colour alone, so each kind that uses it names its tones. */
const toneSchema = z.enum(['plain', 'good', 'waiting', 'bad'])
const tonesSchema = z.optional(z.partialRecord(toneSchema, z.string()))

export type Tone = z.infer<typeof toneSchema>

/** Days of some months, each a cell. */
export const calendarSchema = z.object({
  /** First and last month shown, `YYYY-MM`. */
  from: z.string(),
  to: z.string(),
  unit: z.string(),
  /** By amount: the darker the more. By tone: each tone named in `tones`. */
  scale: z.enum(['amount', 'tone']),
  tones: tonesSchema,
  /** Days left out are absent (未登记), which is not zero. */
  days: z.array(
    z.object({
      day: z.string(),
      value: z.number(),
      tone: z.optional(toneSchema),
      /** What the day's cell says when pointed at or read out. */
      label: z.string(),
    }),
  ),
})

/** Hours of the day by weekday, Monday first. */
export const weekHoursSchema = z.object({
  unit: z.string(),
  /** `weekday` 1 (Monday) to 7; `hour` 0 to 23. Hours left out are zero. */
  cells: z.array(z.object({ weekday: z.number(), hour: z.number(), value: z.number() })),
})

/** Steps that lie up to three orders of magnitude apart; no step is claimed to contain the next. */
export const funnelSchema = z.object({
  steps: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      /** Null where it is absent. */
      value: z.nullable(z.number()),
      text: z.string(),
      /** Said between this step and the one before, e.g. 1.92%. */
      share: z.string(),
    }),
  ),
})

/** Rows against what they are held to. */
export const bulletsSchema = z.object({
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      /** Share of the whole bar, 0 to 1; more is drawn past its end. Null where it is absent. */
      value: z.nullable(z.number()),
      text: z.string(),
      /** Where it should stand by now, a share; null for none. */
      pace: z.nullable(z.number()),
      tone: toneSchema,
      note: z.string(),
    }),
  ),
  /** What `pace` is called, e.g. 序时进度 83.3%. */
  paceLabel: z.string(),
  tones: tonesSchema,
})

/** How many fell into each span of a measure. */
export const histogramSchema = z.object({
  unit: z.string(),
  bins: z.array(z.object({ key: z.string(), label: z.string(), value: z.number() })),
  /** Lines across: the bin they stand in, and their words (中位 6 小时). */
  lines: z.array(z.object({ bin: z.string(), label: z.string() })),
})

/** A value a day, with the band in which most days lie. */
export const dayLineSchema = z.object({
  unit: z.string(),
  /** Every day of the span in order; null where it is absent. */
  days: z.array(z.object({ day: z.string(), value: z.nullable(z.number()) })),
  /** Null where too few days say what is typical. */
  band: z.nullable(z.object({ low: z.number(), high: z.number(), label: z.string() })),
})

/** Amounts by key, largest first; the rest in one row of its own. */
export const barsSchema = z.object({
  unit: z.string(),
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      value: z.number(),
      text: z.string(),
      /** The same of a year earlier; null where there is none. */
      before: z.nullable(z.number()),
      /** Said behind the bar. */
      note: z.string(),
    }),
  ),
})
