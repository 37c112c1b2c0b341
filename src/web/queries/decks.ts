import { readDeck, type TemplateId } from '#shared/contract/decks.ts'
import { call } from '../api/client.ts'

/** The slides of a meeting; once they came they stay, so that a lost network stops no talk. */
export const deckQuery = (template: TemplateId, asked: { p: string; freeze?: string }) => ({
  key: ['decks', template, asked],
  query: ({ signal }: { signal: AbortSignal }) =>
    call(readDeck, { params: { template }, query: asked, signal }),
  gcTime: 12 * 3600_000,
})
