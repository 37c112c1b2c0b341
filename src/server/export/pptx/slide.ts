import { LIGHT } from '#charts/theme.ts'
import { DRAWING, escaped, RELATIONS, XML } from '../xml.ts'
import { calloutShapes } from './callouts.ts'
import type { FileSlide } from './file-slides.ts'
import { fittingSize, heightOf, linesOf } from './fit.ts'
import { HEIGHT, MARGIN, SMALL, SUBTITLE } from './places.ts'
import { boxXml, LINE_HEIGHT, textShape, tree, type Box, type Paragraph } from './shapes.ts'
import { tableXml } from './table.ts'

export const SPACES = `xmlns:a="${DRAWING}/main" xmlns:r="${RELATIONS}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`

interface Around {
  readonly footer: string
  readonly number: number
  readonly all: number
  /** The relation of its chart. */
  readonly chartId: string
}

/** Ids on a slide: placeholders below ten, what is drawn from ten on, callouts from twenty on. */
const DRAWN = 10
const CALLOUTS = 20

/** A slide part; a hidden one stays in the file and is passed over when it is shown. */
export function slideXml(file: FileSlide, around: Around): string {
  const { slide, callouts } = file
  const shapes = [
    ...(slide.kind === 'cover' ? coverShapes(file) : contentShapes(file, around.chartId)),
    ...(callouts ? calloutShapes(slide.callouts, callouts.box, CALLOUTS, callouts.isRow) : []),
    ...footShapes(file, around),
  ]
  const hidden = slide.isHidden ? ' show="0"' : ''
  return `${XML}<p:sld ${SPACES}${hidden}>${tree(shapes)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
}

function contentShapes(
  { slide, title, subtitle, places, drawn }: FileSlide,
  chartId: string,
): string[] {
  const { size } = places.title
  const runs = places.title.lines.flatMap((text, n) => [
    ...(n === 0 ? [] : (['break'] as const)),
    { text, size, isBold: true },
  ])
  const name = slide.name || title
  return [
    textShape({
      id: 2,
      name: '标题',
      box: places.title,
      placeholder: 'type="title"',
      paragraphs: [{ runs }],
      canShrink: true,
    }),
    ...(subtitle === ''
      ? []
      : [
          textShape({
            id: 3,
            name: '副标题',
            box: places.subtitle,
            placeholder: 'type="body" sz="quarter" idx="10"',
            paragraphs: [line(subtitle, SUBTITLE, LIGHT.ink2)],
          }),
        ]),
    ...(drawn.kind === 'words' ? pointShapes(slide.points, slide.kind, places.body) : []),
    ...(drawn.kind === 'chart' ? [chartFrame(name, slide.title, drawn.box, chartId)] : []),
    ...(drawn.kind === 'table'
      ? drawn.laid.table.rows.length === 0
        ? pointShapes(['没有。'], slide.kind, places.body)
        : [tableXml(DRAWN, name, drawn.laid, drawn.rows, places.body)]
      : []),
  ]
}

const line = (text: string, size: number, colour: string): Paragraph => ({
  runs: [{ text, size, colour }],
})

const POINTS = [26, 24, 22, 20, 18, 16]
const DEFINITIONS = [16, 15, 14, 13, 12]

function pointShapes(points: readonly string[], kind: string, body: Box): string[] {
  if (points.length === 0) return []
  const isList = kind === 'definitions'
  const space = (size: number) => size * (isList ? 0.4 : 0.8)
  const size = fittingSize(
    isList ? DEFINITIONS : POINTS,
    (each) => heightOf(points, each, body.width - each, space(each)) <= body.height,
  )
  const paragraphs = points.map((text): Paragraph => ({
    runs: [{ text, size }],
    hasBullet: true,
    spaceAfter: space(size),
  }))
  return [
    textShape({
      id: 4,
      name: '要点',
      box: body,
      placeholder: 'type="body" idx="1"',
      paragraphs,
      canShrink: true,
    }),
  ]
}

function coverShapes({ slide, places }: FileSlide): string[] {
  const { width } = places.title
  const size = fittingSize([54, 46, 40, 34], (each) => linesOf(slide.title, each, width) <= 2)
  const height = linesOf(slide.title, size, width) * size * LINE_HEIGHT
  const top = HEIGHT * 0.4 - height / 2
  const below = { x: MARGIN, y: top + height + 10, width, height: 140 }
  return [
    textShape({
      id: 2,
      name: '标题',
      box: { x: MARGIN, y: top, width, height },
      placeholder: 'type="ctrTitle"',
      paragraphs: [{ runs: [{ text: slide.title, size, isBold: true }] }],
      canShrink: true,
    }),
    textShape({
      id: 3,
      name: '副标题',
      box: below,
      placeholder: 'type="subTitle" idx="1"',
      paragraphs: [
        { ...line(slide.subtitle, 24, LIGHT.ink2), spaceAfter: 16 },
        ...slide.points.map((point) => line(point, 18, LIGHT.ink2)),
      ],
    }),
  ]
}

function footShapes({ footnote, places }: FileSlide, { footer, number, all }: Around): string[] {
  const small = (text: string) => ({ text, size: SMALL, colour: LIGHT.ink2 })
  return [
    ...(footnote === ''
      ? []
      : [
          textShape({
            id: 5,
            name: '口径',
            box: places.footnote,
            placeholder: 'type="body" sz="quarter" idx="11"',
            paragraphs: [{ runs: [small(footnote)] }],
          }),
        ]),
    textShape({
      id: 6,
      name: '页脚',
      box: places.footer,
      anchor: 'b',
      placeholder: 'type="ftr" sz="quarter" idx="12"',
      paragraphs: [{ runs: [small(footer)], align: 'r' }],
    }),
    textShape({
      id: 7,
      name: '页码',
      box: places.number,
      anchor: 'b',
      placeholder: 'type="sldNum" sz="quarter" idx="13"',
      paragraphs: [
        {
          runs: [
            small('第 '),
            { ...small(String(number)), field: 'slidenum' },
            small(` / ${all} 页`),
          ],
          align: 'r',
        },
      ],
    }),
  ]
}

const chartFrame = (name: string, finding: string, box: Box, id: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${DRAWN}" name="${escaped(name)}" descr="${escaped(finding)}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${boxXml(box, 'p')}<a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="${id}"/></a:graphicData></a:graphic></p:graphicFrame>`
