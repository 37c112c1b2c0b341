import { defineQueryOptions } from '@pinia/colada'
import { listAttachments } from '#shared/contract/attachments.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { apiBase, call } from '../api/client.ts'

export const ATTACHMENT_KEYS = {
  of: (ledger: LedgerId, id: string) => ['attachments', ledger, id],
}

export const attachmentsQuery = defineQueryOptions(
  ({ ledger, id }: { ledger: LedgerId; id: string }) => ({
    key: ATTACHMENT_KEYS.of(ledger, id),
    query: ({ signal }) => call(listAttachments, { params: { ledger, id }, signal }),
  }),
)

/** Where the bytes of an attachment are. */
export const attachmentAddress = (id: string): string =>
  `${apiBase}/attachments/${encodeURIComponent(id)}/file`
