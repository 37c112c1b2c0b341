import type { Outcome } from './store.ts'

type BatchState = 'loaded' | 'takenBack'

/** One act that brought records in: an import, an entry by hand, the example centre. */
export interface Batch {
  readonly id: string
  readonly kind: 'import' | 'entry' | 'example'
  readonly title: string
  readonly why: string
  readonly at: string
  readonly by: string
  readonly state: BatchState
  readonly takenBackAt: string | null
  /** Content hashes and names of the files it came from. */
  readonly files: readonly { readonly name: string; readonly hash: string }[]
  /** Rows added, changed, equal and, where months are closed, left out by choice; a ledger. */
  readonly counts: Readonly<Record<string, Outcome>>
  /** What the readers said of the files, kept for whoever asks later. */
  readonly notes: readonly string[]
}

export interface BatchesAsked {
  readonly kinds?: readonly Batch['kind'][]
  readonly ids?: readonly string[]
  readonly limit?: number
}

/** The order in which batches are listed. */
export const newestFirst = (a: Batch, b: Batch): number =>
  inOrder(b.at, a.at) || inOrder(b.id, a.id)

const inOrder = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
