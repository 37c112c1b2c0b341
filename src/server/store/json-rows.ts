import type { Cell, Row } from '#shared/ledgers/define.ts'

/** A row that the desk itself wrote as JSON. Throws where it is none. */
export const rowIn = (json: string): Row => mustBeRow(JSON.parse(json))

/** Rows that the desk itself wrote as JSON. Throws where they are none. */
export function rowsIn(json: string): Row[] {
  const rows: unknown = JSON.parse(json)
  if (!Array.isArray(rows)) throw new TypeError('no rows in JSON')
  return rows.map(mustBeRow)
}

// A schema of the contract says the same; of a hundred thousand rows it takes ten times as long.
function mustBeRow(value: unknown): Row {
  if (!isRow(value)) throw new TypeError('no row in JSON')
  return value
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && Object.values(value).every(isCell)

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || Number.isSafeInteger(value)
