import * as z from 'zod/mini'
import { LEDGER_IDS } from '../ledgers/index.ts'
import { defineEndpoint } from './define.ts'

const recordParams = z.object({ ledger: z.enum(LEDGER_IDS), id: z.string() })

const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** A code of the dictionary of attachment kinds. */
  kind: z.string(),
  /** Bytes; null for a link. */
  size: z.nullable(z.int()),
  /** Where it points, for a link; else null: its bytes are at `/attachments/:id/file`. */
  link: z.nullable(z.string()),
  at: z.string(),
  by: z.string(),
})

const attachmentsSchema = z.object({
  /** Oldest first. */
  attachments: z.array(attachmentSchema),
  /** What is taken: the largest file in MB, and how many a record may have. */
  largestMegabytes: z.int(),
  mostPerRecord: z.int(),
})

export type AttachmentAnswer = z.infer<typeof attachmentSchema>

export const listAttachments = defineEndpoint({
  method: 'GET',
  path: '/ledgers/:ledger/records/:id/attachments',
  summary: 'Evidence attached to a record',
  right: { see: 'ofParams' },
  params: recordParams,
  output: attachmentsSchema,
})

export const attachFiles = defineEndpoint({
  method: 'POST',
  path: '/ledgers/:ledger/records/:id/attachments',
  summary: 'Attach pictures or PDF files; all of them or none',
  right: { write: 'ofParams' },
  journal: 'write',
  params: recordParams,
  takes: 'files',
  output: attachmentsSchema,
})

export const attachLink = defineEndpoint({
  method: 'POST',
  path: '/ledgers/:ledger/records/:id/attached-links',
  summary: 'Attach a link',
  right: { write: 'ofParams' },
  journal: 'write',
  params: recordParams,
  body: z.object({ link: z.string(), name: z.optional(z.string()) }),
  output: attachmentsSchema,
})

export const detach = defineEndpoint({
  method: 'DELETE',
  path: '/ledgers/:ledger/records/:id/attachments/:attachment',
  summary: 'Mark an attachment removed; its file and history stay',
  right: { write: 'ofParams' },
  journal: 'write',
  params: z.object({ ledger: z.enum(LEDGER_IDS), id: z.string(), attachment: z.string() }),
  query: z.object({ why: z.optional(z.string()) }),
  output: attachmentsSchema,
})
