import { createHash } from 'node:crypto'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { DeskError } from '#shared/diagnostics.ts'
import { hashedText, journalEntrySchema, NO_ENTRY, type JournalHead } from '#shared/journal.ts'
import { fileError, StoreFileError, unwritten } from '../store/sqlite-errors.ts'
import { breathe } from '../store/turns.ts'
import { chainCheck } from './chain.ts'
import { interruptedText } from './interrupted.ts'
import { BEGUN_SCHEMA, begunActs } from './sqlite-begun.ts'
import type { Begun, Journal, JournalFilter, NewEntry } from './journal.ts'

/** Its file in the data folder. */
export const JOURNAL = 'journal.sqlite'

const VERSION = 2

/** Entries are added at the end; SQLite itself refuses all else. Acts under way stand beside them. */
const SCHEMA = `
create table if not exists entries (
  seq integer primary key autoincrement, at text not null, account text not null,
  name text not null, source text not null, kind text not null, ledger text not null,
  text text not null, hash text not null) strict;
create index if not exists entries_at on entries (at);
create trigger if not exists entries_stay before update on entries
  begin select raise(abort, 'entries of the journal are never changed'); end;
create trigger if not exists entries_remain before delete on entries
  begin select raise(abort, 'entries of the journal are never taken away'); end;
${BEGUN_SCHEMA}
pragma user_version = ${VERSION};`

type Owed = NewEntry & { readonly at: string; readonly begun?: Begun }

const LAST = 'select seq, hash from entries order by seq desc limit 1'
const COLUMNS = 'seq, at, account, name, source, kind, ledger, text, hash'

/**
 * The journal in a file of its own beside the ledgers', so that restoring them rolls none of it back.
 * `patience` is how many milliseconds another process may keep it waiting. Throws StoreFileError as the
 * store does. `tellInterrupted` writes down the acts that a process killed at them left behind; only the
 * one desk of the folder may, before it does anything.
 */
