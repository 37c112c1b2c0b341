import { defineQueryOptions } from '@pinia/colada'
import { readBoard, readDesk } from '#shared/contract/boards.ts'
import type { BoardId } from '#shared/metrics/boards.ts'
import { call } from '../api/client.ts'

/** Root of every key that figures stand under; a write to any ledger invalidates it. */
export const BOARDS_KEY = ['boards']
export const DESK_KEY = ['desk']

export interface BoardAsked {
  readonly board: BoardId
  readonly p: string | undefined
  readonly v: 'cum' | undefined
}

export const boardQuery = defineQueryOptions(({ board, p, v }: BoardAsked) => ({
  key: [...BOARDS_KEY, board, p ?? '', v ?? ''],
  query: ({ signal }) =>
    call(readBoard, {
      params: { board },
      query: { ...(p !== undefined && { p }), ...(v !== undefined && { v }) },
      signal,
    }),
}))

/** Whose desk it is; pages with a board bring it along, so it is asked for on the others alone. */
export const deskQuery = defineQueryOptions({
  key: DESK_KEY,
  query: ({ signal }) => call(readDesk, { signal }),
})
