import { expect, it } from 'vitest'
import { prepareInParts } from '#server/ingest/prepare-in-parts.ts'
import type { Prepare, Prepared, ReadPart } from '#server/ingest/prepared.ts'
import { prepareInWorker } from '#server/ingest/worker.ts'
import { CONTEXT, csvFile, goldenFile } from '#test/support/import-files.ts'
import { asCsv, largeLedger } from '#test/support/large-ledger.ts'

/** Everything a reading gives. */
async function read(prepare: Prepare, files: Parameters<Prepare>[0], context = CONTEXT) {
  const parts: ReadPart[] = []
  const stages = new Set<string>()
  const prepared: Prepared = await prepare(files, context, {
    keep: async (part) => void parts.push(part),
    told: ({ stage, done, total }) => stages.add(done > total ? 'too far' : stage),
    signal: new AbortController().signal,
  })
  return { prepared, parts, stages: [...stages] }
}

it('a worker thread reads what the same code reads here, and takes the bytes along', async () => {
  const files = ['预算执行2024.xlsx', 'report-2024.json'].map(goldenFile)
  const given = structuredClone(files)
  expect(await read(prepareInWorker, given)).toEqual(await read(prepareInParts, files))
  expect(files.map(({ bytes }) => bytes.length)).toEqual([10_474, 12_554])
  expect(given.map(({ bytes }) => bytes.length)).toEqual([0, 0])
})

it('many rows come in parts, the refusals all, and the preview shows the first of them', async () => {
  const name = '发稿台账2024.csv'
  const rows = largeLedger(2500).map((row, i) => (i > 2000 ? row.with(1, '2024-13-01') : row))
  const { prepared, parts, stages } = await read(prepareInParts, [
    { name, bytes: asCsv(rows), hash: name },
  ])
  const counts = (kind: string) =>
    parts.flatMap((part) => {
      const list: unknown = part.kind === kind ? JSON.parse(part.json) : null
      return Array.isArray(list) ? [list.length] : []
    })
  expect(counts('rows')).toEqual([1000, 998])
  expect(counts('refusals')).toEqual([502])
  expect(prepared.preview.sections).toMatchObject([{ rowsGood: 1998, moreRefusals: 302 }])
  expect(prepared.preview.sections[0]?.refusals).toHaveLength(200)
  expect(stages).toEqual(['reading', 'checking', 'keeping'])
})

it('a reading that is ended keeps nothing more', async () => {
  const end = new AbortController()
  const bytes = asCsv(largeLedger(3000))
  let kept = 0
  const reading = prepareInWorker([{ name: '发稿.csv', bytes, hash: 'h' }], CONTEXT, {
    async keep() {
      kept += 1
      end.abort()
    },
    told: () => {},
    signal: end.signal,
  })
  await expect(reading).rejects.toMatchObject({ code: 'IMPORT_CANCELLED' })
  expect(kept).toBe(1)
})

it('a thread that dies says that the files cannot be read, and which', async () => {
  const instant = csvFile('发稿.csv', [
    ['发布日期', '标题', '平台', '体裁'],
    ['2024-01-05T08:00:00Z', '甲', '爱峨边', '图文'],
  ])
  await expect(
    read(prepareInWorker, [instant], { ...CONTEXT, zone: 'nowhere' }),
  ).rejects.toMatchObject({
    code: 'IMPORT_FILE_UNREADABLE',
    detail: '发稿.csv',
  })
})

it('of readings that come together two run at a time, and one that waits can be ended', async () => {
  const running = new Set<number>()
  const most: number[] = []
  const end = new AbortController()
  const readings = [0, 1, 2, 3].map((n) =>
    prepareInWorker(
      [{ name: `${n}.csv`, bytes: asCsv(largeLedger(1500)), hash: `${n}` }],
      CONTEXT,
      {
        keep: async () => undefined,
        told: () => most.push(running.add(n).size),
        signal: n === 3 ? end.signal : new AbortController().signal,
      },
    ).finally(() => running.delete(n)),
  )
  end.abort()
  await expect(readings[3]).rejects.toMatchObject({ code: 'IMPORT_CANCELLED' })
  const read = await Promise.all(readings.slice(0, 3))
  expect(read.map(({ preview }) => preview.sections[0]?.rowsGood)).toEqual([1499, 1499, 1499])
  expect(Math.max(...most)).toBeLessThanOrEqual(2)
})
