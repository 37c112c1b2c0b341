import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Backups } from '#server/operations.ts'
import { readArchive, writeArchive } from '#server/backup/archive.ts'
import { backupFolder } from '#server/backup/backup-folder.ts'
import { makeBackup } from '#server/backup/make.ts'
import { openBackup, stageBackup } from '#server/backup/restore.ts'
import { sqliteStore, type SqliteStore } from '#server/store/sqlite.ts'
import { load } from '#test/conformance/acts.ts'

const LOCAL = '2024-11-28T03:00'
const MADE = '2024-11-27T19:00:00.000Z'
const OPENED = '2024-12-02T01:00:00.000Z'
const PASSPHRASE = '山高水长江河湖海'
const piece = (n: number) => ({
  day: '2024-10-08',
  title: `稿件 ${n}`,
  platform: '微信',
  form: 'text',
  author: '沙马',
  reads: n,
})
const pieces = (count: number) => Array.from({ length: count }, (_, n) => piece(n))

let top = ''
let place = ''
let store: SqliteStore
let backups: Backups
let now = Date.parse(MADE)
let room = Infinity
let plain: Uint8Array<ArrayBuffer>
let sealed: Uint8Array<ArrayBuffer>

const taken = (name: string, bytes: Uint8Array<ArrayBuffer>, size = bytes.length) =>
  backups.take({ name, size, bytes: new Blob([bytes]).stream() })
const code = (failing: Promise<unknown>): Promise<unknown> =>
  failing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
const bytesOf = (name: string) => new Uint8Array(readFileSync(path.join(place, name)))

beforeAll(async () => {
  top = mkdtempSync(path.join(os.tmpdir(), 'rongmei-uploads-'))
  const data = path.join(top, 'data')
  place = path.join(top, 'backups')
  mkdirSync(data)
  store = await sqliteStore(path.join(data, 'desk.sqlite'))
  await load(store, 'b1', 'pieces', pieces(30))
  backups = backupFolder(
    {
      folders: { data, reports: path.join(data, 'reports') },
      place,
      version: '0.1.0',
      passphrase: null,
      clock: () => now,
      room: async () => room,
      work: { make: makeBackup, stage: stageBackup, open: openBackup },
    },
    store,
  )
  const made = async (passphrase: string | null) =>
    bytesOf((await backups.make({ by: 'hand', passphrase, local: LOCAL })).name)
  plain = await made(null)
  sealed = await made(PASSPHRASE)
  await load(store, 'b2', 'adoptions', [{ day: '2024-10-09', title: '采用', outlet: '人民网' }])
  await load(store, 'b3', 'pieces', [piece(30), piece(31)])
  now = Date.parse(OPENED)
})

beforeEach(() => rmSync(place, { recursive: true, force: true }))

afterAll(async () => {
  await store.close()
  rmSync(top, { recursive: true })
})

describe('a backup from elsewhere', () => {
  it('is among the backups, byte for byte, and nobody has opened it yet', async () => {
    const file = await taken('U 盘里的.tar.gz', plain)
    expect(file).toMatchObject({ name: 'U 盘里的.tar.gz', by: 'upload', verifiedAt: null })
    expect(await backups.list()).toEqual([file])
    expect(bytesOf(file.name)).toEqual(plain)
    expect(await taken('U 盘里的.tar.gz', plain)).toMatchObject({ name: 'U 盘里的 (2).tar.gz' })
  })

  it('tells, once it is opened, when it was made and what it holds beside the desk now', async () => {
    const { name } = await taken('a.tar.gz', plain)
    const { file, ledgers } = await backups.open(name, null)
    expect(ledgers).toEqual([
      { ledger: 'pieces', there: 30, here: 32 },
      { ledger: 'adoptions', there: 0, here: 1 },
    ])
    expect(file).toMatchObject({ at: MADE, records: 30, version: '0.1.0', verifiedAt: OPENED })
    expect(await backups.list()).toEqual([file])
    expect(readdirSync(place).toSorted()).toEqual([name, `${name}.json`])
  })

  it('takes the ending of what it is and a name that leads nowhere else', async () => {
    const names = [
      ['../../../etc/.a/b.sealed', 'etc.ab.tar.gz'],
      ['..', '上传的备份.tar.gz'],
      ['长'.repeat(300), `${'长'.repeat(80)}.tar.gz`],
      ['报\u202e告\n.gz', '报告.tar.gz'],
    ] as const
    for (const [given, name] of names) expect((await taken(given, plain)).name).toBe(name)
    expect((await taken('报告.tar.gz', sealed)).name).toBe('报告.sealed')
    for (const name of readdirSync(place))
      expect(statSync(path.join(place, name)).isFile()).toBe(true)
  })

  it('under a passphrase is opened with it, and a wrong one takes nothing away', async () => {
    const { name, isSealed } = await taken('b.sealed', sealed)
    expect(isSealed).toBe(true)
    expect(await code(backups.open(name, null))).toBe('BACKUP_PASSPHRASE_NEEDED')
    expect(await code(backups.open(name, '山高水长江河湖泊'))).toBe('BACKUP_PASSPHRASE_WRONG')
    expect((await backups.open(name, PASSPHRASE)).file.records).toBe(30)
  })

  it('is restored as any other', async () => {
    const { name } = await taken('c.tar.gz', plain)
    await backups.open(name, null)
    expect(await backups.restore(name, null)).toMatchObject({ at: MADE, records: 30 })
    expect((await store.counts()).pieces).toBe(30)
    await load(store, 'b4', 'pieces', [piece(30), piece(31)])
  })
})

