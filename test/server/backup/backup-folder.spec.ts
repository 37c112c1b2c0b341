import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Backups } from '#server/operations.ts'
import { backupFolder, type BackupWork } from '#server/backup/backup-folder.ts'
import { makeBackup } from '#server/backup/make.ts'
import {
  noteSwitch,
  finishSwitch,
  openBackup,
  planSwitch,
  stageBackup,
} from '#server/backup/restore.ts'
import { roomIn } from '#server/backup/room.ts'
import { inThreads } from '#server/backup/worker-backup.ts'
import { evidenceFolder } from '#server/store/evidence-folder.ts'
import { sqliteStore, type SqliteStore } from '#server/store/sqlite.ts'
import { load, opening, sums } from '#test/conformance/acts.ts'

const LOCAL = '2024-11-28T03:00'
let top = ''
let data = ''
let place = ''
let store: SqliteStore
let backups: Backups
let now = Date.parse('2024-11-27T19:00:00Z')

const folders = () => ({ data, reports: path.join(data, 'reports') })
const pieces = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    day: '2024-10-08',
    title: `稿件 ${i}`,
    platform: '微信',
    form: 'text',
    author: '沙马',
    reads: i,
  }))
const backupsWith = (work: BackupWork): Backups =>
  backupFolder(
    {
      folders: folders(),
      place,
      version: '0.1.0',
      passphrase: null,
      clock: () => now,
      room: roomIn,
      work,
    },
    store,
  )
const bytesOf = (text: string) => new TextEncoder().encode(text)
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const made = (passphrase: string | null) => backups.make({ by: 'hand', passphrase, local: LOCAL })
const code = (failing: Promise<unknown>): Promise<unknown> =>
  failing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )

beforeAll(async () => {
  top = mkdtempSync(path.join(os.tmpdir(), 'rongmei-backup-'))
  data = path.join(top, 'data')
  place = path.join(top, 'backups')
  mkdirSync(path.join(data, 'reports'), { recursive: true })
  store = await sqliteStore(path.join(data, 'desk.sqlite'))
  await load(store, 'b1', 'pieces', pieces(300))
  await evidenceFolder(path.join(data, 'attachments')).keep(hashOf('截图'), bytesOf('截图'))
  writeFileSync(path.join(data, 'reports', '2024年10月 月报.docx'), '月报')
  const accounts = new DatabaseSync(path.join(data, 'accounts.sqlite'))
  accounts.exec("create table papers (id text); insert into papers values ('沙马')")
  accounts.close()
  backups = backupsWith({ make: makeBackup, stage: stageBackup, open: openBackup })
})

afterAll(async () => {
  await store.close()
  rmSync(top, { recursive: true })
})

describe('a backup', () => {
  it('made while the desk writes holds what was acknowledged before it, and says so', async () => {
    let written = 0
    let isOver = false
    const writing = (async () => {
      for (let n = 0; !isOver; n += 1) {
        await load(store, `w${n}`, 'adoptions', [
          { day: '2024-10-09', title: `采用 ${n}`, outlet: '人民网' },
        ])
        written += 1
      }
    })()
    const before = written
    const inThread = backupsWith(inThreads)
    const file = await inThread.make({ by: 'hand', passphrase: null, local: LOCAL })
    isOver = true
    await writing
    expect(file).toMatchObject({
      name: '融媒运行台-20241128-0300.tar.gz',
      by: 'hand',
      isSealed: false,
    })
    expect(file.records).toBeGreaterThanOrEqual(300 + before)
    expect(file.records).toBeLessThanOrEqual(300 + written)
    expect(file.verifiedAt).toBe('2024-11-27T19:00:00.000Z')
    expect(await backups.list()).toEqual([file])
    expect(readdirSync(place).toSorted()).toEqual([file.name, `${file.name}.json`])
  })

  it('does not stop the desk, and only one is made at a time', async () => {
    const making = made(null)
    expect(await code(made(null))).toBe('BACKUP_UNDER_WAY')
    const { name } = await making
    expect(name).toBe('融媒运行台-20241128-0300 (2).tar.gz')
  })

  it('that the clock made is swept, one made by hand stays', async () => {
    await backups.make({ by: 'clock', passphrase: null, local: LOCAL })
    now += 60_000
    await backups.make({ by: 'clock', passphrase: null, local: LOCAL })
    const settings = { isOn: true, hour: 3, daily: 1, weekly: 0, monthly: 0 }
    await backups.sweep(settings, 'Asia/Shanghai')
    const left = (await backups.list()).map(({ by }) => by)
    expect(left.filter((by) => by === 'clock')).toHaveLength(1)
    expect(left.filter((by) => by === 'hand')).toHaveLength(2)
  })
})

