import type { Kysely } from 'kysely'
import { sqlReads } from './sql-reads.ts'
import type { Database } from './sql-schema.ts'
import { sqlTables } from './sql-tables.ts'
import type { Store } from './store.ts'
import { inTurns } from './turns.ts'
import { writeOver } from './writer.ts'

/** How a store reaches its database: reading apart from writing. */
export interface Connections {
  /** Sees what was committed, also while a write is under way. */
  readonly reader: Kysely<Database>
  /** Runs in one transaction; kept when it returns, rolled back when it throws. */
  transact<T>(run: (db: Kysely<Database>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A store over any SQL database that has been migrated; its writes take their turns. */
export function sqlStore({ reader, transact, close }: Connections, inTurn = inTurns()): Store {
  const texts = new Map<string, string>()
  return {
    ...sqlReads(reader),
    write: (run) => inTurn(() => transact((db) => writeOver(sqlTables(db, texts), run))),
    close: () => inTurn(close),
  }
}
