import { readFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { batchSchema, importPreviewSchema } from '#shared/contract/imports.ts'
import { asCsv, asWorkbook, largeLedger } from '#test/support/large-ledger.ts'
import { startDesk } from '#test/support/desk-process.ts'

/** 100,000 rows from the upload to the ledger, in a desk of its own: time, memory, and what others wait. */
const ROWS = Number(process.env.ROWS ?? 100_000)
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
  { address, pid }: Awaited<ReturnType<typeof startDesk>>,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await (await fetch(`${address}api/boards/overview?p=2024-10`)).text()
  const others = watch(`${address}api/boards/overview?p=2024-10`)
  const begun = performance.now()
  const form = new FormData()
  form.append('files', new File([bytes], name))
  const preview = importPreviewSchema.parse(
    await (await fetch(`${address}api/imports`, { method: 'POST', body: form })).json(),
  )
  const read = performance.now()
  const memoryRead = await mostMemory(pid)
  const answer = await fetch(`${address}api/imports/${preview.id}/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sections: preview.sections.map(({ id }) => id) }),
  })
  const batch = batchSchema.parse(await answer.json())
  const loaded = performance.now()
  const waited = await others.stop()
  console.log(
    `${name} (${(bytes.length / 1e6).toFixed(1)} MB, ${batch.counts.pieces?.added} added, ${preview.sections[0]?.rowsRefused} refused): ` +
      `read ${seconds(read - begun)}, loaded ${seconds(loaded - read)}, in all ${seconds(loaded - begun)}; ` +
      `most memory ${memoryRead} MB reading, ${await mostMemory(pid)} MB in all; 总览 meanwhile: worst ${waited.worst.toFixed(0)} ms of ${waited.asked} answers`,
  )
}

/** Asks for an address over and over; the longest anyone waited. */
function watch(url: string): { stop: () => Promise<{ worst: number; asked: number }> } {
  let isOver = false
  const seen = { worst: 0, asked: 0 }
  const asking = (async () => {
    while (!isOver) {
      const from = performance.now()
      await (await fetch(url)).text()
      seen.worst = Math.max(seen.worst, performance.now() - from)
      seen.asked += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  return {
    async stop() {
      isOver = true
      await asking
      return seen
    },
  }
}

/** The most a process ever held in memory, in MB; Linux only. */
async function mostMemory(pid: number | undefined): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes === undefined ? '?' : (Number(kilobytes) / 1024).toFixed(0)
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(1)} s`
}
