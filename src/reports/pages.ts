import type { AdoptionAnswer } from '#shared/contract/adoption.ts'
import type { AffairsAnswer } from '#shared/contract/affairs.ts'
import type { BoardAnswer } from '#shared/contract/boards.ts'
import type { BudgetAnswer } from '#shared/contract/budget.ts'
import type { ContentAnswer } from '#shared/contract/content.ts'
import type { Answer } from '#shared/contract/figures.ts'
import type { Freeze } from '#shared/contract/freezes.ts'
import type { OverviewAnswer } from '#shared/contract/overview.ts'
import type { SafetyAnswer } from '#shared/contract/safety.ts'
import type { SentimentAnswer } from '#shared/contract/sentiment.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'

/** What the pages answer for one period: the only figures a report knows. */
export interface Pages {
  readonly overview: OverviewAnswer
  readonly content: ContentAnswer
  readonly adoption: AdoptionAnswer
  readonly sentiment: SentimentAnswer
  readonly safety: SafetyAnswer
  readonly budget: BudgetAnswer
  readonly affairs: AffairsAnswer
}

export type PageId = keyof Pages

export const PAGE_IDS = [
  'overview',
  'content',
  'adoption',
  'sentiment',
  'safety',
  'budget',
  'affairs',
] as const satisfies readonly PageId[]

/** The period itself, or from 1 January to its end (累计); the same for a year. */
export type View = 'own' | 'cum'

/** Everything a report is made of; nothing in it is counted anew. */
export interface ReportFigures {
  readonly centre: string
  readonly stripe: readonly string[]
  readonly period: Period
  /** An instant of the centre's own clock, `YYYY-MM-DD HH:mm`. */
  readonly asOf: string
  readonly freeze: Freeze | null
  readonly pages: Readonly<Record<View, Pages>>
}

/** A figure of a page; the one with parts by `by` where that is asked for. */
export function answerOf(
  { answers }: Pick<BoardAnswer, 'answers'>,
  metric: MetricId,
  by?: string,
): Answer | null {
  const own = answers.filter((answer) => answer.metric === metric)
  return own.find((answer) => by === undefined || answer.by === by) ?? null
}
