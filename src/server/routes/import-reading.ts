import { mappingSchema } from '#shared/contract/import-sections.ts'
import { NAME_LISTS } from '#shared/records/name-lists.ts'
import type { DeskFacts } from '../facts.ts'
import type { KnownMapping, ReadingContext } from '../ingest/prepared.ts'
import { knownLists } from '../lists/known-lists.ts'
import type { Store } from '../store/store.ts'

/** What the desk knows as files are read: its day, the headings it was shown, its names. */
export async function readingContext(store: Store, facts: DeskFacts): Promise<ReadingContext> {
  const { settings } = await facts.snapshot()
  return {
    today: await facts.today(),
    zone: settings.zone,
    mappings: await knownMappings(store),
    lists: await knownLists(store, NAME_LISTS),
    levelWords: settings.adoption.levelWords,
  }
}

/** How users had sets of headings read, as they are remembered. */
export async function knownMappings(store: Store): Promise<KnownMapping[]> {
  const rows = await store.cells({
    ledger: 'mappings',
    fields: ['headings', 'correctedOn', 'mapping'],
    filters: [],
  })
  return rows.flatMap(({ headings, correctedOn, mapping }) => {
    // A field or ledger that is no more makes a mapping void; its sheet is read as a new one.
    const parsed = mappingSchema.safeParse(JSON.parse(String(mapping)))
    return parsed.success
      ? [{ ...parsed.data, headings: String(headings), day: String(correctedOn) }]
      : []
  })
}
