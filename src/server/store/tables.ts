import type { Settings } from '#shared/contract/settings.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { SumChange } from './kept-sums.ts'
import type {
  Batch,
  Coverage,
  Draft,
  HistoryEntry,
  ImportPart,
  Store,
  StoredRecord,
} from './store.ts'

/** A record with what only the store sees. */
export interface Kept extends StoredRecord {
  /** Its key and occurrence; no two live records of a ledger share one. */
  readonly identity: string
  readonly removedAt: string | null
}

export interface KeptHistory extends HistoryEntry {
  readonly record: string
}

export type NumberedEntry = HistoryEntry & { readonly number: number }

/** What a batch said of a record that stood when it came. */
export interface Hold {
  readonly batch: string
  /** The last entry of all histories by then. */
  readonly after: number
  /** Names of the fields it stated; null where a version wrote the hold that did not note them. */
  readonly said: readonly string[] | null
}

/** A record with all that was done to it and said of it. */
export interface KeptLife {
  readonly record: Kept
  /** Oldest first. */
  readonly history: readonly NumberedEntry[]
  /** In the order in which they came. */
  readonly holds: readonly Hold[]
}

/** A record as it stands and as it will. */
export interface Rewritten {
  readonly before: Kept
  readonly after: Kept
  /** Fields of its row that read otherwise. */
  readonly changed: readonly string[]
}

/**
 * What the writing of a store asks of a database, inside one transaction. All that writing decides
 * stands above it, once for every database. Live records are those not removed.
 */
export interface Tables {
  batch(id: string): Promise<Batch | null>
  saveBatch(batch: Batch): Promise<void>
  takenBack(): Promise<ReadonlySet<string>>
  /** Ids of the batches that stand, oldest first. */
  standing(): Promise<readonly string[]>
  /** The greatest id a ledger ever gave. */
  lastId(ledger: LedgerId): Promise<string | null>
  /** Live records by identity. */
  live(ledger: LedgerId, identities: readonly string[]): Promise<ReadonlyMap<string, Kept>>
  /** Live records by id. */
  named(ledger: LedgerId, ids: readonly string[]): Promise<ReadonlyMap<string, Kept>>
  /** Ids, in order, of records that name the batch, removed ones too. */
  addedBy(ledger: LedgerId, batch: string): Promise<string[]>
  /**
   * Ids, in order, of records that name other batches, removed ones too, and may read otherwise without
   * this one: it changed or removed them, or held them after somebody else had changed them.
   */
  touchedBy(ledger: LedgerId, batch: string): Promise<string[]>
  /** Records by id, removed ones too. */
  lives(ledger: LedgerId, ids: readonly string[]): Promise<KeptLife[]>
  /** Every live record of a reference list. */
  entries(list: LedgerId): Promise<Kept[]>
  /** Notes which fields of these records a batch states too, unchanged or with what it changes next. */
  hold(ledger: LedgerId, held: ReadonlyMap<string, readonly string[]>, batch: string): Promise<void>
  insert(ledger: LedgerId, records: readonly Kept[]): Promise<void>
  /** Writes the cells and marks that differ of records that are there, each named once. */
  replace(ledger: LedgerId, records: readonly Rewritten[]): Promise<void>
  addHistory(ledger: LedgerId, entries: readonly KeptHistory[]): Promise<void>
  /** Moves the kept sums; those no record stands behind any more are gone. */
  moveSums(ledger: LedgerId, changes: readonly SumChange[]): Promise<void>
  /** Of batches that stand. */
  coverage(): Promise<Coverage[]>
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
  importPart: Store['importPart']
  giveParts(from: Pick<ImportPart, 'owner' | 'kind' | 'section'>, owner: string): Promise<void>
  saveFile(hash: string, bytes: Uint8Array): Promise<void>
}
