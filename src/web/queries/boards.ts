import { defineQueryOptions } from '@pinia/colada'
import { readDesk, type BoardAnswer, type BoardEndpoint } from '#shared/contract/boards.ts'
import { call } from '../api/client.ts'

/** Root of every key that figures stand under; a write to any ledger invalidates it. */
export const BOARDS_KEY = ['boards']
export const DESK_KEY = ['desk']

/** A page's board for the words of its address: period, 累计 and the page's own options. */
export const boardQuery = <A extends BoardAnswer>(
  page: BoardEndpoint<A>,
  asked: Readonly<Record<string, string>>,
) => ({
  key: [...BOARDS_KEY, page.board, asked],
  query: ({ signal }: { signal: AbortSignal }): Promise<A> => call(page, { query: asked, signal }),
})

/** Whose desk it is; pages with a board bring it along, so it is asked for on the others alone. */
export const deskQuery = defineQueryOptions({
  key: DESK_KEY,
  query: ({ signal }) => call(readDesk, { signal }),
})
