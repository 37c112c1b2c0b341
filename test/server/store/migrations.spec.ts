import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { isNumeric } from '#server/store/cells.ts'
import { MIGRATIONS } from '#server/store/migrations/index.ts'
import { SYSTEM_COLUMNS } from '#server/store/sql-schema.ts'
import { sqliteStore } from '#server/store/sqlite.ts'

let folder = ''
let columns: (table: string) => string[] = () => []

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-migrations-'))
  const file = path.join(folder, 'desk.sqlite')
  await (await sqliteStore(file)).close()
  const database = new DatabaseSync(file, { readOnly: true })
  columns = (table) =>
    database
      .prepare('select name, type from pragma_table_info(?)')
      .all(table)
      .map(({ name, type }) => `${String(name)}: ${String(type).toLowerCase()}`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('migrations', () => {
  it.each(LEDGER_IDS)('the table of %s has the columns of its definition', (ledger) => {
    const defined = Object.entries(ledgerOf(ledger).fields).map(
      ([name, field]) => `${name}: ${isNumeric(field) ? 'integer' : 'text'}`,
    )
    const system = SYSTEM_COLUMNS.map((name) => `${name}: text`)
    const found = columns(ledger).filter((column) => !system.includes(column))
    const missing = defined.filter((column) => !found.includes(column))
    const left = found.filter((column) => !defined.includes(column))
    const next = String(MIGRATIONS.length + 1).padStart(3, '0')
    const advice =
      `write migrations/${next}-….ts for ${ledger} and list it in index.ts; never edit a released one. ` +
      `Add: ${missing.join(', ') || 'nothing'}. Drop: ${left.join(', ') || 'nothing'}.`
    expect(missing.length + left.length === 0 ? '' : advice).toBe('')
  })

  it('no field bears the name of a system column', () => {
    const names: readonly string[] = SYSTEM_COLUMNS
    const clashes = LEDGER_IDS.flatMap((ledger) =>
      Object.keys(ledgerOf(ledger).fields).filter((name) => names.includes(name)),
    )
    expect(clashes).toEqual([])
  })

  it('every migration file is listed, in the order of its number, under its own name', async () => {
    const files = (await readdir(path.resolve('src/server/store/migrations'))).filter((name) =>
      /^\d/.test(name),
    )
    expect(MIGRATIONS.map((migration) => `${migration.name}.ts`)).toEqual(files.toSorted())
  })
})
