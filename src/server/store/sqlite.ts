import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect, sql } from 'kysely'
import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import type { Flavour } from './migrations/migration.ts'
import { migrate } from './migrations/migrate.ts'
import { followDefinitions } from './follow-definitions.ts'
import { forKysely } from './node-sqlite.ts'
import { sqlStore, type Connections } from './sql.ts'
import type { Database } from './sql-schema.ts'
import { copyBeforeMigration } from './sqlite-before-migration.ts'
import { StoreFileError, fileError, unwritten } from './sqlite-errors.ts'
import type { Store } from './store.ts'
import { inTurns } from './turns.ts'

export { StoreFileError } from './sqlite-errors.ts'

const FLAVOUR: Flavour = {
  bytes: 'blob',
  whole: 'integer',
  table: sql`strict`,
  clustered: sql`strict, without rowid`,
}

/** A store whose file may be replaced under it, and which can be told to write no more. */
export interface SqliteStore extends Store {
  /** Writes from now on, and those waiting, throw this; null: they go on. What is under way goes on. */
  refuseWrites(code: DiagnosticCode | null): void
  /** What is being written throws this at its next statement, and is rolled back. */
  endWriting(code: DiagnosticCode): void
  /**
   * Waits for what is being written, then closes the file, runs `swap` and opens what is there then.
   * All at once: no reader comes between. `revision` is the highest that was ever told.
   */
  replaceFile<T>(swap: (revision: number) => T): Promise<T>
}

/**
 * Opens the desk's database file, creating it where there is none and bringing an older one up to
 * date, after a copy of it was made. Throws StoreFileError when the file cannot serve. `:memory:` has
 * one connection only, so there a reader sees a write under way.
 */
export async function sqliteStore(file: string): Promise<SqliteStore> {
  const link = linkTo(file)
  try {
    const connections = await connect(file, link)
    return replaceable(connections, link)
  } catch (error) {
    link.close()
    throw fileError(file, error)
  }
}

/** The connections to a file: one that writes, one that reads. */
interface Link {
  writing(): DatabaseSync
  reading(): DatabaseSync
  /** Kysely's destroy() leaves a connection open that never ran a query; this does not. */
  close(): void
  /** Opens them again, after `close`. */
  open(): void
  ended: DiagnosticCode | null
}

function linkTo(file: string): Link {
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

async function connect(file: string, link: Link): Promise<Connections> {
  const found = link.writing().prepare('pragma quick_check(1)').get()
  if (found?.quick_check !== 'ok') throw new StoreFileError('damaged', file, { cause: found })
  copyBeforeMigration(link.writing(), file)
  const writer = kysely(link.writing, () => {
    if (link.ended) throw new DeskError(link.ended)
  })
  const transact: Connections['transact'] = (run) =>
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
  const unknown = await transact((db) => migrate(db, FLAVOUR))
  if (unknown.length > 0) throw new StoreFileError('newer', file, { cause: unknown })
  await transact(followDefinitions)
  const reader = file === ':memory:' ? writer : kysely(link.reading)
  return {
    reader,
    transact,
    async close() {
      await reader.destroy()
      await writer.destroy()
      link.close()
    },
  }
}

function replaceable(connections: Connections, link: Link): SqliteStore {
  const inTurn = inTurns()
  const store = sqlStore(connections, inTurn)
  let refused: DiagnosticCode | null = null
  const mustWrite = (): void => {
    if (refused) throw new DeskError(refused)
  }
  return {
    ...store,
    async write(run) {
      mustWrite()
      const written = store.write(async (writer) => {
        mustWrite()
        return run(writer)
      })
      return written.catch((error: unknown) => {
        const code = unwritten(error)
        throw code ? new DeskError(code) : error
      })
    },
    refuseWrites(code) {
      refused = code
    },
    endWriting(code) {
      refused = code
      link.ended = code
    },
    replaceFile: (swap) =>
      inTurn(async () => {
        const highest = link.writing().prepare('select max(revision) as most from revisions').get()
        link.close()
        try {
          return swap(Number(highest?.most ?? 0))
        } finally {
          link.open()
        }
      }),
  }
}

const kysely = (current: () => DatabaseSync, mustRun?: () => void): Kysely<Database> =>
  new Kysely({ dialect: new SqliteDialect({ database: forKysely(current, mustRun) }) })
