import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { rightsOf } from '#shared/rights/rights.ts'
import { gatedStore } from '#server/seen/write-gate.ts'
import { openInThread } from '#server/store/sqlite-worker.ts'
import { sqliteStore, type SqliteStore } from '#server/store/sqlite.ts'
import type { Store, Writer } from '#server/store/store.ts'
import { actOf, opening } from '#test/conformance/acts.ts'

/** As long a write as is run in a thread of its own. */
const LONG = { rows: 6000 }
const rows = Array.from({ length: 1200 }, (_, i) => ({
  day: `2024-0${1 + (i % 9)}-05`,
  title: `稿${i}`,
  platform: '爱峨边',
  form: 'imageText',
  reads: i,
}))

let folder = ''
let store: SqliteStore
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-apart-'))
  store = await sqliteStore(path.join(folder, 'desk.sqlite'), openInThread)
  await store.write(async (writer) => {
    for (const [at, part] of [rows.slice(0, 1000), rows.slice(1000)].entries())
      await writer.saveImportPart({
        owner: 'd1',
        kind: 'rows',
        section: 'a',
        number: at + 1,
        json: JSON.stringify(part),
      })
  })
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const held = async (): Promise<number> => (await store.counts()).pieces
const load = async (
  writer: Writer,
  batch: string,
  passed: (count: number) => void = () => {},
): ReturnType<Writer['put']> => {
  await writer.openBatch(opening(batch))
  return writer.put('pieces', { draft: 'd1', section: 'a', passed }, batch)
}

it('a long write tells how far it is, and leaves nothing where it is not wanted or fails', async () => {
  const passed: number[] = []
  const cancelled = store.write(
    (writer) =>
      load(writer, 'b1', (count) => {
        passed.push(count)
        if (count === 1000) throw new DeskError('IMPORT_CANCELLED')
      }),
    LONG,
  )
  await expect(cancelled).rejects.toMatchObject({ code: 'IMPORT_CANCELLED' })
  expect(passed).toEqual([0, 1000])
  const failed = store.write(async (writer) => {
    await load(writer, 'b1')
    throw new DeskError('REASON_MISSING')
  }, LONG)
  await expect(failed).rejects.toMatchObject({ code: 'REASON_MISSING' })
  const unknown = store.write((writer) => writer.put('pieces', [], 'none'), LONG)
  await expect(unknown).rejects.toThrow('no batch none was opened')
  expect([await held(), (await store.batches()).length]).toEqual([0, 0])
})

it('a long write is kept whole, told as any other, and taken back', async () => {
  const { told, sums } = await store.write(async (writer) => {
    expect(await load(writer, 'b1')).toEqual({ added: 1200, changed: 0, same: 0 })
    // Readers see the desk without it until it is kept.
    expect(await held()).toBe(0)
    return { told: await writer.told(), sums: await writer.moved() }
  }, LONG)
  expect([...told.touched]).toEqual(['pieces'])
  expect([...(told.dates.get('pieces') ?? [])].toSorted()).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((month) => `2024-${month}`),
  )
  const [moved] = sums.get('pieces') ?? []
  expect(moved?.get('reads')?.get('')?.get('2024-01')?.get('')).toEqual({
    sum: 80_199,
    records: 134,
    blank: 0,
  })
  expect(await held()).toBe(1200)
  expect((await store.batch('b1'))?.counts.pieces?.added).toBe(1200)
  const undone = await store.write((writer) => writer.takeBack('b1', actOf('b1')), LONG)
  expect([undone, await held()]).toEqual([{ removed: 1200, restored: 0, kept: 0 }, 0])
})

it('rows are mended on their way into a long write', async () => {
  const whole = async (part: readonly Row[]) => part.map((row) => ({ ...row, author: '编辑甲' }))
  await store.write(async (writer) => {
    await writer.openBatch(opening('b3'))
    // Every text holds an empty sign.
    await writer.put('pieces', { draft: 'd1', section: 'a', mended: { sign: '', whole } }, 'b3')
  }, LONG)
  const by = [{ field: 'author', in: ['编辑甲'] }]
  expect(await store.cells({ ledger: 'pieces', fields: ['id'], filters: by })).toHaveLength(1200)
  await store.write((writer) => writer.takeBack('b3', actOf('b3')), LONG)
})

it('rows without the sign of what is mended are put where they are read', async () => {
  const asked: unknown[] = []
  const whole = async (part: readonly Row[]) => (asked.push(part), part)
  const put = store.write(async (writer) => {
    await writer.openBatch(opening('b5'))
    return writer.put('pieces', { draft: 'd1', section: 'a', mended: { sign: '*', whole } }, 'b5')
  }, LONG)
  expect(await put).toEqual({ added: 1200, changed: 0, same: 0 })
  expect(asked).toEqual([])
  await store.write((writer) => writer.takeBack('b5', actOf('b5')), LONG)
})

it('a long write by somebody of a department is run apart, and refused what a short one is', async () => {
  const lengths: unknown[] = []
  const watched: Store = {
    ...store,
    write: (run, about) => {
      lengths.push(about)
      return store.write(run, about)
    },
  }
  const editor = rightsOf(
    DEFAULT_ROLES.filter(({ id }) => id === 'editor'),
    '采编一组',
  )
  const own = gatedStore(watched, editor, '采编一组')
  const of = (department: string) => async (writer: Writer) => {
    await writer.openBatch(opening('b4'))
    const whole = async (part: readonly Row[]) => part.map((row) => ({ ...row, department }))
    return writer.put('pieces', { draft: 'd1', section: 'a', mended: { sign: '', whole } }, 'b4')
  }
  for (const about of [LONG, { rows: 1200 }]) {
    await expect(own.write(of('采编二组'), about)).rejects.toMatchObject({
      code: 'ROWS_NOT_OWN',
      detail: '发稿台账',
    })
    const others = own.write(async (writer) => {
      await writer.openBatch(opening('b4'))
      return writer.put('alerts', [{ alertedAt: '2024-01-05T09:00', title: '甲' }], 'b4')
    }, about)
    await expect(others).rejects.toMatchObject({
      code: 'RIGHT_MISSING',
      detail: '填写舆情预警台账',
    })
    expect([await held(), await store.batch('b4')]).toEqual([0, null])
  }
  expect(await own.write(of('采编一组'), LONG)).toEqual({ added: 1200, changed: 0, same: 0 })
  expect(lengths).toEqual([LONG, LONG, { rows: 1200 }, { rows: 1200 }, LONG])
  await own.write((writer) => writer.takeBack('b4', actOf('b4')), LONG)
  expect(await held()).toBe(0)
})

it('a long write under way ends when the desk is told to stop', async () => {
  const stopped = store.write(
    (writer) =>
      load(writer, 'b2', (count) => {
        if (count === 1000) store.endWriting('DESK_STOPPING')
      }),
    LONG,
  )
  await expect(stopped).rejects.toMatchObject({ code: 'DESK_STOPPING' })
  expect(await held()).toBe(0)
})
