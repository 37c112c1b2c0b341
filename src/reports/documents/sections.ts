import { outletBars } from '#charts/adoption-charts.ts'
import type { Block, DocumentCell, DocumentTable, Run } from '#shared/contract/documents.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { outletsTitle } from '#shared/headlines/adoption.ts'
import { findingsTitle } from '#shared/headlines/affairs.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import { overviewLede } from '#shared/headlines/lede.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { answerTitle, safetyTitle } from '#shared/headlines/titles.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import { exhibitOf } from '../exhibits/index.ts'
import { answerOf, type PageId, type Pages } from '../pages.ts'
import { partsTable } from './parts-table.ts'
import {
  cell,
  figureOf,
  figuresTable,
  marked,
  number,
  paragraph,
  partOf,
  sentences,
  strong,
  table,
  text,
} from './write.ts'

/** Figures of a page, those it was asked for. */
export const answersOf = (page: Pages[PageId], ...metrics: readonly MetricId[]): Answer[] =>
  metrics.flatMap((metric) => answerOf(page, metric) ?? [])

/** What stands out of a figure, in bold: the heading its chart has. */
export function finding(answer: Answer | null): Run[] {
  if (!answer) return []
  const figures = [figureOf(answer), ...answer.parts.map(({ value }) => partOf(answer, value))]
  return marked(`${answerTitle(answer)}。`, figures).map((run) =>
    run.kind === 'note' ? run : { ...run, isStrong: true },
  )
}

/** The sentences of 总览. */
export function summary({ overview }: Pages): Block[] {
  const words = overviewLede(overview, 'yoy')
    .map((segment) => segment.text)
    .join('')
  const adopted = answerOf(overview, 'adopted', 'level')
  const figures = [
    ...answersOf(overview, 'published', 'adopted').map((answer) => figureOf(answer)),
    ...(adopted ? [partOf(adopted, 'national')] : []),
    ...answersOf(overview, 'alerted', 'openAlerts', 'stoppage', 'executionRate').map((answer) =>
      figureOf(answer),
    ),
  ]
  return paragraph(...marked(words, figures))
}

/** A table an exhibit of the slides shows, as it stands there. */
export function exhibitTable(id: string, pages: Pages, widths: readonly number[]): Block[] {
  const shown = exhibitOf(id)?.show(pages)
  if (!shown || shown.exhibit.kind !== 'table') return []
  const { columns, numbers, rows } = shown.exhibit
  return [
    ...paragraph(strong(`${shown.title}。`)),
    table(
      shown.subtitle,
      columns.map((label, n) => ({ label, width: widths[n] ?? 10 })),
      rows.map((row) => row.map((words, n) => (numbers[n] ? number(words) : cell(words)))),
    ),
  ]
}

export function contentSection({ content }: Pages): Block[] {
  const published = answerOf(content, 'published', 'platform')
  return [
    ...paragraph(...finding(published)),
    ...paragraph(
      ...sentences(
        ...answersOf(content, 'publishedText', 'publishedVideo', 'originalRate', 'reads'),
      ),
    ),
    figuresTable(
      '内容生产各项',
      answersOf(
        content,
        'published',
        'publishedText',
        'publishedVideo',
        'original',
        'originalRate',
        'followers',
        'reads',
        'threeReviewRate',
      ),
    ),
    ...partsTable('各平台发布量', ['平台', '发布'], published),
  ]
}

export function adoptionSection({ overview, adoption }: Pages): Block[] {
  const adopted = answerOf(overview, 'adopted', 'level')
  const { rows } = outletBars(adoption)
  return [
    ...paragraph(...finding(adopted)),
    ...paragraph(...sentences(...answersOf(adoption, 'adopted', 'adoptedWorks', 'adoptionRate'))),
    ...(adopted ? [levelsTable(adopted, adoption)] : []),
    ...(rows.length === 0
      ? []
      : [...paragraph(...text(`${outletsTitle(adoption.outlets)}。`)), outletsTable(rows)]),
  ]
}

function levelsTable(adopted: Answer, { levels, levelWords }: Pages['adoption']): DocumentTable {
  const columns = [
    { label: '级别', width: 40 },
    { label: '采用', width: 30 },
    { label: '上年同期（条）', width: 30 },
  ]
  const before = (value: string): string => {
    const known = levels.find(({ level }) => level === value)?.before ?? null
    return known === null ? '未登记' : countText(known)
  }
  const rows = adopted.parts.map(({ value }): DocumentCell[] => [
    cell(levelWords[value] ?? partWord('adopted', value)),
    number(partOf(adopted, value)),
    number(before(value)),
  ])
  return table('各级媒体采用', columns, [
    ...rows,
    [cell('合计'), number(figureOf(adopted)), number('')],
  ])
}

const outletsTable = (rows: ReturnType<typeof outletBars>['rows']): DocumentTable =>
  table(
    '各家媒体采用',
    [
      { label: '媒体', width: 50 },
      { label: '级别', width: 25 },
      { label: '采用（条）', width: 25 },
    ],
    rows.map(({ label, note, text: uses }) => [cell(label), cell(note), number(uses)]),
  )

export function safetySection({ overview, safety }: Pages): Block[] {
  return [
    ...paragraph(strong(`${safetyTitle(overview)}。`)),
    ...paragraph(
      ...sentences(...answersOf(safety, 'checked', 'dangersFound', 'faulted', 'stoppage')),
    ),
    figuresTable(
      '安全播出各项',
      answersOf(
        safety,
        'checked',
        'dangersFound',
        'dangersFixed',
        'dangersOpen',
        'faulted',
        'stops',
        'stoppage',
        'stopRate',
        'availability',
        'exercised',
        'dutyShifts',
      ),
    ),
  ]
}

export function affairsSection({ affairs }: Pages): Block[] {
  const { findings } = affairs
  return [
    ...paragraph(...text(`整改：${findingsTitle(findings)}。`)),
    figuresTable(
      '综合事务各项',
      answersOf(
        affairs,
        'rectificationsFound',
        'rectificationsDone',
        'rectificationsOverdue',
        'meetings',
        'honours',
        'aidVisits',
        'staffInPost',
      ),
    ),
  ]
}
