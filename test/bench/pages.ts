import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { exampleCentre } from '#example/index.ts'
import { createApp } from '#server/app.ts'
import { prepareInWorker } from '#server/ingest/worker.ts'
import { memoryEvidence } from '#server/store/evidence.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { BOARD_IDS } from '#shared/boards/index.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'

/** Server time of every page over three years on SQLite: 2023, 2024 and 2023 again as 2022. */
const ROUNDS = 12
/** Ends with a failure where a page's median is over this, in milliseconds. */
const MOST = 10
const PERIODS = ['2024-10', '2024-Q3', '2024', '2024-01-15..2024-10-20', '2023-05']

const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-pages-'))
const store = await sqliteStore(path.join(folder, 'desk.sqlite'))
const centre = exampleCentre()
await store.write(async (writer) => {
  const batch = 'three-years'
  const at = '2025-01-05T00:00:00.000Z'
  const said = {
    kind: 'example',
    title: 'bench',
    why: 'bench',
    by: 'bench',
    files: [],
    notes: [],
  } as const
  await writer.openBatch({ id: batch, at, ...said })
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
  clock: () => Date.parse('2025-02-10T02:00:00Z'),
  prepare: prepareInWorker,
  author: 'bench',
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
await store.close()
await rm(folder, { recursive: true })

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
