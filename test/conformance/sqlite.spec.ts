import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import { memoryStore } from '#server/store/memory.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { keptSums, liveThrough, rowsOf } from './random.ts'
import { storeConformance } from './store.ts'

let folder = ''
let files = 0
/** The tables are made once; each store begins on a copy of them. */
const empty = () => path.join(folder, 'empty.sqlite')

async function make(): Promise<Store> {
  const file = path.join(folder, `${(files += 1)}.sqlite`)
  await copyFile(empty(), file)
  return sqliteStore(file)
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-store-'))
  await (await sqliteStore(empty())).close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the store on SQLite', () => {
  storeConformance(make)
})

it.each([11, 12])('the two stores agree after the same life (%i)', async (seed) => {
  const [memory, sqlite] = [memoryStore(), await make()]
  await liveThrough(memory, seed, 80)
  await liveThrough(sqlite, seed, 80)
  for (const ledger of LEDGER_IDS) {
    expect(await rowsOf(sqlite, ledger)).toEqual(await rowsOf(memory, ledger))
    expect(await keptSums(sqlite, ledger)).toEqual(await keptSums(memory, ledger))
  }
  expect(await sqlite.batches()).toEqual(await memory.batches())
  expect(await sqlite.revisions()).toEqual(await memory.revisions())
  expect(await sqlite.history('pieces', '00000001')).toEqual(
    await memory.history('pieces', '00000001'),
  )
  await sqlite.close()
})
