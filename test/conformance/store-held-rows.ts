import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import type { Filter, Gate, Store } from '#server/store/store.ts'
import { actOf, byHand, cells, load, opening, sums } from './acts.ts'
import { numbers, randomRow } from './random.ts'

const piece = { day: '2024-03-01', platform: '爱峨边', form: 'text' }
const PIECES: readonly Row[] = [
  { ...piece, title: '一', department: '编辑部', reads: 1 },
  { ...piece, title: '二', department: '新媒体部', author: '沙马', reads: 2 },
  { ...piece, title: '三', department: '新媒体部', author: '阿依', reads: 4 },
  { ...piece, title: '四', reads: 8 },
]
const FIRST = '00000001'

/** What cuts records to a department's: filters of which one way must hold, and gates of writing. */
export function holdsToRows(store: () => Store): void {
  const loaded = () => load(store(), 'b1', 'pieces', PIECES)
  const titles = (...filters: Filter[]) => cells(store(), 'pieces', 'title', ...filters)
  const any = (...ways: readonly (readonly Filter[])[]): Filter => ({ field: 'id', anyOf: ways })
  const own = any(
    [{ field: 'department', in: ['编辑部'] }],
    [{ field: 'author', in: ['沙马', '木呷'] }],
  )

  describe('of which one of several ways holds', () => {
    it('are those that some way takes as a whole, each once', async () => {
      await loaded()
      expect(await titles(own)).toEqual(['一', '二'])
      const both = [
        { field: 'department', in: ['新媒体部'] },
        { field: 'reads', least: 4 },
      ]
      expect(await titles(any(both))).toEqual(['三'])
      expect(await titles(any(both, [{ field: 'department', in: ['新媒体部'] }]))).toEqual([
        '二',
        '三',
      ])
    })

    it('hold beside every other filter, and inside one another', async () => {
      await loaded()
      expect(await titles(own, { field: 'reads', least: 2 })).toEqual(['二'])
      const notFirst = [{ field: 'title', not: ['一'] }]
      expect(await titles(any([own, ...notFirst]))).toEqual(['二'])
      expect(
        await titles(any([any([{ field: 'title', in: ['四'] }]), { field: 'reads', most: 8 }])),
      ).toEqual(['四'])
      expect(await titles({ field: 'department', orEmpty: true, anyOf: [[own]] })).toEqual([
        '一',
        '二',
        '四',
      ])
    })

    it('are none where there is no way, and all where a way asks for nothing', async () => {
      await loaded()
      expect(await titles(any())).toEqual([])
      expect(await titles(any([]))).toEqual(['一', '二', '三', '四'])
    })

    it('may be those reviewed, too', async () => {
      await loaded()
      const by = {
        on: null,
        months: [],
        batches: [{ batch: 'b1', at: '2025-03-01T00:00:00.000Z' }],
      }
      const isReviewed = (is: boolean) => any([{ field: 'id', approved: { by, is } }])
      expect(await titles(isReviewed(true))).toEqual(['一', '二', '三', '四'])
      expect(await titles(isReviewed(false))).toEqual([])
    })

    it('are the same to lists, cells, sums, origins and the history', async () => {
      await loaded()
      await byHand(store(), 'h1', (writer, act) =>
        writer.change('pieces', FIRST, { reads: 5 }, act),
      )
      await byHand(store(), 'h2', (writer, act) =>
        writer.change('pieces', '00000003', { reads: 5 }, act),
      )
      const query = { ledger: 'pieces', filters: [own] } as const
      const page = await store().records({
        ...query,
        sort: { field: 'reads', descending: true },
        offset: 0,
        limit: 1,
      })
      expect([page.total, page.records[0]?.row.title]).toEqual([2, '一'])
      expect(await store().cells({ ...query, fields: ['title'] })).toEqual([
        { title: '一' },
        { title: '二' },
      ])
      expect(await store().sumOf(query, 'reads')).toBe(7)
      const origins = await store().origins(query)
      expect(origins.reduce((sum, { records }) => sum + records, 0)).toBe(2)
      const changes = await store().changes({ ...query, limit: 10 })
      expect(changes.map(({ record }) => record)).toEqual([FIRST])
    })

    it.each([1, 2, 3])('are the union of what each way takes (%i)', async (seed) => {
      const below = numbers(seed)
      const rows = Array.from({ length: 60 }, () => randomRow('pieces', below))
      await load(store(), 'b1', 'pieces', rows)
      const way = (): Filter[] => [
        { field: 'platform', in: [`平台${below(3)}`, ''] },
        ...(below(2) ? [{ field: 'author', not: [`编辑${below(3)}`] }] : []),
        ...(below(2) ? [{ field: 'reads', least: below(50), orEmpty: below(2) === 0 }] : []),
      ]
      const ids = async (...filters: Filter[]) =>
        (await store().cells({ ledger: 'pieces', fields: ['id'], filters })).map(({ id }) =>
          String(id),
        )
      const ways = [way(), way(), way()]
      const each = await Promise.all(ways.map((one) => ids(...one)))
      expect(await ids(any(...ways))).toEqual([...new Set(each.flat())].toSorted())
    })
  })

  describe('a write held to a gate', () => {
    const refuse =
      (words: string): Gate =>
      () => {
        throw new Error(words)
      }
    /** Writes under a gate that notes what it is asked. */
    async function asked(run: Parameters<Store['write']>[0]): Promise<unknown[]> {
      const seen: unknown[] = []
      const short = (row: Row | null) => row && [row.title ?? row.name, row.reads ?? null]
      await store().write((writer) => {
        writer.holdTo(({ ledger, before, after }) =>
          seen.push([ledger, short(before), short(after)]),
        )
        return run(writer)
      })
      return seen
    }

    it('has each change asked, with the row before and after, and what stays the same not', async () => {
      await loaded()
      const rows = [
        PIECES[0] ?? {},
        { ...PIECES[1], reads: 3 },
        { ...piece, title: '五', reads: 9 },
      ]
      const seen = await asked(async (writer) => {
        await writer.openBatch(opening('b2'))
        await writer.put('pieces', rows, 'b2')
        await writer.change('pieces', FIRST, { reads: 6 }, actOf('b2'))
        await writer.remove('pieces', FIRST, actOf('b2'))
        await writer.restore('pieces', FIRST, actOf('b2'))
        await writer.addNames('people', [{ name: '木呷' }], 'b2')
      })
      expect(seen).toHaveLength(6)
      expect(seen).toEqual(
        expect.arrayContaining([
          ['pieces', ['二', 2], ['二', 3]],
          ['pieces', null, ['五', 9]],
          ['pieces', ['一', 1], ['一', 6]],
          ['pieces', ['一', 6], null],
          ['pieces', null, ['一', 6]],
          ['people', null, ['木呷', null]],
        ]),
      )
    })

    it('has the taking back of a batch asked, record by record', async () => {
      await loaded()
      await load(store(), 'b2', 'pieces', [
        { ...PIECES[0], likes: 1 },
        { ...piece, title: '五' },
      ])
      const seen = await asked((writer) => writer.takeBack('b2', actOf('b2')))
      expect(seen).toEqual(
        expect.arrayContaining([
          ['pieces', ['一', 1], ['一', 1]],
          ['pieces', ['五', null], null],
        ]),
      )
    })

    it('that refuses one leaves nothing of the whole write, sums and history neither', async () => {
      await loaded()
      const before = await sums(store(), 'pieces', 'reads')
      const writing = store().write(async (writer) => {
        await writer.openBatch(opening('b2'))
        await writer.put('pieces', [{ ...piece, title: '五', reads: 9 }], 'b2')
        writer.holdTo(refuse('not theirs'))
        await writer.change('pieces', FIRST, { reads: 6 }, actOf('b2'))
      })
      await expect(writing).rejects.toThrow('not theirs')
      expect(await titles()).toEqual(['一', '二', '三', '四'])
      expect(await sums(store(), 'pieces', 'reads')).toEqual(before)
      expect(await store().history('pieces', FIRST)).toEqual([])
      expect(await store().batch('b2')).toBeNull()
    })

    it('holds no other write', async () => {
      await loaded()
      await store().write(async (writer) => writer.holdTo(refuse('held')))
      await load(store(), 'b2', 'pieces', [{ ...piece, title: '五' }])
      expect(await titles()).toHaveLength(5)
    })
  })
}
