import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeBackup } from '#server/backup/make.ts'
import { diskError } from '#server/backup/disk-errors.ts'
import { JOURNAL, sqliteJournal } from '#server/journal/sqlite-journal.ts'
import { MIGRATIONS } from '#server/store/migrations/index.ts'
import { lockFolder } from '#server/store/sqlite-lock.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { byHand, load, sums } from './acts.ts'

const DOOMED = path.resolve('test/support/doomed.ts')
const ROWS = 200
let top = ''

beforeAll(() => {
  top = mkdtempSync(path.join(os.tmpdir(), 'rongmei-lose-'))
})
afterAll(() => rmSync(top, { recursive: true }))

const folderNamed = (name: string): string => {
  const folder = path.join(top, name)
  mkdirSync(folder)
  return folder
}

interface Doomed {
  /** The last batch that was acknowledged. */
  kept(): number
  said(): string
  until(isSo: () => boolean): Promise<void>
  signal(name: NodeJS.Signals): void
  readonly over: Promise<void>
}

/** A process that writes until it is killed; `blocks` of 1024 bytes are all a file may have. */
function doomed(act: string, folder: string, blocks?: number): Doomed {
  const limit = blocks === undefined ? '' : `trap '' XFSZ; ulimit -f ${blocks};`
  const child = spawn(
    'bash',
    ['-c', `${limit} exec "$0" "$@"`, process.execPath, DOOMED, act, folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part))
  const over = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return {
    kept: () => Number([...text.matchAll(/kept (\d+)\n/g)].at(-1)?.[1] ?? 0),
    said: () => text,
    async until(isSo) {
      while (!isSo() && child.exitCode === null)
        await new Promise((resolve) => setTimeout(resolve, 2))
    },
    signal: (name) => child.kill(name),
    over,
  }
}

/** Every acknowledged batch is there, whole; the one after it whole or not at all; all sums fit. */
async function holdsWhatWasKept(folder: string, kept: number): Promise<void> {
  const store = await sqliteStore(path.join(folder, 'desk.sqlite'))
  const { pieces } = await store.counts()
  const batches = (await store.batches()).length
  const reads = (n: number): number => (ROWS * n * (n + 1)) / 2
  expect([kept * ROWS, (kept + 1) * ROWS]).toContain(pieces)
  expect(batches * ROWS).toBe(pieces)
  expect(await sums(store, 'pieces', 'reads', { grain: 'all' })).toEqual([
    ['', reads(batches), pieces, 0],
  ])
  await load(store, 'after', 'notes', [{ from: '2024-10-01', title: '又能写了' }])
  await store.close()
}

