import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import { forKysely } from './node-sqlite.ts'
import type { Connections } from './sql.ts'
import type { Database } from './sql-schema.ts'

/** The connections to a file: one that writes, one that reads; each opened when it is first asked for. */
export interface Link {
  writing(): DatabaseSync
  reading(): DatabaseSync
  /** Kysely's destroy() leaves a connection open that never ran a query; this does not. */
  close(): void
  /** Opens them again, after `close`. */
  open(): void
  /** What is being written throws this at its next statement. */
  ended: DiagnosticCode | null
}

export function linkTo(file: string): Link {
  const connection = (pragmas: string): DatabaseSync => {
    const opened = new DatabaseSync(file, { timeout: 5000 })
    try {
      opened.exec(`pragma foreign_keys = on; pragma synchronous = full; ${pragmas}`)
      return opened
    } catch (error) {
      opened.close()
      throw error
    }
  }
  let writing: DatabaseSync | null = null
  let reading: DatabaseSync | null = null
  return {
    ended: null,
    writing: () => (writing ??= connection('pragma journal_mode = wal;')),
    reading: () => (reading ??= connection('pragma query_only = on;')),
    close() {
      for (const each of [reading, writing]) if (each?.isOpen) each.close()
    },
    open() {
      writing = null
      reading = null
      this.writing()
      this.reading()
    },
  }
}

/** What writes over a link, until it is told to end. */
export const writerOn = (link: Link): Kysely<Database> =>
  kysely(link.writing, () => {
    if (link.ended) throw new DeskError(link.ended)
  })

/** Transactions over a link's writer. */
export function transactOn(link: Link, writer = writerOn(link)): Connections['transact'] {
  return (run) =>
    writer.connection().execute(async (db) => {
      try {
        await sql`begin immediate`.execute(db)
        const result = await run(db)
        await sql`commit`.execute(db)
        return result
      } catch (error) {
        // Past Kysely, which may have been told to run nothing more.
        if (link.writing().isTransaction) link.writing().exec('rollback')
        throw error
      }
    })
}

/** Kysely over whatever connection is the current one. */
export const kysely = (current: () => DatabaseSync, mustRun?: () => void): Kysely<Database> =>
  new Kysely({ dialect: new SqliteDialect({ database: forKysely(current, mustRun) }) })
