import type { ReportDocument } from '#shared/contract/documents.ts'

/** Sizes in twips, a twentieth of a point. */
export interface Layout {
  readonly pageWidth: number
  readonly pageHeight: number
  readonly margin: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
}

const MILLIMETRE = 1440 / 25.4
const mm = (size: number): number => Math.round(size * MILLIMETRE)

/** A4. Reports leave the margins of 公文, forms as little as printers take. */
export function layoutOf({ isLandscape }: Pick<ReportDocument, 'isLandscape'>): Layout {
  return isLandscape
    ? {
        pageWidth: mm(297),
        pageHeight: mm(210),
        margin: { top: mm(16), bottom: mm(16), left: mm(16), right: mm(16) },
      }
    : {
        pageWidth: mm(210),
        pageHeight: mm(297),
        margin: { top: mm(30), bottom: mm(26), left: mm(27), right: mm(26) },
      }
}

export const textWidth = ({ pageWidth, margin }: Layout): number =>
  pageWidth - margin.left - margin.right

/** Height of a line, and of the letters in it, of each style that text stands in. */
export const LINES = {
  Title: { line: 640, size: 440, around: 240 },
  Subtitle: { line: 400, size: 280, around: 120 },
  Contents: { line: 480, size: 320, around: 120 },
  TocEntry: { line: 440, size: 240, around: 0 },
  Heading1: { line: 560, size: 320, around: 180 },
  Heading2: { line: 520, size: 300, around: 80 },
  Heading3: { line: 520, size: 280, around: 60 },
  Heading4: { line: 520, size: 280, around: 0 },
  Body: { line: 520, size: 280, around: 0 },
  Quiet: { line: 300, size: 180, around: 80 },
  Caption: { line: 360, size: 220, around: 100 },
  TableText: { line: 300, size: 210, around: 90 },
  Footnote: { line: 240, size: 180, around: 0 },
} as const

export type Style = keyof typeof LINES
