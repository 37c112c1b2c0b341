import { readDocument, type DocumentKind } from '#shared/contract/documents.ts'
import { apiBase, call } from '../api/client.ts'

export const DOCUMENTS_KEY = ['documents']

interface Asked {
  readonly p: string
  readonly freeze?: string
}

/** A report as it will be handed out. */
export const documentQuery = (kind: DocumentKind, asked: Asked) => ({
  key: [...DOCUMENTS_KEY, kind, asked.p, asked.freeze ?? ''],
  query: ({ signal }: { signal: AbortSignal }) =>
    call(readDocument, { params: { kind }, query: asked, signal }),
})

/** Where its Word file is. */
export const documentFile = (kind: DocumentKind, asked: Asked): string =>
  `${apiBase}/documents/${kind}/report.docx?${new URLSearchParams({ ...asked }).toString()}`
