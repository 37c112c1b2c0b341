import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { createApp } from '#server/app.ts'
import { gzipParts } from '#server/http/gzip-parts.ts'
import type { Packer } from '#server/packed.ts'
import type { Store } from '#server/store/store.ts'
import { boardSchema } from '#shared/contract/boards.ts'
import { addRecords } from '#shared/contract/records.ts'
import {
  AFTER_2024,
  ask,
  exampleStore,
  testDesk,
  type TestDesk,
} from '#test/support/memory-desk.ts'

const HOUR = 3_600_000
const readBoard = { method: 'GET', output: boardSchema } as const
const PAGES = [
  '/boards/content?p=2024-10',
  '/boards/content?p=2023-05',
  '/boards/sentiment?p=2024-10',
] as const

let now = AFTER_2024
let reads = 0
let desk: TestDesk
let pieces = 0

beforeAll(async () => {
  const { context } = testDesk(AFTER_2024, counting(await exampleStore()))
  desk = { context, app: createApp({ ...context, clock: () => now }) }
})

/** Counts what pages are read from. */
const counting = (store: Store): Store => ({
  ...store,
  sums: (query) => {
    reads += 1
    return store.sums(query)
  },
  cells: (query) => {
    reads += 1
    return store.cells(query)
  },
})

/** Writes a piece of October 2024 an hour later. */
async function write(at = desk): Promise<void> {
  pieces += 1
  now += HOUR
  const row = { day: '2024-10-08', title: `新稿 ${pieces}`, platform: '爱峨边', form: 'text' }
  await ask(at, addRecords, '/ledgers/pieces/records', { rows: [row] })
  // What every state of the desk is read from is none of a page's.
  await at.app.request('/api/desk')
}

it('a write leaves the pages that stand on other years and ledgers as they were', async () => {
  await write()
  for (const address of PAGES) await ask(desk, readBoard, address)
  await write()
  const isRead: boolean[] = []
  for (const address of PAGES) {
    reads = 0
    await ask(desk, readBoard, address)
    isRead.push(reads > 0)
  }
  expect(isRead).toEqual([true, false, false])
})

it('a page given again says when the data last changed', async () => {
  const [, address] = PAGES
  const before = await ask(desk, readBoard, address)
  await write()
  reads = 0
  const after = await ask(desk, readBoard, address)
  const changedAt = new Date(now).toISOString()
  expect([reads, before.desk.changedAt === changedAt]).toEqual([0, false])
  expect(after).toEqual({ ...before, desk: { ...before.desk, changedAt } })
})

it('a page is confirmed by its tag until it reads otherwise', async () => {
  const get = (tag = '') =>
    desk.app.request('/api/boards/content?p=2024-10', { headers: { 'if-none-match': tag } })
  const tag = (await get()).headers.get('etag') ?? ''
  expect((await get(tag)).status).toBe(304)
  await write()
  expect((await get(tag)).status).toBe(200)
})

it('a page is packed once; after a write elsewhere only what the desk says of itself is', async () => {
  const packed: string[] = []
  const packer: Packer = {
    ...gzipParts,
    pack(plain) {
      packed.push(new TextDecoder().decode(plain).slice(0, 15))
      return gzipParts.pack(plain)
    },
  }
  const { context } = desk
  const app = createApp({ ...context, clock: () => now, packer })
  const get = async (accepted: string) => {
    const headers = { 'accept-encoding': accepted }
    const response = await app.request('/api/boards/content?p=2023-05', { headers })
    return {
      encoding: response.headers.get('content-encoding'),
      bytes: Buffer.from(await response.arrayBuffer()),
    }
  }
  const first = await get('gzip')
  await write({ context, app })
  packed.length = 0
  const [again, plain] = [await get('gzip, br'), await get('br')]
  expect(packed).toEqual(['"desk":{"centre'])
  expect([first.encoding, again.encoding, plain.encoding]).toEqual(['gzip', 'gzip', null])
  expect(gunzipSync(again.bytes).toString()).toBe(plain.bytes.toString())
  expect(gunzipSync(first.bytes).toString()).not.toBe(plain.bytes.toString())
  expect(JSON.parse(plain.bytes.toString())).toMatchObject({
    board: 'content',
    desk: { changedAt: new Date(now).toISOString() },
  })
})
