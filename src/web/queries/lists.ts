import { defineQueryOptions } from '@pinia/colada'
import { previewListEdit, readList, type ListEdit } from '#shared/contract/lists.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'

export const listQuery = defineQueryOptions((list: LedgerId) => ({
  key: ['list', list],
  query: ({ signal }) => call(readList, { params: { list }, signal }),
}))

/** What an act on a list would change. */
export const listPreviewQuery = defineQueryOptions(
  ({ list, edit }: { list: LedgerId; edit: ListEdit }) => ({
    key: ['listPreview', list, JSON.stringify(edit)],
    query: ({ signal }) => call(previewListEdit, { params: { list }, body: edit, signal }),
    staleTime: 0,
  }),
)
