import { DatabaseSync } from 'node:sqlite'
import { DeskError } from '#shared/diagnostics.ts'
import { fileError, StoreFileError, unwritten } from '../store/sqlite-errors.ts'
import { memoryDrawer, PAPER_KINDS, type AccountDrawer, type Paper, type Place } from './drawer.ts'

/** Its file in the data folder. */
export const ACCOUNTS = 'accounts.sqlite'

const VERSION = 1

/**
 * The drawer in a file of its own beside the ledgers': a long import does not hold up a login, and
 * who is given the ledgers' file is given no password. What it holds is in memory as well, since every
 * request asks for some of it. Throws StoreFileError as the store does.
 */
export function sqliteDrawer(file: string): AccountDrawer & { close(): void } {
  const db = opened(file)
  const put = db.prepare(
    'insert into papers (kind, id, json) values (?, ?, ?) on conflict (kind, id) do update set json = excluded.json',
  )
  const drop = db.prepare('delete from papers where kind = ? and id = ?')
  const all = db.prepare('select id, json from papers where kind = ? order by id')
  const held = memoryDrawer(
    PAPER_KINDS.flatMap((kind) =>
      all.all(kind).map(({ id, json }) => ({ kind, id: String(id), json: String(json) })),
    ),
  )

  function write(filed: readonly Paper[], dropped: readonly Place[]): void {
    db.exec('begin immediate')
    try {
      for (const { kind, id } of dropped) drop.run(kind, id)
      for (const { kind, id, json } of filed) put.run(kind, id, json)
      db.exec('commit')
    } catch (error) {
      if (db.isTransaction) db.exec('rollback')
      const code = unwritten(error)
      throw code ? new DeskError(code) : error
    }
  }

  return {
    all: held.all,
    paper: held.paper,
    async file(filed, dropped = []) {
      write(filed, dropped)
      await held.file(filed, dropped)
    },
    async fileLightly(filed) {
      db.exec('pragma synchronous = normal')
      try {
        write(filed, [])
      } finally {
        db.exec('pragma synchronous = full')
      }
      await held.fileLightly(filed)
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
    throw fileError(file, error)
  }
}
