import { lagHistogram, levelBars, levelMonths, outletBars } from '#charts/adoption-charts.ts'
import { lineBullets } from '#charts/budget-charts.ts'
import { floorCalendar, publishingHours, turnaroundHistogram } from '#charts/content-charts.ts'
import type { Words } from '#charts/kinds.ts'
import { causeBars, checkCalendar } from '#charts/safety-charts.ts'
import { alertFunnel, handlingHistogram, volumeLine } from '#charts/sentiment-charts.ts'
import type { Deck, SlideExhibit } from '#shared/contract/decks.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import { answerOf, type PageId, type Pages } from '../pages.ts'
import { months } from './charts.ts'
import type { Exhibit, Shown } from './define.ts'

/** Charts that pages draw of more than figures, by the pages' own functions. */
export const DRAWN: Readonly<Record<string, Exhibit>> = {
  'adoption.levels': drawn('adoption', '各级媒体采用', ['adopted'], ({ adoption }) => {
    const { rows, ...words } = levelBars(adoption)
    return rows.length > 0 && { kind: 'bars', rows, ...words }
  }),
  'adoption.levelMonths': {
    label: '各级各月采用',
    page: 'adoption',
    show({ adoption, overview }) {
      // 总览 has the months by level as one figure; what is found in them is this page's own.
      const answer = answerOf(overview, 'adopted', 'level')
      const shown = answer && months(answer, 'stack')
      return shown && { ...shown, title: levelMonths(adoption).title }
    },
  },
  'adoption.outlets': drawn('adoption', '各家媒体采用', ['adopted'], ({ adoption }) => {
    const { rows, ...words } = outletBars(adoption)
    return rows.length > 0 && { kind: 'bars', rows, ...words }
  }),
  'adoption.lag': drawn('adoption', '从首发到采用的天数', ['adopted'], ({ adoption }) => {
    const { bins, ...words } = lagHistogram(adoption)
    return bins.length > 0 && { kind: 'histogram', bins, ...words }
  }),
  'content.hours': drawn('content', '发布的星期与钟点', ['published'], ({ content }) => {
    const hours = publishingHours(content)
    const blank = content.hours?.blank ?? 0
    const without = blank > 0 ? `；另有 ${countText(blank)} 条没有登记发布时刻，不在图里` : ''
    return (
      hours !== null && {
        kind: 'weekHours',
        ...hours,
        subtitle: `${hours.subtitle}${without}`,
      }
    )
  }),
  'content.turnaround': drawn(
    'content',
    '从送审到签发的用时',
    ['reviewMedian', 'reviewNinetieth'],
    ({ content }) => {
      const { bins, ...words } = turnaroundHistogram(content)
      return bins.length > 0 && { kind: 'histogram', bins, ...words }
    },
  ),
  'safety.calendar': drawn('safety', '每天的检查', ['checked'], ({ safety }) => {
    const { days, ...words } = checkCalendar(safety)
    return days.length > 0 && { kind: 'calendar', days, ...words }
  }),
  'safety.causes': drawn('safety', '故障按国家五类', ['faulted', 'stoppage'], ({ safety }) => {
    const { rows, ...words } = causeBars(safety)
    return rows.length > 0 && { kind: 'bars', rows, ...words }
  }),
  'sentiment.funnel': drawn(
    'sentiment',
    '舆情各步',
    ['alertRate', 'forwardRate'],
    ({ sentiment }) => {
      const { steps, ...words } = alertFunnel(sentiment)
      return steps.some(({ value }) => value !== null) && { kind: 'funnel', steps, ...words }
    },
  ),
  'sentiment.volume': drawn('sentiment', '每天的监测信息', ['monitored'], ({ sentiment }) => {
    const { days, ...words } = volumeLine(sentiment)
    return days.some(({ value }) => value !== null) && { kind: 'dayLine', days, ...words }
  }),
  'sentiment.handling': drawn(
    'sentiment',
    '预警从发现到办结的用时',
    ['handlingMedian', 'handlingNinetieth'],
    ({ sentiment }) => {
      const { bins, ...words } = handlingHistogram(sentiment)
      return bins.some(({ value }) => value > 0) && { kind: 'histogram', bins, ...words }
    },
  ),
  'budget.bullets': drawn('budget', '各项目执行率对序时', ['executionRate'], ({ budget }) => {
    const { rows, ...words } = lineBullets(budget)
    return rows.length > 0 && { kind: 'bullets', rows, ...words }
  }),
}

const FLOOR = 'content.floor.'

/** The days of one daily floor; floors are targets of the centre, so their ids are not known here. */
export function floorExhibit(id: string): Exhibit | null {
  if (!id.startsWith(FLOOR)) return null
  const target = id.slice(FLOOR.length)
  return drawn('content', '每日底线', ['published'], ({ content }) => {
    const floor = content.floors.find((each) => each.id === target)
    return floor !== undefined && { kind: 'calendar', ...floorCalendar(floor, content) }
  })
}

/** The floors of a period, as exhibits to choose from. */
export const floorChoices = ({ content }: Pages): Deck['exhibits'] =>
  content.floors.map(({ id, label }) => ({
    id: `${FLOOR}${id}`,
    label: `每日底线：${label}`,
    board: 'content',
  }))

/** The first of `metrics` is the figure spoken of. `draw` answers false where there is nothing to draw. */
function drawn(
  page: PageId,
  label: string,
  metrics: readonly [MetricId, ...MetricId[]],
  draw: (pages: Pages) => (Words & SlideExhibit) | false,
): Exhibit {
  return {
    label,
    page,
    show(pages): Shown | null {
      const found = draw(pages)
      if (!found) return null
      const { title, subtitle, ...exhibit } = found
      return { title, subtitle, exhibit, metrics, answer: answerOf(pages[page], metrics[0]) }
    },
  }
}