describe('a file that is no backup to be trusted', () => {
  it('is refused at its beginning, or where it did not come whole, and nothing is left', async () => {
    expect(await code(taken('a.xlsx', new TextEncoder().encode('PK 不是备份')))).toBe(
      'BACKUP_FOREIGN',
    )
    expect(await code(taken('a.tar.gz', plain, plain.length + 1))).toBe('BACKUP_DAMAGED')
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error('the line broke')),
    })
    const cut = backups.take({ name: 'a.tar.gz', size: 10, bytes: broken })
    expect(await code(cut)).toBe('BACKUP_DAMAGED')
    expect(await code(taken('a.tar.gz', plain, 3 * 1024 ** 3))).toBe('BACKUP_TOO_LARGE')
    room = plain.length - 1
    await expect(taken('a.tar.gz', plain)).rejects.toMatchObject({
      code: 'BACKUP_NO_ROOM',
      message: expect.stringContaining('要 1 MB，能用 1 MB'),
    })
    room = Infinity
    expect(readdirSync(place)).toEqual([])
  })

  it('is not kept where opening it finds it foreign, cut or changed', async () => {
    const flipped = new Uint8Array(plain)
    flipped[2000] = (flipped[2000] ?? 0) ^ 255
    const bad = [
      [plain.subarray(0, -1000), null, 'BACKUP_DAMAGED'],
      [flipped, null, 'BACKUP_DAMAGED'],
      [new Uint8Array(gzipSync(new Uint8Array(10_240))), null, 'BACKUP_FOREIGN'],
      [sealed.subarray(0, -1000), PASSPHRASE, 'BACKUP_DAMAGED'],
    ] as const
    for (const [bytes, passphrase, expected] of bad) {
      const { name } = await taken('d', bytes)
      expect(await code(backups.open(name, passphrase))).toBe(expected)
      expect(readdirSync(place)).toEqual([])
    }
  })

  it('that names a database outside of itself is damaged, and touches none there', async () => {
    await taken('whole', plain)
    const work = path.join(top, 'taken apart')
    mkdirSync(work)
    const file = path.join(place, 'whole.tar.gz')
    const { databases, ...about } = await readArchive(file, null, (name) => path.join(work, name))
    const sources = [{ name: 'desk.sqlite', place: path.join(work, 'desk.sqlite') }]
    const outside = { ...about, databases: { ...databases, '../outside.sqlite': {} } }
    const crafted = path.join(top, 'crafted.tar.gz')
    await writeArchive(crafted, outside, { sources, passphrase: null })
    const { name } = await taken('crafted', new Uint8Array(readFileSync(crafted)))
    expect(await code(backups.restore(name, null))).toBe('BACKUP_DAMAGED')
    expect(await code(backups.open(name, null))).toBe('BACKUP_DAMAGED')
    expect(readdirSync(place)).toEqual(['whole.tar.gz', 'whole.tar.gz.json'])
    expect(readdirSync(path.join(top, 'data')).filter((left) => /outside/.test(left))).toEqual([])
  })

  it('of a newer version waits for the desk to be of it too', async () => {
    const db = new DatabaseSync(path.join(top, 'data', 'desk.sqlite'))
    db.exec("insert into migrations (name) values ('999-of-tomorrow')")
    const made = await backups.make({ by: 'hand', passphrase: null, local: LOCAL })
    db.exec("delete from migrations where name = '999-of-tomorrow'")
    db.close()
    const { name } = await taken('e', bytesOf(made.name))
    expect(await code(backups.open(name, null))).toBe('BACKUP_NEWER')
    expect((await backups.list()).map((file) => file.name)).toContain(name)
  })
})

it('a backup is deleted, the last that can be trusted with the word for it alone', async () => {
  const { name } = await taken('g.tar.gz', plain)
  const made = await backups.make({ by: 'hand', passphrase: null, local: LOCAL })
  expect(await code(backups.remove('../data/desk.sqlite'))).toBe('BACKUP_NOT_FOUND')
  expect(await code(backups.remove(made.name))).toBe('BACKUP_LAST')
  expect(await code(backups.remove(made.name, '删除'))).toBe('BACKUP_LAST')
  // One that nobody opened goes, and is no help to the last.
  await backups.remove(name)
  expect((await backups.list()).map((file) => file.name)).toEqual([made.name])
  expect(await code(backups.remove(made.name))).toBe('BACKUP_LAST')
  const later = await backups.make({ by: 'hand', passphrase: null, local: LOCAL })
  await backups.remove(made.name)
  await backups.remove(later.name, '删除最后一份')
  expect(readdirSync(place)).toEqual([])
})

it('only one is taken at a time', async () => {
  const first = taken('f', plain)
  expect(await code(taken('g', plain))).toBe('BACKUP_UNDER_WAY')
  expect((await first).name).toBe('f.tar.gz')
})
