import { http, type RequestHandler } from 'msw'
import { createApp } from '#server/app.ts'
import { putExample } from '#server/routes/example.ts'
import { scheduleMemory } from '#server/scheduled/write-reports.ts'
import { memoryEvidence } from '#server/store/evidence.ts'
import { memoryReportFiles } from '#server/store/report-files.ts'
import { memoryStore } from '#server/store/memory.ts'
import type { Departure } from './scenarios.ts'
import { prepareInParts } from '#server/ingest/prepare-in-parts.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'

/** The real API over a memory store, holding the example centre unless the scenario departs. */
export async function deskHandlers(
  scenario: Departure | null = null,
  clock: () => number = Date.now,
): Promise<RequestHandler[]> {
  const context = {
    store: memoryStore(),
    evidence: memoryEvidence(),
    reports: memoryReportFiles(),
    schedule: scheduleMemory(),
    clock,
    prepare: prepareInParts,
    author: '本机用户',
    journal: memoryJournal(clock),
    operations: null,
    version: '0.0.0',
    isDemo: true,
    report: (requestId: string, error: unknown) => console.error(requestId, error),
  }
  if (scenario?.isEmpty !== true) await putExample(context)
  const app = createApp(context)
  // From the root only: the dev server's own modules stand under /src/web/api/.
  return [
    http.all(
      '/api/*',
      async ({ request }) => (await scenario?.before?.(request)) ?? app.fetch(request),
    ),
  ]
}
