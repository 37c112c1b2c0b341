import type { TemplateId } from '#shared/slides/template-ids.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import type { PageId, View } from '../pages.ts'

export interface CalloutSpec {
  readonly page: PageId
  readonly metric: MetricId
  readonly view: View
}

export interface SlideSpec {
  readonly id: string
  readonly exhibit: string
  readonly view: View
  readonly callouts: readonly CalloutSpec[]
}

/** What a meeting is shown, before anybody changes it. */
export interface Template {
  readonly label: string
  title(period: Period): string
  readonly slides: readonly SlideSpec[]
}

const callout = (page: PageId, metric: MetricId, view: View = 'own'): CalloutSpec => ({
  page,
  metric,
  view,
})
const slide = (
  id: string,
  exhibit: string,
  view: View,
  ...callouts: readonly CalloutSpec[]
): SlideSpec => ({ id, exhibit, view, callouts })

/** One order for every meeting: output, adoption, sentiment, safety, money, targets. */
const slidesOf = (view: View): SlideSpec[] => [
  slide('figures', 'overview.figures', 'own'),
  slide(
    'published',
    'overview.stack.published.platform',
    'own',
    callout('overview', 'published'),
    callout('content', 'originalRate'),
    callout('content', 'reads'),
  ),
  slide(
    'forms',
    'content.stack.published.form',
    'own',
    callout('content', 'publishedText'),
    callout('content', 'publishedVideo'),
    callout('content', 'threeReviewRate'),
  ),
  slide(
    'adopted',
    'overview.stack.adopted.level',
    view,
    callout('overview', 'adopted'),
    callout('adoption', 'adoptionRate'),
    callout('adoption', 'adoptedWorks'),
  ),
  slide('outlets', 'adoption.outlets', 'own'),
  slide('sentiment', 'sentiment.figures', 'own'),
  slide(
    'alerts',
    'sentiment.stack.alerted.level',
    'own',
    callout('sentiment', 'alerted'),
    callout('sentiment', 'openAlerts'),
    callout('sentiment', 'handlingMedian'),
  ),
  slide('openAlerts', 'overview.openAlerts', 'own'),
  slide('safety', 'safety.figures', 'own'),
  slide('budget', 'budget.lines', 'own', callout('budget', 'executionRate')),
  slide('targets', 'overview.targets', 'own'),
]

export const TEMPLATES: Readonly<Record<TemplateId, Template>> = {
  monthly: {
    label: '编委会月度',
    title: (period) => `${periodLabel(period)}编委会`,
    slides: slidesOf('cum'),
  },
  quarterly: {
    label: '季度汇报',
    title: (period) => `${periodLabel(period)}工作汇报`,
    slides: slidesOf('own'),
  },
  half: {
    label: '半年汇报',
    title: (period) => `${periodLabel(period)}工作汇报`,
    slides: slidesOf('own'),
  },
  annual: {
    label: '年度总结',
    title: (period) => `${period.key}年度工作总结`,
    slides: slidesOf('own'),
  },
}
