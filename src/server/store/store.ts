import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Approvals } from '#shared/records/review-states.ts'
import type { SumsQuery, SumsRow } from '#shared/metrics/sums.ts'
import type { Settings } from '#shared/contract/settings.ts'
import type { Day } from '#shared/time/day.ts'
import type { Draft, ImportPart, PartQuery, Rows } from './drafts.ts'
import type { Batch, BatchesAsked, BatchFilters, BatchTally } from './batches.ts'
import type { HistoryReads } from './history.ts'
import type { Change } from './change.ts'
import type { KeptOut, Tried } from './kept-out.ts'
import type { WriteMoved, WriteTold } from './told.ts'
import type { Gate, WriteReach } from './write-reach.ts'

export type { Batch, BatchesAsked, BatchFilters, BatchTally } from './batches.ts'
export type { Gate } from './write-reach.ts'
export type { Draft, DraftRows, ImportPart, PartQuery, Rows } from './drafts.ts'

/** A row as kept, with what every write carries. Times are UTC instants, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export interface StoredRecord {
  readonly id: string
  readonly row: Row
  readonly batch: string
  readonly createdAt: string
  readonly createdBy: string
  readonly changedAt: string | null
  readonly changedBy: string | null
}

/** Holds a text field or `id` to words, or a date field between days; all must hold. */
export interface Filter {
  readonly field: string
  /** Any of these codes or words; '' stands for an empty cell. */
  readonly in?: readonly string[]
  /** None of these codes or words; an empty cell is none of them. */
  readonly not?: readonly string[]
  /**
   * Inclusive days; a record dated to the month counts when the whole month is inside, one dated to
   * the year as its January: just as kept sums place them.
   */
  readonly from?: Day
  readonly to?: Day
  readonly isPresent?: boolean
  /** Part of the text, A to Z in either case. */
  readonly contains?: string
  /** Inclusive numbers. */
  readonly least?: number
  readonly most?: number
  /** An empty cell passes as well. */
  readonly orEmpty?: boolean
  /** Whether somebody reviewed the record and nobody wrote it since; whatever the field. */
  readonly approved?: { readonly by: Approvals; readonly is: boolean }
  /** At least one of these sets of filters holds, each of them whole; whatever the field. */
  readonly anyOf?: readonly (readonly Filter[])[]
}

export interface RecordsQuery {
  readonly ledger: LedgerId
  readonly filters: readonly Filter[]
  /** Words parted by spaces; each is found in any text field. */
  readonly search?: string
  readonly batch?: string
  readonly sort: { readonly field: string; readonly descending: boolean }
  readonly offset: number
  readonly limit: number
}

/** Asks for some fields of records; `id` may be among them. Sorted by `sort`, else by id. */
export interface CellsQuery {
  readonly ledger: LedgerId
  readonly fields: readonly string[]
  readonly filters: readonly Filter[]
  readonly sort?: RecordsQuery['sort']
  readonly limit?: number
}

/** Records that one batch brought in; `changed` of them were changed since. */
export interface Origin {
  readonly batch: string
  readonly records: number
  readonly changed: number
}

export interface RecordsPage {
  readonly total: number
  readonly records: readonly StoredRecord[]
}

export interface HistoryEntry {
  readonly at: string
  readonly by: string
  readonly why: string
  readonly batch: string
  readonly action: 'change' | 'remove' | 'restore'
  readonly before: Row
  readonly after: Row
}

/** Days for which a ledger is said to be whole: within them, no record means zero. */
export interface Covered {
  readonly ledger: LedgerId
  readonly from: Day
  readonly to: Day
}

export interface Coverage extends Covered {
  readonly batch: string
}

export type Revisions = Readonly<Record<LedgerId, number>>

/** All the API asks of a database. Implementations pass test/conformance. */
export interface Store extends HistoryReads {
  sums(query: SumsQuery): Promise<SumsRow[]>
  records(query: RecordsQuery): Promise<RecordsPage>
  /** The field added up over all records a question takes; 0 where none holds a value. */
  sumOf(query: Omit<RecordsQuery, 'sort' | 'offset' | 'limit'>, field: string): Promise<number>
  /** A few cells of every record a question takes, without its page; for lists that a page sums up. */
  cells(query: CellsQuery): Promise<Row[]>
  /** Every word a text field holds, and in how many records; in the order of the words. */
  words(ledger: LedgerId, field: string): Promise<{ word: string; records: number }[]>
  /** Which batches the records a question takes came in with, most records first, then by id. */
  origins(query: Omit<RecordsQuery, 'sort' | 'offset' | 'limit'>): Promise<Origin[]>
  /** How many records each ledger holds. */
  counts(): Promise<Readonly<Record<LedgerId, number>>>
  /** Null when there is none, or it was removed. */
  record(ledger: LedgerId, id: string): Promise<StoredRecord | null>
  /** Oldest first; a removed record keeps it. `before` and `after` hold the cells that differ. */
  history(ledger: LedgerId, id: string): Promise<HistoryEntry[]>
  /** Of batches not taken back. */
  coverage(): Promise<Coverage[]>
  /** The same spans, each once: of a month entered by hand every act says the same. */
  covered(): Promise<Covered[]>
  /** A number a ledger, and one for settings under `settings`; rises with every write. */
  revisions(): Promise<Revisions & { readonly settings: number }>
  /** Newest first: all there are, or those looked for; at most so many. */
  batches(asked?: BatchesAsked): Promise<Batch[]>
  /** How many batches are looked for, by sort and person, in their order. */
  batchTallies(asked: BatchFilters): Promise<BatchTally[]>
  /** When a batch was last opened or taken back; null where there is none. */
  changedAt(): Promise<string | null>
  batch(id: string): Promise<Batch | null>
  /** Null until somebody saved settings. */
  settings(): Promise<Settings | null>
  draft(id: string): Promise<Draft | null>
  file(hash: string): Promise<Uint8Array | null>
  /** The next part by number; null after the last. */
  importPart(query: PartQuery): Promise<ImportPart | null>
  /**
   * Runs in one transaction: all of it is kept, or none. Writers wait for one another. `about` says of
   * how many rows it is, so that a long one need not hold up readers.
   */
  write<T>(run: (writer: Writer) => Promise<T>, about?: { readonly rows: number }): Promise<T>
  close(): Promise<void>
}

