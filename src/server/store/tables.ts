import type { Settings } from '#shared/contract/settings.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { SumChange } from './kept-sums.ts'
import type { Batch, Coverage, Draft, HistoryEntry, ImportPart, StoredRecord } from './store.ts'

/** A record with what only the store sees. */
export interface Kept extends StoredRecord {
  /** Its key and occurrence; no two live records of a ledger share one. */
  readonly identity: string
  readonly removedAt: string | null
}

export interface KeptHistory extends HistoryEntry {
  readonly record: string
}

/**
 * What the writing of a store asks of a database, inside one transaction. All that writing decides
 * stands above it, once for every database. Live records are those not removed.
 */
export interface Tables {
  batch(id: string): Promise<Batch | null>
  saveBatch(batch: Batch): Promise<void>
  takenBack(): Promise<ReadonlySet<string>>
  /** The greatest id a ledger ever gave. */
  lastId(ledger: LedgerId): Promise<string | null>
  /** Live records by identity. */
  live(ledger: LedgerId, identities: readonly string[]): Promise<ReadonlyMap<string, Kept>>
  /** The live record. */
  find(ledger: LedgerId, id: string): Promise<Kept | null>
  /** The removed record. */
  findRemoved(ledger: LedgerId, id: string): Promise<Kept | null>
  /** Ids, in order, of live records the batch brought in. */
  addedBy(ledger: LedgerId, batch: string): Promise<string[]>
  /** Ids, in order, of records of other batches that this one changed or removed, removed ones too. */
  touchedBy(ledger: LedgerId, batch: string): Promise<string[]>
  /** Records by id, removed ones too, each with its history, oldest first. */
  withHistory(
    ledger: LedgerId,
    ids: readonly string[],
  ): Promise<{ record: Kept; history: readonly HistoryEntry[] }[]>
  /** Every live record of a reference list. */
  entries(list: LedgerId): Promise<Kept[]>
  /** Notes that a batch held these records as they are, or with what it changed. */
  confirm(ledger: LedgerId, records: readonly string[], batch: string): Promise<void>
  /** Of live records the batch brought in, the first other batch that stands and held them too. */
  heirs(ledger: LedgerId, batch: string): Promise<ReadonlyMap<string, string>>
  insert(ledger: LedgerId, records: readonly Kept[]): Promise<void>
  /** Writes cells and marks of records that are there; of one that stands as `before` what differs is enough. */
  replace(ledger: LedgerId, records: readonly Kept[], before?: Kept): Promise<void>
  addHistory(ledger: LedgerId, entries: readonly KeptHistory[]): Promise<void>
  /** Moves the kept sums; those no record stands behind any more are gone. */
  moveSums(ledger: LedgerId, changes: readonly SumChange[]): Promise<void>
  coveredBy(batch: string): Promise<Coverage[]>
  cover(coverage: Coverage): Promise<void>
  raise(name: LedgerId | 'settings'): Promise<void>
  saveSettings(settings: Settings | null): Promise<void>
  saveDraft(draft: Draft): Promise<void>
  /** The draft and its parts; its files stay. */
  dropDraft(id: string): Promise<void>
  /** Drops those of the files that no draft and no batch came from. */
  dropFiles(hashes: readonly string[]): Promise<void>
  draft(id: string): Promise<Draft | null>
  saveImportPart(part: ImportPart): Promise<void>
  giveParts(from: Pick<ImportPart, 'owner' | 'kind' | 'section'>, owner: string): Promise<void>
  saveFile(hash: string, bytes: Uint8Array): Promise<void>
}
