import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import * as z from 'zod/mini'
import { exampleCentre } from '#example/index.ts'
import { createApp } from '#server/app.ts'
import { prepareInWorker } from '#server/ingest/worker.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'
import { scheduleMemory } from '#server/scheduled/write-reports.ts'
import { memoryEvidence } from '#server/store/evidence.ts'
import { memoryReportFiles } from '#server/store/report-files.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { BOARD_IDS } from '#shared/boards/index.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'

/**
 * Server time over three years on SQLite (2023, 2024 and 2023 again as 2022): of every page, of the
 * twenty checks of all years after a start, and of a form saved and told what it opened.
 */
const ROUNDS = 12
/** Ends with a failure where a page's median is over this, in milliseconds. */
const MOST = 10
const PERIODS = ['2024-10', '2024-Q3', '2024', '2024-01-15..2024-10-20', '2023-05']

const AT = '2025-01-05T00:00:00.000Z'
const SAID = {
  kind: 'example',
  title: 'bench',
  why: 'bench',
  by: 'bench',
  files: [],
  notes: [],
} as const

const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-pages-'))
const store = await sqliteStore(path.join(folder, 'desk.sqlite'))
const centre = exampleCentre()
await store.write(async (writer) => {
  const batch = 'three-years'
  await writer.openBatch({ id: batch, at: AT, ...SAID })
  for (const ledger of LEDGER_IDS) {
    const rows = centre.ledgers[ledger]
    const earlier = ledgerOf(ledger).kind === 'list' ? [] : rows.flatMap(yearEarlier)
    await writer.put(ledger, [...earlier, ...rows], batch)
  }
  for (const { ledger, to } of centre.coverage)
    await writer.cover({ ledger, from: '2022-01-01', to, batch })
  await writer.saveSettings(centre.settings)
})
const app = createApp({
  store,
  evidence: memoryEvidence(),
  reports: memoryReportFiles(),
  schedule: scheduleMemory(),
  clock: () => Date.parse('2025-02-10T02:00:00Z'),
  prepare: prepareInWorker,
  author: 'bench',
  journal: memoryJournal(Date.now),
  operations: null,
  version: '0.0.0',
  isDemo: false,
  report: (id, error) => console.error(id, error),
})
console.log(`records: ${JSON.stringify(await store.counts())}`)

for (const board of BOARD_IDS) {
  const medians: string[] = []
  for (const period of PERIODS) {
    const times: number[] = []
    let size = 0
    // A word no page knows keeps the answers apart, so that each is worked out anew.
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = performance.now()
      const answer = await app.request(`/api/boards/${board}?p=${period}&round=${round}`)
      size = (await answer.text()).length
      if (!answer.ok) throw new Error(`${board} ${period}: ${answer.status}`)
      times.push(performance.now() - from)
    }
    times.sort((a, b) => a - b)
    const median = times[Math.floor(ROUNDS / 2)] ?? Number.NaN
    const worst = times.at(-1) ?? Number.NaN
    if (median > MOST) process.exitCode = 1
    medians.push(
      `${period} ${median.toFixed(1)} (${worst.toFixed(1)}, ${Math.round(size / 1000)} KB)`,
    )
  }
  console.log(`${board.padEnd(10)} ${medians.join('   ')}`)
}
/** Ends with a failure where the checks, or a form with what it opened, take longer. */
const MOST_CHECKS = 1000
const MOST_SAVED = 150

const fresh = await timed(async (round) => {
  await store.write(async (writer) => {
    await writer.openBatch({ id: `again-${round}`, at: AT, ...SAID })
    for (const ledger of LEDGER_IDS)
      await writer.cover({ ledger, from: '2022-01-01', to: '2022-01-01', batch: `again-${round}` })
  })
  return async () => {
    await asked('GET', '/boards/checks?p=2022-01-01..2024-12-31')
  }
})
spoken('the 20 checks anew', fresh, MOST_CHECKS)

const FORMS = [
  ['pieces', 'title', { day: '2024-12-30', platform: '爱峨边', form: '图文' }],
  ['payments', 'summary', { paidOn: '2024-12-30', project: '峨边在线', amount: '10000' }],
  ['alerts', 'title', { alertedAt: '2023-12-30 09:00', level: 'Ⅲ级' }],
] as const
for (const [ledger, words, cells] of FORMS) {
  const saved = await timed(async (round) => async () => {
    const rows = [{ ...cells, [words]: `第${round}次填写` }]
    const { batch } = await asked('POST', `/ledgers/${ledger}/records`, { rows })
    await asked('GET', `/checks/opened?acts=${batch}`)
    await asked('GET', '/checks/open')
  })
  spoken(`a form of ${ledger} saved and told`, saved, MOST_SAVED)
}
await store.close()
await rm(folder, { recursive: true })

/** Times of what a round asks, sorted; what it needs beforehand is not counted. */
async function timed(prepare: (round: number) => Promise<() => Promise<void>>): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const run = await prepare(round)
    const from = performance.now()
    await run()
    times.push(performance.now() - from)
  }
  return times.toSorted((a, b) => a - b)
}

function spoken(what: string, times: readonly number[], most: number): void {
  const median = times[Math.floor(ROUNDS / 2)] ?? Number.NaN
  if (median > most) process.exitCode = 1
  console.log(`${what}: ${median.toFixed(1)} (${times.at(-1)?.toFixed(1)}) of ${most} ms`)
}

async function asked(
  method: string,
  address: string,
  body?: unknown,
): Promise<{ readonly batch: string }> {
  const answer = await app.request(`/api${address}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  const { batch = '' } = z.object({ batch: z.optional(z.string()) }).parse(await answer.json())
  return { batch }
}

/** The row as of a year before, where it is of 2023. */
function yearEarlier(row: Row): Row[] {
  const cells = Object.entries(row).map(([name, cell]) => [
    name,
    typeof cell === 'string' ? cell.replaceAll('2023', '2022') : cell,
  ])
  const moved: Row = Object.fromEntries(cells)
  return JSON.stringify(moved) === JSON.stringify(row) || JSON.stringify(row).includes('2024')
    ? []
    : [moved]
}
