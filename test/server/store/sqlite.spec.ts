import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Writer } from '#server/store/store.ts'
import { StoreFileError, sqliteStore } from '#server/store/sqlite.ts'
import { actOf, load, opening, sums } from '#test/conformance/acts.ts'

let folder = ''
const file = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-sqlite-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const pieces = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    day: `2024-${String(1 + (i % 12)).padStart(2, '0')}-05`,
    title: `稿件 ${i}`,
    platform: `平台${i % 10}`,
    form: 'text',
    author: `编辑${i % 20}`,
    reads: i,
  }))

async function problem(name: string): Promise<StoreFileError> {
  const failure: unknown = await sqliteStore(file(name)).catch((error: unknown) => error)
  if (!(failure instanceof StoreFileError)) throw new Error('the file was opened')
  return failure
}

describe('a database file', () => {
  it('keeps everything when the desk is closed and opened again', async () => {
    const first = await sqliteStore(file('kept.sqlite'))
    await load(first, 'b1', 'pieces', pieces(30))
    await first.close()
    const second = await sqliteStore(file('kept.sqlite'))
    expect(await second.counts()).toMatchObject({ pieces: 30 })
    expect(await sums(second, 'pieces', 'records', { grain: 'all' })).toEqual([['', 30, 30, 0]])
    expect(await load(second, 'b2', 'pieces', pieces(31))).toEqual({
      added: 1,
      changed: 0,
      same: 30,
    })
    expect(await second.revisions()).toMatchObject({ pieces: 2 })
    await second.close()
  })

  it('that is no database is called damaged, and is left as it is', async () => {
    await writeFile(file('text.sqlite'), '这不是数据库'.repeat(500))
    const failure = await problem('text.sqlite')
    expect(failure.code).toBe('damaged')
    expect(failure.message).toContain('数据文件已损坏')
    expect(failure.message).not.toContain('\n')
    expect(await readFile(file('text.sqlite'), 'utf8')).toBe('这不是数据库'.repeat(500))
  })

  it('with broken pages is called damaged', async () => {
    const store = await sqliteStore(file('broken.sqlite'))
    await load(store, 'b1', 'pieces', pieces(2000))
    await store.close()
    const handle = await open(file('broken.sqlite'), 'r+')
    await handle.write(new Uint8Array(40_960).fill(90), 0, 40_960, 81_920)
    await handle.close()
    expect((await problem('broken.sqlite')).code).toBe('damaged')
  })

  it('in a folder that is not there is called unwritable', async () => {
    expect((await problem('nowhere/desk.sqlite')).code).toBe('unwritable')
  })

  it('written by a newer version is called newer', async () => {
    const store = await sqliteStore(file('newer.sqlite'))
    await store.close()
    const database = new DatabaseSync(file('newer.sqlite'))
    database.exec(`insert into migrations (name) values ('999-of-tomorrow')`)
    database.close()
    expect((await problem('newer.sqlite')).code).toBe('newer')
  })

  it('in memory serves without a file', async () => {
    const store = await sqliteStore(':memory:')
    await load(store, 'b1', 'pieces', pieces(3))
    expect(await store.counts()).toMatchObject({ pieces: 3 })
    await store.close()
  })
})

describe('a long write', () => {
  it('lets readers go on and shows them the state before it', async () => {
    const store = await sqliteStore(file('long.sqlite'))
    await load(store, 'b0', 'pieces', pieces(1))
    let isOver = false
    const loaded = load(store, 'b1', 'pieces', pieces(4000)).finally(() => (isOver = true))
    const seen: number[] = []
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      const { pieces: count } = await store.counts()
      if (!isOver) seen.push(count)
    }
    expect((await loaded).added).toBe(3999)
    expect(seen.length).toBeGreaterThan(5)
    expect(new Set(seen)).toEqual(new Set([1]))
    expect(await store.counts()).toMatchObject({ pieces: 4000 })
    await store.close()
  })

  it('that fails half-way leaves a store that can be written to', async () => {
    const store = await sqliteStore(file('failed.sqlite'))
    const half = async (writer: Writer): Promise<never> => {
      await writer.openBatch(opening('b1'))
      await writer.put('pieces', pieces(500), 'b1')
      throw new Error('stop')
    }
    await expect(store.write(half)).rejects.toThrow('stop')
    expect(await load(store, 'b1', 'pieces', pieces(500))).toMatchObject({ added: 500 })
    expect(await store.write((writer) => writer.takeBack('b1', actOf('b1')))).toMatchObject({
      removed: 500,
    })
    await store.close()
  })

  it('that is told to end is rolled back and says why, and so is what comes after', async () => {
    const store = await sqliteStore(file('ended.sqlite'))
    await load(store, 'b0', 'pieces', pieces(1))
    const loaded = load(store, 'b1', 'pieces', pieces(4000))
    setTimeout(() => store.endWriting('DESK_STOPPING'), 20)
    await expect(loaded).rejects.toMatchObject({ code: 'DESK_STOPPING' })
    await expect(load(store, 'b2', 'pieces', pieces(2))).rejects.toMatchObject({
      code: 'DESK_STOPPING',
    })
    expect(await store.counts()).toMatchObject({ pieces: 1 })
    await store.close()
  })
})
