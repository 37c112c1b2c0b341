import type { Marks } from '#shared/contract/boards.ts'
import type { Answer } from '#shared/contract/figures.ts'

/** What every chart is given beside what it draws. */
export interface ChartProps {
  /** What of it may stand on a slide. */
  exhibit?: string
  marks?: Marks
  /** The figure drawn, where it is one: its 口径 stands in the title row. */
  answer?: Answer
  onPick?: (key: string) => void
}
