import { REST_KEY } from '#charts/kinds.ts'
import { LIGHT } from '#charts/theme.ts'
import type { SlideExhibit } from '#shared/contract/decks.ts'
import { valueLine, valueWords } from '#shared/headlines/figure-words.ts'
import { isUnit } from '#shared/metrics/define.ts'
import type { NativeChart, NativeSeries } from './native.ts'
import { numberScale, scaled, unitNamed } from './number-scale.ts'

type Drawn<K> = Extract<SlideExhibit, { kind: K }>
type Row = Drawn<'bars'>['rows'][number]

const [MAIN, , , , , REST] = LIGHT.parts
const BEFORE = '#d8d2c8'

/** Amounts by name, the first on top, last year's in a pale bar below each. */
export function nativeBars({ unit: word, rows }: Drawn<'bars'>): NativeChart {
  const unit = unitNamed(word)
  const highest = Math.max(0, ...rows.flatMap(({ value, before }) => [value, before ?? 0]))
  const scale = numberScale(unit, highest)
  const one = (label: string, colour: string, values: readonly (number | null)[]) => ({
    ...plainSeries(
      label,
      colour,
      values.map((value) => scaled(value, scale)),
    ),
    marks: rows.map((row) => (isMuted(row) ? ('muted' as const) : ('plain' as const))),
  })
  const before = rows.map((row) => row.before)
  return {
    kind: 'chart',
    direction: 'rows',
    isStacked: false,
    categoryName: '分项',
    categories: rows.map((row) => categoryOf(row, unit)),
    series: [
      one(
        '本期',
        MAIN ?? LIGHT.ink,
        rows.map(({ value }) => value),
      ),
      ...(before.some((value) => value !== null)
        ? [{ ...one('上年同期', BEFORE, before), isLabelled: false }]
        : []),
    ],
    unit: scale.word,
    format: scale.format,
    isWhole: scale.isWhole,
    notes: [],
  }
}

/** Steps one under the other from zero, each with its share of one before it. */
export function nativeFunnel({ steps }: Drawn<'funnel'>): NativeChart {
  const values = steps.map(({ value }) => value)
  return {
    ...rowsChart(values, ''),
    categoryName: '环节',
    categories: steps.map(({ label, share, value, text }) =>
      named(label, [value === null ? text : '', share]),
    ),
    series: [plainSeries('数', MAIN ?? LIGHT.ink, values)],
  }
}

/** Shares of a whole, beside the share that should be reached by now. */
export function nativeBullets({ rows, paceLabel }: Drawn<'bullets'>): NativeChart {
  const values = rows.map(({ value }) => value)
  const pace = rows.map((row) => row.pace)
  const hasPace = pace.some((value) => value !== null)
  return {
    ...rowsChart(values, 'ratio'),
    categoryName: '项目',
    categories: rows.map(({ label, note, value, text }) =>
      named(label, [value === null ? text : '', note]),
    ),
    series: [
      plainSeries('执行率', MAIN ?? LIGHT.ink, values),
      ...(hasPace ? [{ ...plainSeries(paceLabel, BEFORE, pace), isLabelled: false }] : []),
    ],
  }
}

/** How many fell into each span; lines across are said in words. */
export function nativeHistogram({ unit, bins, lines }: Drawn<'histogram'>): NativeChart {
  const values = bins.map(({ value }) => value)
  return {
    ...rowsChart(values, unitNamed(unit)),
    direction: 'columns',
    categoryName: '区间',
    categories: bins.map(({ label }) => label),
    series: [plainSeries('数', MAIN ?? LIGHT.ink, values)],
    notes: lines.map(({ label }) => label),
  }
}

function rowsChart(
  values: readonly (number | null)[],
  unit: string,
): Omit<NativeChart, 'categoryName' | 'categories' | 'series'> {
  const { word, format, isWhole } = numberScale(
    unit,
    Math.max(0, ...values.map((value) => value ?? 0)),
  )
  return {
    kind: 'chart',
    direction: 'rows',
    isStacked: false,
    unit: word,
    format,
    isWhole,
    notes: [],
  }
}

const plainSeries = (
  label: string,
  colour: string,
  values: readonly (number | null)[],
): NativeSeries => ({
  label,
  colour,
  draw: 'bar',
  values,
  marks: values.map(() => 'plain'),
  isLabelled: true,
})

/** A name with what is said of it in brackets; nothing of it is nothing said. */
function named(label: string, said: readonly string[]): string {
  const words = said.filter((word) => word !== '')
  return words.length === 0 ? label : `${label}（${words.join('，')}）`
}

/** The colour of what is no name of its own. */
export const MUTED = REST ?? LIGHT.ink3

/** What the file draws for last year is no line across the bars. */
export const nativeSubtitle = (subtitle: string): string => subtitle.replace('刻线为', '浅色条为')

const isMuted = ({ key, label }: Row): boolean => key === '' || key === REST_KEY || label === '未填'

/** The name with what is said behind the bar, and the words of a number that is only about right. */
function categoryOf({ label, text, value, note }: Row, unit: string): string {
  const plain = isUnit(unit) ? [valueLine(value, unit), valueWords(value, unit).text] : [text]
  return named(label, [plain.includes(text) ? '' : text, note])
}
