import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { batchSchema, importPreviewSchema } from '#shared/contract/imports.ts'
import { asCsv, asWorkbook, largeLedger } from '#test/support/large-ledger.ts'
import { mostMemory, startDesk, type DeskProcess } from '#test/support/desk-process.ts'

/**
 * 100,000 rows from the upload to the ledger, in a desk of its own: time, memory, and what others wait.
 * Ends with a failure where one of them is over its limit. The memory is that of Linux.
 */
const ROWS = Number(process.env.ROWS ?? 100_000)
/** Of reading and loading together; the trial between them is told, and its memory counts. */
const MOST_SECONDS = 15
const MOST_MB = 600
/** What others wait meanwhile, in milliseconds. */
const MOST_WAIT = { median: 50, worst: 500 }
const rows = largeLedger(ROWS)
const files = { 'large.csv': asCsv(rows), 'large.xlsx': asWorkbook(rows) }

for (const [name, bytes] of Object.entries(files)) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-bench-'))
  const desk = await startDesk({ DATA_DIR: folder })
  await measure(desk, name, bytes)
  await desk.stop()
  await rm(folder, { recursive: true })
}

async function measure(
  desk: DeskProcess,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { address } = desk
  await (await fetch(`${address}api/boards/overview?p=2024-10`)).text()
  const others = watch(`${address}api/boards/overview?p=2024-10`)
  const form = new FormData()
  form.append('files', new File([bytes], name))
  const [preview, read] = await timed(async () =>
    importPreviewSchema.parse(
      await (await fetch(`${address}api/imports`, { method: 'POST', body: form })).json(),
    ),
  )
  const memoryRead = await mostMemory(desk)
  const chosen = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sections: preview.sections.map(({ id }) => id) }),
  }
  const [, tried] = await timed(async () =>
    (await fetch(`${address}api/imports/${preview.id}/try`, chosen)).text(),
  )
  const memoryTried = await mostMemory(desk)
  const [batch, loaded] = await timed(async () =>
    batchSchema.parse(
      await (await fetch(`${address}api/imports/${preview.id}/confirm`, chosen)).json(),
    ),
  )
  const waited = await others.stop()
  const memory = await mostMemory(desk)
  const [section] = preview.sections
  console.log(
    `${name} (${(bytes.length / 1e6).toFixed(1)} MB, ${section?.rowsRead} rows: ${batch.counts.pieces?.added} added, ${section?.rowsRefused} refused, ${section?.rowsSkipped} passed over)`,
  )
  console.log(
    `  tried ${seconds(tried)}; most memory ${memoryRead} MB reading, ${memoryTried} tried`,
  )
  within('read and loaded', (read + loaded) / 1000, MOST_SECONDS, 's')
  console.log(`    read ${seconds(read)}, loaded ${seconds(loaded)}`)
  within('most memory', memory ?? Number.NaN, MOST_MB, 'MB')
  within('总览 meanwhile, median', waited.median, MOST_WAIT.median, 'ms')
  within(`总览 meanwhile, worst of ${waited.asked}`, waited.worst, MOST_WAIT.worst, 'ms')
}

function within(what: string, measured: number, most: number, unit: string): void {
  const isOver = measured > most
  if (isOver) process.exitCode = 1
  console.log(`  ${what}: ${measured.toFixed(1)} ${unit} ${isOver ? 'OVER' : 'of'} ${most} ${unit}`)
}

async function timed<T>(task: () => Promise<T>): Promise<[T, number]> {
  const begun = performance.now()
  return [await task(), performance.now() - begun]
}

/** Asks for an address over and over, and says how long the answers took. */
function watch(url: string): {
  stop: () => Promise<{ median: number; worst: number; asked: number }>
} {
  let isOver = false
  const times: number[] = []
  const asking = (async () => {
    while (!isOver) {
      const [, took] = await timed(async () => (await fetch(url)).text())
      times.push(took)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return {
    async stop() {
      isOver = true
      await asking
      times.sort((a, b) => a - b)
      const [median = 0, worst = 0] = [times[times.length >> 1], times.at(-1)]
      return { median, worst, asked: times.length }
    },
  }
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(1)} s`
}
