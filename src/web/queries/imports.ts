import { defineQueryOptions } from '@pinia/colada'
import { tryTakeBack } from '#shared/contract/batches.ts'
import { listBatches, readImport } from '#shared/contract/imports.ts'
import { call } from '../api/client.ts'

export const IMPORT_KEYS = {
  preview: (id: string) => ['imports', id],
  batches: ['batches'],
}

export const importQuery = defineQueryOptions((id: string) => ({
  key: IMPORT_KEYS.preview(id),
  query: ({ signal }) => call(readImport, { params: { id }, signal }),
}))

export const batchesQuery = defineQueryOptions({
  key: IMPORT_KEYS.batches,
  query: ({ signal }) => call(listBatches, { signal }),
})

/** What taking a batch back would change. */
export const takeBackQuery = defineQueryOptions((id: string) => ({
  key: [...IMPORT_KEYS.batches, id, 'take-back'],
  query: ({ signal }) => call(tryTakeBack, { params: { id }, signal }),
  staleTime: 0,
}))
