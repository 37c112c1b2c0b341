import { defineQueryOptions } from '@pinia/colada'
import { listSessions, readMe } from '#shared/contract/session.ts'
import { call } from '../api/client.ts'

/** Who is signed in, and what they may do. */
export const meQuery = defineQueryOptions({
  key: ['me'],
  query: ({ signal }) => call(readMe, { signal }),
  staleTime: 60_000,
})

export const sessionsQuery = defineQueryOptions({
  key: ['me', 'sessions'],
  query: ({ signal }) => call(listSessions, { signal }),
})
