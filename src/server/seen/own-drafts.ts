import { DeskError } from '#shared/diagnostics.ts'
import type { Reader } from '../accounts/reader.ts'
import type { Draft, Store } from '../store/store.ts'

/**
 * A store that shows the imports somebody prepared and nobody else's: a draft holds rows as their file
 * has them, of whatever ledger, before any right was asked.
 */
export function storeWithOwnDrafts(store: Store, { name }: Pick<Reader, 'name'>): Store {
  const isOwn = (draft: Draft | null): boolean => draft === null || draft.by === name
  return {
    ...store,
    async draft(id) {
      const draft = await store.draft(id)
      return isOwn(draft) ? draft : null
    },
    importPart: async (query) =>
      isOwn(await store.draft(query.owner)) ? store.importPart(query) : null,
    write: (run, about) =>
      store.write(
        (writer) =>
          run({
            ...writer,
            async dropDraft(id) {
              if (!isOwn(await store.draft(id))) throw new DeskError('IMPORT_NOT_FOUND', id)
              await writer.dropDraft(id)
            },
          }),
        about,
      ),
  }
}
