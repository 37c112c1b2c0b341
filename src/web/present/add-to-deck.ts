import { readDeck, saveDeck, type Deck } from '#shared/contract/decks.ts'
import type { TemplateId } from '#shared/slides/template-ids.ts'
import { ownSlide } from '#shared/slides/edits.ts'
import { call } from '../api/client.ts'
import { isLate } from '../api/problem.ts'
import type { ShownPeriod } from '../shown-period.ts'

/** A slide that was added: of which deck, under which id. */
export interface Added {
  readonly deck: Pick<Deck, 'title'>
  readonly id: string
}

const TRIES = 3

/** Adds an exhibit to the saved slides of a period, behind those of the meeting's template. */
export async function addToDeck(
  template: TemplateId,
  exhibit: string,
  { period: { key: p }, view }: ShownPeriod,
): Promise<Added> {
  for (let n = 1; ; n += 1) {
    const deck = await call(readDeck, { params: { template }, query: { p } })
    const { edits, editedAt: seen } = deck
    const own = ownSlide(edits, exhibit, view)
    const next = { ...edits, own: [...edits.own, own] }
    try {
      await call(saveDeck, { params: { template }, body: { p, edits: next, seen } })
      return { deck, id: own.id }
    } catch (error) {
      // Somebody saved between reading and writing: it is added to theirs.
      if (!isLate(error) || n === TRIES) throw error
    }
  }
}
