import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'

const params = z.object({ ledger: z.enum(LEDGER_IDS) })
/**
 * A ledger's list by name: `query` is what stands behind `?` in its address. Everybody who sees the
 * ledger has it; `mayChange` is whether its reader may replace or remove it.
 */
const view = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  mayChange: z.boolean(),
})
const output = z.array(view)

export const listViews = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/views',
  summary: 'Saved views of a ledger, by name',
  right: { see: 'ofParams' },
  params,
  output,
})

export const saveView = defineEndpoint({
  method: 'PUT',
  path: '/ledgers/:ledger/views',
  summary:
    'Save a view; one of the same name is replaced by its author, or whoever may write the ledger',
  right: { see: 'ofParams' },
  journal: 'write',
  params,
  body: z.object({
    name: z.string().check(z.minLength(1), z.maxLength(40)),
    query: z.string().check(z.maxLength(4000)),
  }),
  output,
})

export const removeView = defineEndpoint({
  method: 'DELETE',
  path: '/ledgers/:ledger/views/:id',
  summary: 'Remove a saved view, as its author or as whoever may write the ledger',
  right: { see: 'ofParams' },
  journal: 'write',
  params: z.object({ ledger: z.enum(LEDGER_IDS), id: z.string() }),
  output,
})

export type ViewAnswer = z.infer<typeof view>
