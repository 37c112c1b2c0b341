import { CompiledQuery, sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './sql-schema.ts'
import { breathe, inParts } from './turns.ts'

type Values = readonly unknown[]

/** Writes many rows of a table with few statements. */
export interface Statements {
  /** `conflict` is what to do with a row that is there. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly Values[],
    conflict?: RawBuilder<unknown>,
  ): Promise<void>
  /** Writes the rows over those of the same id; `id` comes first. */
  update(table: string, columns: readonly string[], rows: readonly Values[]): Promise<void>
  /** Drops the rows with these values where `condition` holds. */
  drop(
    table: string,
    columns: readonly string[],
    rows: readonly Values[],
    condition: RawBuilder<unknown>,
  ): Promise<void>
}

const MOST_PARAMETERS = 2000
const MOST_TEXTS = 2000
/** Statements of one row run before the event loop gets its turn. */
const PART = 200

/** `texts` keeps the SQL of every shape once built: building even a part of it costs more than running. */
export function statements(db: Kysely<Database>, texts: Map<string, string>): Statements {
  const run = async (
    shape: string,
    build: () => RawBuilder<unknown>,
    parameters: Values,
  ): Promise<void> => {
    const text = texts.get(shape) ?? build().compile(db).sql
    if (texts.size >= MOST_TEXTS) texts.clear()
    texts.set(shape, text)
    await db.executeQuery(CompiledQuery.raw(text, [...parameters]))
  }
  const each = async (
    shape: string,
    build: () => RawBuilder<unknown>,
    rows: readonly Values[],
  ): Promise<void> => {
    for (const part of inParts(rows, PART)) {
      for (const row of part) await run(shape, build, row)
      await breathe()
    }
  }
  return {
    async insert(table, columns, rows, conflict = sql``) {
      for (const part of inParts(rows, Math.floor(MOST_PARAMETERS / columns.length))) {
        const build = () => {
          const tuple = sql`(${sql.join(columns.map(() => null))})`
          const names = sql.join(columns.map((column) => sql.ref(column)))
          return sql`insert into ${sql.table(table)} (${names}) values ${sql.join(part.map(() => tuple))} ${conflict}`
        }
        await run(`insert ${table} ${part.length}`, build, part.flat())
        if (part.length < rows.length) await breathe()
      }
    },
    update(table, columns, rows) {
      const [id = 'id', ...others] = columns
      const build = () => {
        const cells = sql.join(others.map((column) => sql`${sql.ref(column)} = ${null}`))
        return sql`update ${sql.table(table)} set ${cells} where ${sql.ref(id)} = ${null}`
      }
      return each(
        `update ${table} ${columns.join()}`,
        build,
        rows.map(([key, ...cellsOfRow]) => [...cellsOfRow, key]),
      )
    },
    drop(table, columns, rows, condition) {
      const build = () => {
        const same = sql.join(
          columns.map((column) => sql`${sql.ref(column)} = ${null}`),
          sql` and `,
        )
        return sql`delete from ${sql.table(table)} where ${same} and ${condition}`
      }
      return each(`drop ${table}`, build, rows)
    },
  }
}
