import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOverview } from '#shared/contract/overview.ts'
import { listBatches } from '#shared/contract/batch-pages.ts'
import {
  batchSchema,
  confirmImport,
  dropImport,
  importPreviewSchema,
  readImport,
  takeBackBatch,
  type ImportPreview,
} from '#shared/contract/imports.ts'
import { readProgress } from '#shared/contract/import-progress.ts'
import { listRecords } from '#shared/contract/records.ts'
import { readSettings } from '#shared/contract/settings.ts'
import type { MetricId } from '#shared/metrics/index.ts'
import { memoryStore } from '#server/store/memory.ts'
import { AFTER_2024, ask, sendFiles, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const GOLDEN = path.resolve(import.meta.dirname, '../../golden')
const golden = async (name: string) => ({
  name,
  bytes: new Uint8Array(await readFile(path.join(GOLDEN, name))),
})
const csv = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

async function prepare(
  desk: TestDesk,
  ...files: Parameters<typeof sendFiles>[1]
): Promise<ImportPreview> {
  const response = await sendFiles(desk, files)
  expect(response.status).toBe(200)
  return importPreviewSchema.parse(await response.json())
}

const confirm = (desk: TestDesk, { id, sections }: ImportPreview) =>
  ask(desk, confirmImport, `/imports/${id}/confirm`, {
    sections: sections.map((section) => section.id),
  })

async function figure(desk: TestDesk, metric: MetricId, p = '2024') {
  const { answers } = await ask(desk, readOverview, `/boards/overview?p=${p}`)
  return answers.find((answer) => answer.metric === metric)?.figure
}

describe('an import', () => {
  it('loads nothing before it is confirmed, and is found again after a reload', async () => {
    const desk = testDesk()
    const preview = await prepare(desk, await golden('上级采用台账2024.xlsx'))
    expect((await ask(desk, readOverview, '/boards/overview')).desk.isEmpty).toBe(true)
    expect(await ask(desk, readImport, `/imports/${preview.id}`)).toEqual(preview)
  })

  it('loads the chosen sections, keeps the file and names the batch', async () => {
    const desk = testDesk()
    const preview = await prepare(desk, await golden('安全播出记录2024.xlsx'))
    const checks = preview.sections.filter(({ ledger }) => ledger === 'checks')
    const batch = await confirm(desk, { ...preview, sections: checks })
    expect(batch).toMatchObject({ title: '安全播出记录2024.xlsx', by: '测试员', state: 'loaded' })
    expect(batch.counts.checks).toEqual({ added: 64, changed: 0, same: 0 })
    expect(await figure(desk, 'checked')).toMatchObject({ value: 64 })
    expect(await figure(desk, 'faulted')).toEqual({ state: 'none', why: 'notCovered' })
    const kept = await desk.context.store.file(batch.files[0]?.hash ?? '')
    expect(kept).toEqual((await golden('安全播出记录2024.xlsx')).bytes)
  })

  it('of the same file again adds nothing and says it was loaded before', async () => {
    const desk = testDesk()
    await confirm(desk, await prepare(desk, await golden('上级采用台账2024.xlsx')))
    const again = await prepare(desk, await golden('上级采用台账2024.xlsx'))
    expect(again.files[0]?.loadedBefore).not.toBeNull()
    expect((await confirm(desk, again)).counts.adoptions).toEqual({
      added: 0,
      changed: 0,
      same: 1245,
    })
    expect(await figure(desk, 'adopted')).toMatchObject({ value: 1245 })
  })

  it('taken back leaves nothing, not even zeros, and happens once', async () => {
    const desk = testDesk()
    const batch = await confirm(desk, await prepare(desk, await golden('上级采用台账2024.xlsx')))
    await ask(desk, takeBackBatch, `/batches/${batch.id}/take-back`, {})
    expect(await figure(desk, 'adopted')).toEqual({ state: 'none', why: 'notCovered' })
    expect((await ask(desk, listBatches, '/batches')).batches).toMatchObject([
      { id: batch.id, state: 'takenBack' },
    ])
    const again = await desk.app.request(`/api/batches/${batch.id}/take-back`, {
      method: 'POST',
      body: '{}',
    })
    expect(await again.json()).toMatchObject({ code: 'BATCH_TAKEN_BACK' })
  })

  it('taken back while a longer file stands leaves what that file holds too', async () => {
    const desk = testDesk()
    const head = '采用日期,作品,媒体名称,级别'
    const rows = ['2024-01-05,甲,新华社,国家级', '2024-02-06,乙,四川日报,省级']
    const first = await confirm(
      desk,
      await prepare(desk, csv('采用2024年1月.csv', [head, rows[0]].join('\n'))),
    )
    await confirm(desk, await prepare(desk, csv('采用2024年1-2月.csv', [head, ...rows].join('\n'))))
    await ask(desk, takeBackBatch, `/batches/${first.id}/take-back`, {})
    expect(await figure(desk, 'adopted', '2024-01')).toMatchObject({ value: 1, complete: true })
    expect(await figure(desk, 'adopted', '2024-02')).toMatchObject({ value: 1, complete: true })
  })

  it('refuses the rows of cells it cannot read and loads the others', async () => {
    const desk = testDesk()
    const lines = [
      '采用日期,作品,媒体名称,级别',
      '2024-10-01,甲,新华社,国家级',
      '2024-10-32,乙,四川日报,省级',
      '2024-10-03,丙,乐山日报,地级',
    ]
    const preview = await prepare(desk, csv('采用2024.csv', lines.join('\n')))
    const [section] = preview.sections
    expect(section).toMatchObject({ rowsRead: 3, rowsGood: 1, rowsRefused: 2, rowsSkipped: 0 })
    expect(section?.refusals).toMatchObject([
      {
        row: 3,
        column: 'A',
        heading: '采用日期',
        value: '2024-10-32',
        code: 'IMPORT_DATE_IMPOSSIBLE',
      },
      { row: 4, column: 'D', heading: '级别', value: '地级', code: 'IMPORT_WORD_UNKNOWN' },
    ])
    await confirm(desk, preview)
    expect(await figure(desk, 'adopted', '2024-10')).toMatchObject({ value: 1 })
  })

  it('of the report keeps every figure as written and names the centre', async () => {
    const desk = testDesk()
    const batch = await confirm(desk, await prepare(desk, await golden('report-2024.json')))
    const { facts } = JSON.parse(await readFile(path.join(GOLDEN, 'report-2024.json'), 'utf8'))
    expect(batch.counts.statedFigures?.added).toBe(facts.length)
    expect((await ask(desk, readSettings, '/settings')).centre).toBe('峨边彝族自治县融媒体中心')
    const { records } = await ask(desk, listRecords, '/ledgers/statedFigures/records?q=140余期')
    expect(records.map(({ row }) => row)).toMatchObject([
      { value: '140', qualifier: 'moreThan', wording: '140余期' },
    ])
    expect(await figure(desk, 'adopted')).toMatchObject({ state: 'stated', value: 1246 })
    expect(await figure(desk, 'adopted', '2024-10')).toEqual({ state: 'none', why: 'noMonths' })
  })
})

describe('what cannot be imported', () => {
  it('is told apart: not a table, nothing recognised', async () => {
    const desk = testDesk()
    const { files } = await prepare(desk, csv('照片.png', '\u0089PNG\r\n\u001a\n'))
    expect(files[0]?.problem).toMatchObject({ code: 'IMPORT_FILE_KIND' })
    const { sections } = await prepare(desk, csv('别的.csv', '苹果,梨\n1,2'))
    expect(sections).toMatchObject([{ ledger: null, records: 0 }])
  })

  it('cannot be confirmed either', async () => {
    const desk = testDesk()
    const { id } = await prepare(desk, csv('别的.csv', '苹果,梨\n1,2'))
    const body = JSON.stringify({ sections: [] })
    const response = await desk.app.request(`/api/imports/${id}/confirm`, { method: 'POST', body })
    expect(await response.json()).toMatchObject({ code: 'IMPORT_NOTHING_CHOSEN' })
  })

  it('a request without files, or for an import that is gone, is a problem with a code', async () => {
    const { app } = testDesk()
    const none = await app.request('/api/imports', { method: 'POST', body: new FormData() })
    expect(await none.json()).toMatchObject({ code: 'IMPORT_FILES_NONE' })
    const gone = await app.request('/api/imports/nothing')
    expect(gone.status).toBe(404)
    expect(batchSchema.safeParse(await gone.json()).success).toBe(false)
  })
})

describe('an import under way', () => {
  const rows = ['发布日期,标题,平台,体裁']
    .concat(Array.from({ length: 3000 }, (_, i) => `2024-03-05,稿${i},爱峨边,图文`))
    .join('\n')
  const progress = async (desk: TestDesk, id: string) =>
    (await ask(desk, readProgress, `/imports/${id}/progress`)).step

  /** A desk whose store lets the test in between two parts, once. */
  function heldUp(
    at: 'saveImportPart' | 'put' | 'keepRefusals',
    meanwhile: (desk: TestDesk) => Promise<unknown>,
  ) {
    const store = memoryStore()
    let isHeld = false
    const desk = testDesk(AFTER_2024, {
      ...store,
      async write(run) {
        const [held, result] = await store.write(async (writer) => {
          let saved = false
          const value = await run({
            ...writer,
            async saveImportPart(part) {
              saved = true
              return writer.saveImportPart(part)
            },
            async put(ledger, read, batch) {
              if (!('draft' in read)) return writer.put(ledger, read, batch)
              const passed = async (count: number) => {
                if (at === 'put' && count > 0 && !isHeld) {
                  isHeld = true
                  await meanwhile(desk)
                }
                await read.passed?.(count)
              }
              return writer.put(ledger, { ...read, passed }, batch)
            },
            async keepRefusals(draft, sections, batch) {
              if (at === 'keepRefusals') await meanwhile(desk)
              return writer.keepRefusals(draft, sections, batch)
            },
          })
          return [saved, value] as const
        })
        if (at === 'saveImportPart' && held && !isHeld) {
          isHeld = true
          await meanwhile(desk)
        }
        return result
      },
    })
    return desk
  }

  const send = (desk: TestDesk, id: string) => {
    const form = new FormData()
    form.append('files', new File([rows], '发稿2024.csv'))
    return desk.app.request(`/api/imports?id=${id}`, { method: 'POST', body: form })
  }

  it('says how far it is, and nothing once it is over', async () => {
    const steps: unknown[] = []
    const desk = heldUp('saveImportPart', async (held) =>
      steps.push(await progress(held, 'import-1')),
    )
    expect((await send(desk, 'import-1')).status).toBe(200)
    expect(steps).toEqual([{ stage: 'checking', file: '发稿2024.csv', done: 2000, total: 3001 }])
    expect(await progress(desk, 'import-1')).toBeNull()
  })

  it('cancelled while it is read leaves nothing behind', async () => {
    const desk = heldUp('saveImportPart', async (held) => {
      // Not waited for: the cancel waits for the reading, and the reading for this.
      void ask(held, dropImport, '/imports/import-1')
    })
    const answer = await send(desk, 'import-1')
    expect(await answer.json()).toMatchObject({ code: 'IMPORT_CANCELLED' })
    const { store } = desk.context
    expect(await store.draft('import-1')).toBeNull()
    expect(await store.importPart({ owner: 'import-1', kind: 'rows', after: 0 })).toBeNull()
  })

  it('cancelled while it is loaded leaves no record, no batch and no figure changed', async () => {
    const desk = heldUp('put', async (held) => {
      expect(await progress(held, 'import-1')).toMatchObject({ stage: 'loading', total: 3000 })
      void ask(held, dropImport, '/imports/import-1')
    })
    const preview = importPreviewSchema.parse(await (await send(desk, 'import-1')).json())
    await expect(confirm(desk, preview)).rejects.toThrow('IMPORT_CANCELLED')
    expect(await desk.context.store.counts()).toMatchObject({ pieces: 0, platforms: 0 })
    expect((await ask(desk, listBatches, '/batches')).batches).toEqual([])
    expect(await figure(desk, 'published')).toEqual({ state: 'none', why: 'notCovered' })
  })

  it('cancelled when its last row is loaded leaves nothing either', async () => {
    const desk = heldUp('keepRefusals', async (held) => {
      expect(await progress(held, 'import-1')).toMatchObject({ done: 3000, total: 3000 })
      void ask(held, dropImport, '/imports/import-1')
    })
    const preview = importPreviewSchema.parse(await (await send(desk, 'import-1')).json())
    await expect(confirm(desk, preview)).rejects.toThrow('IMPORT_CANCELLED')
    expect(await desk.context.store.counts()).toMatchObject({ pieces: 0, platforms: 0 })
  })

  it('cancelled once it is loaded is not said to be given up', async () => {
    const desk = testDesk(AFTER_2024)
    const preview = importPreviewSchema.parse(await (await send(desk, 'import-1')).json())
    await confirm(desk, preview)
    await expect(ask(desk, dropImport, '/imports/import-1')).rejects.toThrow('IMPORT_NOT_FOUND')
    expect(await desk.context.store.counts()).toMatchObject({ pieces: 3000 })
  })

  it('cancelled while its files are sent is not read when they come', async () => {
    const desk = testDesk(AFTER_2024)
    await expect(ask(desk, dropImport, '/imports/import-1')).rejects.toThrow('IMPORT_NOT_FOUND')
    expect(await (await send(desk, 'import-1')).json()).toMatchObject({ code: 'IMPORT_CANCELLED' })
    expect((await send(desk, 'import-1')).status).toBe(200)
  })
})
