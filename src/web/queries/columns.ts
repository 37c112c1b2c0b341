import { readColumn } from '#shared/contract/columns.ts'
import { call } from '../api/client.ts'
import { BOARDS_KEY } from './boards.ts'

/** The page of one 专栏 for what its address asks; a write makes it stale as it does the boards. */
export const columnQuery = (column: string, asked: { p?: string; v?: 'cum' }) => ({
  key: [...BOARDS_KEY, 'column', column, { ...asked }],
  query: ({ signal }: { signal: AbortSignal }) =>
    call(readColumn, { params: { column }, query: asked, signal }),
})
