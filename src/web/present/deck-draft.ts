import * as z from 'zod/mini'
import { deckEditsSchema, type DeckEdits } from '#shared/contract/decks.ts'

/** Edits that are not saved, with the state of the saved ones they were made on. */
export interface KeptEdits {
  readonly seen: string | null
  readonly edits: DeckEdits
}

const keptSchema = z.object({ seen: z.nullable(z.string()), edits: deckEditsSchema })
const nameOf = (deck: string): string => `deck:${deck}`

/** What was made of a deck and not saved; null where there is nothing, or the browser keeps nothing. */
export function keptEdits(deck: string): KeptEdits | null {
  try {
    const found = keptSchema.safeParse(JSON.parse(localStorage.getItem(nameOf(deck)) ?? 'null'))
    return found.success ? found.data : null
  } catch {
    return null
  }
}

/** Keeps unsaved edits over a reload; null once they are saved or given up. */
export function keepEdits(deck: string, kept: KeptEdits | null): void {
  try {
    if (kept === null) localStorage.removeItem(nameOf(deck))
    else localStorage.setItem(nameOf(deck), JSON.stringify(kept))
  } catch {
    // The page goes on; a reload then loses what is not saved.
  }
}
