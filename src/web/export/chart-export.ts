import type { ChartTable } from '#charts/table.ts'
import { wrapped } from '#charts/text.ts'
import { csvOf, type CsvCell } from '#shared/csv.ts'

/** What stands around a drawing once it has left the page. */
export interface ChartWords {
  readonly title: string
  readonly subtitle: string
  /** 口径, and whose figures, of which 定稿 and moment: stand below the drawing. */
  readonly footnotes?: readonly string[]
  readonly legend?: readonly {
    readonly label: string
    readonly colour: string
    /** A filled box where it is left out. */
    readonly shape?: 'line' | 'flag' | undefined
  }[]
}

type Legend = NonNullable<ChartWords['legend']>

const SVG = 'http://www.w3.org/2000/svg'
const MARGIN = 20
const TITLE = { size: 16, line: 24 }
const SUB = { size: 12, line: 18 }

/** What a drawing's look is made of; everything else keeps the default of SVG. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
]

/**
 * A drawing of the page as an SVG file that needs nothing else: the look it has now written into
 * it, under its title, subtitle and legend, on the page's ground. Sizes are CSS pixels; what is
 * marked `data-page-only` (outlines of the keyboard) stays behind.
 */
export function standaloneSvg(drawing: SVGSVGElement, words: ChartWords): string {
  const page = drawing.ownerDocument
  const tokens = page.defaultView?.getComputedStyle(page.documentElement)
  const colour = (name: string, fallback: string) =>
    tokens?.getPropertyValue(name).trim() || fallback
  const inner = inlined(drawing)
  const { width, height } = sizeOf(drawing)
  inner.setAttribute('width', String(width))
  inner.setAttribute('height', String(height))
  const font = tokens?.getPropertyValue('--sans').trim() || 'sans-serif'
  const head = heading(words, width, {
    ink: colour('--ink', '#000'),
    soft: colour('--ink-2', '#444'),
  })
  inner.setAttribute('x', String(MARGIN))
  inner.setAttribute('y', String(MARGIN + head.height))
  const from = (words.footnotes ?? []).flatMap((line) => wrapped(line, SUB.size, width))
  const foot = MARGIN + head.height + height
  const footHeight = from.length === 0 ? 0 : from.length * SUB.line + 6
  const size = { width: width + 2 * MARGIN, height: foot + footHeight + MARGIN }
  return [
    `<svg xmlns="${SVG}" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escaped(font)}">`,
    `<title>${escaped(words.title)}</title>`,
    `<rect width="${size.width}" height="${size.height}" fill="${colour('--surface', '#fff')}"/>`,
    ...head.parts,
    new XMLSerializer().serializeToString(inner),
    ...from.map((line, i) =>
      textAt(line, MARGIN, foot + 6 + SUB.size + i * SUB.line, {
        ...SUB,
        fill: colour('--ink-2', '#444'),
        weight: 400,
      }),
    ),
    '</svg>',
  ].join('')
}

/** A copy of the drawing with the look of each of its parts written into it. */
function inlined(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) return drawing
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  const view = drawing.ownerDocument.defaultView
  for (const [i, original] of originals.entries()) {
    const style = view?.getComputedStyle(original)
    const look = LOOK.flatMap((name) => {
      const value = style?.getPropertyValue(name)
      return value ? [`${name}:${value}`] : []
    })
    copies[i]?.removeAttribute('class')
    copies[i]?.setAttribute('style', look.join(';'))
  }
  for (const part of copy.querySelectorAll('[data-page-only]')) part.remove()
  for (const name of ['role', 'tabindex', 'aria-hidden']) copy.removeAttribute(name)
  copy.setAttribute('xmlns', SVG)
  return copy
}

function sizeOf(drawing: SVGSVGElement): { width: number; height: number } {
  const box = drawing.getBoundingClientRect()
  const attribute = (name: string) => Number.parseFloat(drawing.getAttribute(name) ?? '')
  const width = box.width || attribute('width') || 640
  return { width: Math.round(width), height: Math.round(box.height || attribute('height') || 320) }
}

