import type { Hono } from 'hono'
import type * as z from 'zod/mini'
import type { Endpoint } from '#shared/contract/define.ts'
import { loadExample } from '#shared/contract/imports.ts'
import { createApp, type DeskContext } from '#server/app.ts'
import { prepareInParts } from '#server/ingest/prepare-in-parts.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'
import { memoryStore, type MemoryStore } from '#server/store/memory.ts'
import { scheduleMemory } from '#server/scheduled/write-reports.ts'
import { memoryEvidence } from '#server/store/evidence.ts'
import { memoryReportFiles } from '#server/store/report-files.ts'
import type { Store } from '#server/store/store.ts'

/** 2025-02-10 10:00 in Shanghai: both example years are over. */
export const AFTER_2024 = Date.parse('2025-02-10T02:00:00Z')

export interface TestDesk {
  readonly app: Hono
  readonly context: DeskContext
}

/** The real app over a real store, with a clock that stands still. */
export function testDesk(now = AFTER_2024, store: Store = memoryStore()): TestDesk {
  const context: DeskContext = {
    store,
    evidence: memoryEvidence(),
    reports: memoryReportFiles(),
    schedule: scheduleMemory(),
    clock: () => now,
    prepare: prepareInParts,
    author: '测试员',
    journal: memoryJournal(() => now),
    operations: null,
    version: '0.0.0',
    isDemo: false,
    report: (requestId, error) => {
      throw new Error(`unexpected failure ${requestId}`, { cause: error })
    },
  }
  return { app: createApp(context), context }
}

let example: Promise<TestDesk> | undefined
const loaded = memoryStore()

/** A desk holding the example centre, the same one for every spec of a worker: only to be read. */
export function exampleDesk(): Promise<TestDesk> {
  example ??= (async () => {
    const desk = testDesk(AFTER_2024, loaded)
    await ask(desk, loadExample, '/example', {})
    return desk
  })()
  return example
}

/** A store of its own that holds the example centre: to be written to. */
export async function exampleStore(): Promise<MemoryStore> {
  await exampleDesk()
  return loaded.copy()
}

/** A desk of its own that holds the example centre: to be written to. */
export const ownExample = async (now = AFTER_2024): Promise<TestDesk> =>
  testDesk(now, await exampleStore())

/** Calls an endpoint and parses the answer with its own schema. */
export async function ask<O extends z.ZodMiniType>(
  { app }: TestDesk,
  endpoint: Pick<Endpoint, 'method'> & { readonly output: O },
  address: string,
  body?: unknown,
): Promise<z.infer<O>> {
  const response = await app.request(`/api${address}`, {
    method: endpoint.method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(answer))
  return endpoint.output.parse(answer)
}

/** Files as a browser's form sends them. */
export async function sendFiles(
  { app }: TestDesk,
  files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[],
): Promise<Response> {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new File([bytes], name))
  return app.request('/api/imports', { method: 'POST', body: form })
}
