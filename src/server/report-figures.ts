import { readAdoption } from '#shared/contract/adoption.ts'
import { readAffairs } from '#shared/contract/affairs.ts'
import { readBudget } from '#shared/contract/budget.ts'
import { readContent } from '#shared/contract/content.ts'
import { readOverview } from '#shared/contract/overview.ts'
import { readSafety } from '#shared/contract/safety.ts'
import { readSentiment } from '#shared/contract/sentiment.ts'
import type { Freeze } from '#shared/contract/freezes.ts'
import type { Period } from '#shared/time/period.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import type { Pages, ReportFigures, View } from '#reports/pages.ts'
import { frozenBoard, type FrozenContent } from './freezes/content.ts'

interface Asked {
  readonly period: Period
  /** Null for the desk as it is now. */
  readonly freeze: Freeze | null
  /** UTC milliseconds of the moment the figures are of. */
  readonly at: number
}

/** What every report is made of: the pages' own answers, of now or of a 定稿. */
export function reportFigures(
  content: FrozenContent,
  { period, freeze, at }: Asked,
): ReportFigures {
  const own = pagesOf(content, 'own')
  const { centre, stripe, zone } = own.overview.desk
  return {
    centre,
    stripe,
    period,
    asOf: dateTimeInZone(at, zone).replace('T', ' ').slice(0, 16),
    freeze,
    pages: { own, cum: pagesOf(content, 'cum') },
  }
}

function pagesOf(content: FrozenContent, view: View): Pages {
  return {
    overview: readOverview.output.parse(frozenBoard(content, 'overview', view)),
    content: readContent.output.parse(frozenBoard(content, 'content', view)),
    adoption: readAdoption.output.parse(frozenBoard(content, 'adoption', view)),
    sentiment: readSentiment.output.parse(frozenBoard(content, 'sentiment', view)),
    safety: readSafety.output.parse(frozenBoard(content, 'safety', view)),
    budget: readBudget.output.parse(frozenBoard(content, 'budget', view)),
    affairs: readAffairs.output.parse(frozenBoard(content, 'affairs', view)),
  }
}
