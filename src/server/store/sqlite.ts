import { sql } from 'kysely'
import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import type { Flavour } from './migrations/migration.ts'
import { migrate } from './migrations/migrate.ts'
import { followDefinitions } from './follow-definitions.ts'
import { sqlStore, type Connections } from './sql.ts'
import { copyBeforeMigration } from './sqlite-before-migration.ts'
import { StoreFileError, fileError, unwritten } from './sqlite-errors.ts'
import { kysely, linkTo, transactOn, writerOn, type Link } from './sqlite-link.ts'
import { untilWritten } from './sqlite-until-written.ts'
import type { Store, Writer } from './store.ts'
import { inTurns } from './turns.ts'

export { StoreFileError } from './sqlite-errors.ts'

export const FLAVOUR: Flavour = {
  bytes: 'blob',
  whole: 'integer',
  table: sql`strict`,
  clustered: sql`strict, without rowid`,
}

/** A store whose file may be replaced under it, and which can be told to write no more. */
export interface SqliteStore extends Store {
  /** Writes from now on, and those waiting, throw this; null: they go on. What is under way goes on. */
  refuseWrites(code: DiagnosticCode | null): void
  /** What is being written throws this at its next statement, and is rolled back. */
  endWriting(code: DiagnosticCode): void
  /**
   * Waits for what is being written, then closes the file, runs `swap` and opens what is there then.
   * All at once: no reader comes between. `revision` is the highest that was ever told.
   */
  replaceFile<T>(swap: (revision: number) => T): Promise<T>
}

/** A write under way elsewhere than in this thread. */
export interface Apart {
  readonly writer: Writer
  /** Nothing may follow; throws where it could not be kept. */
  end(how: 'commit' | 'rollback'): Promise<void>
  /** What it does next throws this. */
  stop(code: DiagnosticCode): void
}

export type OpenApart = (file: string) => Promise<Apart>

/** No file: what is kept in it is gone with its one connection. */
const MEMORY = ':memory:'

/** Rows from which a write is long: it holds the desk up for half a second. */
const LONG = 5000

/**
 * Opens the desk's database file, creating it where there is none and bringing an older one up to
 * date, after a copy of it was made. Throws StoreFileError when the file cannot serve. `:memory:` has
 * one connection only, so there a reader sees a write under way. `openApart` is how long writes are begun.
 */
export async function sqliteStore(
  file: string,
  openApart: OpenApart | null = null,
): Promise<SqliteStore> {
  const link = linkTo(file)
  try {
    const connections = await connect(file, link)
    const store = replaceable(connections, link, openApart && (() => openApart(file)))
    if (file === MEMORY) return store
    const kept = untilWritten(link)
    return { ...store, revisions: kept(store.revisions), settings: kept(store.settings) }
  } catch (error) {
    link.close()
    throw fileError(file, error)
  }
}

async function connect(file: string, link: Link): Promise<Connections> {
  const found = link.writing().prepare('pragma quick_check(1)').get()
  if (found?.quick_check !== 'ok') throw new StoreFileError('damaged', file, { cause: found })
  copyBeforeMigration(link.writing(), file)
  const writer = writerOn(link)
  const transact = transactOn(link, writer)
  const unknown = await transact((db) => migrate(db, FLAVOUR))
  if (unknown.length > 0) throw new StoreFileError('newer', file, { cause: unknown })
  await transact(followDefinitions)
  const reader = file === MEMORY ? writer : kysely(link.reading)
  return {
    reader,
    transact,
    async close() {
      await reader.destroy()
      await writer.destroy()
      link.close()
    },
  }
}

function replaceable(
  connections: Connections,
  link: Link,
  openApart: (() => Promise<Apart>) | null,
): SqliteStore {
  const inTurn = inTurns()
  const store = sqlStore(connections, inTurn)
  let refused: DiagnosticCode | null = null
  let apart: Apart | null = null
  const mustWrite = (): void => {
    if (refused) throw new DeskError(refused)
  }
  return {
    ...store,
    async write(run, about = { rows: 0 }) {
      mustWrite()
      const running = async (writer: Writer) => {
        mustWrite()
        return run(writer)
      }
      const open = about.rows > LONG ? openApart : null
      const written = open
        ? inTurn(async () => {
            apart = await open()
            return writeApart(apart, running).finally(() => (apart = null))
          })
        : store.write(running)
      return written.catch((error: unknown) => {
        const code = unwritten(error)
        throw code ? new DeskError(code) : error
      })
    },
    refuseWrites(code) {
      refused = code
    },
    endWriting(code) {
      refused = code
      link.ended = code
      apart?.stop(code)
    },
    replaceFile: (swap) =>
      inTurn(async () => {
        const highest = link.writing().prepare('select max(revision) as most from revisions').get()
        link.close()
        try {
          return swap(Number(highest?.most ?? 0))
        } finally {
          link.open()
        }
      }),
  }
}

async function writeApart<T>(apart: Apart, run: (writer: Writer) => Promise<T>): Promise<T> {
  let result: T
  try {
    result = await run(apart.writer)
  } catch (error) {
    await apart.end('rollback')
    throw error
  }
  await apart.end('commit')
  return result
}
