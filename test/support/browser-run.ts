import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BrowserServer } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { prepareInParts } from '#server/ingest/prepare-in-parts.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'
import { putExample } from '#server/routes/example.ts'
import { scheduleMemory } from '#server/scheduled/write-reports.ts'
import { memoryEvidence } from '#server/store/evidence.ts'
import { memoryReportFiles } from '#server/store/report-files.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { serveBrowser } from './browser.ts'
import { startDesk, type DeskProcess } from './desk-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A desk's database that holds the example centre; files copy it and never write to it. */
    exampleFile: string
    /** The desk that holds it and that all files read from; ends with a slash. */
    exampleDesk: string
    /** Where the one Chromium of the run is connected to. */
    chromium: string
  }
}

let folder = ''
let desk: DeskProcess | undefined
let browser: BrowserServer | undefined

/** Starts once what all browser tests share: the example centre loaded, a desk of it, a Chromium. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-example-'))
  const exampleFile = path.join(folder, 'desk.sqlite')
  const dataDir = path.join(folder, 'shared')
  await Promise.all([writeExample(exampleFile), mkdir(dataDir)])
  await copyFile(exampleFile, path.join(dataDir, 'desk.sqlite'))
  ;[desk, browser] = await Promise.all([startDesk({ DATA_DIR: dataDir }), serveBrowser()])
  project.provide('exampleFile', exampleFile)
  project.provide('exampleDesk', desk.address)
  project.provide('chromium', browser.wsEndpoint())
}

export async function teardown(): Promise<void> {
  await browser?.close()
  await desk?.stop()
  await rm(folder, { recursive: true, force: true })
}

async function writeExample(file: string): Promise<void> {
  const store = await sqliteStore(file)
  await putExample({
    store,
    evidence: memoryEvidence(),
    reports: memoryReportFiles(),
    schedule: scheduleMemory(),
    clock: Date.now,
    prepare: prepareInParts,
    author: '本机用户',
    journal: memoryJournal(Date.now),
    operations: null,
    version: '0.0.0',
    isDemo: false,
    report: (requestId, error) => console.error(requestId, error),
  })
  await store.close()
}
