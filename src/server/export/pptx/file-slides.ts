import { markNames, marksWithin } from '#charts/day-marks.ts'
import type { Marks } from '#shared/contract/boards.ts'
import type { Deck, Slide, SlideExhibit } from '#shared/contract/decks.ts'
import { periodLabel } from '#shared/time/words.ts'
import type { NativeChart } from '#reports/native/native.ts'
import { nativeOf } from '#reports/native/of-exhibit.ts'
import { nativeSubtitle } from '#reports/native/rows.ts'
import { CALLOUT_HEIGHT } from './callouts.ts'
import { placesOf, type Places } from './places.ts'
import type { Box } from './shapes.ts'
import { layTable, pagesOf, type LaidTable } from './table.ts'

/** A slide of the file: one of the deck, or a part of one whose table is too long. */
export interface FileSlide {
  readonly slide: Slide
  readonly title: string
  readonly subtitle: string
  readonly footnote: string
  readonly places: Places
  readonly drawn:
    | { readonly kind: 'words' }
    | { readonly kind: 'chart'; readonly chart: NativeChart; readonly box: Box }
    | {
        readonly kind: 'table'
        readonly laid: LaidTable
        readonly rows: readonly [from: number, to: number]
      }
  /** Where the numbers beside it stand; null where there are none on this part. */
  readonly callouts: { readonly box: Box; readonly isRow: boolean } | null
}

const BESIDE = 300
const GAP = 44
/** A table needs the width of a narrow slide for itself: the numbers stand below it. */
const NARROW = 1000

/** A deck as somebody takes it away. */
export type MarkedDeck = Deck & { readonly mark: string }

/** What stands below every slide: whose it is, which 定稿, of when, and who took it away. */
export function footerOf({ centre, freeze, asOf, mark }: MarkedDeck): string {
  const draft = freeze ? `${periodLabel(freeze.period)} 第${freeze.number}稿` : ''
  return [centre, draft, `数据截至 ${asOf}`, mark].filter((word) => word !== '').join(' · ')
}

/** The slides of the file in order, hidden ones too. */
export function fileSlides(deck: MarkedDeck, width: number): FileSlide[] {
  return deck.slides.flatMap((slide) => ofSlide(slide, deck, width))
}

function ofSlide(slide: Slide, deck: MarkedDeck, width: number): FileSlide[] {
  const footer = footerOf(deck)
  const { title, exhibit } = slide
  const subtitle = nativeSubtitle(slide.subtitle)
  const native = exhibit && nativeOf(exhibit)
  const marked = exhibit ? markNotes(exhibit, deck.marks) : []
  const footnote = [...(native?.notes ?? []), ...marked, slide.footnote].filter(Boolean).join('。')
  const base = { slide, title, subtitle, footnote }
  const place = (words: string) => placesOf({ title: words, subtitle, footnote, footer }, width)
  const places = place(title)
  if (!native) {
    const callouts = besideOf(slide, places.body, false)
    return [{ ...base, places, drawn: { kind: 'words' }, callouts }]
  }
  if (native.kind === 'chart') {
    const callouts = besideOf(slide, places.body, false)
    const box = callouts ? narrowed(places.body) : places.body
    return [{ ...base, places, drawn: { kind: 'chart', chart: native, box }, callouts }]
  }
  const isBelow = width < NARROW
  const hasCallouts = slide.callouts.length > 0
  const laid = layTable(
    native,
    hasCallouts && !isBelow ? narrowed(places.body).width : places.body.width,
  )
  const continued = `${title}（续）`
  const room = place(continued).body.height - (hasCallouts && isBelow ? CALLOUT_HEIGHT + 20 : 0)
  return pagesOf(laid, room).map((rows, n): FileSlide => {
    const own = n === 0 ? places : place(continued)
    return {
      ...base,
      title: n === 0 ? title : continued,
      places: own,
      drawn: { kind: 'table', laid, rows },
      callouts: n === 0 ? besideOf(slide, own.body, isBelow) : null,
    }
  })
}

/** What office programs do not draw on an axis of days: 重保期 and notes that fall on it, in words. */
function markNotes(exhibit: SlideExhibit, marks: Marks): string[] {
  if (exhibit.kind !== 'dayLine' && exhibit.kind !== 'calendar') return []
  const days = exhibit.days.map(({ day }) => day)
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  return markNames(marksWithin(marks, from, to))
}

const narrowed = (body: Box): Box => ({ ...body, width: body.width - BESIDE - GAP })

function besideOf(slide: Slide, body: Box, isRow: boolean): FileSlide['callouts'] {
  if (slide.callouts.length === 0) return null
  const box = isRow
    ? { ...body, y: body.y + body.height - CALLOUT_HEIGHT, height: CALLOUT_HEIGHT }
    : { ...body, x: body.x + body.width - BESIDE, width: BESIDE }
  return { box, isRow }
}
