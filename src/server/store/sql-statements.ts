import { CompiledQuery, sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './sql-schema.ts'
import { breathe, inParts } from './turns.ts'

type Values = readonly unknown[]

/** Writes and finds many rows of a table with few statements. */
export interface Statements {
  /** `conflict` is what to do with a row that is there. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly Values[],
    conflict?: RawBuilder<unknown>,
  ): Promise<void>
  /** Writes the rows over those of the same id; `id` comes first, and no row twice. */
  update(table: string, columns: readonly string[], rows: readonly Values[]): Promise<void>
  /** Drops the rows with these values where `condition` holds. */
  drop(
    table: string,
    columns: readonly string[],
    rows: readonly Values[],
    condition: RawBuilder<unknown>,
  ): Promise<void>
  /** Rows of a table that hold one of the values in a column, whole. */
  among<T>(table: string, asked: Among): Promise<T[]>
}

interface Among {
  readonly column: string
  readonly values: Values
  /** Of one ledger, where the table holds those of all. */
  readonly ledger?: string
  /** What else is asked of them, in which order they come; the same for a table and column. */
  readonly and: RawBuilder<unknown>
}

const MOST_PARAMETERS = 2000
const MOST_TEXTS = 2000

/** `texts` keeps the SQL of every shape once built: building even a part of it costs more than running. */
export function statements(db: Kysely<Database>, texts: Map<string, string>): Statements {
  const run = async <T>(
    shape: string,
    build: () => RawBuilder<unknown>,
    parameters: Values,
  ): Promise<T[]> => {
    const text = texts.get(shape) ?? build().compile(db).sql
    if (texts.size >= MOST_TEXTS) texts.clear()
    texts.set(shape, text)
    const query: CompiledQuery<T> = CompiledQuery.raw(text, [...parameters])
    return (await db.executeQuery(query)).rows
  }
  const inTuples = async (
    columns: readonly string[],
    rows: readonly Values[],
    write: (tuples: RawBuilder<unknown>, part: readonly Values[]) => Promise<unknown>,
  ): Promise<void> => {
    const tuple = sql`(${sql.join(columns.map(() => null))})`
    for (const part of inParts(rows, Math.floor(MOST_PARAMETERS / columns.length))) {
      await write(sql.join(part.map(() => tuple)), part)
      if (part.length < rows.length) await breathe()
    }
  }
  return {
    insert(table, columns, rows, conflict = sql``) {
      const { shared, others } = sharedCells(columns, rows)
      const all = [...shared, ...others].map(({ column }) => column)
      const told = others.map(({ column }) => column)
      const cellsOf = (row: Values) => others.map(({ at }) => row[at])
      return inTuples(told, rows, (tuples, part) => {
        const build = () => {
          const names = sql.join(all.map((column) => sql.ref(column)))
          const into = sql`insert into ${sql.table(table)} (${names})`
          if (shared.length === 0) return sql`${into} values ${tuples} ${conflict}`
          const cells = [...shared.map(() => sql`${null}`), ...told.map((_, i) => given(i + 1))]
          // Without a condition a conflict would be read as what the rows are joined on.
          return sql`${into} select ${sql.join(cells)} from (values ${tuples}) as given where true ${conflict}`
        }
        const once = shared.map(({ at }) => part[0]?.[at])
        const shape = `insert ${table} ${all.join()} ${shared.length} ${part.length}`
        return run(shape, build, [...once, ...part.flatMap(cellsOf)])
      })
    },
    update: (table, columns, rows) =>
      inTuples(columns, rows, (tuples, part) => {
        const build = () => {
          const [id = 'id', ...others] = columns
          const cells = others.map((column, i) => sql`${sql.ref(column)} = ${given(i + 2)}`)
          return sql`update ${sql.table(table)} set ${sql.join(cells)}
            from (values ${tuples}) as given where ${sql.ref(`${table}.${id}`)} = ${given(1)}`
        }
        return run(`update ${table} ${columns.join()} ${part.length}`, build, part.flat())
      }),
    drop: (table, columns, rows, condition) =>
      inTuples(columns, rows, (tuples, part) => {
        const build = () => {
          const names = sql.join(columns.map((column) => sql.ref(column)))
          return sql`delete from ${sql.table(table)}
            where (${names}) in (values ${tuples}) and ${condition}`
        }
        return run(`drop ${table} ${part.length}`, build, part.flat())
      }),
    async among(table, { column, values, ledger, and }) {
      if (values.length === 0) return []
      const build = () => {
        const own = ledger === undefined ? sql`` : sql`ledger = ${ledger} and`
        return sql`select * from ${sql.table(table)}
          where ${own} ${sql.ref(column)} in (${sql.join(values)}) ${and}`
      }
      const shape = `among ${table} ${column} ${values.length}`
      return run(shape, build, ledger === undefined ? values : [ledger, ...values])
    },
  }
}

interface Place {
  readonly column: string
  readonly at: number
}

/** Rows from which cells that all share are given once. */
const MANY = 20

/** The columns in which all of many rows hold the same, where they are the larger part, and the others. */
function sharedCells(
  columns: readonly string[],
  rows: readonly Values[],
): { readonly shared: readonly Place[]; readonly others: readonly Place[] } {
  const places = columns.map((column, at) => ({ column, at }))
  const [first = []] = rows
  const isShared = ({ at }: Place): boolean => rows.every((row) => row[at] === first[at])
  const shared = rows.length < MANY ? [] : places.filter(isShared)
  const isMost = shared.length * 2 >= columns.length && shared.length < columns.length
  if (!isMost) return { shared: [], others: places }
  return { shared, others: places.filter((place) => !shared.includes(place)) }
}

/** A column of rows given as values, from 1, as databases name them. */
const given = (column: number) => sql.ref(`given.column${column}`)
