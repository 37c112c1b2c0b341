import { defineQueryOptions } from '@pinia/colada'
import type * as z from 'zod/mini'
import { listActs, listChanges, listRemoved, readBin } from '#shared/contract/history.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'

export type ActsAsked = z.input<typeof listActs.query>
export type ChangesAsked = z.input<typeof listChanges.query>

export const actsQuery = defineQueryOptions((asked: ActsAsked) => ({
  key: ['history', 'acts', JSON.stringify(asked)],
  query: ({ signal }) => call(listActs, { query: asked, signal }),
}))

export const changesQuery = defineQueryOptions((asked: ChangesAsked) => ({
  key: ['history', 'changes', JSON.stringify(asked)],
  query: ({ signal }) => call(listChanges, { query: asked, signal }),
}))

export const binQuery = defineQueryOptions({
  key: ['history', 'bin'],
  query: ({ signal }) => call(readBin, { signal }),
})

export const removedQuery = defineQueryOptions(
  ({ ledger, q, page }: { ledger: LedgerId; q: string; page: number }) => ({
    key: ['history', 'removed', ledger, q, page],
    query: ({ signal }) =>
      call(listRemoved, {
        params: { ledger },
        query: { page: String(page), ...(q && { q }) },
        signal,
      }),
  }),
)
