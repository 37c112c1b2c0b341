import { MUTED } from '#reports/native/rows.ts'
import type { Mark, NativeChart, NativeSeries } from '#reports/native/native.ts'
import { LIGHT } from '#charts/theme.ts'
import { isAlone } from '#charts/last-year.ts'
import { axes } from './chart-axes.ts'
import { legend, plotPlace } from './chart-legend.ts'
import { textLook, type ChartLook } from './chart-look.ts'
import { columnLetters } from '../ingest/cells.ts'
import { DRAWING, escaped, RELATIONS, XML } from './xml.ts'

/** Where a chart's numbers stand: the categories' head at `row`, `column` (from 1 and from 0). */
export interface ChartPlace {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/**
 * A chart part of an office file: native, editable, its numbers kept in it and referred to where
 * they stand in a sheet. What is null has no point, so that it is drawn as a gap. `tail` goes
 * before the end: the embedded workbook's relation.
 */
export function chartXml(
  chart: NativeChart,
  place: ChartPlace,
  look: ChartLook,
  tail = '',
): string {
  const all = chart.series.map((series, n) => ({ series, n }))
  const drawn = (isBar: boolean) =>
    all
      .filter(({ series }) => (series.draw === 'bar') === isBar)
      .map(({ series, n }) => seriesXml(chart, series, n, place, look))
  const [bars, lines] = [drawn(true), drawn(false)]
  const ids = '<c:axId val="111"/><c:axId val="222"/>'
  return [
    `${XML}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONS}">`,
    '<c:date1904 val="0"/><c:roundedCorners val="0"/>',
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${plotPlace(chart, look)}`,
    bars.length === 0
      ? ''
      : `${barHead(chart)}${bars.join('')}${barTail(chart)}${ids}</c:barChart>`,
    lines.length === 0
      ? ''
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.join('')}<c:marker val="1"/>${ids}</c:lineChart>`,
    axes(chart, look),
    '</c:plotArea>',
    legend(chart, look),
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${textLook('defRPr', look, {})}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`,
    `${tail}</c:chartSpace>`,
  ].join('')
}

const barHead = ({ direction, isStacked }: NativeChart): string =>
  `<c:barChart><c:barDir val="${direction === 'rows' ? 'bar' : 'col'}"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>`

/** Few bars are no thicker than many. */
const gapOf = ({ direction, categories }: NativeChart): number =>
  direction === 'columns' ? 76 : Math.max(45, Math.round(700 / Math.max(1, categories.length)))

const barTail = (chart: NativeChart): string =>
  `<c:gapWidth val="${Math.min(500, gapOf(chart))}"/><c:overlap val="${chart.isStacked ? 100 : -12}"/>`

function seriesXml(
  chart: NativeChart,
  series: NativeSeries,
  n: number,
  place: ChartPlace,
  look: ChartLook,
): string {
  const isBar = series.draw === 'bar'
  return [
    `<c:ser><c:idx val="${n}"/><c:order val="${n}"/>`,
    `<c:tx><c:strRef><c:f>${cellAt(place, 0, n + 1)}</c:f>${strings([series.label])}</c:strRef></c:tx>`,
    isBar ? barLook(series, look) : lineLook(series, look),
    labels(chart, series, look),
    `<c:cat><c:strRef><c:f>${rangeOf(place, chart, 0)}</c:f>${strings(chart.categories)}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${rangeOf(place, chart, n + 1)}</c:f>${numbers(series.values, chart.format.label)}</c:numRef></c:val>`,
    `${isBar ? '' : '<c:smooth val="0"/>'}</c:ser>`,
  ].join('')
}

function barLook({ colour, marks }: NativeSeries, look: ChartLook): string {
  const points = marks.map((mark, at) => {
    if (mark === 'plain') return ''
    return `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${markFill(mark, colour, look)}</c:spPr></c:dPt>`
  })
  return `<c:spPr>${look.fill(colour)}</c:spPr><c:invertIfNegative val="0"/>${points.join('')}`
}

const markFill = (mark: Mark, colour: string, look: ChartLook): string =>
  mark === 'muted'
    ? look.fill(MUTED)
    : `<a:pattFill prst="wdUpDiag"><a:fgClr>${look.colour(LIGHT.surface)}</a:fgClr><a:bgClr>${look.colour(colour)}</a:bgClr></a:pattFill>`

const MOST_DOTS = 14
const NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'

function lineLook({ draw, colour, values, marks }: NativeSeries, look: ChartLook): string {
  if (draw === 'labels') return `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${NO_MARKER}`
  const dot = (size: number, inside: string) =>
    `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${look.fill(inside)}<a:ln w="15875">${look.fill(colour)}</a:ln></c:spPr></c:marker>`
  const isDashed = draw === 'dashes'
  const line = `<a:ln w="${isDashed ? 15_875 : 28_575}" cap="rnd">${look.fill(colour)}${isDashed ? '<a:prstDash val="dash"/>' : ''}<a:round/></a:ln>`
  // Dots on every day of a quarter would hide the line.
  const isBare = isDashed || values.length > MOST_DOTS
  const points = values.flatMap((_, at) => {
    const isHollow = marks[at] === 'partial'
    if (isBare ? !isAlone(values, at) : !isHollow) return []
    const marker = dot(isDashed ? 4 : 6, isHollow ? LIGHT.surface : colour)
    return [
      `<c:dPt><c:idx val="${at}"/>${marker}<c:bubble3D val="0"/><c:spPr>${line}</c:spPr></c:dPt>`,
    ]
  })
  return `<c:spPr>${line}</c:spPr>${isBare ? NO_MARKER : dot(6, colour)}${points.join('')}`
}

function labels(
  { format, isStacked }: NativeChart,
  { draw, isLabelled }: NativeSeries,
  look: ChartLook,
): string {
  if (!isLabelled) return ''
  const place = draw === 'bar' ? (isStacked ? 'ctr' : 'outEnd') : 't'
  const text = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${textLook('defRPr', look, { isBold: true, colour: LIGHT.ink })}</a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`
  return `<c:dLbls><c:numFmt formatCode="${escaped(format.label)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${text}<c:dLblPos val="${place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
}

const cellAt = ({ sheet, row, column }: ChartPlace, down: number, across: number): string =>
  escaped(`'${sheet.replaceAll("'", "''")}'!$${columnLetters(column + across)}$${row + down}`)

function rangeOf(place: ChartPlace, { categories }: NativeChart, across: number): string {
  const end = `$${columnLetters(place.column + across)}$${place.row + categories.length}`
  return `${cellAt(place, 1, across)}:${end}`
}

const strings = (all: readonly string[]): string =>
  `<c:strCache><c:ptCount val="${all.length}"/>${all
    .map((text, at) => `<c:pt idx="${at}"><c:v>${escaped(text)}</c:v></c:pt>`)
    .join('')}</c:strCache>`

const numbers = (all: readonly (number | null)[], format: string): string =>
  `<c:numCache><c:formatCode>${escaped(format)}</c:formatCode><c:ptCount val="${all.length}"/>${all
    .map((value, at) => (value === null ? '' : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`))
    .join('')}</c:numCache>`
