import { DatabaseSync } from 'node:sqlite'
import { StoreFileError } from '../store/sqlite.ts'
import type { AccountDrawer, Paper } from './drawer.ts'

const VERSION = 1

/**
 * The drawer in a file of its own beside the ledgers': a long import does not hold up a login, and
 * who is given the ledgers' file is given no password. Throws StoreFileError as the store does.
 */
export function sqliteDrawer(file: string): AccountDrawer & { close(): void } {
  const db = opened(file)
  const all = db.prepare('select kind, id, json from papers where kind = ? order by id')
  const one = db.prepare('select kind, id, json from papers where kind = ? and id = ?')
  const put = db.prepare(
    'insert into papers (kind, id, json) values (?, ?, ?) on conflict (kind, id) do update set json = excluded.json',
  )
  const drop = db.prepare('delete from papers where kind = ? and id = ?')
  const paper = (kind: Paper['kind'], row: Record<string, unknown>): Paper => ({
    kind,
    id: String(row.id),
    json: String(row.json),
  })
  return {
    all: async (kind) => all.all(kind).map((row) => paper(kind, row)),
    async paper(kind, id) {
      const row = one.get(kind, id)
      return row ? paper(kind, row) : null
    },
    async file(filed, dropped = []) {
      db.exec('begin immediate')
      try {
        for (const { kind, id } of dropped) drop.run(kind, id)
        for (const { kind, id, json } of filed) put.run(kind, id, json)
        db.exec('commit')
      } catch (error) {
        if (db.isTransaction) db.exec('rollback')
        throw error
      }
    },
    close: () => db.close(),
  }
}

function opened(file: string): DatabaseSync {
  let db: DatabaseSync | undefined
  try {
    db = new DatabaseSync(file, { timeout: 5000 })
    db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;')
    const version = Number(db.prepare('pragma user_version').get()?.user_version)
    if (version > VERSION) throw new StoreFileError('newer', file)
    db.exec(
      `create table if not exists papers (kind text not null, id text not null, json text not null, primary key (kind, id)) strict, without rowid; pragma user_version = ${VERSION};`,
    )
    return db
  } catch (error) {
    db?.close()
    if (error instanceof StoreFileError) throw error
    throw new StoreFileError('damaged', file, { cause: error })
  }
}
