import { LIGHT } from '#charts/theme.ts'
import type { Callout } from '#shared/contract/decks.ts'
import { fittingSize, widthOf } from './fit.ts'
import { bar, textShape, type Box, type Paragraph } from './shapes.ts'
import { TONES } from './theme.ts'

const SIZES = [56, 48, 42, 36, 30, 24, 20]
const UNIT = 18

/** Height that a callout takes, with the space below it. */
export const CALLOUT_HEIGHT = 134

/** The few numbers that stand large beside a chart, or in a row below a table. */
export function calloutShapes(
  callouts: readonly Callout[],
  { x, y, width }: Box,
  firstId: number,
  isRow: boolean,
): string[] {
  const gap = 28
  const own = isRow ? (width - gap * (callouts.length - 1)) / callouts.length : width
  return callouts.flatMap((callout, n) => {
    const left = isRow ? x + n * (own + gap) : x
    const top = isRow ? y : y + n * CALLOUT_HEIGHT
    const id = firstId + 2 * n
    return [
      bar(id, `数字 ${n + 1} 上线`, { x: left, y: top, width: own, height: 2 }, LIGHT.ink),
      calloutShape(id + 1, n, callout, {
        x: left,
        y: top + 10,
        width: own,
        height: CALLOUT_HEIGHT - 16,
      }),
    ]
  })
}

function calloutShape(
  id: number,
  n: number,
  { text, unit, label, change }: Callout,
  box: Box,
): string {
  const size = fittingSize(
    SIZES,
    (each) => widthOf(text, each) + widthOf(` ${unit}`, UNIT) <= box.width,
  )
  return textShape({
    id,
    name: `数字 ${n + 1}`,
    box,
    paragraphs: [
      {
        runs: [
          { text, size, isBold: true },
          { text: ` ${unit}`, size: UNIT, colour: LIGHT.ink3 },
        ],
      },
      ...words(label, change, box.width),
    ],
  })
}

const WORDS = 16

/** What the number is and how it changed: on a line each where they do not fit on one. */
function words(label: string, change: Callout['change'], width: number): Paragraph[] {
  const first = { text: label, size: WORDS, colour: LIGHT.ink2 }
  if (!change) return [{ runs: [first] }]
  const second = { text: change.text, size: WORDS, colour: TONES[change.tone] }
  const gap = '　'
  return widthOf(label + gap + change.text, WORDS) <= width
    ? [{ runs: [first, { ...second, text: gap + change.text }] }]
    : [{ runs: [first] }, { runs: [second] }]
}
