import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { batchSchema, importPreviewSchema } from '#shared/contract/imports.ts'
import { mostMemory, startDesk, type DeskProcess } from '#test/support/desk-process.ts'
import { SIGNED_IN } from '#test/support/first-account.ts'
import { asWorkbook, largeLedger } from '#test/support/large-ledger.ts'

/** A fifth of what the benchmark reads. A desk that has just started has held 250 MB already. */
const ROWS = 20_000
const MOST_MB = 400
/** Three seconds where nothing else runs; the benchmark is stricter. */
const MOST_MS = 15_000

let folder: string
let desk: DeskProcess

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-large-'))
  desk = await startDesk({ DATA_DIR: folder })
})

afterAll(async () => {
  await desk.stop()
  await rm(folder, { recursive: true, force: true })
})

it('a workbook of 20,000 rows is loaded soon, in little memory and with every row accounted for', async () => {
  const form = new FormData()
  form.append('files', new File([asWorkbook(largeLedger(ROWS))], '发稿台账.xlsx'))
  const begun = performance.now()
  const answer = await fetch(`${desk.address}api/imports`, {
    method: 'POST',
    headers: SIGNED_IN,
    body: form,
  })
  const { id, sections } = importPreviewSchema.parse(await answer.json())
  // Every 997th row has a date that is none: 20 of them.
  expect(sections).toMatchObject([
    { ledger: 'pieces', rowsRead: 20_000, rowsGood: 19_980, rowsRefused: 20, rowsSkipped: 0 },
  ])
  const loaded = await fetch(`${desk.address}api/imports/${id}/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...SIGNED_IN },
    body: JSON.stringify({ sections: sections.map((section) => section.id) }),
  })
  const { counts } = batchSchema.parse(await loaded.json())
  expect(counts.pieces).toEqual({ added: 19_980, changed: 0, same: 0 })
  expect(performance.now() - begun).toBeLessThan(MOST_MS)
  expect((await mostMemory(desk)) ?? 0).toBeLessThan(MOST_MB)
})
