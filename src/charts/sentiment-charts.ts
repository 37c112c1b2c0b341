import type { SentimentAnswer } from '#shared/contract/sentiment.ts'
import { figureLine } from '#shared/headlines/figure-text.ts'
import { percentText } from '#shared/headlines/figure-words.ts'
import {
  funnelExceptions,
  funnelTitle,
  spreadTitle,
  volumeTitle,
} from '#shared/headlines/sentiment.ts'
import { HANDLING_SPANS } from '#shared/ledgers/dictionaries.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { durationLabel } from '#shared/time/words.ts'
import type { DayLine, Funnel, Histogram } from './kinds.ts'

/** The centre's own steps; none is claimed to contain the next, and where one is larger that is said. */
export function alertFunnel({ funnel }: Pick<SentimentAnswer, 'funnel'>): Funnel {
  return {
    title: funnelTitle(funnel),
    subtitle: [
      '各步各自计数，互不包含',
      ...funnelExceptions(funnel).map((words) => `${words}：后一步不是前一步的一部分，不是记错`),
    ].join('；'),
    steps: funnel.map(({ name, metric, figure, share }, n) => ({
      key: String(n),
      label: name,
      value: valueOf(figure),
      text: figureLine(figure, metricOf(metric).unit),
      share: share ? `${share.of}的 ${percentText(share.ratio)}%` : '',
    })),
  }
}

/** What was watched a day, with the band of the twelve weeks before. */
export function volumeLine({ daily }: Pick<SentimentAnswer, 'daily'>): DayLine {
  const { days, band, isCut, known, lookedAt } = daily
  const basis =
    band === null
      ? `此前 ${lookedAt} 天只登记了 ${known} 天，说不出往常`
      : `带子是往常：此前 ${lookedAt} 天里登记的 ${known} 天，八成落在其中`
  return {
    title: volumeTitle(daily),
    subtitle: `${isCut ? `最后 ${days.length} 天` : '每天'}的监测信息，条；${basis}`,
    unit: '条',
    days,
    band: band && { ...band, label: `往常 ${band.low}—${band.high} 条` },
  }
}

const SPANS = new Map<string, { label: string; upTo: number }>(Object.entries(HANDLING_SPANS))
const spanOf = (seconds: number): string =>
  [...SPANS].find(([, { upTo }]) => seconds <= upTo)?.[0] ?? ''

/** How long closed alerts took, with the median and the 90th percentile. */
export function handlingHistogram({ timing }: Pick<SentimentAnswer, 'timing'>): Histogram {
  const { closing, closedWithoutTime, spans } = timing
  const lines = [
    { name: '中位', seconds: closing.median },
    { name: '九成', seconds: closing.ninetieth },
  ]
  const without = closedWithoutTime > 0 ? `；另有 ${closedWithoutTime} 条办结时间有误，未计入` : ''
  return {
    title: spreadTitle(timing),
    subtitle: `期内发现、已办结的 ${closing.records} 条，从发现到办结的用时${without}`,
    unit: '条',
    bins: spans.map(({ span, records }) => ({
      key: span,
      label: SPANS.get(span)?.label ?? span,
      value: records,
    })),
    lines: lines.flatMap(({ name, seconds }) =>
      seconds === null
        ? []
        : [{ bin: spanOf(seconds), label: `${name} ${durationLabel(seconds)}` }],
    ),
  }
}