describe('a restore', () => {
  it('brings back counts, sums, attachments and reports, keeps the old data and the accounts', async () => {
    const held = await sums(store, 'pieces', 'reads', { grain: 'all' })
    const counts = await store.counts()
    const { name } = await made('山高水长江河湖海')
    await load(store, 'later', 'pieces', pieces(500))
    const revision = (await store.revisions()).pieces
    rmSync(path.join(data, 'attachments'), { recursive: true })
    rmSync(path.join(data, 'reports'), { recursive: true })
    const { aside, records } = await backups.restore(name, '山高水长江河湖海')
    expect(await sums(store, 'pieces', 'reads', { grain: 'all' })).toEqual(held)
    expect(await store.counts()).toEqual(counts)
    expect(records).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0))
    // What pages keep of the desk before is not taken for the desk now.
    expect((await store.revisions()).pieces).toBeGreaterThan(revision)
    const kept = evidenceFolder(path.join(data, 'attachments')).read(hashOf('截图'))
    expect(Buffer.from((await kept) ?? []).toString()).toBe('截图')
    expect(readFileSync(path.join(data, 'reports', '2024年10月 月报.docx'), 'utf8')).toBe('月报')
    const old = new DatabaseSync(path.join(aside, 'desk.sqlite'), { readOnly: true })
    expect(old.prepare('select count(*) as n from pieces').get()?.n).toBe(500)
    old.close()
    expect(existsSync(path.join(aside, 'accounts.sqlite'))).toBe(false)
    await load(store, 'after', 'pieces', pieces(301))
    expect((await store.counts()).pieces).toBe(301)
  })

  it('waits for what is being written, which then lies aside, and takes nothing new meanwhile', async () => {
    const { name } = await made(null)
    const restored = backups.restore(name, null)
    const told = new Set<unknown>()
    let isOver = false
    const writing = (async () => {
      for (let n = 0; !isOver; n += 1)
        told.add(
          await code(
            store.write(async (writer) => {
              await writer.openBatch(opening(`m${n}`))
              await new Promise((resolve) => setTimeout(resolve, 5))
            }),
          ),
        )
    })()
    await restored
    isOver = true
    await writing
    expect([...told].filter((said) => said !== 'done' && said !== 'DESK_RESTORING')).toEqual([])
    expect(told.has('done')).toBe(true)
    expect((await store.counts()).pieces).toBe(301)
  })

  it('refuses what it cannot trust, says why, and changes nothing', async () => {
    const { name } = await made('山高水长江河湖海')
    const whole = readFileSync(path.join(place, name))
    const open = readFileSync(path.join(place, (await made(null)).name))
    const put = (as: string, bytes: Uint8Array) => writeFileSync(path.join(place, as), bytes)
    put('cut.sealed', whole.subarray(0, -1000))
    put('cut.tar.gz', open.subarray(0, open.length - 1000))
    put('foreign.tar.gz', gzipSync(new Uint8Array(10_240)))
    put('text.tar.gz', bytesOf('不是备份'))
    const flipped = Buffer.from(open)
    flipped[2000] = (flipped[2000] ?? 0) ^ 255
    put('flipped.tar.gz', flipped)
    const before = await store.revisions()
    expect(await code(backups.restore(name, null))).toBe('BACKUP_PASSPHRASE_NEEDED')
    expect(await code(backups.restore(name, '山高水长江河湖泊'))).toBe('BACKUP_PASSPHRASE_WRONG')
    expect(await code(backups.restore('cut.sealed', '山高水长江河湖海'))).toBe('BACKUP_DAMAGED')
    expect(await code(backups.restore('cut.tar.gz', null))).toBe('BACKUP_DAMAGED')
    expect(await code(backups.restore('flipped.tar.gz', null))).toBe('BACKUP_DAMAGED')
    expect(await code(backups.restore('foreign.tar.gz', null))).toBe('BACKUP_FOREIGN')
    expect(await code(backups.restore('text.tar.gz', null))).toBe('BACKUP_FOREIGN')
    expect(await code(backups.restore('../data/desk.sqlite', null))).toBe('BACKUP_NOT_FOUND')
    expect(await store.revisions()).toEqual(before)
    expect(readdirSync(data).filter((entry) => entry.startsWith('.'))).toEqual([])
    // Each passphrase tried is dear by design.
  }, 60_000)

  it('of a newer version is refused', async () => {
    const db = new DatabaseSync(path.join(data, 'desk.sqlite'))
    db.exec("insert into migrations (name) values ('999-of-tomorrow')")
    const { name } = await made(null)
    db.exec("delete from migrations where name = '999-of-tomorrow'")
    db.close()
    expect(await code(backups.restore(name, null))).toBe('BACKUP_NEWER')
  })

  it.each(['a desk', 'nothing'])(
    'over %s cut off after any of its moves goes on at the next start',
    async (before) => {
      const file = path.join(place, (await made(null)).name)
      const there = path.join(top, `over ${before}`)
      mkdirSync(there)
      if (before !== 'nothing') await (await sqliteStore(path.join(there, 'desk.sqlite'))).close()
      const named = { data: there, reports: path.join(there, 'reports') }
      const staged = await stageBackup({ file, passphrase: null, folders: named })
      const plan = await planSwitch(staged, named, '2024-11-28T01:02:03Z')
      const { length } = noteSwitch(there, plan).moves
      for (let moved = 0; moved <= length; moved += 1) {
        const folder = path.join(top, `over ${before} ${moved}`)
        cpSync(there, folder, { recursive: true })
        // As a process leaves it that is killed once so many moves were made.
        for (const { from, to } of noteSwitch(folder, plan).moves.slice(0, moved)) {
          mkdirSync(path.dirname(path.join(folder, to)), { recursive: true })
          renameSync(path.join(folder, from), path.join(folder, to))
        }
        finishSwitch(folder)
        const found = await sqliteStore(path.join(folder, 'desk.sqlite'))
        expect((await found.counts()).pieces).toBe(301)
        await found.close()
        const aside = before === 'nothing' ? [] : ['before-restore-20241128010203']
        const kept = ['accounts.sqlite', 'attachments', ...aside, 'desk.sqlite', 'reports']
        expect(readdirSync(folder).toSorted()).toEqual(kept)
      }
      expect(length).toBe(before === 'nothing' ? 4 : 5)
    },
  )
})
