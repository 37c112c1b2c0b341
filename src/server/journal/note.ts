import type { JournalKind } from '#shared/journal.ts'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import { SOURCE_HEADER } from '../accounts/cookies.ts'
import type { Reader } from '../accounts/reader.ts'
import type { Journal } from './journal.ts'

/** The entry of a call while it is under way. */
export interface Note {
  /** Adds what only the handler knows. */
  tell(words: string): void
  /** Whose act it is, where the request itself does not say so yet. */
  by(account: { readonly id: string; readonly name: string }): void
  more(): string
  /** Writes the entry down; null: nothing came of the call. */
  keep(text: string | null): Promise<void>
  /** The call is over, with or without an entry. */
  end(): void
}

export interface NoteAbout {
  readonly kind: JournalKind
  readonly reader: Pick<Reader, 'account' | 'name'>
  readonly request: Request
  readonly params: Readonly<Record<string, string | undefined>>
}

const LONGEST = 400

/** Begins an entry. Throws JOURNAL_UNWRITABLE while an earlier one waits: then nothing is to be done. */
export function noteOf(journal: Journal, { kind, reader, request, params }: NoteAbout): Note {
  const named = params.ledger ?? params.list
  const ledger = LEDGER_IDS.find((id) => id === named) ?? ''
  const source = request.headers.get(SOURCE_HEADER) ?? ''
  let { account, name } = reader
  let more = ''
  let isKept = false
  const begun = journal.begin({ account, name, source, kind, ledger })
  return {
    tell(words) {
      more = words
    },
    by(who) {
      account = who.id
      name = who.name
    },
    more: () => more,
    async keep(text) {
      if (text === null) return
      isKept = true
      await journal.append({ account, name, source, kind, ledger, text: oneLine(text) }, begun)
    },
    end() {
      if (!isKept) journal.end(begun)
    },
  }
}

/** Of a call that only reads. */
export const NO_NOTE: Note = { tell() {}, by() {}, more: () => '', async keep() {}, end() {} }

/** What somebody typed can neither begin another line nor fill the page. */
const oneLine = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, LONGEST)

const own = new WeakSet<Request>()

/** A request that the desk sends itself as a part of an act, which has its entry already. */
export function asPart(request: Request): Request {
  own.add(request)
  return request
}

export const isPart = (request: Request): boolean => own.has(request)
