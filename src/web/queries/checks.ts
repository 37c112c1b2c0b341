import { defineQueryOptions } from '@pinia/colada'
import { countChecks } from '#shared/contract/checks.ts'
import { call } from '../api/client.ts'
import { BOARDS_KEY } from './boards.ts'

/** How many findings wait; under the boards' key, so that a write asks anew. */
export const openChecksQuery = defineQueryOptions({
  key: [...BOARDS_KEY, 'checks', 'open'],
  query: ({ signal }) => call(countChecks, { signal }),
})
