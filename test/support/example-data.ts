import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareInParts } from '#server/ingest/prepare-in-parts.ts'
import { putExample } from '#server/routes/example.ts'
import { scheduleMemory } from '#server/scheduled/write-reports.ts'
import { memoryEvidence } from '#server/store/evidence.ts'
import { memoryReportFiles } from '#server/store/report-files.ts'
import { sqliteStore } from '#server/store/sqlite.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A desk's database that holds the example centre; files copy it and never write to it. */
    exampleFile: string
  }
}

let folder = ''

/** Loads the example centre once for all browser tests: each desk of theirs starts on a copy. */
export async function setup(project: TestProject): Promise<void> {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-example-'))
  const exampleFile = path.join(folder, 'desk.sqlite')
  const store = await sqliteStore(exampleFile)
  await putExample({
    store,
    evidence: memoryEvidence(),
    reports: memoryReportFiles(),
    schedule: scheduleMemory(),
    clock: Date.now,
    prepare: prepareInParts,
    author: '本机用户',
    operations: null,
    version: '0.0.0',
    isDemo: false,
    report: (requestId, error) => console.error(requestId, error),
  })
  await store.close()
  project.provide('exampleFile', exampleFile)
}

export async function teardown(): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
