import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sqliteStore, type SqliteStore } from '#server/store/sqlite.ts'
import { load, opening } from '#test/conformance/acts.ts'

let folder = ''
let file = ''
let store: SqliteStore

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-written-'))
  file = path.join(folder, 'desk.sqlite')
  store = await sqliteStore(file)
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const PIECE = { day: '2024-03-05', title: '春耕', platform: '微信', form: 'text', author: '沙马' }

it('revisions are read once until something is written', async () => {
  const first = await store.revisions()
  expect(await store.revisions()).toBe(first)
  await load(store, 'b1', 'pieces', [PIECE])
  expect(await store.revisions()).toMatchObject({ pieces: 1 })
  expect(first).toMatchObject({ pieces: 0 })
})

it('readers see a write once it is kept, and nothing of one that failed', async () => {
  const written = store.write(async (writer) => {
    await writer.openBatch(opening('b1'))
    await writer.put('pieces', [PIECE], 'b1')
    expect(await store.revisions()).toMatchObject({ pieces: 0 })
    throw new Error('given up')
  })
  await expect(written).rejects.toThrow('given up')
  expect(await store.revisions()).toMatchObject({ pieces: 0 })
})

it('what another process writes is seen by the next reader', async () => {
  await store.revisions()
  const other = new DatabaseSync(file)
  other.exec("insert into revisions (name, revision) values ('pieces', 7)")
  other.close()
  expect(await store.revisions()).toMatchObject({ pieces: 7 })
})

it('what stands in a file put in its place is read anew', async () => {
  await load(store, 'b1', 'pieces', [PIECE])
  expect(await store.revisions()).toMatchObject({ pieces: 1 })
  await store.replaceFile(() => {
    const there = new DatabaseSync(file)
    there.exec('update revisions set revision = 5')
    there.close()
  })
  expect(await store.revisions()).toMatchObject({ pieces: 5 })
})
