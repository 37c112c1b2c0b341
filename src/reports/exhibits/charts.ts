import { lineOf } from '#charts/lines.ts'
import { ranking } from '#charts/ranking.ts'
import { stackOf } from '#charts/stack.ts'
import { LIGHT } from '#charts/theme.ts'
import { cardExhibit, type Ask, type Card } from '#shared/boards/define.ts'
import { boardOf } from '#shared/boards/index.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { monthsSubtitle, unitWord } from '#shared/headlines/figure-text.ts'
import { rankingTitle } from '#shared/headlines/ranking.ts'
import { answerTitle } from '#shared/headlines/titles.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { partFields } from '#shared/metrics/targets.ts'
import { periodLabel } from '#shared/time/words.ts'
import { answerOf, PAGE_IDS, type PageId } from '../pages.ts'
import type { Exhibit, Shown } from './define.ts'

/** Every chart the boards name, under `page.kind.metric.by`; a page gets them without a line here. */
export function boardExhibits(): Record<string, Exhibit> {
  return Object.fromEntries([
    ...PAGE_IDS.flatMap((page) =>
      Object.values(boardOf(page).groups).flatMap(({ cards }) =>
        cards.flatMap((card) => ofCard(page, card)),
      ),
    ),
    ...Object.entries(OVERVIEW_CHARTS),
  ])
}

/** 总览 lays its cards out itself, so that its two charts are named here. */
const OVERVIEW_CHARTS: Record<string, Exhibit> = {
  'overview.stack.published.platform': chart('overview', 'stack', {
    metric: 'published',
    by: 'platform',
  }),
  'overview.stack.adopted.level': chart('overview', 'stack', { metric: 'adopted', by: 'level' }),
  'overview.lines.executionRate.': chart('overview', 'lines', { metric: 'executionRate' }),
}

type Kind = 'stack' | 'lines' | 'ranking'

function ofCard(page: PageId, card: Card): [string, Exhibit][] {
  if (card.kind === 'tiles') return []
  const kind = card.kind === 'multiples' ? 'stack' : card.kind
  return [[cardExhibit(page, card), chart(page, kind, card.ask)]]
}

function chart(page: PageId, kind: Kind, { metric, by }: Pick<Ask, 'metric' | 'by'>): Exhibit {
  const field = partFields(metric).find(({ id }) => id === by)?.label ?? ''
  const over = kind === 'ranking' ? '' : '（各月）'
  return {
    label: `${metricOf(metric).label}${field && `按${field}`}${over}`,
    page,
    show(pages) {
      const answer = answerOf(pages[page], metric, by)
      if (!answer) return null
      return kind === 'ranking' ? ranked(answer, field) : months(answer, kind)
    },
  }
}

/** Months of a figure, by parts or as a line; null where no month is known. */
export function months(answer: Answer, kind: 'stack' | 'lines'): Shown | null {
  const { partial, ...drawn } = kind === 'stack' ? stackOf(answer, LIGHT) : lineOf(answer)
  const series = 'series' in drawn ? drawn.series.map(({ values }) => values) : [drawn.values]
  if (series.every((values) => values.every((value) => value === null))) return null
  const hint = kind === 'stack' ? '斜纹为未满的月' : '空心点为未满的月'
  return {
    title: answerTitle(answer),
    subtitle: monthsSubtitle(answer, partial.some(Boolean) ? hint : ''),
    exhibit: { kind, answer },
    metrics: [answer.metric],
    answer,
  }
}

const MOST_BARS = 10

function ranked(answer: Answer, field: string): Shown | null {
  const { metric, period } = answer
  const { label, unit } = metricOf(metric)
  const words = {
    title: rankingTitle(answer),
    subtitle: `${periodLabel(period)}，${label}${field && `按${field}`}，${unitWord(unit)}`,
  }
  const { rows } = ranking(answer, words, MOST_BARS)
  if (rows.length === 0) return null
  return {
    ...words,
    exhibit: { kind: 'bars', unit: unitWord(unit), rows: rows.map((row) => ({ ...row })) },
    metrics: [metric],
    answer,
  }
}
