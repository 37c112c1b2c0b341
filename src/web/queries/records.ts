import { defineQueryOptions } from '@pinia/colada'
import type * as z from 'zod/mini'
import {
  listLedgers,
  listOrigins,
  listRecords,
  readRecord,
  sumRecords,
  type RecordsQueryText,
} from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'

export const RECORD_KEYS = {
  ledgers: ['ledgers'],
  list: (ledger: LedgerId, asked: RecordsQueryText) => ['records', ledger, { ...asked }],
  origins: (ledger: LedgerId, asked: RecordsQueryText) => [
    'records',
    ledger,
    'origins',
    { ...asked },
  ],
  one: (ledger: LedgerId, id: string) => ['record', ledger, id],
}

export const ledgersQuery = defineQueryOptions({
  key: RECORD_KEYS.ledgers,
  query: ({ signal }) => call(listLedgers, { signal }),
})

export const recordsQuery = defineQueryOptions(
  ({ ledger, asked }: { ledger: LedgerId; asked: RecordsQueryText }) => ({
    key: RECORD_KEYS.list(ledger, asked),
    query: ({ signal }) => call(listRecords, { params: { ledger }, query: asked, signal }),
  }),
)

export const originsQuery = defineQueryOptions(
  ({ ledger, query }: { ledger: LedgerId; query: z.input<typeof listOrigins.query> }) => ({
    key: RECORD_KEYS.origins(ledger, query),
    query: ({ signal }) => call(listOrigins, { params: { ledger }, query, signal }),
  }),
)

export const recordSumsQuery = defineQueryOptions(
  ({ ledger, asked }: { ledger: LedgerId; asked: RecordsQueryText }) => ({
    key: ['record-sums', ledger, { ...asked }],
    query: ({ signal }) => call(sumRecords, { params: { ledger }, query: asked, signal }),
  }),
)

export const recordQuery = defineQueryOptions(
  ({ ledger, id }: { ledger: LedgerId; id: string }) => ({
    key: RECORD_KEYS.one(ledger, id),
    query: ({ signal }) => call(readRecord, { params: { ledger, id }, signal }),
  }),
)
