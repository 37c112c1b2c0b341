import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Act, Batch, Filter, HistoryEntry, RecordsQuery, StoredRecord } from './store.ts'

/** An entry of the history, with the record it was done to as that stands now. */
export interface Change extends HistoryEntry {
  /** Rises with every entry. */
  readonly number: number
  readonly ledger: LedgerId
  readonly record: string
  readonly row: Row
  readonly isRemoved: boolean
}

export interface ChangesQuery {
  readonly ledger?: LedgerId
  /** Of records these take, or took before one of their changes; removed ones too. Asks for `ledger`. */
  readonly filters?: readonly Filter[]
  readonly search?: string
  /** Of one act: what was done in a batch at a moment. */
  readonly act?: Pick<Act, 'batch' | 'at'>
  /** Entries older than this one. */
  readonly before?: number
  readonly limit: number
}

/** What was done at once: a batch, or the taking back of one. Counts are records by ledger. */
export interface DoneAct extends Act {
  readonly title: string
  readonly kind: Batch['kind']
  readonly isTakeBack: boolean
  readonly counts: Readonly<Partial<Record<LedgerId, ActCounts>>>
}

export type ActCounts = Readonly<Record<'added' | 'changed' | 'removed' | 'restored', number>>

export interface ActsQuery {
  readonly ledger?: LedgerId
  readonly by?: string
  /** Instants; `from` belongs to it, `to` does not. */
  readonly from?: string
  readonly to?: string
  /** Acts older than this one. */
  readonly before?: Pick<Act, 'batch' | 'at'>
  readonly limit: number
}

/** A record in the bin. */
export interface RemovedRecord extends StoredRecord {
  readonly removedAt: string
  readonly removedBy: string
  readonly why: string
}

/** What a store tells of what was done to it. */
export interface HistoryReads {
  /** Newest first. */
  changes(query: ChangesQuery): Promise<Change[]>
  /** Newest first. */
  acts(query: ActsQuery): Promise<DoneAct[]>
  /** The bin of a ledger, last removed first. */
  removed(
    query: Pick<RecordsQuery, 'ledger' | 'search' | 'offset' | 'limit'>,
  ): Promise<{ total: number; records: readonly RemovedRecord[] }>
  /** Every word a text field holds or ever held, of removed records and earlier versions too; each once. */
  wordsEver(ledger: LedgerId, field: string): Promise<readonly string[]>
  /** How many records of each ledger lie in the bin. */
  removedCounts(): Promise<Readonly<Record<LedgerId, number>>>
}
