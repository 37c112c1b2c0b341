import type { Freeze } from '#shared/contract/freezes.ts'
import { periodLabel } from '#shared/time/words.ts'

/** `2024年10月 第2稿`. */
export const freezeName = ({ period, number }: Pick<Freeze, 'period' | 'number'>): string =>
  `${periodLabel(period)} 第${number}稿`
