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

/** Its rows come as lists of cells and are named here: those node:sqlite names are slow to make and to read. */
function adapted(statement: StatementSync): SqliteStatement {
  let names = statement.columns().map(({ name }) => name)
  let blank = blankOf(names)
  statement.setReturnArrays(true)
  const named = (cells: unknown): Record<string, unknown> => {
    if (!Array.isArray(cells)) throw new TypeError('a row that is no list of cells')
    // A statement that takes all columns has others once the table was altered.
    if (cells.length !== names.length) {
      names = statement.columns().map(({ name }) => name)
      blank = blankOf(names)
    }
    const row = { ...blank }
    names.forEach((name, at) => {
      // Most columns of a ledger are empty, and blank already.
      if (cells[at] !== null) row[name] = cells[at]
    })
    return row
  }
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...inputs(parameters)).map(named),
    run: (parameters) => statement.run(...inputs(parameters)),
    *iterate(parameters) {
      for (const cells of statement.iterate(...inputs(parameters))) yield named(cells)
    },
  }
}

/** A row of one shape, copied rather than filled name by name. */
const blankOf = (names: readonly string[]): Record<string, unknown> =>
  JSON.parse(`{${names.map((name) => `${JSON.stringify(name)}:null`).join()}}`)

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
