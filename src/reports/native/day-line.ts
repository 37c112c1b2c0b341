import { LIGHT } from '#charts/theme.ts'
import type { SlideExhibit } from '#shared/contract/decks.ts'
import type { NativeChart, NativeSeries } from './native.ts'
import { numberScale, unitNamed } from './number-scale.ts'

type DayLine = Extract<SlideExhibit, { kind: 'dayLine' }>

/** A value a day, between the two lines within which most days lie. */
export function nativeDayLine({ unit, days, band }: DayLine): NativeChart {
  const values = days.map(({ value }) => value)
  const { word, format, isWhole } = numberScale(
    unitNamed(unit),
    Math.max(0, ...values.map((value) => value ?? 0)),
  )
  const edge = (label: string, value: number): NativeSeries => ({
    label,
    draw: 'dashes',
    colour: LIGHT.ink3,
    values: days.map(() => value),
    marks: days.map(() => 'plain'),
    isLabelled: false,
  })
  return {
    kind: 'chart',
    direction: 'columns',
    isStacked: false,
    categoryName: '日期',
    categories: days.map(({ day }) => day.slice(5)),
    series: [
      {
        label: `每天，${unit}`,
        draw: 'line',
        colour: LIGHT.parts[0] ?? LIGHT.ink,
        values,
        marks: days.map(() => 'plain'),
        isLabelled: false,
      },
      ...(band ? [edge('往常上限', band.high), edge('往常下限', band.low)] : []),
    ],
    unit: word,
    format,
    isWhole,
    notes: band ? [band.label] : [],
  }
}
