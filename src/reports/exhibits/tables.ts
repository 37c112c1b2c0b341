import type { BudgetLine } from '#shared/contract/budget.ts'
import type { TargetProgress } from '#shared/contract/figures.ts'
import {
  leftOf,
  LIGHT_WORDS,
  paceWords,
  rateText,
  signedPoints,
  totalTitle,
} from '#shared/headlines/budget.ts'
import { valueWords } from '#shared/headlines/figure-words.ts'
import { changeCell, figureLine } from '#shared/headlines/figure-text.ts'
import {
  STANDING_WORDS,
  standingOf,
  targetLine,
  targetsTitle,
  targetTerms,
} from '#shared/headlines/targets.ts'
import { alertTitle, answerTitle, safetyTitle } from '#shared/headlines/titles.ts'
import { ALERT_LEVELS } from '#shared/ledgers/dictionaries.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { dateTimeLabel, durationLabel, periodLabel } from '#shared/time/words.ts'
import { answerOf, PAGE_IDS, type PageId, type Pages } from '../pages.ts'
import { table, type Exhibit, type Shown } from './define.ts'

/** Lists and figures that no chart of a board shows. */
export const TABLES: Readonly<Record<string, Exhibit>> = {
  'overview.figures': figures('overview', '主要指标', [
    'published',
    'adopted',
    'monitored',
    'alerted',
    'openAlerts',
    'checked',
    'faulted',
    'stoppage',
    'executionRate',
  ]),
  'content.figures': figures('content', '内容生产各项', [
    'published',
    'publishedText',
    'publishedVideo',
    'original',
    'originalRate',
    'followers',
    'reads',
    'threeReviewRate',
  ]),
  'sentiment.figures': figures('sentiment', '舆情与信访各项', [
    'monitored',
    'alerted',
    'alertRate',
    'forwarded',
    'pushed',
    'onTimeRate',
    'handlingMedian',
    'petitionsReceived',
    'petitionsAnswered',
  ]),
  'safety.figures': figures('safety', '安全播出各项', [
    'checked',
    'dangersFound',
    'dangersFixed',
    'faulted',
    'stops',
    'stoppage',
    'stopRate',
    'availability',
    'daysSinceStoppage',
  ]),
  'affairs.figures': figures('affairs', '综合事务各项', [
    'rectificationsFound',
    'rectificationsDone',
    'rectificationsOverdue',
    'meetings',
    'honours',
    'aidVisits',
    'staffInPost',
  ]),
  'overview.openAlerts': { label: '未办结预警', page: 'overview', show: openAlerts },
  'budget.lines': { label: '各预算项目执行', page: 'budget', show: budgetLines },
  'overview.targets': { label: '目标完成', page: 'overview', show: targets },
}

/** Figures side by side with both changes; those nobody knows say why. */
function figures(page: PageId, label: string, metrics: readonly MetricId[]): Exhibit {
  return {
    label,
    page,
    show(pages) {
      const answers = metrics.flatMap((metric) => answerOf(pages[page], metric) ?? [])
      const [first] = answers
      if (!first) return null
      const rows = answers.map((answer) => {
        const { label: name, unit } = metricOf(answer.metric)
        return [
          name,
          figureLine(answer.figure, unit),
          changeCell(answer, 'yoy'),
          changeCell(answer, 'mom'),
        ]
      })
      return {
        title: page === 'safety' ? safetyTitle(pages.overview) : answerTitle(first),
        subtitle: `${periodLabel(pages[page].period)}${label}`,
        exhibit: table(['指标', '数', '同比', '环比'], [false, true, true, true], rows),
        metrics: answers.map(({ metric }) => metric),
        answer: first,
      }
    },
  }
}

const MOST_ALERTS = 8

function openAlerts({ overview }: Pages): Shown | null {
  const open = overview.openAlerts.filter(({ openSeconds }) => openSeconds !== null)
  const levels: Readonly<Record<string, { readonly label: string }>> = ALERT_LEVELS
  const rows = open
    .slice(0, MOST_ALERTS)
    .map(({ level, title, platform, township, alertedAt, openSeconds, isLate }) => [
      level === null ? '未定级' : (levels[level]?.label ?? level),
      title,
      [platform, township].filter(Boolean).join(' · '),
      dateTimeLabel(alertedAt),
      `${isLate ? '超时 ' : ''}${durationLabel(openSeconds ?? 0)}`,
    ])
  return {
    title: alertTitle(overview),
    subtitle:
      open.length > MOST_ALERTS
        ? `未办结预警，最久的 ${MOST_ALERTS} 条，共 ${open.length} 条`
        : '未办结预警，最久的在前',
    exhibit: table(
      ['级别', '标题', '平台与地方', '预警时间', '已过'],
      [false, false, false, false, true],
      rows,
    ),
    metrics: ['openAlerts'],
    answer: answerOf(overview, 'openAlerts'),
  }
}

function budgetLines({ budget }: Pages): Shown | null {
  const { lines, total } = budget.execution
  if (lines.length === 0) return null
  const rows = [...lines, ...(lines.length > 1 ? [total] : [])].map(lineRow)
  return {
    title: totalTitle(budget.execution),
    subtitle: `各预算项目，万元；${paceWords(budget.execution)}`,
    exhibit: table(
      ['项目', '预算', '已支付', '结余', '执行率', '与序时差（百分点）', '情况'],
      [false, true, true, true, true, true, false],
      rows,
    ),
    metrics: ['executionRate'],
    answer: answerOf(budget, 'executionRate'),
  }
}

const money = (amount: number | null): string =>
  amount === null ? '未登记' : valueWords(amount, 'money').text

function lineRow(line: BudgetLine): string[] {
  const { left } = leftOf(line)
  return [
    line.project,
    money(line.budget),
    money(line.paidOfYear),
    money(left),
    line.ofYear === null ? '—' : rateText(line.ofYear),
    line.points === null ? '—' : signedPoints(line.points),
    LIGHT_WORDS[line.light],
  ]
}

/** Targets of every page, each once. */
function targets(pages: Pages): Shown | null {
  const found = new Map<string, { metric: MetricId; target: TargetProgress }>()
  for (const page of PAGE_IDS)
    for (const { metric, targets: own } of pages[page].answers)
      for (const target of own) if (!found.has(target.id)) found.set(target.id, { metric, target })
  const all = [...found.values()]
  if (all.length === 0) return null
  return {
    title: targetsTitle(all.map(({ target }) => target)),
    subtitle: '合同、计划里定下的目标',
    exhibit: table(
      ['目标', '要求', '完成情况', '判断'],
      [false, false, false, false],
      all.map(({ metric, target }) => [
        target.label,
        targetTerms(target, metric),
        targetLine(target, metric),
        STANDING_WORDS[standingOf(target)],
      ]),
    ),
    metrics: [],
    answer: null,
  }
}
