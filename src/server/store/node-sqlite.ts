import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const MOST_STATEMENTS = 300

/**
 * A connection of node:sqlite in the shape Kysely's SqliteDialect takes, its statements kept prepared.
 * The connection may become another one; `mustRun` throws where a statement must not run.
 */
export function forKysely(
  current: () => DatabaseSync,
  mustRun: () => void = () => undefined,
): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>()
  let preparedBy = current()
  return {
    close() {
      prepared.clear()
      current().close()
    },
    prepare(text) {
      mustRun()
      const connection = current()
      if (connection !== preparedBy) prepared.clear()
      preparedBy = connection
      const known = prepared.get(text)
      if (known) return known
      const [oldest] = prepared.keys()
      if (prepared.size >= MOST_STATEMENTS && oldest !== undefined) prepared.delete(oldest)
      const statement = adapted(connection.prepare(text))
      prepared.set(text, statement)
      return statement
    },
  }
}

const adapted = (statement: StatementSync): SqliteStatement => ({
  reader: statement.columns().length > 0,
  all: (parameters) => statement.all(...inputs(parameters)),
  run: (parameters) => statement.run(...inputs(parameters)),
  iterate: (parameters) => statement.iterate(...inputs(parameters)),
})

function inputs(parameters: readonly unknown[]): readonly SQLInputValue[] {
  if (!parameters.every(isInput)) throw new TypeError('a value SQLite cannot keep')
  return parameters
}

const isInput = (value: unknown): value is SQLInputValue =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  value instanceof Uint8Array
