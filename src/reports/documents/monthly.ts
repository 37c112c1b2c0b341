import type { Block } from '#shared/contract/documents.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { shortLabel, periodLabel } from '#shared/time/words.ts'
import type { Pages } from '../pages.ts'
import { executionSection } from './budget.ts'
import { slot, type DocumentSpec } from './define.ts'
import {
  adoptionSection,
  affairsSection,
  answersOf,
  contentSection,
  exhibitTable,
  safetySection,
  summary,
} from './sections.ts'
import { sentimentSection } from './sentiment.ts'
import { figuresTable, heading, paragraph, slotAt, text } from './write.ts'

const problems = slot('problems', '存在问题')
const causes = slot('causes', '原因分析')
const plans = slot('plans', '下步重点工作')
const requests = slot('requests', '需要协调解决的事项')

/** The month's report to 编委会. */
export const monthly: DocumentSpec = {
  hasContents: true,
  write({ pages: { own }, period }) {
    const parts: readonly (readonly [string, readonly Block[]])[] = [
      ['总体情况', [...summary(own), figuresTable('主要指标', mainAnswers(own))]],
      ['内容生产', contentSection(own)],
      ['上级采用', adoptionSection(own)],
      ['舆情与信访', sentimentSection(own)],
      ['安全播出', safetySection(own)],
      ['预算执行', executionSection(own)],
      ['综合事务', affairsSection(own)],
      [
        '目标完成',
        orNone(exhibitTable('overview.targets', own, [26, 26, 32, 16]), '没有登记目标。'),
      ],
      [
        '存在问题与下步安排',
        [problems, causes, plans, requests].flatMap(({ id, label }) => [
          heading(2, label),
          slotAt(id),
        ]),
      ],
    ]
    return {
      title: `${periodLabel(period)}工作报告`,
      subtitle: `${shortLabel(period)}编委会材料`,
      blocks: parts.flatMap(([label, blocks], n) => [
        heading(1, `${numeral(n + 1)}、${label}`),
        ...blocks,
      ]),
      slots: [problems, causes, plans, requests],
    }
  },
}

/** Of each area what matters most, from the page that also compares it. */
const mainAnswers = (pages: Pages): Answer[] => [
  ...answersOf(pages.overview, 'published', 'adopted'),
  ...answersOf(pages.sentiment, 'monitored', 'alerted', 'openAlerts'),
  ...answersOf(pages.safety, 'checked', 'faulted', 'stoppage'),
  ...answersOf(pages.overview, 'executionRate'),
]

const orNone = (blocks: Block[], words: string): Block[] =>
  blocks.length > 0 ? blocks : paragraph(...text(words))

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

const numeral = (n: number): string => NUMERALS[n] ?? String(n)
