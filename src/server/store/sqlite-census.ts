import type { DatabaseSync } from 'node:sqlite'

/** How many rows each table of a database holds, and what its whole-number columns add up to. */
export type Census = Readonly<
  Record<string, { readonly rows: number; readonly sums: Readonly<Record<string, string>> }>
>

/** Counts a database as its connection sees it; sums as text, for they may pass 2^53. */
export function censusOf(db: DatabaseSync): Census {
  const tables = db
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite~_%' escape '~' order by name",
    )
    .all()
  return Object.fromEntries(tables.map(({ name }) => [String(name), tableCensus(db, String(name))]))
}

function tableCensus(db: DatabaseSync, table: string): Census[string] {
  const columns = db
    .prepare("select name from pragma_table_info(?) where type = 'INTEGER' collate nocase")
    .all(table)
    .map(({ name }) => String(name))
  const sums = columns.map(
    (column, i) => `, cast(coalesce(sum(${quoted(column)}), 0) as text) as s${i}`,
  )
  const found = db.prepare(`select count(*) as rows${sums.join('')} from ${quoted(table)}`).get()
  return {
    rows: Number(found?.rows),
    sums: Object.fromEntries(columns.map((column, i) => [column, String(found?.[`s${i}`])])),
  }
}

/** How many rows a table holds. */
export const rowsIn = (db: DatabaseSync, table: string): number =>
  Number(db.prepare(`select count(*) as n from ${quoted(table)}`).get()?.n)

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The tables on which two censuses differ, by name. */
export const differences = (one: Census, other: Census): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (table) => JSON.stringify(one[table]) !== JSON.stringify(other[table]),
  )
