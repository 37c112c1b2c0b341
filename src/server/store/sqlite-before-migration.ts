import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { MIGRATIONS } from './migrations/index.ts'
import { StoreFileError } from './sqlite-errors.ts'
import { censusOf, differences } from './sqlite-census.ts'

const KEPT = 3

/**
 * Copies a database that is about to be brought up to date into `before-migration` beside it, named by
 * the last step it has taken, and counts the copy against it. The newest three stay. Does nothing for
 * one that is new, up to date, in memory, or written by a newer version.
 */
export function copyBeforeMigration(db: DatabaseSync, file: string): void {
  const taken = stepsTaken(db)
  const known = MIGRATIONS.map(({ name }) => name)
  const isOlder = taken.length > 0 && known.some((name) => !taken.includes(name))
  if (!isOlder || file === ':memory:' || taken.some((name) => !known.includes(name))) return
  const folder = path.join(path.dirname(file), 'before-migration')
  const target = path.join(folder, `${path.parse(file).name}-${taken.at(-1)}.sqlite`)
  const half = `${target}.part`
  mkdirSync(folder, { recursive: true })
  rmSync(half, { force: true })
  db.prepare('vacuum into ?').run(half)
  mustEqual(db, half, file)
  renameSync(half, target)
  keepNewest(folder)
}

function stepsTaken(db: DatabaseSync): string[] {
  const table = db.prepare("select 1 from sqlite_schema where name = 'migrations'").get()
  if (!table) return []
  return db
    .prepare('select name from migrations order by name')
    .all()
    .map(({ name }) => String(name))
}

function mustEqual(db: DatabaseSync, copy: string, file: string): void {
  const copied = new DatabaseSync(copy, { readOnly: true })
  try {
    const wrong = differences(censusOf(db), censusOf(copied))
    if (wrong.length > 0) throw new StoreFileError('damaged', file, { cause: wrong })
  } finally {
    copied.close()
  }
}

function keepNewest(folder: string): void {
  const copies = readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .map((name) => path.join(folder, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const copy of copies.slice(KEPT)) if (existsSync(copy)) rmSync(copy)
}
