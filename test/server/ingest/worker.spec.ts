import { expect, it } from 'vitest'
import { prepareImport } from '#server/ingest/prepare.ts'
import { prepareInWorker } from '#server/ingest/worker.ts'
import { CONTEXT, goldenFile } from '#test/support/import-files.ts'

it('a worker thread reads what the same code reads here, and leaves the bytes to the caller', async () => {
  const files = ['预算执行2024.xlsx', 'report-2024.json'].map(goldenFile)
  expect(await prepareInWorker(files, CONTEXT)).toEqual(prepareImport(files, CONTEXT))
  expect(files.map(({ bytes }) => bytes.length)).toEqual([10_474, 12_554])
})

it('a thread that dies is a file that cannot be read', async () => {
  const failing = prepareInWorker([goldenFile('预算执行2024.xlsx')], {
    today: '2025-02-01',
    zone: 'no zone',
  })
  await expect(failing).resolves.toBeDefined()
})
