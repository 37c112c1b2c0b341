import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { actOf, cells, load, opening } from '#test/conformance/acts.ts'
import { isNumeric } from '#server/store/cells.ts'
import { MIGRATIONS } from '#server/store/migrations/index.ts'
import { SYSTEM_COLUMNS } from '#server/store/sql-schema.ts'
import { linkTo, writerOn } from '#server/store/sqlite-link.ts'
import { FLAVOUR, sqliteStore } from '#server/store/sqlite.ts'

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

  it('of holds written before their cells were noted, all cells stay, and how many is told', async () => {
    const file = path.join(folder, 'older.sqlite')
    const before = await sqliteStore(file)
    const piece = { day: '2024-03-01', title: '春耕', platform: '爱峨边', form: 'text' }
    await load(before, 'b1', 'pieces', [{ ...piece, reads: 10 }])
    await load(before, 'b2', 'pieces', [piece])
    await before.close()
    const database = new DatabaseSync(file)
    database.exec(`drop index confirmationsBatch; alter table confirmations drop column said;
      alter table confirmations drop column "after";
      delete from migrations where name = '085-note-cells-held'`)
    database.close()
    const store = await sqliteStore(file)
    expect(await store.write((writer) => writer.takeBack('b1', actOf('b1')))).toEqual({
      removed: 0,
      restored: 0,
      kept: 1,
      untold: 1,
    })
    expect(await cells(store, 'pieces', 'reads')).toEqual([10])
    await store.close()
  })

  it('batches by hand written before their acts were counted are counted from the history', async () => {
    const file = path.join(folder, 'uncounted.sqlite')
    const before = await sqliteStore(file)
    const piece = { day: '2024-03-01', title: '春耕', platform: '爱峨边', form: 'text' }
    await load(before, 'b1', 'pieces', [piece, { ...piece, title: '夏收' }])
    const ids = (await before.cells({ ledger: 'pieces', fields: ['id'], filters: [] })).map(
      ({ id }) => String(id),
    )
    await before.write(async (writer) => {
      const act = { ...actOf('b2'), at: opening('b2').at }
      await writer.openBatch({ ...opening('b2'), kind: 'entry' })
      await writer.change('pieces', ids[0] ?? '', { reads: 5 }, act)
      await writer.remove('pieces', ids[1] ?? '', act)
    })
    await before.write((writer) => writer.takeBack('b2', actOf('b2')))
    const counted = await before.batches()
    await before.close()
    const database = new DatabaseSync(file)
    database.exec(`drop index batchesSort; drop index batchesBy;
      alter table batches drop column sort; update batches set counts = '{}' where id = 'b2';
      delete from migrations where name = '090-count-batches'`)
    database.close()
    const store = await sqliteStore(file)
    expect(await store.batches()).toEqual(counted)
    expect(await store.batchTallies({})).toEqual([
      { sort: 'loaded', by: '编辑甲', batches: 1 },
      { sort: 'written', by: '编辑甲', batches: 1 },
    ])
    expect((await store.batch('b2'))?.counts).toEqual({
      pieces: { added: 0, changed: 1, same: 0, removed: 1 },
    })
    await store.close()
  })

  it('a file of any older step comes to the same tables, with the records it held', async () => {
    const shape = (database: DatabaseSync) =>
      database
        .prepare(
          `select s.name || ' ' || c.name || ' ' || c.type as part from sqlite_schema s, pragma_table_info(s.name) c
            where s.type = 'table' union select s.tbl_name || ' ' || s.name || ' ' || c.name
            from sqlite_schema s, pragma_index_info(s.name) c where s.type = 'index' order by 1`,
        )
        .all()
        .map(({ part }) => String(part))
    const now = new DatabaseSync(path.join(folder, 'desk.sqlite'), { readOnly: true })
    for (let step = 1; step < MIGRATIONS.length; step += 16) {
      const file = path.join(folder, `step-${step}.sqlite`)
      const link = linkTo(file)
      const taken = MIGRATIONS.slice(0, step)
      const database = link.writing()
      database.exec('pragma foreign_keys = off; begin')
      for (const { up } of taken) await up(writerOn(link), FLAVOUR)
      database.exec('create table migrations (name text primary key not null) strict')
      const there = (table: string) =>
        database.prepare('select 1 from sqlite_schema where name = ?').get(table) !== undefined
      for (const { name } of taken) database.prepare('insert into migrations values (?)').run(name)
      const held = LEDGER_IDS.filter(there)
      for (const ledger of held)
        database.exec(`insert into "${ledger}" (id, identity, batch, createdAt, createdBy)
          values ('00000001', 'k', 'b1', '2024-10-01T00:00:00.000Z', '编辑甲')`)
      database.exec('commit')
      link.close()
      const store = await sqliteStore(file)
      const counts = await store.counts()
      expect(LEDGER_IDS.filter((ledger) => counts[ledger] === 1)).toEqual(held)
      await store.close()
      const grown = new DatabaseSync(file, { readOnly: true })
      expect(shape(grown)).toEqual(shape(now))
      grown.close()
    }
    now.close()
  })

  it('every migration file is listed, in the order of its number, under its own name', async () => {
    const files = (await readdir(path.resolve('src/server/store/migrations'))).filter((name) =>
      /^\d/.test(name),
    )
    expect(MIGRATIONS.map((migration) => `${migration.name}.ts`)).toEqual(files.toSorted())
  })
})
