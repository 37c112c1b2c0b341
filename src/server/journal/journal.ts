import type { JournalEntry, JournalHead, JournalKind } from '#shared/journal.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'

/** What is written down; number, time and hash come with the writing. */
export interface NewEntry extends Pick<JournalEntry, 'account' | 'name' | 'source' | 'text'> {
  readonly kind: JournalKind
  readonly ledger: LedgerId | ''
}

export type BegunAct = Omit<NewEntry, 'text'>

/** The number of an act under way. */
export type Begun = number

/** Which entries; instants are UTC, `before` excluded. */
export interface JournalFilter {
  readonly name?: string | undefined
  readonly kind?: JournalKind | undefined
  readonly ledger?: LedgerId | undefined
  readonly since?: string | undefined
  readonly before?: string | undefined
  readonly text?: string | undefined
  /** Only entries of a lower number. */
  readonly below?: number | undefined
}

export interface JournalPage {
  readonly total: number
  /** Newest first. */
  readonly entries: readonly JournalEntry[]
}

/** 操作日志: entries are added and never changed or taken away, each chained to the one before. */
export interface Journal {
  /**
   * Notes that an act begins, before anything of it is done, so that a process killed before its entry
   * leaves a trace. Throws JOURNAL_UNWRITABLE while what was done before could not be written down: at
   * most one act waits for its entry.
   */
  begin(act: BegunAct): Begun
  /** The act is over and nothing came of it that is written down. */
  end(begun: Begun): void
  /** Returns once the entry is safely kept, and its beginning forgotten; throws JOURNAL_UNWRITABLE. */
  append(entry: NewEntry, begun?: Begun): Promise<void>
  page(filter: JournalFilter, offset: number, limit: number): Promise<JournalPage>
  /** Every name in it, sorted. */
  names(): Promise<readonly string[]>
  /** The last entry; before the first, number 0. */
  head(): Promise<JournalHead>
  /** What is wrong with the chain, in sentences. Lets others run meanwhile. */
  faults(): Promise<readonly string[]>
}

/** Does what no request asked for, its beginning noted before it and what `act` says of it after; null: nothing. */
export async function noted(
  journal: Journal,
  about: BegunAct,
  act: () => Promise<string | null>,
): Promise<void> {
  const begun = journal.begin(about)
  let text: string | null = null
  try {
    text = await act()
  } finally {
    if (text === null) journal.end(begun)
  }
  if (text !== null) await journal.append({ ...about, text }, begun)
}

/** Who the desk itself is, in the journal. */
export const ITSELF = { account: '', name: '运行台', source: '' } as const
