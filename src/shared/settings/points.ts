import * as z from 'zod/mini'

/**
 * A year's rule for points. Points are whole hundredths, so that sums are exact. A year without a
 * rule of its own has none: the page offers the others to compute it under.
 */
export const pointRuleSchema = z.object({
  /** As the centre calls it, e.g. 2024 年考核办法; unique. */
  name: z.string(),
  year: z.int(),
  /** Points a piece of each form; forms left out get none. */
  pieces: z.record(z.string(), z.int()),
  /** Points an adoption at each level. */
  adoptions: z.record(z.string(), z.int()),
  /** Words of 版面/位置 that multiply an adoption's points, in percent: 头版 200. The largest holds. */
  positions: z.array(z.object({ word: z.string(), percent: z.int() })),
  /** Which adoptions of a work count. */
  counting: z.enum(['everyUse', 'highestPerWork', 'highestPerLevel']),
})

export type PointRule = z.infer<typeof pointRuleSchema>

/** Middle of the rules of domain.md §5.3: 国家 20, 省 10, 市 5, 县 1, front page double. */
export const POINT_RULES: readonly PointRule[] = []
