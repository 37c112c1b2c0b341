import { MASK } from '#shared/masks.ts'
import { hasWords, nearest, talliesOf } from '../store/batches.ts'
import type { Batch, BatchesAsked, Store } from '../store/store.ts'
import { batchShown, type Known, type Masked } from './shown-rows.ts'

/** Batches read at once where their words have to be looked at as they are shown. */
const PART = 500

/** Batches with whom their words name masked; words find what is shown of them, and no name by guessing it. */
export function maskedBatches(
  store: Store,
  masked: Masked,
  known: Known,
): Pick<Store, 'batches' | 'batchTallies' | 'batch'> {
  async function batches(asked: BatchesAsked = {}): Promise<Batch[]> {
    const names = await known()
    const shown = (batch: Batch): Batch => batchShown(batch, masked, names)
    const { search, limit = Infinity, ...rest } = asked
    if (!search) return (await store.batches(asked)).map(shown)
    // What a mask shows of a text stands in the text as well, so that the store finds no fewer.
    const among = { ...rest, search: search.replaceAll(MASK, ' '), limit: PART }
    const way = asked.beyond?.way ?? 'older'
    let found: Batch[] = []
    let { beyond } = asked
    while (found.length < limit) {
      const part = await store.batches({ ...among, ...(beyond && { beyond }) })
      const fitting = part.map(shown).filter((batch) => hasWords(batch, search))
      found = way === 'newer' ? [...fitting, ...found] : [...found, ...fitting]
      const last = way === 'newer' ? part.at(0) : part.at(-1)
      if (part.length < PART || !last) break
      beyond = { at: last.at, id: last.id, way }
    }
    return nearest(found, asked)
  }
  return {
    batches,
    batchTallies: async (asked) =>
      asked.search ? talliesOf(await batches(asked)) : store.batchTallies(asked),
    async batch(id) {
      const batch = await store.batch(id)
      return batch && batchShown(batch, masked, await known())
    },
  }
}
