import { readDeck, readExhibitSlide, type DeckEdits } from '#shared/contract/decks.ts'
import type { TemplateId } from '#shared/slides/template-ids.ts'
import { call } from '../api/client.ts'

/** A period, and the number of its 定稿 where the figures of then are shown. */
export interface DeckAsked {
  readonly p: string
  readonly freeze?: string
}

export const deckKey = (template: TemplateId, asked: DeckAsked) => ['decks', template, { ...asked }]

/** The slides of a meeting; once they came they stay, so that a lost network stops no talk. */
export const deckQuery = (template: TemplateId, asked: DeckAsked) => ({
  key: deckKey(template, asked),
  query: ({ signal }: { signal: AbortSignal }) =>
    call(readDeck, { params: { template }, query: asked, signal }),
  gcTime: 12 * 3600_000,
})

/** A slide of one's own before it is kept among the others. */
export const exhibitSlide = (
  template: TemplateId,
  asked: DeckAsked,
  { exhibit, view }: Pick<DeckEdits['own'][number], 'exhibit' | 'view'>,
) => call(readExhibitSlide, { params: { template }, query: { ...asked, exhibit, view } })
