import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { tryTakeBack } from '#shared/contract/batches.ts'
import { batchSchema, importPreviewSchema, undoneSchema } from '#shared/contract/imports.ts'
import { asCsv, asWorkbook, largeLedger } from '#test/support/large-ledger.ts'
import { forgetMost, mostMemory, startDesk, type DeskProcess } from '#test/support/desk-process.ts'
import { SIGNED_IN } from '#test/support/first-account.ts'

/**
 * 100,000 rows from the upload to the ledger, the same rows again with other figures, and both taken
 * back, the later first, in a desk of its own: time, memory of each act, and what others wait.
 * Ends with a failure where one of them is over its limit. The memory is that of Linux. Forms named
 * behind the command are run alone: `npm run bench:import -- xlsx`.
 */
const ROWS = Number(process.env.ROWS ?? 100_000)
/** Of reading and loading together, and of a take-back; trials are told, and their memory counts. */
const MOST_SECONDS = 15
const MOST_MB = 600
/** What others wait meanwhile, in milliseconds. */
const MOST_WAIT = { median: 50, worst: 500 }
const asked = process.argv.slice(2)
const READS = 10
const first = largeLedger(ROWS)
const later = first.map((row, at) => row.with(READS, at === 0 ? '阅读量' : `${at + 5000}`))
const forms = { csv: asCsv, xlsx: asWorkbook }

for (const [form, bytesOf] of Object.entries(forms)) {
  if (asked.length > 0 && !asked.includes(form)) continue
  // Made before anybody waits: this process, which asks as the others do, stands still meanwhile.
  const files = Object.entries({ first, later }).map(([name, rows]) => ({
    name: `${name}.${form}`,
    bytes: bytesOf(rows),
  }))
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-bench-'))
  const desk = await startDesk({ DATA_DIR: folder })
  const others = watch(`${desk.address}api/boards/overview?p=2024-10`)
  const [whole, again] = files
  if (!whole || !again) throw new Error('no files were made')
  const brought = await load(desk, whole, others)
  const changed = await load(desk, again, others)
  for (const batch of [changed, brought]) await takeBack(desk, batch, others)
  const waited = await others.stop()
  within('总览 meanwhile, median', waited.median, MOST_WAIT.median, 'ms')
  within(`总览 meanwhile, worst of ${waited.asked}`, waited.worst, MOST_WAIT.worst, 'ms')
  await desk.stop()
  await rm(folder, { recursive: true })
}

/** Uploads, tries and loads a file; gives its batch. */
async function load(
  desk: DeskProcess,
  { name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> },
  others: Others,
): Promise<string> {
  await forgetMost(desk)
  const form = new FormData()
  form.append('files', new File([bytes], name))
  const [preview, read] = await timed(async () =>
    importPreviewSchema.parse(await post(desk, 'imports', form)),
  )
  const chosen = { sections: preview.sections.map(({ id }) => id) }
  const waits = [others.worst()]
  const memoryRead = await mostMemory(desk)
  const [, tried] = await timed(() => post(desk, `imports/${preview.id}/try`, chosen))
  waits.push(others.worst())
  const memoryTried = await mostMemory(desk)
  const [batch, loaded] = await timed(async () =>
    batchSchema.parse(await post(desk, `imports/${preview.id}/confirm`, chosen)),
  )
  waits.push(others.worst())
  const [section] = preview.sections
  const { added = 0, changed = 0 } = batch.counts.pieces ?? {}
  console.log(
    `${name} (${(bytes.length / 1e6).toFixed(1)} MB, ${section?.rowsRead} rows: ${added} added, ${changed} changed, ${section?.rowsRefused} refused)`,
  )
  console.log(`  read ${seconds(read)}, tried ${seconds(tried)}, loaded ${seconds(loaded)}`)
  console.log(`  most memory ${memoryRead} MB reading, ${memoryTried} MB tried`)
  console.log(`  总览 waited ${waits.join(', ')}`)
  within('read and loaded', (read + loaded) / 1000, MOST_SECONDS, 's')
  within('most memory', (await mostMemory(desk)) ?? Number.NaN, MOST_MB, 'MB')
  return batch.id
}

/** Asks what taking a batch back would change, and takes it back. */
async function takeBack(desk: DeskProcess, batch: string, others: Others): Promise<void> {
  await forgetMost(desk)
  const address = `batches/${batch}/take-back`
  const [, tried] = await timed(async () =>
    tryTakeBack.output.parse(
      await (await fetch(`${desk.address}api/${address}`, { headers: SIGNED_IN })).json(),
    ),
  )
  const waits = [others.worst()]
  const [undone, took] = await timed(async () => undoneSchema.parse(await post(desk, address, {})))
  waits.push(others.worst())
  console.log(`taken back: ${JSON.stringify(undone)}; tried ${seconds(tried)}`)
  console.log(`  总览 waited ${waits.join(', ')}`)
  within('taken back', took / 1000, MOST_SECONDS, 's')
  within('most memory', (await mostMemory(desk)) ?? Number.NaN, MOST_MB, 'MB')
}

async function post(desk: DeskProcess, address: string, body: object): Promise<unknown> {
  const sent =
    body instanceof FormData
      ? { body, headers: SIGNED_IN }
      : {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...SIGNED_IN },
        }
  return (await fetch(`${desk.address}api/${address}`, { method: 'POST', ...sent })).json()
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

interface Others {
  /** The longest anybody waited since it was last asked. */
  worst(): string
  stop(): Promise<{ readonly median: number; readonly worst: number; readonly asked: number }>
}

/** Asks for an address over and over, and says how long the answers took. */
function watch(url: string): Others {
  let isOver = false
  let lap = 0
  const times: number[] = []
  const asking = (async () => {
    while (!isOver) {
      const [, took] = await timed(async () => (await fetch(url, { headers: SIGNED_IN })).text())
      times.push(took)
      lap = Math.max(lap, took)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return {
    worst() {
      const said = `${lap.toFixed(0)} ms`
      lap = 0
      return said
    },
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