/** Title, subtitle and legend as lines above the drawing, wrapped to its width. */
function heading(
  { title, subtitle, legend = [] }: ChartWords,
  width: number,
  { ink, soft }: { ink: string; soft: string },
): { parts: string[]; height: number } {
  const titles = wrapped(title, TITLE.size, width)
  const subs = wrapped(subtitle, SUB.size, width)
  const subTop = MARGIN + titles.length * TITLE.line
  const parts = [
    ...titles.map((line, i) =>
      textAt(line, MARGIN, MARGIN + TITLE.size + i * TITLE.line, {
        ...TITLE,
        fill: ink,
        weight: 600,
      }),
    ),
    ...subs.map((line, i) =>
      textAt(line, MARGIN, subTop + SUB.size + i * SUB.line, { ...SUB, fill: soft, weight: 400 }),
    ),
  ]
  const keysTop = subTop + subs.length * SUB.line
  const keys = keyParts(legend, width, keysTop, soft)
  return { parts: [...parts, ...keys.parts], height: keysTop - MARGIN + keys.height + 10 }
}

function keyParts(
  legend: Legend,
  width: number,
  top: number,
  fill: string,
): { parts: string[]; height: number } {
  let [x, y] = [0, 0]
  const parts = legend.flatMap(({ label, colour, shape }) => {
    const length = 16 + [...label].length * SUB.size + 14
    if (x > 0 && x + length > width) [x, y] = [0, y + SUB.line]
    const [left, middle] = [MARGIN + x, top + y + 9]
    x += length
    return [
      keyMark({ colour, shape }, left, middle),
      textAt(label, left + 16, middle + 4, { size: SUB.size, fill, weight: 400 }),
    ]
  })
  return { parts, height: legend.length > 0 ? y + SUB.line : 0 }
}

function keyMark(
  { colour, shape }: Pick<Legend[number], 'colour' | 'shape'>,
  left: number,
  middle: number,
): string {
  const tint = escaped(colour)
  switch (shape) {
    case 'line':
      return `<path d="M${left} ${middle}h12" stroke="${tint}" stroke-width="2" stroke-dasharray="4 2"/>`
    case 'flag':
      return `<path d="M${left} ${middle - 4}h10l-5 8z" fill="${tint}"/>`
    case undefined:
      return `<rect x="${left}" y="${middle - 5}" width="10" height="10" rx="2" fill="${tint}"/>`
  }
}

const textAt = (
  text: string,
  x: number,
  y: number,
  { size, fill, weight }: { size: number; fill: string; weight: number },
): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** An SVG file as a PNG, `scale` pixels to each of its own. Rejects where the browser cannot draw it. */
export async function pngOf(svg: string, scale = 2): Promise<Blob> {
  const image = new Image()
  // A data address: a canvas that drew a blob's SVG may not be read again in Safari.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (png) => (png ? resolve(png) : reject(new Error('浏览器没有画出图片'))),
      'image/png',
    )
  })
}

/**
 * Puts a picture on the clipboard; false where the page may not, as over plain http, so that the
 * caller hands it over as a file instead.
 */
export async function copyPng(png: Promise<Blob>): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || !window.isSecureContext) return false
  try {
    // The promise goes in as it is: Safari forgets the click while one waits for the picture.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}

/** A chart's table as CSV, its numbers as numbers; what it shows and whose it is below a blank line. */
export const chartCsv = (
  { columns, rows }: ChartTable,
  { title, subtitle, footnotes = [] }: ChartWords,
): string =>
  csvOf([
    columns,
    ...rows.map((row) => row.map(csvCell)),
    [],
    ...[title, subtitle, ...footnotes].map((line) => [line]),
  ])

/** `1,044` as 1044; all else as it is printed. */
function csvCell(cell: string): CsvCell {
  return /^-?\d{1,3}(,\d{3})*(\.\d+)?$/.test(cell) ? Number(cell.replaceAll(',', '')) : cell
}