export function sqliteJournal(
  file: string,
  clock: () => number,
  patience = 5000,
): Journal & { tellInterrupted(zone: string): void; close(): void } {
  const db = opened(file, patience)
  const last = db.prepare(LAST)
  const put = db.prepare(`insert into entries (${COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const acts = begunActs(db)
  /** Done and not yet written down. */
  const owed: Owed[] = []

  function write({ begun, ...entry }: Owed): void {
    db.exec('begin immediate')
    try {
      const { seq, hash: before } = headIn(last.get())
      const next = { ...entry, seq: seq + 1 }
      const { at, account, name, source, kind, ledger, text } = next
      const hash = sha256(hashedText(before, next))
      put.run(next.seq, at, account, name, source, kind, ledger, text, hash)
      if (begun !== undefined) acts.forget(begun)
      db.exec('commit')
    } catch (error) {
      if (db.isTransaction) db.exec('rollback')
      throw error
    }
  }

  const settle = (): void =>
    written(() => {
      for (let first = owed[0]; first; first = owed[0]) {
        write(first)
        owed.shift()
      }
    })

  const now = (): string => new Date(clock()).toISOString()

  return {
    begin(act) {
      settle()
      return written(() => acts.begin({ ...act, at: now() }))
    },
    // What cannot be forgotten is told at the next start.
    end: (begun) => later(() => acts.end(begun)),
    async append(entry, begun) {
      owed.push({ ...entry, at: now(), ...(begun !== undefined && { begun }) })
      settle()
    },
    tellInterrupted(zone) {
      for (const { id, at, ...act } of acts.left())
        owed.push({ ...act, text: interruptedText({ ...act, at }, zone), at: now(), begun: id })
      later(settle)
    },
    async page(filter, offset, limit) {
      const { where, values } = conditions(filter)
      const counted = db.prepare(`select count(*) as total from entries ${where}`).get(...values)
      const rows = db
        .prepare(`select ${COLUMNS} from entries ${where} order by seq desc limit ? offset ?`)
        .all(...values, limit, offset)
      return {
        total: Number(counted?.total),
        entries: rows.map((row) => journalEntrySchema.parse(row)),
      }
    },
    names: async () =>
      db
        .prepare('select distinct name from entries order by name')
        .all()
        .map(({ name }) => String(name)),
    head: async () => headIn(last.get()),
    faults: () => faultsIn(db),
    close: () => db.close(),
  }
}

/** Does what writes to the journal; JOURNAL_UNWRITABLE where the disk does not let it. */
function written<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw unwritten(error) ? new DeskError('JOURNAL_UNWRITABLE') : error
  }
}

/** Does what may as well be done later, where the disk does not let it now. */
function later(act: () => void): void {
  try {
    written(act)
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
  }
}

/** What is wrong with a journal's file, in sentences. `noted` are heads written down elsewhere. */
export async function journalFaults(
  file: string,
  noted: readonly JournalHead[],
): Promise<{ readonly faults: readonly string[]; readonly head: JournalHead }> {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const faults = await faultsIn(db, noted)
    return { faults, head: headIn(db.prepare(LAST).get()) }
  } finally {
    db.close()
  }
}

/** The end of the chain in a journal's file. */
export function headOf(file: string): JournalHead {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return headIn(db.prepare(LAST).get())
  } finally {
    db.close()
  }
}

async function faultsIn(db: DatabaseSync, noted: readonly JournalHead[] = []): Promise<string[]> {
  const check = chainCheck([...highestEver(db), ...noted])
  const next = db.prepare(`select ${COLUMNS} from entries where seq > ? order by seq limit 500`)
  for (let after = 0; ;) {
    const entries = next.all(after).map((row) => journalEntrySchema.parse(row))
    for (const entry of entries) check.take(entry, sha256(hashedText(check.before(), entry)))
    const end = entries.at(-1)
    if (!end) break
    after = end.seq
    await breathe()
  }
  const guards = db
    .prepare(
      "select count(*) as n from sqlite_schema where type = 'trigger' and tbl_name = 'entries'",
    )
    .get()?.n
  return [...check.faults(), ...(guards === 2 ? [] : ['禁止改动和删除的保护被去掉了'])]
}

/** SQLite remembers the highest number it ever gave, also once its row is gone. */
function highestEver(db: DatabaseSync): JournalHead[] {
  const seq = db.prepare("select seq from sqlite_sequence where name = 'entries'").get()?.seq
  const row = db.prepare('select hash from entries where seq = ?').get(Number(seq ?? 0))
  return seq === undefined ? [] : [{ seq: Number(seq), hash: String(row?.hash ?? '') }]
}

function conditions({ name, kind, ledger, since, before, text, below }: JournalFilter): {
  readonly where: string
  readonly values: readonly SQLInputValue[]
} {
  const parts: readonly (readonly [string, SQLInputValue | undefined])[] = [
    ['name = ?', name],
    ['kind = ?', kind],
    ['ledger = ?', ledger],
    ['at >= ?', since],
    ['at < ?', before],
    ['instr(text, ?) > 0', text],
    ['seq < ?', below],
  ]
  const asked = parts.filter(([, value]) => value !== undefined)
  return {
    where: asked.length > 0 ? `where ${asked.map(([part]) => part).join(' and ')}` : '',
    values: asked.map(([, value = null]) => value),
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const headIn = (row: Readonly<Record<string, unknown>> | undefined): JournalHead =>
  row ? { seq: Number(row.seq), hash: String(row.hash) } : { seq: 0, hash: NO_ENTRY }

function opened(file: string, timeout: number): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { timeout })
    db.exec('pragma journal_mode = wal; pragma synchronous = full;')
    const version = Number(db.prepare('pragma user_version').get()?.user_version)
    if (version > VERSION) throw new StoreFileError('newer', file)
    if (version < VERSION) db.exec(SCHEMA)
    return db
  } catch (error) {
    db?.close()
    throw fileError(file, error)
  }
}
