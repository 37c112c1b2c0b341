import * as z from 'zod/mini'
import { deckEditsSchema, type DeckEdits } from '#shared/contract/decks.ts'
import { keepDraft, keptDraft } from '../kept-drafts.ts'

/** Edits that are not saved, with the state of the saved ones they were made on. */
export interface KeptEdits {
  readonly seen: string | null
  readonly edits: DeckEdits
}

const keptSchema = z.object({ seen: z.nullable(z.string()), edits: deckEditsSchema })
const nameOf = (deck: string): string => `deck:${deck}`

/** What was made of a deck and not saved; null where there is nothing, or the browser keeps nothing. */
export const keptEdits = (deck: string): KeptEdits | null => keptDraft(nameOf(deck), keptSchema)

/** Keeps unsaved edits over a reload; null once they are saved or given up. */
export function keepEdits(deck: string, kept: KeptEdits | null): void {
  keepDraft(nameOf(deck), kept)
}
