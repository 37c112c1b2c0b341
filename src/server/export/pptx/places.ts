import { fittingSize, heightOf, linesOf, titleLines, widthOf } from './fit.ts'
import { LINE_HEIGHT, type Box } from './shapes.ts'

/** The two shapes of a screen; both are 720 high, as the slides on screen are. */
export const RATIOS = { '16x9': 1280, '4x3': 960 } as const
export type Ratio = keyof typeof RATIOS

export const HEIGHT = 720
export const MARGIN = 64
export const STRIPE = 7
export const SMALL = 12.5
export const SUBTITLE = 17
const TOP = 50
const BOTTOM = 26
const GAP = 16
const TITLE_SIZES = [38, 34, 30, 26, 22]
/** Room for `第 16 / 16 页` behind the footer. */
const NUMBER = 96

export interface Places {
  readonly title: Box & { readonly size: number; readonly lines: readonly string[] }
  readonly subtitle: Box
  readonly body: Box
  readonly footnote: Box
  readonly footer: Box
  readonly number: Box
}

interface PlacedWords {
  readonly title: string
  readonly subtitle: string
  readonly footnote: string
  readonly footer: string
}

/** Where the parts of a slide stand; the body takes what title and footnote leave. */
export function placesOf(words: PlacedWords, slideWidth: number): Places {
  const width = slideWidth - 2 * MARGIN
  const title = titlePlace(words.title, width)
  const subtitleTop = title.y + title.height + 4
  const subtitleHeight = words.subtitle === '' ? 0 : heightOf([words.subtitle], SUBTITLE, width)
  const bodyTop = subtitleTop + subtitleHeight + GAP
  const line = SMALL * LINE_HEIGHT
  const footerTop = HEIGHT - BOTTOM - line
  const placeWidth = Math.min(width - NUMBER, widthOf(words.footer, SMALL) + 4)
  const beside = Math.max(0, width - placeWidth - NUMBER - 24)
  // A footnote that is longer takes the whole width over the line of the footer.
  const isBeside = widthOf(words.footnote, SMALL) <= beside
  const noteHeight = isBeside ? 0 : heightOf([words.footnote], SMALL, width) + 6
  const bodyBottom = footerTop - noteHeight - GAP
  return {
    title,
    subtitle: { x: MARGIN, y: subtitleTop, width, height: subtitleHeight },
    body: { x: MARGIN, y: bodyTop, width, height: bodyBottom - bodyTop },
    footnote: isBeside
      ? { x: MARGIN, y: footerTop, width: beside, height: line }
      : { x: MARGIN, y: footerTop - noteHeight, width, height: noteHeight },
    footer: {
      x: MARGIN + width - placeWidth - NUMBER,
      y: footerTop,
      width: placeWidth,
      height: line,
    },
    number: { x: MARGIN + width - NUMBER, y: footerTop, width: NUMBER, height: line },
  }
}

function titlePlace(title: string, width: number): Places['title'] {
  const height = (size: number) =>
    titleLines(title, size, width).reduce((sum, line) => sum + linesOf(line, size, width), 0) *
    size *
    LINE_HEIGHT
  const size = fittingSize(TITLE_SIZES, (each) => height(each) <= 104)
  return {
    x: MARGIN,
    y: TOP,
    width,
    height: height(size),
    size,
    lines: titleLines(title, size, width),
  }
}
