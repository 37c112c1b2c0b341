import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { addRecords } from '#shared/contract/records.ts'
import { makeFreeze } from '#shared/contract/freezes.ts'
import { listReports, writeReportsNow } from '#shared/contract/reports.ts'
import { DEFAULT_SETTINGS, saveSettings } from '#shared/contract/settings.ts'
import { createApp } from '#server/app.ts'
import { runSchedule, scheduleMemory } from '#server/scheduled/write-reports.ts'
import { reportFolder } from '#server/store/report-folder.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const NAME = '某县融媒体中心 2024年10月工作报告.docx'
const ADOPTION = { work: '梯田', outlet: '四川日报', level: '省级', day: '2024-10-08' }

/** A desk that writes October's report on 3 November at eight, over a real folder. */
async function deskAt(place?: string) {
  const folder = place ?? mkdtempSync(path.join(os.tmpdir(), 'rongmei-reports-'))
  folders.push(folder)
  let now = Date.parse('2024-11-02T00:00:00Z')
  const context = { ...testDesk().context, reports: reportFolder(folder), clock: () => now }
  const desk: TestDesk = { app: createApp(context), context }
  const reports = { ...DEFAULT_SETTINGS.reports, isOn: true, since: '2024-10' }
  const settings = { ...DEFAULT_SETTINGS, centre: '某县融媒体中心', reports }
  await ask(desk, saveSettings, '/settings', settings)
  await ask(desk, addRecords, '/ledgers/adoptions/records', { rows: [ADOPTION] })
  return {
    desk,
    folder,
    files: () => readdirSync(folder).toSorted(),
    list: () => ask(desk, listReports, '/reports'),
    /** Lets the clock of the process strike, in the centre's zone. */
    async strike(local: string, from = context) {
      now = Date.parse(`${local}:00+08:00`)
      await runSchedule(createApp(from), from)
    },
    restarted: () => ({ ...context, schedule: scheduleMemory() }),
  }
}

it('a report is written on its day and hour, once, and offered for download', async () => {
  const { desk, folder, files, list, strike } = await deskAt()
  await strike('2024-11-03T07:59')
  expect(files()).toEqual([])
  await strike('2024-11-03T08:00')
  await strike('2024-11-03T08:01')
  expect(files()).toEqual([NAME])
  const { written, next, failures, place } = await list()
  expect(written).toMatchObject([{ file: 'monthly', name: NAME, period: { key: '2024-10' } }])
  expect(next).toMatchObject({ period: { key: '2024-11' }, at: '2024-12-03T08:00' })
  expect(failures).toEqual([])
  expect(place).toBe(folder)
  const download = await desk.app.request(`/api/reports/${written[0]?.id ?? ''}/file`)
  const bytes = new Uint8Array(await download.arrayBuffer())
  expect(bytes).toEqual(new Uint8Array(readFileSync(path.join(folder, NAME))))
  expect([...bytes.subarray(0, 2)]).toEqual([0x50, 0x4b])
})

it('one that was missed while the desk was off is written at the next start, and not again', async () => {
  const { files, strike, restarted } = await deskAt()
  await strike('2024-11-20T10:00', restarted())
  await strike('2024-11-20T10:05', restarted())
  expect(files()).toEqual([NAME])
})

it('a file that is there is never overwritten: the next one gets a number', async () => {
  const { desk, folder, files, strike } = await deskAt()
  writeFileSync(path.join(folder, NAME), 'somebody’s own')
  await strike('2024-11-03T08:00')
  expect(await ask(desk, writeReportsNow, '/reports', { p: '2024-10' })).toEqual({
    written: 1,
    failed: 0,
  })
  expect(files()).toEqual([
    '某县融媒体中心 2024年10月工作报告 (2).docx',
    '某县融媒体中心 2024年10月工作报告 (3).docx',
    NAME,
  ])
  expect(readFileSync(path.join(folder, NAME), 'utf8')).toBe('somebody’s own')
})

it('the latest 定稿 of the month is written where there is one', async () => {
  const { desk, files, strike } = await deskAt()
  await ask(desk, makeFreeze, '/freezes', { p: '2024-10' })
  await strike('2024-11-03T08:00')
  expect(files()).toEqual(['某县融媒体中心 2024年10月工作报告 第1稿.docx'])
})

it('a folder that cannot be written is told with its code, and tried again', async () => {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'rongmei-reports-')), 'taken')
  folders.push(path.dirname(file))
  // A file stands where the folder should be: also root cannot write into it.
  writeFileSync(file, '')
  const { list, strike, files } = await deskAt(file)
  await strike('2024-11-03T08:00')
  expect((await list()).failures).toMatchObject([
    {
      file: 'monthly',
      period: { key: '2024-10' },
      code: 'REPORT_FOLDER_UNWRITABLE',
      message: '报告没有写进文件夹',
    },
  ])
  rmSync(file)
  await strike('2024-11-03T08:05')
  expect((await list()).written).toEqual([])
  await strike('2024-11-03T08:10')
  expect((await list()).failures).toEqual([])
  expect(files()).toEqual([NAME])
})

it('a report somebody moved away is said to be gone', async () => {
  const { desk, folder, list, strike } = await deskAt()
  await strike('2024-11-03T08:00')
  rmSync(path.join(folder, NAME))
  const { written } = await list()
  const answer = await desk.app.request(`/api/reports/${written[0]?.id ?? ''}/file`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ code: 'REPORT_FILE_GONE' })
})
