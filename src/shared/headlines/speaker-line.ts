import type { Answer, Comparison } from '../contract/figures.ts'
import { changeText } from './figure-text.ts'
import { valueLine } from './figure-words.ts'
import { figurePhrase, untilPhrase } from './phrases.ts'
import type { Unit } from '../metrics/define.ts'
import { metricOf } from '../metrics/index.ts'
import type { Period } from '../time/period.ts'
import { shortLabel } from '../time/words.ts'

/**
 * A figure as one says it to a room: `10月上级采用 150 条，比上年同期多 32 条。` A year is compared with
 * 上年; what has no comparison says none.
 */
export function speakerLine({ metric, figure, period, yoy }: Answer): string {
  const { label, unit } = metricOf(metric)
  const head = `${spokenPeriod(period)}${untilPhrase(figure)}${label} ${figurePhrase(figure, unit)}`
  const against = period.kind === 'year' ? '上年' : '上年同期'
  const more =
    figure.state === 'none' || !yoy ? '' : differencePhrase(figure.value, yoy, unit, against)
  const span = yoy && changeText(yoy, 'yoy', metricOf(metric)).span
  return `${head}${more && `，${more}`}${more && span ? `（${span}）` : ''}。`
}

const spokenPeriod = (period: Period): string =>
  period.kind === 'year' ? `${period.key}年全年` : shortLabel(period)

function differencePhrase(
  value: number,
  { change }: Comparison,
  unit: Unit,
  against: string,
): string {
  switch (change.kind) {
    case 'none':
      return ''
    case 'new':
      return `${against}为零`
    case 'same':
      return `与${against}持平`
    case 'points':
      return `比${against}${change.points > 0 ? '高' : '低'}${about(change)} ${valueLine(Math.abs(change.points), 'points')}`
    default: {
      const by = value - change.from
      if (by === 0) return `与${against}持平`
      return `比${against}${by > 0 ? '多' : '少'}${about(change)} ${valueLine(Math.abs(by), unit)}`
    }
  }
}

const about = ({ isAbout }: { readonly isAbout?: boolean | undefined }): string =>
  isAbout ? '约' : ''
