import type { NativeChart } from '#reports/native/native.ts'
import { chartXml, type ChartPlace } from './chart-xml.ts'
import { plainColour, solid, type ChartLook } from './chart-look.ts'
import { DRAWING, escaped, relations, RELATIONS, XML } from './xml.ts'

/** A chart over the cells of a sheet, drawn from numbers that stand in the same sheet. */
export interface SheetChart {
  readonly chart: NativeChart
  readonly title: string
  /** Where its numbers stand. */
  readonly place: Omit<ChartPlace, 'sheet'>
  /** The cell of its upper left corner, both from 0, and its size in pixels. */
  readonly at: { readonly column: number; readonly row: number }
  readonly size: { readonly width: number; readonly height: number }
}

interface ChartedSheet {
  readonly name: string
  readonly charts?: readonly SheetChart[]
}

const TYPES = 'application/vnd.openxmlformats-officedocument'
const WORDS = 12
const FONT = '微软雅黑'

/** Sheets that have charts, by the number of their part, and their charts by a number of the book. */
function charted(sheets: readonly ChartedSheet[]) {
  let all = 0
  return sheets.flatMap(({ name, charts = [] }, n) =>
    charts.length === 0
      ? []
      : [{ n: n + 1, name, charts: charts.map((chart) => ({ ...chart, number: (all += 1) })) }],
  )
}

/** What the parts below are, for the list of all parts. */
export const drawingTypes = (sheets: readonly ChartedSheet[]): string =>
  charted(sheets)
    .flatMap(({ n, charts }) => [
      `<Override PartName="/xl/drawings/drawing${n}.xml" ContentType="${TYPES}.drawing+xml"/>`,
      ...charts.map(
        ({ number }) =>
          `<Override PartName="/xl/charts/chart${number}.xml" ContentType="${TYPES}.drawingml.chart+xml"/>`,
      ),
    ])
    .join('')

/** The charts of all sheets, with what ties them to their sheets; nothing without charts. */
export const drawingParts = (sheets: readonly ChartedSheet[]): [string, string][] =>
  charted(sheets).flatMap(({ n, name, charts }): [string, string][] => [
    [
      `xl/worksheets/_rels/sheet${n}.xml.rels`,
      relations([['drawing', `../drawings/drawing${n}.xml`]]),
    ],
    [`xl/drawings/drawing${n}.xml`, drawingXml(charts)],
    [
      `xl/drawings/_rels/drawing${n}.xml.rels`,
      relations(charts.map(({ number }) => ['chart', `../charts/chart${number}.xml`] as const)),
    ],
    ...charts.map(({ number, chart, place, size }): [string, string] => [
      `xl/charts/chart${number}.xml`,
      chartXml(chart, { ...place, sheet: name }, sheetLook(size)),
    ]),
  ])

const sheetLook = ({ width, height }: SheetChart['size']): ChartLook => ({
  width,
  height,
  fontSize: WORDS,
  latin: FONT,
  eastAsian: FONT,
  colour: plainColour,
  fill: (hex) => solid(plainColour(hex)),
})

const emu = (px: number): number => Math.round(px * 9525)

function drawingXml(charts: readonly SheetChart[]): string {
  const anchors = charts.map(
    ({ title, at, size }, n) =>
      `<xdr:oneCellAnchor><xdr:from><xdr:col>${at.column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at.row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${emu(size.width)}" cy="${emu(size.height)}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${n + 2}" name="${escaped(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="rId${n + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`,
  )
  return `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONS}">${anchors.join('')}</xdr:wsDr>`
}
