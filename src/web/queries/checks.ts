import { defineQueryOptions } from '@pinia/colada'
import { countChecks, openedByActs } from '#shared/contract/checks.ts'
import { call } from '../api/client.ts'
import { BOARDS_KEY } from './boards.ts'

/** How many findings wait; under the boards' key, so that a write asks anew. */
export const openChecksQuery = defineQueryOptions({
  key: [...BOARDS_KEY, 'checks', 'open'],
  query: ({ signal }) => call(countChecks, { signal }),
})

/** What these acts of writing opened. */
export const openedQuery = defineQueryOptions((acts: readonly string[]) => ({
  key: [...BOARDS_KEY, 'checks', 'opened', acts.join(',')],
  query: ({ signal }) => call(openedByActs, { query: { acts: acts.join(',') }, signal }),
}))
