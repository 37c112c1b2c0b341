import { defineQueryOptions } from '@pinia/colada'
import { readStatus } from '#shared/contract/operations.ts'
import { call } from '../api/client.ts'

export const statusQuery = defineQueryOptions({
  key: ['status'],
  query: ({ signal }) => call(readStatus, { signal }),
})
