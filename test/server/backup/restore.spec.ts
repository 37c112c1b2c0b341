import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { addRecords } from '#shared/contract/records.ts'
import { makeBackup, openBackup, restoreBackup } from '#shared/contract/operations.ts'
import { createApp } from '#server/app.ts'
import { backupFolder } from '#server/backup/backup-folder.ts'
import * as make from '#server/backup/make.ts'
import * as restore from '#server/backup/restore.ts'
import { roomIn } from '#server/backup/room.ts'
import { JOURNAL, journalFaults, sqliteJournal } from '#server/journal/sqlite-journal.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { AFTER_2024, ask, testDesk } from '#test/support/memory-desk.ts'

const top = mkdtempSync(path.join(os.tmpdir(), 'rongmei-restored-'))
afterAll(() => rmSync(top, { recursive: true }))

it('the journal goes on after a restore of an older backup, tells of it, and its chain holds', async () => {
  const data = path.join(top, 'data')
  mkdirSync(data)
  const store = await sqliteStore(path.join(data, 'desk.sqlite'))
  const journal = sqliteJournal(path.join(data, JOURNAL), () => AFTER_2024)
  const folders = { data, reports: path.join(data, 'reports') }
  const work = { make: make.makeBackup, stage: restore.stageBackup, open: restore.openBackup }
  const about = { folders, place: path.join(top, 'backups'), version: '0.1.0', passphrase: null }
  const backups = backupFolder({ ...about, clock: () => AFTER_2024, room: roomIn, work }, store)
  const operations = { backups, machine: () => Promise.reject(new Error()), slowest: () => [] }
  const context = { ...testDesk(AFTER_2024, store).context, journal, operations }
  const desk = { context, app: createApp(context) }
  const note = (title: string) =>
    ask(desk, addRecords, '/ledgers/notes/records', { rows: [{ from: '2024-10-01', title }] })

  await note('在备份之前')
  const { name, journal: noted } = await ask(desk, makeBackup, '/backups', { passphrase: null })
  await note('在备份之后')
  const at = `/backups/${encodeURIComponent(name)}`
  await ask(desk, openBackup, `${at}/contents`, { passphrase: null })
  await ask(desk, restoreBackup, `${at}/restore`, { passphrase: null, why: '演练' })
  await note('在恢复之后')

  expect((await store.counts()).notes).toBe(2)
  const { entries } = await journal.page({}, 0, 10)
  expect(entries.map(({ seq, text }) => `${seq} ${text}`)).toEqual([
    '6 在时间注记填写：新增 1 条',
    `5 从备份“${name}”恢复，共 1 条记录`,
    `4 打开备份“${name}”校验，共 1 条记录`,
    '3 在时间注记填写：新增 1 条',
    `2 做一份备份“${name}”`,
    '1 在时间注记填写：新增 1 条',
  ])
  expect(noted?.seq).toBe(1)
  await store.close()
  journal.close()
  const { faults, head } = await journalFaults(path.join(data, JOURNAL), noted ? [noted] : [])
  expect(faults).toEqual([])
  expect(head.seq).toBe(6)

  // On a new machine the journal comes with the backup, and nothing in it was interrupted.
  const elsewhere = { data: path.join(top, 'elsewhere'), reports: path.join(top, 'reports') }
  mkdirSync(elsewhere.data)
  const file = path.join(top, 'backups', name)
  const staged = await restore.stageBackup({ file, passphrase: null, folders: elsewhere })
  const plan = await restore.planSwitch(staged, elsewhere, '2025-02-10T02:00:00Z')
  restore.carryOut(elsewhere.data, plan)
  const copy = sqliteJournal(path.join(elsewhere.data, JOURNAL), () => AFTER_2024)
  copy.tellInterrupted('Asia/Shanghai')
  expect(await copy.head()).toEqual(noted)
  copy.close()
})
