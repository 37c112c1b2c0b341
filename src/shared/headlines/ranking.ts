import type { Answer } from '../contract/figures.ts'
import { valueOf } from '../metrics/figure.ts'
import { metricOf } from '../metrics/index.ts'
import { shortLabel } from '../time/words.ts'
import { valueLine } from './figure-words.ts'
import { partWord } from './part-words.ts'
import { figurePhrase, untilPhrase } from './phrases.ts'

/** Leaders named side by side; of more, none leads. */
const MOST_LEADERS = 2

/** `10月舆情预警 163 条，心连心 32 条最多`; equals are named together, a single part as all of it. */
export function rankingTitle(answer: Answer): string {
  const { metric, period, figure } = answer
  const { label, unit } = metricOf(metric)
  if (figure.state === 'none') return `${shortLabel(period)}${label}${figurePhrase(figure, unit)}`
  const head = `${shortLabel(period)}${untilPhrase(figure)}${label} ${figurePhrase(figure, unit)}`
  const found = leadersPhrase(answer)
  return found === '' ? head : `${head}，${found}`
}

function leadersPhrase({ metric, parts }: Answer): string {
  const { unit } = metricOf(metric)
  const known = parts.flatMap(({ value, figure }) => {
    const amount = valueOf(figure)
    return amount === null ? [] : [{ name: partWord(metric, value), amount }]
  })
  const most = Math.max(0, ...known.map(({ amount }) => amount))
  if (most === 0) return ''
  const leaders = known.filter(({ amount }) => amount === most).map(({ name }) => name)
  if (known.length === 1) return unit === 'ratio' ? '' : `全部为${leaders.join('')}`
  if (leaders.length > MOST_LEADERS) return ''
  const each = leaders.length > 1 ? '各' : ''
  return `${leaders.join('、')}${each} ${valueLine(most, unit)}${unit === 'ratio' ? '最高' : '最多'}`
}
