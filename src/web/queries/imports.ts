import { defineQueryOptions } from '@pinia/colada'
import { tryTakeBack } from '#shared/contract/batches.ts'
import { listBatches, readBatch, type BatchesQuery } from '#shared/contract/batch-pages.ts'
import { readImport } from '#shared/contract/imports.ts'
import { call } from '../api/client.ts'

export const IMPORT_KEYS = {
  preview: (id: string) => ['imports', id],
  batches: ['batches'],
}

export const importQuery = defineQueryOptions((id: string) => ({
  key: IMPORT_KEYS.preview(id),
  query: ({ signal }) => call(readImport, { params: { id }, signal }),
}))

export const batchesQuery = defineQueryOptions((asked: BatchesQuery) => ({
  key: [...IMPORT_KEYS.batches, 'list', JSON.stringify(asked)],
  query: ({ signal }) => call(listBatches, { query: asked, signal }),
}))

export const batchQuery = defineQueryOptions((id: string) => ({
  key: [...IMPORT_KEYS.batches, id],
  query: ({ signal }) => call(readBatch, { params: { id }, signal }),
}))

/** What taking a batch back would change. */
export const takeBackQuery = defineQueryOptions((id: string) => ({
  key: [...IMPORT_KEYS.batches, id, 'take-back'],
  query: ({ signal }) => call(tryTakeBack, { params: { id }, signal }),
  staleTime: 0,
}))
