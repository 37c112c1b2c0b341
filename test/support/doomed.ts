import path from 'node:path'
import { makeBackup } from '#server/backup/make.ts'
import { ITSELF } from '#server/journal/journal.ts'
import { JOURNAL, sqliteJournal } from '#server/journal/sqlite-journal.ts'
import { MIGRATIONS } from '#server/store/migrations/index.ts'
import type { Migration } from '#server/store/migrations/migration.ts'
import { lockFolder } from '#server/store/sqlite-lock.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { load } from '#test/conformance/acts.ts'

// A process that is killed, or runs out of disk, at what its first argument says; its second is the
// data folder. It prints what was acknowledged: `kept 1`, `kept 2` …

const [act = '', folder = ''] = process.argv.slice(2)
const file = path.join(folder, 'desk.sqlite')
const ROWS = 200

const acts: Readonly<Record<string, () => Promise<void>>> = {
  async write() {
    lockFolder(folder)
    const store = await sqliteStore(file)
    const { pieces: before } = await store.counts()
    for (let n = before / ROWS + 1; ; n += 1) {
      await load(store, `b${n}`, 'pieces', rowsOf(n))
      console.log(`kept ${n}`)
    }
  },
  /** Here the second argument is the journal's own file. */
  async journal() {
    const journal = sqliteJournal(folder, Date.now)
    const entry = { ...ITSELF, kind: 'write', ledger: '' } as const
    for (let n = 1; ; n += 1) {
      await journal.append({ ...entry, text: `第 ${n} 件` })
      console.log(`kept ${n}`)
    }
  },
  /** Dies when a record was added and before that is written into the journal. */
  async unwritten() {
    const { createApp } = await import('#server/app.ts')
    const { testDesk } = await import('./memory-desk.ts')
    const store = await sqliteStore(file)
    const journal = sqliteJournal(path.join(folder, JOURNAL), Date.now)
    const append = () => process.kill(process.pid, 'SIGKILL')
    const { context } = testDesk(Date.now(), store)
    const app = createApp({ ...context, journal: Object.assign(journal, { append }) })
    const body = JSON.stringify({ rows: [{ from: '2024-10-01', title: '没有记上' }] })
    const headers = { 'content-type': 'application/json' }
    await app.request('/api/ledgers/notes/records', { method: 'POST', headers, body })
  },
  /** Dies after a further step of the schema was taken and before it is kept. */
  migrate: () => openWithOneMore(() => process.kill(process.pid, 'SIGKILL')),
  upgrade: () => openWithOneMore(() => true),
  /** Is handed a backup of which the disk takes a part. */
  async upload() {
    const { takeUpload } = await import('#server/backup/uploads.ts')
    const size = 4 * 1024 * 1024
    const bytes = new Blob([new Uint8Array(size)]).stream()
    const place = { place: folder, room: async () => Infinity, freeName: async () => 'x.tar.gz' }
    await takeUpload({ name: 'x.tar.gz', size, bytes }, place)
  },
  async backup() {
    const folders = { data: folder, reports: path.join(folder, 'reports') }
    const target = path.join(folder, 'backups', 'x.sealed')
    console.log('kept 0')
    const about = { folders, target, version: '0.1.0', at: '2024-11-28T00:00:00Z' }
    await makeBackup({ ...about, passphrase: '山高水长江河湖海' })
  },
}

/** As the next version would open the file: it has one step more. */
async function openWithOneMore(taken: () => void): Promise<void> {
  const next: Migration = {
    name: '999-of-tomorrow',
    async up(db) {
      await db.schema.createTable('tomorrow').addColumn('id', 'text').execute()
      taken()
    },
  }
  Object.assign(MIGRATIONS, { [MIGRATIONS.length]: next })
  const store = await sqliteStore(file)
  await store.close()
}

function rowsOf(n: number) {
  return Array.from({ length: ROWS }, (_, i) => ({
    day: `2024-10-${String(1 + (i % 28)).padStart(2, '0')}`,
    title: `第 ${n} 批 ${i}`,
    platform: '微信',
    form: 'text',
    author: '沙马',
    reads: n,
  }))
}

try {
  await acts[act]?.()
} catch (error) {
  console.log(`refused ${error instanceof Error && 'code' in error ? String(error.code) : error}`)
}
