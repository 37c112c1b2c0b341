import * as z from 'zod/mini'

/** Which uses of one work count: every one, its highest level once, or each level once. */
export const COUNTINGS = ['everyUse', 'highestPerWork', 'highestPerLevel'] as const

export type Counting = (typeof COUNTINGS)[number]

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
  /** Points an adoption at each level; levels left out get none. */
  adoptions: z.record(z.string(), z.int()),
  /** Words of 版面/位置 that multiply an adoption's points, in percent: 头版 200. The largest holds. */
  positions: z.array(z.object({ word: z.string(), percent: z.int() })),
  /** Which adoptions of a work count. */
  counting: z.enum(COUNTINGS),
})

export type PointRule = z.infer<typeof pointRuleSchema>

/**
 * What a centre starts from until it writes its own: the middle of the rules that
 * counties publish (国家 20, 省 10, 市 5, 县 1; front page and 新闻联播 double; highest level once
 * a work). The name says that no centre has decided it.
 */
export const POINT_RULES: readonly PointRule[] = [
  {
    name: '参考计分办法',
    year: 2024,
    pieces: { text: 100, video: 200, live: 300, poster: 150, h5: 300, audio: 150 },
    adoptions: { national: 2000, provincial: 1000, municipal: 500, county: 100 },
    positions: [
      { word: '头版', percent: 200 },
      { word: '新闻联播', percent: 200 },
    ],
    counting: 'highestPerWork',
  },
]
