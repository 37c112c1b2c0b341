import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import { JOURNAL_KIND_IDS } from '#shared/journal.ts'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import type { Begun, BegunAct } from './journal.ts'

const COLUMNS = 'at, account, name, source, kind, ledger'

/** Acts under way, beside the entries: what is left of them at a start was interrupted. */
export const BEGUN_SCHEMA = `
create table if not exists begun (
  id integer primary key, at text not null, account text not null, name text not null,
  source text not null, kind text not null, ledger text not null) strict;`

const begunSchema = z.object({
  id: z.int(),
  at: z.string(),
  account: z.string(),
  name: z.string(),
  source: z.string(),
  kind: z.enum(JOURNAL_KIND_IDS),
  ledger: z.union([z.literal(''), z.enum(LEDGER_IDS)]),
})

/** `at` is the instant it began, in UTC. */
interface BegunAt extends BegunAct {
  readonly at: string
}

/** Acts under way in a journal's file. Begun and ended outside of a transaction, forgotten inside one. */
export function begunActs(db: DatabaseSync): {
  begin(act: BegunAt): Begun
  end(begun: Begun): void
  forget(begun: Begun): void
  left(): readonly (BegunAt & { readonly id: Begun })[]
} {
  const put = db.prepare(`insert into begun (${COLUMNS}) values (?, ?, ?, ?, ?, ?)`)
  const remove = db.prepare('delete from begun where id = ?')
  const all = db.prepare(`select id, ${COLUMNS} from begun order by id`)
  const forget = (begun: Begun): void => void remove.run(begun)

  /** Outlives a kill, and a power cut with the next entry alone: told anew, it says no more than is so. */
  function lightly(write: () => void): void {
    db.exec('pragma synchronous = normal')
    try {
      write()
    } finally {
      db.exec('pragma synchronous = full')
    }
  }

  return {
    // On the disk before the act is done: 1 to 2 ms, which a power cut after it is worth.
    begin: ({ at, account, name, source, kind, ledger }) =>
      Number(put.run(at, account, name, source, kind, ledger).lastInsertRowid),
    end: (begun) => lightly(() => forget(begun)),
    forget,
    left: () => all.all().map((row) => begunSchema.parse(row)),
  }
}

/** Forgets the acts that were under way when a copy of a journal was made: they ended elsewhere. */
export function forgetBegun(file: string): void {
  const db = new DatabaseSync(file)
  try {
    const known = db.prepare("select name from sqlite_schema where name = 'begun'").get()
    if (known) db.exec('delete from begun')
  } finally {
    db.close()
  }
}
