import { expect, it } from 'vitest'
import { prepareImport } from '#server/ingest/prepare.ts'
import { prepareInWorker } from '#server/ingest/worker.ts'
import { CONTEXT, csvFile, goldenFile } from '#test/support/import-files.ts'

it('a worker thread reads what the same code reads here, and leaves the bytes to the caller', async () => {
  const files = ['预算执行2024.xlsx', 'report-2024.json'].map(goldenFile)
  expect(await prepareInWorker(files, CONTEXT)).toEqual(prepareImport(files, CONTEXT))
  expect(files.map(({ bytes }) => bytes.length)).toEqual([10_474, 12_554])
})

it('a thread that dies says that the files cannot be read, and which', async () => {
  const instant = csvFile('发稿.csv', [
    ['发布日期', '标题', '平台', '体裁'],
    ['2024-01-05T08:00:00Z', '甲', '爱峨边', '图文'],
  ])
  await expect(prepareInWorker([instant], { ...CONTEXT, zone: 'nowhere' })).rejects.toMatchObject({
    code: 'IMPORT_FILE_UNREADABLE',
    detail: '发稿.csv',
  })
})
