import { defineQueryOptions } from '@pinia/colada'
import { listViews } from '#shared/contract/views.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'

export const VIEW_KEYS = { of: (ledger: LedgerId) => ['views', ledger] }

export const viewsQuery = defineQueryOptions(({ ledger }: { ledger: LedgerId }) => ({
  key: VIEW_KEYS.of(ledger),
  query: ({ signal }) => call(listViews, { params: { ledger }, signal }),
}))
