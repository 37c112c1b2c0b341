import type { Slide, SlideExhibit } from '../contract/decks.ts'
import { figureLine } from '../headlines/figure-text.ts'
import { metricOf } from '../metrics/index.ts'

interface Written {
  readonly text: string
  readonly value: number
  readonly decimals: number
  /** What a 万 or 亿 behind it stands for, else 1. */
  readonly scale: number
}

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }
const NUMBER = /(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d+))?\s*([万亿])?/g
/** Times and places are no figures: 10月, 1—10月, 2024年, 第2稿, 三审三校 has none. */
const OF_TIME = /^\s*(?:[—–~～至到-]\s*\d+\s*)?(?:年|月|日|号|季|点|时|周|稿|页)/

/** The figures a sentence names, in its order. */
function written(text: string): Written[] {
  return [...text.matchAll(NUMBER)].flatMap((found): Written[] => {
    const [whole, integer = '', fraction = '', scale = ''] = found
    const rest = text.slice(found.index + whole.length)
    if (OF_TIME.test(rest) || /第\s*$/.test(text.slice(0, found.index))) return []
    const value = Number(`${integer.replace(/[,，]/g, '')}.${fraction || '0'}`)
    return [{ text: whole.trim(), value, decimals: fraction.length, scale: SCALES[scale] ?? 1 }]
  })
}

/** Every text of a slide that its figures wrote. */
function figureTexts(slide: Slide): string[] {
  const { rule, subtitle, points, callouts, exhibit } = slide
  return [
    rule.title,
    rule.speaker,
    subtitle,
    ...points,
    ...callouts.flatMap(({ text, unit, change }) => [`${text}${unit}`, change?.text ?? '']),
    ...(exhibit ? exhibitTexts(exhibit) : []),
  ]
}

function exhibitTexts(exhibit: SlideExhibit): string[] {
  switch (exhibit.kind) {
    case 'stack':
    case 'lines': {
      const { metric, figure, parts } = exhibit.answer
      const { unit } = metricOf(metric)
      return [figure, ...parts.map((part) => part.figure)].map((one) => figureLine(one, unit))
    }
    case 'table':
      return exhibit.rows.flat()
    case 'bars':
      return exhibit.rows.flatMap(({ text, note }) => [text, note])
    case 'bullets':
      return [exhibit.paceLabel, ...exhibit.rows.flatMap(({ text, note }) => [text, note])]
    case 'funnel':
      return exhibit.steps.flatMap(({ text, share }) => [text, share])
    case 'histogram':
      return [
        ...exhibit.bins.map(({ value }) => String(value)),
        ...exhibit.lines.map(({ label }) => label),
      ]
    case 'dayLine':
      return [exhibit.band?.label ?? '', ...exhibit.days.map(({ value }) => String(value ?? ''))]
    case 'calendar':
      return exhibit.days.map(({ value }) => String(value))
    case 'weekHours':
      return exhibit.cells.map(({ value }) => String(value))
  }
}

/** As exact as it is written: 1.2万 says 12,034, and 85% says 84.6%. */
function says({ value, decimals, scale }: Written, figure: Written): boolean {
  const rounded = (amount: number) => Number(amount.toFixed(decimals))
  return [figure.value, (figure.value * figure.scale) / scale].some(
    (amount) => rounded(amount) === value,
  )
}

/** The numbers of somebody's own words, by whether the slide's figures have them. */
export function ownNumbers(
  slide: Slide,
  words: readonly string[],
): { readonly known: string[]; readonly unknown: string[] } {
  const figures = figureTexts(slide).flatMap(written)
  const own = words.flatMap(written)
  const isKnown = (one: Written) => figures.some((figure) => says(one, figure))
  const texts = (numbers: readonly Written[]) => [...new Set(numbers.map(({ text }) => text))]
  return {
    known: texts(own.filter(isKnown)),
    unknown: texts(own.filter((one) => !isKnown(one))),
  }
}

/**
 * Numbers of own words that the figures had when they were written and no longer have. Shown, never
 * changed: only who wrote them knows what they meant.
 */
export function goneNumbers(slide: Slide, numbers: readonly string[]): string[] {
  return ownNumbers(slide, numbers).unknown
}
