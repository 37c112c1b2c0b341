import type { Answer } from '#shared/contract/figures.ts'
import { valueLine } from '#shared/headlines/figure-words.ts'
import { figurePhrase } from '#shared/headlines/phrases.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { monthLabel } from '#shared/time/words.ts'
import type { Spot } from './drawing.ts'
import { highestOfLine, type Line } from './lines.ts'
import { monthGrid, type MonthsLook } from './month-axes.ts'
import { markedMonths, NO_MARKS } from './month-marks.ts'
import { highestOf } from './stacked-bars.ts'
import type { Stack } from './stack.ts'

/** A drawing's box in CSS pixels. */
interface Size {
  readonly width: number
  readonly height: number
}

/** The months of a stack as marks to point at, each saying its whole, its parts and last year. */
export function stackSpots(answer: Answer, stack: Stack, look: MonthsLook, size: Size): Spot[] {
  const { unit, series } = stack
  const partsOf = (i: number): string => {
    const parts = series.flatMap(({ label, values }) => {
      const value = values[i] ?? null
      return value === null ? [] : [`${label} ${valueLine(value, unit)}`]
    })
    return series.length > 1 && parts.length > 0 ? `（${parts.join('，')}）` : ''
  }
  return monthSpots(answer, { ...stack, highest: highestOf(stack), partsOf }, look, size)
}

/** The months of a line as marks to point at. */
export function lineSpots(answer: Answer, line: Line, look: MonthsLook, size: Size): Spot[] {
  return monthSpots(
    answer,
    { ...line, highest: highestOfLine(line), partsOf: () => '' },
    look,
    size,
  )
}

function monthSpots(
  { months, monthsBefore }: Answer,
  plane: Pick<Stack, 'unit' | 'partial' | 'before' | 'months'> & {
    readonly highest: number
    readonly partsOf: (index: number) => string
  },
  look: MonthsLook,
  { width, height }: Size,
): Spot[] {
  const { unit, partial, partsOf } = plane
  const grid = monthGrid(plane, look)
  const each = (width - grid.left - grid.right) / Math.max(1, months.length)
  const marked = markedMonths(plane.months, look.marks ?? NO_MARKS)
  return months.map(({ at, figure }, i) => {
    const last = monthsBefore[i]?.figure
    const said = [
      `${monthLabel(at)}${partial[i] ? '（未满）' : ''}：${figurePhrase(figure, unit)}${partsOf(i)}`,
      last && last.state !== 'none'
        ? `上年同月 ${figurePhrase(last, unit)}${partial[i] ? '（整月）' : ''}`
        : '',
      marked[i]?.words ?? '',
    ]
    return {
      key: at,
      label: said.filter((part) => part !== '').join('；'),
      pick: valueOf(figure) === null ? null : at,
      x: grid.left + i * each,
      y: grid.top,
      width: each,
      height: height - grid.top - grid.bottom,
    }
  })
}
