import type { DeckEdits, Slide } from '../contract/decks.ts'
import { goneNumbers, ownNumbers } from './own-numbers.ts'

type Words = DeckEdits['words'][string]

/** Slides by rule, in the template's order, as people's edits make them; hidden ones are marked. */
export function editedSlides(slides: readonly Slide[], edits: DeckEdits): Slide[] {
  return inOrder(slides, edits.order).map((slide) => edited(slide, edits))
}

/** Those named in `order` first, the rest after the slide they follow in the template. */
function inOrder(slides: readonly Slide[], order: readonly string[]): Slide[] {
  const named = order.flatMap((id) => slides.find((slide) => slide.id === id) ?? [])
  return slides.reduce((placed, slide, at) => {
    if (placed.includes(slide)) return placed
    const before = slides.slice(0, at).findLast((each) => placed.includes(each))
    return inserted(placed, before ? placed.indexOf(before) + 1 : 0, slide)
  }, named)
}

const inserted = <T>(list: readonly T[], at: number, item: T): T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at),
]

function edited(slide: Slide, { hidden, words }: DeckEdits): Slide {
  const own = words[slide.id]
  return {
    ...slide,
    title: own?.title ?? slide.rule.title,
    speaker: own?.speaker ?? slide.rule.speaker,
    note: own?.note ?? '',
    isHidden: hidden.includes(slide.id),
    isReworded: own?.title !== undefined || own?.speaker !== undefined,
    gone: goneNumbers(slide, own?.numbers ?? []),
    unsure: own && !own.numbers ? unknownNumbers(slide, own) : [],
  }
}

/** Nobody can tell any more whether the slide ever had them: that they are not there now is all. */
const unknownNumbers = (slide: Slide, { title = '', speaker = '' }: Words): string[] =>
  ownNumbers(slide, [title, speaker]).unknown

/** Own title, spoken line or note of a slide; undefined gives the rule's words back. */
export function withWords(edits: DeckEdits, slide: Slide, change: Words): DeckEdits {
  const { title, speaker, note } = { ...edits.words[slide.id], ...change }
  const { known } = ownNumbers(slide, [title ?? '', speaker ?? ''])
  const { [slide.id]: _, ...others } = edits.words
  if (title === undefined && speaker === undefined && !note) return { ...edits, words: others }
  const own = {
    ...(title !== undefined && { title }),
    ...(speaker !== undefined && { speaker }),
    ...(note && { note }),
    numbers: known,
  }
  return { ...edits, words: { ...others, [slide.id]: own } }
}

/** Shown or hidden. */
export const withHidden = (edits: DeckEdits, id: string, isHidden: boolean): DeckEdits => ({
  ...edits,
  hidden: [...edits.hidden.filter((each) => each !== id), ...(isHidden ? [id] : [])],
})

/** The slide at the place `to` of those now shown in the order `ids`. */
export function withPlace(
  edits: DeckEdits,
  ids: readonly string[],
  id: string,
  to: number,
): DeckEdits {
  const others = ids.filter((each) => each !== id)
  const at = Math.max(0, Math.min(to, others.length))
  return { ...edits, order: inserted(others, at, id) }
}

/** Also a slide of one's own, at the place `at` of those now shown in the order `ids`. */
export const withOwn = (
  edits: DeckEdits,
  ids: readonly string[],
  own: DeckEdits['own'][number],
  at: number,
): DeckEdits => ({ ...edits, own: [...edits.own, own], order: inserted(ids, at, own.id) })

/** A slide of one's own from an exhibit; its id is one that no own slide has. */
export function ownSlide(
  { own }: DeckEdits,
  exhibit: string,
  view: DeckEdits['own'][number]['view'],
): DeckEdits['own'][number] {
  const numbers = own.map(({ id }) => Number(id.replace(/^own-/, '')) || 0)
  return { id: `own-${Math.max(0, ...numbers) + 1}`, exhibit, view }
}

/** Without a slide of one's own, and without all that was said of it. */
export function withoutOwn(edits: DeckEdits, id: string): DeckEdits {
  const { [id]: _, ...words } = edits.words
  return {
    order: edits.order.filter((each) => each !== id),
    hidden: edits.hidden.filter((each) => each !== id),
    words,
    own: edits.own.filter((each) => each.id !== id),
  }
}