/**
 * What a write does with rows that belong to closed months: throw MONTH_CLOSED, leave out those it
 * would add or change and count them, or enter them as 补报 with the reason given.
 */
export type ClosedRows = 'refuse' | 'leaveOut' | { readonly belated: string }

export interface Outcome {
  readonly added: number
  readonly changed: number
  readonly same: number
  /** Rows of closed months, left out because the write asked for it; where there are any. */
  readonly left?: number
}

/**
 * The write side of a store; only inside `Store.write`. Records of closed months are not added,
 * changed, removed or restored: MONTH_CLOSED, unless `closedRows` says otherwise.
 */
export interface Writer {
  /** Each change of a record from here on passes the gate first; it throws where it may not be. */
  holdTo(gate: Gate | WriteReach): void
  /** Holds from here on to the end of the write; `refuse` until then. */
  closedRows(rows: ClosedRows): void
  openBatch(batch: Omit<Batch, 'counts' | 'state' | 'takenBackAt'>): Promise<void>
  /**
   * Adds rows by their ledger's key: a new key is added, a known one with other cells is changed
   * with its history, an equal one is left alone. Derived cells are computed here. Cells that are
   * null in an imported row leave a known value as it is. Fields of a reference list are kept under the
   * list's name, and how they were written in the history; so with `change`.
   */
  put(ledger: LedgerId, rows: Rows, batch: string): Promise<Outcome>
  /**
   * Adds names that records use to a reference list: new ones join it, known ones get the cells they
   * leave empty, and a 又名 is no new name. Nothing an entry says is changed.
   */
  addNames(list: LedgerId, rows: readonly Row[], batch: string): Promise<Outcome>
  /** Sets cells of one record; keeps what was there in its history. Null when there is none. */
  change(ledger: LedgerId, id: string, cells: Row, act: Act): Promise<StoredRecord | null>
  /** The same of many, in their order; a record named twice is changed twice. */
  changeAll(
    ledger: LedgerId,
    changes: readonly Change[],
    act: Act,
  ): Promise<(StoredRecord | null)[]>
  /** Marks a record removed; it keeps its history and can be restored. */
  remove(ledger: LedgerId, id: string, act: Act): Promise<boolean>
  /** The same of many; how many there were. */
  removeAll(ledger: LedgerId, ids: readonly string[], act: Act): Promise<number>
  /** What would keep such an act of editing out, row by row; writes nothing. */
  keptOut(ledger: LedgerId, tried: Tried): Promise<KeptOut[]>
  /** Takes a record out of the bin; `taken` where a live one has its key meanwhile. */
  restore(ledger: LedgerId, id: string, act: Act): Promise<StoredRecord | 'absent' | 'taken'>
  /** Days of closed months stay as they are, unless the write enters 补报; the batch notes it. */
  cover(coverage: Coverage): Promise<void>
  /**
   * Undoes a batch whole: records it added are removed unless another batch that stands held them too,
   * which then has them; records it removed come back; cells read as if it had never been, as the last
   * batch that stands said them; its coverage ends. MONTH_CLOSED where a closed month would lose by it.
   */
  takeBack(batch: string, act: Act): Promise<Undone>
  saveSettings(settings: Settings): Promise<void>
  /** Back to no settings saved. */
  dropSettings(): Promise<void>
  saveDraft(draft: Draft): Promise<void>
  /** With its parts, and with its files unless another draft or a batch came from them. */
  dropDraft(id: string): Promise<void>
  saveImportPart(part: ImportPart): Promise<void>
  /** The refusals of these sections stay with the batch when the draft goes. */
  keepRefusals(draft: string, sections: readonly string[], batch: string): Promise<void>
  saveFile(hash: string, bytes: Uint8Array): Promise<void>
  /** What this write did so far. */
  told(): Promise<WriteTold>
  /** How it moved the kept sums so far. */
  moved(): Promise<WriteMoved>
}

/** What the taking back of a batch did, in records; names it took from reference lists stand apart. */
export interface Undone {
  readonly removed: number
  readonly restored: number
  /** Left as another batch has them. */
  readonly kept: number
  /** Of those another batch held, how many keep every cell because nobody noted which ones it states. */
  readonly untold?: number
  readonly names?: number
}

/** Who did it, when and why; in which batch. */
export interface Act {
  readonly at: string
  readonly by: string
  readonly why: string
  readonly batch: string
}
