import * as z from 'zod/mini'
import { LEVELS } from '../ledgers/dictionaries.ts'

/** What a centre sets for itself on adoption. */
export const adoptionSettingsSchema = z.object({
  /** The centre's own word for a level (municipal → 州级); a level left out keeps the canonical one. */
  levelWords: z.record(z.string(), z.string()),
  /** Two uses of one title by one outlet within so many days are likely one use entered twice. */
  duplicateDays: z.int(),
})

export const ADOPTION_SETTINGS: z.infer<typeof adoptionSettingsSchema> = {
  levelWords: {},
  duplicateDays: 7,
}

const LABELS: Readonly<Record<string, { readonly label: string }>> = LEVELS

/** The desk's word for a level, whatever the centre calls it; 未填 where a record has none. */
export const canonicalLevel = (level: string): string =>
  level === '' ? '未填' : (LABELS[level]?.label ?? level)

/** The centre's own word for a level, else the canonical one. */
export function levelWord(words: Readonly<Record<string, string>>, level: string): string {
  const own = Object.hasOwn(words, level) ? words[level]?.trim() : undefined
  return own ? own : canonicalLevel(level)
}
