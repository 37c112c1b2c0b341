import type { Block, DocumentCell } from '#shared/contract/documents.ts'
import {
  funnelExceptions,
  funnelTitle,
  levelsTitle,
  openTitle,
  petitionsTitle,
  repeatsTitle,
  satisfactionTitle,
  spreadTitle,
  volumeTitle,
} from '#shared/headlines/sentiment.ts'
import { dayLabel } from '#shared/time/words.ts'
import { answerOf, type Pages } from '../pages.ts'
import { partsTable } from './parts-table.ts'
import { answersOf, exhibitTable, finding } from './sections.ts'
import {
  cell,
  figureOf,
  figuresTable,
  marked,
  number,
  paragraph,
  sentences,
  table,
  text,
} from './write.ts'

/** What was watched and warned of, as the report of all areas tells it. */
export function sentimentSection(pages: Pages): Block[] {
  const { sentiment } = pages
  return [
    ...paragraph(...finding(answerOf(sentiment, 'alerted'))),
    ...flowWords(pages),
    ...paragraph(...text(`${levelsTitle(sentiment.timing)}；${spreadTitle(sentiment.timing)}。`)),
    figuresTable('舆情与信访各项', sentimentAnswers(pages)),
    ...exhibitTable('overview.openAlerts', pages, [12, 40, 20, 16, 12]),
    ...paragraph(...text(`信访件：${petitionsTitle(sentiment.petitions)}。`)),
  ]
}

/** 概况: how much there was and how it was handled. */
export function overviewPart(pages: Pages): Block[] {
  return [
    ...paragraph(...sentences(...answersOf(pages.sentiment, 'monitored', 'alerted', 'openAlerts'))),
    ...flowWords(pages),
    figuresTable('舆情监测各项', sentimentAnswers(pages)),
  ]
}

/** 传播情况: days, platforms, what waits. */
export function spreadPart(pages: Pages): Block[] {
  const { daily } = pages.sentiment
  return [
    ...paragraph(...text(`${volumeTitle(daily)}。`)),
    ...rankedTable(pages, 'platform', '预警的平台', '平台'),
    ...rankedTable(pages, 'township', '预警涉及的地方', '地方'),
  ]
}

/** 内容与情感: levels, topics, what comes back, what is still open. */
export function contentPart(pages: Pages): Block[] {
  const { repeats, open, timing, petitions } = pages.sentiment
  const again = repeats.titles.list.map(({ matter, records, first, last }): DocumentCell[] => [
    cell(matter),
    number(String(records)),
    cell(`${dayLabel(first)}—${dayLabel(last)}`),
  ])
  return [
    ...rankedTable(pages, 'level', '预警的级别', '级别'),
    ...rankedTable(pages, 'topic', '预警的类别', '类别'),
    ...paragraph(...text(`${repeatsTitle(repeats)}。`)),
    ...(again.length === 0
      ? []
      : [
          table(
            '重复反映的事项',
            [
              { label: '事项', width: 60 },
              { label: '次数', width: 14 },
              { label: '起止', width: 26 },
            ],
            again,
          ),
        ]),
    ...paragraph(...text(`${openTitle(open)}。${levelsTitle(timing)}。`)),
    ...exhibitTable('overview.openAlerts', pages, [12, 40, 20, 16, 12]),
    ...paragraph(
      ...text(`信访件：${petitionsTitle(petitions)}；${satisfactionTitle(petitions)}。`),
    ),
    ...paragraph(...text('情感倾向没有登记，不作判断。')),
  ]
}

const sentimentAnswers = ({ sentiment }: Pages) =>
  answersOf(
    sentiment,
    'monitored',
    'alerted',
    'alertRate',
    'openAlerts',
    'forwarded',
    'pushed',
    'onTimeRate',
    'handlingMedian',
    'petitionsReceived',
    'petitionsAnswered',
  )

/** The steps in their order with their shares; where one is larger than the one before, it is said. */
function flowWords({ sentiment }: Pages): Block[] {
  const odd = funnelExceptions(sentiment.funnel)
  const figures = answersOf(sentiment, ...sentiment.funnel.map(({ metric }) => metric)).map(
    (answer) => figureOf(answer),
  )
  const words = `${funnelTitle(sentiment.funnel)}${odd.length > 0 ? `；${odd.join('、')}，各自计数，互不包含` : ''}。`
  return paragraph(...marked(words, figures))
}

const rankedTable = ({ sentiment }: Pages, by: string, caption: string, label: string): Block[] =>
  partsTable(caption, [label, '预警'], answerOf(sentiment, 'alerted', by))
