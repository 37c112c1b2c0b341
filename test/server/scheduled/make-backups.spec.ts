import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backupFolder } from '#server/backup/backup-folder.ts'
import { makeBackup } from '#server/backup/make.ts'
import { openBackup, stageBackup } from '#server/backup/restore.ts'
import { roomIn } from '#server/backup/room.ts'
import { runBackups } from '#server/scheduled/make-backups.ts'
import { sqliteStore, type SqliteStore } from '#server/store/sqlite.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { load } from '#test/conformance/acts.ts'

let top = ''
let store: SqliteStore
let now = 0

beforeAll(async () => {
  top = mkdtempSync(path.join(os.tmpdir(), 'rongmei-nights-'))
  store = await sqliteStore(path.join(top, 'desk.sqlite'))
})
afterAll(async () => {
  await store.close()
  rmSync(top, { recursive: true })
})

it('each night makes one backup, tries again ten minutes after a failure, and keeps what is set', async () => {
  const disk = path.join(top, 'disk')
  const place = path.join(disk, 'backups')
  const about = {
    folders: { data: top, reports: path.join(top, 'reports') },
    place,
    version: '0.1.0',
    passphrase: null,
    clock: () => now,
    room: roomIn,
    work: { make: makeBackup, stage: stageBackup, open: openBackup },
  }
  const backups = backupFolder(about, store)
  const operations = { backups, machine: () => Promise.reject(new Error()), slowest: () => [] }
  const { journal, ...desk } = testDesk(0, store).context
  const begun: string[] = []
  const begin: typeof journal.begin = (act) => {
    begun.push(`${act.name} ${act.kind}`)
    return journal.begin(act)
  }
  const context = { ...desk, journal: { ...journal, begin }, clock: () => now, operations }
  /** Has the process look at this time of the centre's clock; when the backups that stand were made. */
  const look = async (local: string): Promise<string[]> => {
    now = Date.parse(`${local}:00+08:00`)
    await runBackups(context)
    const names = (await backups.list()).map(({ name }) => name)
    return names.map((name) => name.slice(6, 19)).toSorted()
  }
  expect(await look('2024-11-25T03:00')).toEqual([])
  const backup = { ...DEFAULT_SETTINGS.backup, daily: 2, weekly: 1, monthly: 1 }
  await store.write((writer) => writer.saveSettings({ ...DEFAULT_SETTINGS, backup }))
  await load(store, 'b1', 'notes', [{ from: '2024-10-01', title: '县庆' }])
  expect(await look('2024-11-25T02:59')).toEqual(['20241125-0259'])
  expect(await look('2024-11-25T03:00')).toEqual(['20241125-0300'])
  expect(await look('2024-11-25T03:01')).toEqual(['20241125-0300'])
  expect(await look('2024-11-26T03:00')).toEqual(['20241125-0300', '20241126-0300'])

  rmSync(disk, { recursive: true })
  writeFileSync(disk, 'a disk that was taken out')
  expect(await look('2024-11-27T03:00')).toEqual([])
  expect(backups.failure).toEqual({ at: now, code: 'BACKUP_UNWRITABLE' })
  rmSync(disk)
  expect(await look('2024-11-27T03:05')).toEqual([])
  expect(await look('2024-11-27T03:11')).toEqual(['20241127-0311'])
  const { entries } = await context.journal.page({}, 0, 10)
  expect(entries.map(({ name, text }) => `${name} ${text}`)).toEqual([
    '运行台 按时做备份“融媒运行台-20241127-0311.tar.gz”',
    '运行台 按时做备份“融媒运行台-20241126-0300.tar.gz”',
    '运行台 按时做备份“融媒运行台-20241125-0300.tar.gz”',
    '运行台 按时做备份“融媒运行台-20241125-0259.tar.gz”',
  ])
  // One of five came to nothing.
  expect(begun).toEqual(Array.from({ length: 5 }, () => '运行台 backup'))
})
