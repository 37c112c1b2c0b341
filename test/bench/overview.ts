import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createApp, type DeskContext } from '#server/app.ts'
import { prepareInWorker } from '#server/ingest/worker.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'
import { importPreviewSchema } from '#shared/contract/imports.ts'
import { scheduleMemory } from '#server/scheduled/write-reports.ts'
import { memoryEvidence } from '#server/store/evidence.ts'
import { memoryReportFiles } from '#server/store/report-files.ts'
import { sqliteStore } from '#server/store/sqlite.ts'

/** Server time of 总览 over a real year on SQLite, and the way of the golden files into it. */
const GOLDEN = path.resolve(import.meta.dirname, '../golden')
const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-bench-'))
const store = await sqliteStore(path.join(folder, 'desk.sqlite'))
const context: DeskContext = {
  store,
  evidence: memoryEvidence(),
  reports: memoryReportFiles(),
  schedule: scheduleMemory(),
  clock: Date.now,
  prepare: prepareInWorker,
  author: 'bench',
  journal: memoryJournal(Date.now),
  operations: null,
  version: '0.0.0',
  isDemo: false,
  report: (id, error) => console.error(id, error),
}
const app = createApp(context)

const form = new FormData()
for (const name of (await readdir(GOLDEN)).filter((name) => /2024\.(csv|xlsx?)$/.test(name))) {
  form.append('files', new File([new Uint8Array(await readFile(path.join(GOLDEN, name)))], name))
}
const begun = performance.now()
let slowest = 0
let last = begun
const pulse = setInterval(() => {
  slowest = Math.max(slowest, performance.now() - last)
  last = performance.now()
}, 5)
const preview = importPreviewSchema.parse(
  await (await app.request('/api/imports', { method: 'POST', body: form })).json(),
)
const read = performance.now()
await app.request(`/api/imports/${preview.id}/confirm`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ sections: preview.sections.map((section) => section.id) }),
})
const loaded = performance.now()
clearInterval(pulse)
console.log(
  `import of the six files: read ${ms(read - begun)}, loaded ${ms(loaded - read)}, in all ${ms(loaded - begun)}`,
)
console.log(`longest time the event loop was held meanwhile: ${ms(slowest)}`)

for (const query of ['p=2024-10', 'p=2024', 'p=2024-01-15..2024-10-20']) {
  const times: number[] = []
  for (let i = 0; i < 220; i += 1) {
    const from = performance.now()
    await (await app.request(`/api/boards/overview?${query}`)).text()
    if (i >= 20) times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  console.log(`总览 ${query}: median ${ms(times[100])}, 95th ${ms(times[190])} over 200 answers`)
}
await store.close()
await rm(folder, { recursive: true })

function ms(time = Number.NaN): string {
  return `${time.toFixed(2)} ms`
}
