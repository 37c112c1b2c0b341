import type { WallTile } from '#shared/boards/wall.ts'
import type { WallAnswer, WallFigures } from '#shared/contract/wall.ts'
import { changeText, figureLine, figureText } from '#shared/headlines/figure-text.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'

/** The answer to a question of the wall; none where the ledgers did not let it there. */
export function wallAnswerTo(
  { answers }: WallAnswer,
  metric: MetricId,
  by?: string,
): WallFigures | undefined {
  const own = answers.filter((answer) => answer.metric === metric)
  return own.find((answer) => by === undefined || answer.by === by)
}

interface Line {
  readonly text: string
  readonly tone: 'good' | 'bad' | 'flat'
}

/** What stands below a tile's number. */
export function lineBelow({ ask, below }: WallTile, wall: WallAnswer): Line | null {
  const answer = wallAnswerTo(wall, ask.metric, ask.by)
  if (!answer) return null
  const { metric, yoy, parts, figure } = answer
  if (below === 'change') {
    if (!yoy || figure.state === 'none') return null
    const { text, tone } = changeText(yoy, 'yoy', metricOf(metric))
    return { text, tone }
  }
  if (below === 'parts') {
    return parts.length === 0 ? null : { text: partsLine(answer), tone: 'flat' }
  }
  const other = wallAnswerTo(wall, below)
  if (!other) return null
  const { label, unit, better } = metricOf(below)
  const isOpen = better === 'down' && other.figure.state !== 'none' && other.figure.value > 0
  return { text: `${label} ${figureLine(other.figure, unit)}`, tone: isOpen ? 'bad' : 'flat' }
}

/** Each part's word and number, never broken apart, codes in their dictionary's order. */
function partsLine({ metric, by, parts }: WallFigures): string {
  const { formula, unit } = metricOf(metric)
  const fields = 'ledger' in formula ? ledgerOf(formula.ledger).fields : {}
  const codes = Object.keys(fields[by ?? '']?.options ?? {})
  return [...parts]
    .sort((a, b) => codes.indexOf(a.value) - codes.indexOf(b.value))
    .map(({ value, figure }) => `${partWord(metric, value)}\u00a0${figureText(figure, unit).text}`)
    .join(' · ')
}

/** How wide a text is in ems of a bold figure face: digits are narrower than Chinese characters. */
export const emsOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.62 : 1.02), 0)
