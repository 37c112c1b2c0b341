import { DatabaseSync } from 'node:sqlite'
import { Kysely, SqliteDialect, sql } from 'kysely'
import type { Flavour } from './migrations/migration.ts'
import { migrate } from './migrations/migrate.ts'
import { followDefinitions } from './follow-definitions.ts'
import { forKysely } from './node-sqlite.ts'
import { sqlStore, type Connections } from './sql.ts'
import type { Database } from './sql-schema.ts'
import type { Store } from './store.ts'

const FLAVOUR: Flavour = {
  bytes: 'blob',
  whole: 'integer',
  table: sql`strict`,
  clustered: sql`strict, without rowid`,
}

/**
 * Opens the desk's database file, creating it where there is none and bringing an older one up to
 * date. Throws StoreFileError when the file cannot serve. `:memory:` has one connection only, so
 * there a reader sees a write under way.
 */
export async function sqliteStore(file: string): Promise<Store> {
  const opened: DatabaseSync[] = []
  try {
    return sqlStore(await connect(file, opened))
  } catch (error) {
    closeAll(opened)
    throw fileError(file, error)
  }
}

// Kysely's destroy() leaves a connection open that never ran a query.
function closeAll(opened: readonly DatabaseSync[]): void {
  for (const connection of opened) if (connection.isOpen) connection.close()
}

async function connect(file: string, opened: DatabaseSync[]): Promise<Connections> {
  const open = (pragmas: string): DatabaseSync => {
    const connection = new DatabaseSync(file, { timeout: 5000 })
    opened.push(connection)
    connection.exec(`pragma foreign_keys = on; pragma synchronous = full; ${pragmas}`)
    return connection
  }
  const writing = open('pragma journal_mode = wal;')
  const found = writing.prepare('pragma quick_check(1)').get()
  if (found?.quick_check !== 'ok') throw new StoreFileError('damaged', file, { cause: found })
  const writer = kysely(writing)
  const transact: Connections['transact'] = (run) =>
    writer.connection().execute(async (db) => {
      await sql`begin immediate`.execute(db)
      try {
        const result = await run(db)
        await sql`commit`.execute(db)
        return result
      } catch (error) {
        if (writing.isTransaction) await sql`rollback`.execute(db)
        throw error
      }
    })
  const unknown = await transact((db) => migrate(db, FLAVOUR))
  if (unknown.length > 0) throw new StoreFileError('newer', file, { cause: unknown })
  await transact(followDefinitions)
  const reader = file === ':memory:' ? writer : kysely(open('pragma query_only = on;'))
  return {
    reader,
    transact,
    async close() {
      await reader.destroy()
      await writer.destroy()
      closeAll(opened)
    },
  }
}

const kysely = (connection: DatabaseSync): Kysely<Database> =>
  new Kysely({ dialect: new SqliteDialect({ database: forKysely(connection) }) })

// SQLite's result codes: https://www.sqlite.org/rescode.html
const CORRUPT = 11
const NOT_A_DATABASE = 26
const UNWRITABLE = new Set([3, 5, 6, 8, 10, 13, 14, 23])

function fileError(file: string, error: unknown): unknown {
  if (error instanceof StoreFileError || !(error instanceof Error) || !('errcode' in error))
    return error
  // The low byte is the code; the rest says more about it.
  const code = Number(error.errcode) & 0xff
  if (code === CORRUPT || code === NOT_A_DATABASE)
    return new StoreFileError('damaged', file, { cause: error })
  return UNWRITABLE.has(code) ? new StoreFileError('unwritable', file, { cause: error }) : error
}

const LINES = {
  damaged: '数据文件已损坏，打不开：请用备份替换它，或把它移走后重新导入台账。',
  unwritable: '数据文件不能写入：请检查权限、磁盘空间，以及是否有别的程序占用。',
  newer: '数据文件由更新的版本写成，这个版本打不开：请升级后再启动。',
} as const

/** A database file that cannot serve; the message is one line for the person who starts the desk. */
export class StoreFileError extends Error {
  readonly code: keyof typeof LINES
  constructor(code: keyof typeof LINES, file: string, options?: ErrorOptions) {
    super(`${LINES[code]}（${file}）`, options)
    this.code = code
  }
}