describe('what was acknowledged is there, and the rest is not', () => {
  it('after a kill in the middle of an import, and in the files as a power cut leaves them', async () => {
    const folder = folderNamed('killed')
    const cut = folderNamed('cut')
    const writer = doomed('write', folder)
    await writer.until(() => writer.kept() >= 2)
    expect(() => lockFolder(folder)).toThrow('另一个运行台正在使用这个数据目录')
    writer.signal('SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const keptThen = writer.kept()
    for (const part of ['desk.sqlite', 'desk.sqlite-wal'])
      copyFileSync(path.join(folder, part), path.join(cut, part))
    writer.signal('SIGCONT')
    await writer.until(() => writer.kept() > keptThen)
    writer.signal('SIGKILL')
    await writer.over
    // A lock dies with whoever held it.
    lockFolder(folder).release()
    await holdsWhatWasKept(folder, writer.kept())
    await holdsWhatWasKept(cut, keptThen)
  })

  it('when the disk is full, and once there is room again', async () => {
    const folder = folderNamed('full')
    const writer = doomed('write', folder, 2048)
    await writer.over
    expect(writer.kept()).toBeGreaterThan(0)
    expect(writer.said()).toMatch(/refused DESK_UNWRITABLE\n$/)
    await holdsWhatWasKept(folder, writer.kept())
  })
})

it('a backup handed in onto a full disk is refused, and no half of it is left', async () => {
  const folder = folderNamed('uploads')
  const writer = doomed('upload', folder, 1024)
  await writer.over
  expect(writer.said()).toBe('refused BACKUP_UNWRITABLE\n')
  expect(readdirSync(folder)).toEqual([])
})

it('an act whose process is killed before its entry is told by the journal, and is in the history', async () => {
  const folder = folderNamed('unwritten')
  await doomed('unwritten', folder).over
  const store = await sqliteStore(path.join(folder, 'desk.sqlite'))
  expect((await store.counts()).notes).toBe(1)
  expect((await store.batches()).map(({ by }) => by)).toEqual(['测试员'])
  await store.close()
  const journal = sqliteJournal(path.join(folder, JOURNAL), Date.now)
  expect((await journal.page({}, 0, 10)).entries).toEqual([])
  journal.tellInterrupted('Asia/Shanghai')
  expect((await journal.page({}, 0, 10)).entries).toMatchObject([
    {
      name: '测试员',
      kind: 'write',
      ledger: 'notes',
      text: expect.stringContaining('没有记下结果'),
    },
  ])
  expect(await journal.faults()).toEqual([])
  journal.close()
})

describe('a desk of an older version', () => {
  it('killed while it is brought up to date is whole, was copied before, and is brought up to date next time', async () => {
    const folder = folderNamed('older')
    const file = path.join(folder, 'desk.sqlite')
    const before = MIGRATIONS.at(-1)?.name ?? ''
    const first = await sqliteStore(file)
    await load(first, 'b1', 'notes', [{ from: '2024-10-01', title: '在升级之前' }])
    await first.close()
    const found = () => {
      const db = new DatabaseSync(file)
      const step = db.prepare('select max(name) as name from migrations').get()?.name
      const notes = db.prepare('select count(*) as rows from notes').get()?.rows
      const tomorrow = db.prepare("select name from sqlite_schema where name = 'tomorrow'").get()
      db.close()
      return { step, notes, isThere: tomorrow !== undefined }
    }
    await doomed('migrate', folder).over
    expect(found()).toEqual({ step: before, notes: 1, isThere: false })
    const copies = path.join(folder, 'before-migration')
    expect(readdirSync(copies)).toEqual([`desk-${before}.sqlite`])
    await doomed('upgrade', folder).over
    expect(found()).toEqual({ step: '999-of-tomorrow', notes: 1, isThere: true })
    const copy = new DatabaseSync(path.join(copies, `desk-${before}.sqlite`))
    expect(copy.prepare('select title from notes').all()).toEqual([{ title: '在升级之前' }])
    copy.close()
  })
})

describe('a backup', () => {
  it('killed half-way leaves no file that looks like one, and the desk as it was', async () => {
    const folder = folderNamed('backup')
    const store = await sqliteStore(path.join(folder, 'desk.sqlite'))
    await load(store, 'b1', 'notes', [{ from: '2024-10-01', title: '还在' }])
    const backups = path.join(folder, 'backups')
    mkdirSync(backups)
    const making = doomed('backup', folder)
    const isHalf = () =>
      readdirSync(backups, { recursive: true }).some((name) => String(name).endsWith('half'))
    await making.until(isHalf)
    making.signal('SIGKILL')
    await making.over
    expect(readdirSync(backups).filter((name) => !name.startsWith('.making-'))).toEqual([])
    expect((await store.counts()).notes).toBe(1)
    await store.close()
  })

  it('into a folder that cannot be written says so and leaves nothing', async () => {
    const folder = folderNamed('unwritable')
    await (await sqliteStore(path.join(folder, 'desk.sqlite'))).close()
    writeFileSync(path.join(folder, 'a-file'), '')
    const failure: unknown = await makeBackup({
      folders: { data: folder, reports: path.join(folder, 'reports') },
      target: path.join(folder, 'a-file', 'backups', 'x.tar.gz'),
      passphrase: null,
      version: '0.1.0',
      at: '2024-11-28T00:00:00Z',
    }).catch(diskError)
    expect(failure).toMatchObject({ code: 'BACKUP_UNWRITABLE' })
  })
})

it('a clock that is set back loses no act and turns no history round', async () => {
  const store = await sqliteStore(':memory:')
  await load(store, 'b1', 'notes', [{ from: '2024-10-01', title: '第一次' }])
  const page = await store.records({
    ledger: 'notes',
    filters: [],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: 1,
  })
  const id = page.records[0]?.id ?? ''
  const change = (batch: string, title: string, at: string) =>
    byHand(store, batch, (writer, act) => writer.change('notes', id, { title }, { ...act, at }))
  await change('b2', '第二次', '2024-11-28T10:00:00.000Z')
  await change('b3', '第三次', '2024-11-28T09:00:00.000Z')
  const titles = (await store.history('notes', id)).map(({ after }) => after.title)
  expect(titles).toEqual(['第二次', '第三次'])
  expect((await store.record('notes', id))?.row.title).toBe('第三次')
  expect(new Set((await store.batches()).map((batch) => batch.id))).toEqual(
    new Set(['b1', 'b2', 'b3']),
  )
  await store.close()
})
