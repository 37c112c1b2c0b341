import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { BatchesAsked, Store } from '#server/store/store.ts'
import { actOf, byHand, load, opening } from './acts.ts'

const piece = { day: '2024-03-01', title: '春耕', platform: '爱峨边', form: 'text' }

export function keepsTheRest(store: () => Store): void {
  it('a batch keeps its files, notes and what it did to each ledger', async () => {
    await store().write(async (writer) => {
      await writer.openBatch(opening('b1'))
      await writer.put('pieces', [piece], 'b1')
      await writer.put('pieces', [piece, { ...piece, title: '夏收' }], 'b1')
      await writer.put('platforms', [{ name: '爱峨边' }], 'b1')
    })
    expect(await store().batch('b1')).toEqual({
      id: 'b1',
      kind: 'import',
      title: '文件 b1',
      why: '导入台账',
      at: '2025-01-02T03:04:05.000Z',
      by: '编辑甲',
      state: 'loaded',
      takenBackAt: null,
      files: [{ name: 'a.xlsx', hash: 'h1' }],
      notes: ['支付：单位为元'],
      counts: {
        pieces: { added: 2, changed: 0, same: 1 },
        platforms: { added: 1, changed: 0, same: 0 },
      },
    })
    expect(await store().batch('b9')).toBeNull()
  })

  it('batches are listed newest first and opened once', async () => {
    await store().write(async (writer) => {
      await writer.openBatch(opening('a', '2025-01-01T00:00:00.000Z'))
      await writer.openBatch(opening('c', '2025-01-03T00:00:00.000Z'))
      await writer.openBatch(opening('b', '2025-01-02T00:00:00.000Z'))
    })
    expect((await store().batches()).map((batch) => batch.id)).toEqual(['c', 'b', 'a'])
    await expect(store().write((writer) => writer.openBatch(opening('a')))).rejects.toThrow(
      'batch a was opened before',
    )
  })

  it('batches are found by their kind, by their ids, and as many as are asked for', async () => {
    await store().write(async (writer) => {
      await writer.openBatch(opening('a', '2025-01-01T00:00:00.000Z'))
      await writer.openBatch({ ...opening('b', '2025-01-02T00:00:00.000Z'), kind: 'entry' })
      await writer.openBatch(opening('c', '2025-01-03T00:00:00.000Z'))
    })
    const ids = async (asked: BatchesAsked): Promise<string[]> =>
      (await store().batches(asked)).map(({ id }) => id)
    expect(await ids({ kinds: ['import'] })).toEqual(['c', 'a'])
    expect(await ids({ kinds: ['import'], limit: 1 })).toEqual(['c'])
    expect(await ids({ ids: ['a', 'b', 'gone'] })).toEqual(['b', 'a'])
    expect(await ids({ ids: [] })).toEqual([])
  })

  describe('a long list of batches', () => {
    const day = (of: number): string => `2025-01-0${of}T00:00:00.000Z`
    /** 1 import, 3 entries, 1 closing; 丁 wrote the third, its title has a word in capitals. */
    const five = () =>
      store().write(async (writer) => {
        await writer.openBatch(opening('b1', day(1)))
        await writer.put('pieces', [piece], 'b1')
        for (const of of [2, 3, 4])
          await writer.openBatch({
            ...opening(`b${of}`, day(of)),
            kind: 'entry',
            ...(of === 3 && { by: '丁', title: '修改 ABC 台账' }),
          })
        await writer.put('platforms', [{ name: '爱峨边' }], 'b3')
        await writer.openBatch({ ...opening('b5', day(4)), kind: 'entry', why: '月报已报' })
        await writer.put('closings', [{ month: '2024-01', number: 1, act: 'close' }], 'b5')
      })
    const ids = async (asked: BatchesAsked): Promise<string[]> =>
      (await store().batches(asked)).map(({ id }) => id)

    it('is found by sort, ledger, person, time and words', async () => {
      await five()
      expect(await ids({ sort: 'loaded' })).toEqual(['b1'])
      expect(await ids({ sort: 'written' })).toEqual(['b4', 'b3', 'b2'])
      expect(await ids({ sort: 'events' })).toEqual(['b5'])
      expect(await ids({ ledger: 'pieces' })).toEqual(['b1'])
      expect(await ids({ by: '丁' })).toEqual(['b3'])
      expect(await ids({ from: day(2), to: day(4) })).toEqual(['b3', 'b2'])
      expect(await ids({ search: 'abc 台账' })).toEqual(['b3'])
      expect(await ids({ search: '已报' })).toEqual(['b5'])
      expect(await ids({ search: '%' })).toEqual([])
      expect(await ids({ sort: 'written', by: '编辑甲', to: day(3) })).toEqual(['b2'])
    })

    it('is turned page by page, to older ones and back', async () => {
      await five()
      const at = (id: string, of: number, way: 'older' | 'newer') => ({ at: day(of), id, way })
      expect(await ids({ limit: 2 })).toEqual(['b5', 'b4'])
      expect(await ids({ beyond: at('b4', 4, 'older'), limit: 2 })).toEqual(['b3', 'b2'])
      expect(await ids({ beyond: at('b5', 4, 'older'), limit: 1 })).toEqual(['b4'])
      expect(await ids({ beyond: at('b1', 1, 'newer'), limit: 2 })).toEqual(['b3', 'b2'])
      expect(await ids({ beyond: at('b5', 4, 'newer'), limit: 2 })).toEqual([])
    })

    it('is counted by sort and person', async () => {
      await five()
      expect(await store().batchTallies({})).toEqual([
        { sort: 'events', by: '编辑甲', batches: 1 },
        { sort: 'loaded', by: '编辑甲', batches: 1 },
        { sort: 'written', by: '丁', batches: 1 },
        { sort: 'written', by: '编辑甲', batches: 2 },
      ])
      expect(await store().batchTallies({ search: 'abc' })).toEqual([
        { sort: 'written', by: '丁', batches: 1 },
      ])
    })

    it('is cut to the ledgers somebody sees, and tells of no others', async () => {
      await five()
      const seen = (hidden: readonly LedgerId[], part: readonly LedgerId[] = []) => ({
        seen: { hidden, part },
      })
      expect(await ids(seen(['pieces']))).toEqual(['b5', 'b4', 'b3', 'b2'])
      expect(await ids(seen(['pieces', 'closings'], ['pieces']))).toEqual(['b4', 'b3', 'b2', 'b1'])
      expect(await ids({ ledger: 'pieces', ...seen(['pieces']) })).toEqual([])
      expect(await ids({ ledger: 'pieces', ...seen(['pieces'], ['pieces']) })).toEqual(['b1'])
    })
  })

  it('what is done to records by hand is counted in its batch, each record once', async () => {
    await load(store(), 'b1', 'pieces', [
      piece,
      { ...piece, title: '夏收' },
      { ...piece, title: '秋种' },
    ])
    const [first = '', second = '', third = ''] = (
      await store().cells({ ledger: 'pieces', fields: ['id'], filters: [] })
    ).map(({ id }) => String(id))
    await byHand(store(), 'b2', async (writer, act) => {
      await writer.change('pieces', first, { reads: 1 }, act)
      await writer.change('pieces', first, { reads: 2 }, act)
      await writer.change('pieces', second, { title: '夏收' }, act)
      await writer.remove('pieces', third, act)
    })
    await byHand(store(), 'b3', (writer, act) => writer.restore('pieces', third, act))
    await store().write((writer) => writer.takeBack('b2', actOf('b2')))
    const counts = async (id: string) => (await store().batch(id))?.counts
    expect(await counts('b2')).toEqual({ pieces: { added: 0, changed: 1, same: 0, removed: 1 } })
    expect(await counts('b3')).toEqual({ pieces: { added: 0, changed: 0, same: 0, restored: 1 } })
    expect(await counts('b1')).toEqual({ pieces: { added: 3, changed: 0, same: 0 } })
  })

  it('a desk changed when a batch was last opened or taken back', async () => {
    expect(await store().changedAt()).toBeNull()
    await store().write(async (writer) => {
      await writer.openBatch(opening('a', '2025-01-01T00:00:00.000Z'))
      await writer.openBatch(opening('b', '2025-01-02T00:00:00.000Z'))
    })
    expect(await store().changedAt()).toBe('2025-01-02T00:00:00.000Z')
    await store().write((writer) => writer.takeBack('a', actOf('a', '2025-01-03T00:00:00.000Z')))
    expect(await store().changedAt()).toBe('2025-01-03T00:00:00.000Z')
  })

  it('coverage is that of batches which stand', async () => {
    await store().write(async (writer) => {
      await writer.openBatch(opening('b1'))
      await writer.openBatch(opening('b2'))
      await writer.cover({ ledger: 'pieces', from: '2024-01-01', to: '2024-03-31', batch: 'b1' })
      await writer.cover({ ledger: 'pieces', from: '2024-01-01', to: '2024-12-31', batch: 'b2' })
      await writer.cover({ ledger: 'checks', from: '2024-02-01', to: '2024-02-29', batch: 'b1' })
    })
    await store().write((writer) => writer.takeBack('b2', actOf('b2')))
    expect(await store().coverage()).toEqual([
      { ledger: 'checks', from: '2024-02-01', to: '2024-02-29', batch: 'b1' },
      { ledger: 'pieces', from: '2024-01-01', to: '2024-03-31', batch: 'b1' },
    ])
    expect(await store().covered()).toEqual([
      { ledger: 'checks', from: '2024-02-01', to: '2024-02-29' },
      { ledger: 'pieces', from: '2024-01-01', to: '2024-03-31' },
    ])
    const unopened = store().write((writer) =>
      writer.cover({ ledger: 'pieces', from: '2024-01-01', to: '2024-01-31', batch: 'x' }),
    )
    await expect(unopened).rejects.toThrow('no batch x was opened')
  })

  it('days that several batches cover alike are told once, until the last of them is taken back', async () => {
    const days = { ledger: 'pieces', from: '2024-10-01', to: '2024-10-31' } as const
    await store().write(async (writer) => {
      for (const batch of ['b1', 'b2', 'b3']) {
        await writer.openBatch(opening(batch))
        await writer.cover({ ...days, batch })
      }
      await writer.cover({ ...days, to: '2024-10-15', batch: 'b3' })
    })
    expect(await store().covered()).toEqual([{ ...days, to: '2024-10-15' }, days])
    for (const batch of ['b1', 'b3'])
      await store().write((writer) => writer.takeBack(batch, actOf(batch)))
    expect(await store().covered()).toEqual([days])
    await store().write((writer) => writer.takeBack('b2', actOf('b2')))
    expect(await store().covered()).toEqual([])
  })

  it('the revision of a ledger rises with a write that touches it, and of no other', async () => {
    const none = await store().revisions()
    expect(none).toMatchObject({ pieces: 0, townships: 0, settings: 0 })
    await load(store(), 'b1', 'pieces', [piece])
    const loaded = await store().revisions()
    expect(loaded).toEqual({ ...none, pieces: 1 })
    await store().write((writer) => writer.saveSettings(DEFAULT_SETTINGS))
    expect(await store().revisions()).toEqual({ ...loaded, settings: 1 })
    await store().write((writer) => writer.remove('pieces', '00000001', actOf('b1')))
    expect(await store().revisions()).toEqual({ ...loaded, pieces: 2, settings: 1 })
  })

  it('settings are none until saved, then the last saved, and can be dropped', async () => {
    expect(await store().settings()).toBeNull()
    const settings = {
      ...DEFAULT_SETTINGS,
      centre: '县融媒体中心',
      stripe: ['#111111', '#222222', '#333333'],
    }
    await store().write((writer) => writer.saveSettings({ ...settings, province: '四川' }))
    await store().write((writer) => writer.saveSettings(settings))
    expect(await store().settings()).toEqual(settings)
    await store().write((writer) => writer.dropSettings())
    expect(await store().settings()).toBeNull()
  })

  it('drafts are kept until dropped', async () => {
    const draft = {
      id: 'd1',
      at: '2025-01-01T00:00:00.000Z',
      by: '编辑甲',
      files: [{ name: 'a.csv', hash: 'h' }],
      prepared: '{"a":1}',
    }
    await store().write((writer) => writer.saveDraft(draft))
    await store().write((writer) => writer.saveDraft({ ...draft, prepared: '{"a":2}' }))
    expect(await store().draft('d1')).toEqual({ ...draft, prepared: '{"a":2}' })
    await store().write((writer) => writer.dropDraft('d1'))
    expect(await store().draft('d1')).toBeNull()
  })

  it('files are kept by their hash, byte for byte', async () => {
    const bytes = Uint8Array.of(0, 255, 13, 10, 0)
    await store().write((writer) => writer.saveFile('h1', bytes))
    await store().write((writer) => writer.saveFile('h1', bytes))
    expect([...((await store().file('h1')) ?? [])]).toEqual([0, 255, 13, 10, 0])
    expect(await store().file('h2')).toBeNull()
  })

  it('an import is kept in parts, read one by one, of a section or of all', async () => {
    const part = { owner: 'd1', kind: 'rows', section: 'a', json: '[1]' } as const
    await store().write(async (writer) => {
      await writer.saveImportPart({ ...part, number: 1 })
      await writer.saveImportPart({ ...part, number: 2, section: 'b', json: '[2]' })
      await writer.saveImportPart({ ...part, number: 3, json: '[3]' })
      await writer.saveImportPart({ ...part, number: 1, kind: 'refusals', json: '[4]' })
    })
    const next = async (after: number, section?: string) =>
      (
        await store().importPart({
          owner: 'd1',
          kind: 'rows',
          after,
          ...(section !== undefined && { section }),
        })
      )?.json
    expect([await next(0), await next(1), await next(2), await next(3)]).toEqual([
      '[1]',
      '[2]',
      '[3]',
      undefined,
    ])
    expect([await next(0, 'a'), await next(1, 'a'), await next(2, 'b')]).toEqual([
      '[1]',
      '[3]',
      undefined,
    ])
  })

  it('a draft that goes takes its parts and files with it, but what a batch has stays', async () => {
    const draft = {
      id: 'd1',
      at: '2025-01-01T00:00:00.000Z',
      by: '编辑甲',
      files: ['own', 'shared', 'h1'].map((hash) => ({ name: 'a.csv', hash })),
      prepared: '{}',
    }
    await store().write(async (writer) => {
      for (const hash of ['own', 'shared', 'h1']) await writer.saveFile(hash, Uint8Array.of(1))
      await writer.saveDraft(draft)
      await writer.saveDraft({ ...draft, id: 'd2', files: [{ name: 'b.csv', hash: 'shared' }] })
      await writer.openBatch(opening('b1'))
      const part = { owner: 'd1', json: '[]' }
      await writer.saveImportPart({ ...part, kind: 'rows', number: 1, section: 'a' })
      await writer.saveImportPart({ ...part, kind: 'refusals', number: 1, section: 'a' })
      await writer.saveImportPart({ ...part, kind: 'refusals', number: 2, section: 'b' })
      await writer.keepRefusals('d1', ['b'], 'b1')
      await writer.dropDraft('d1')
    })
    const left = async (owner: string, kind: 'rows' | 'refusals') =>
      (await store().importPart({ owner, kind, after: 0 }))?.section
    expect([await left('d1', 'rows'), await left('d1', 'refusals')]).toEqual([undefined, undefined])
    expect(await left('b1', 'refusals')).toBe('b')
    const files = ['own', 'shared', 'h1'].map((hash) => store().file(hash))
    expect((await Promise.all(files)).map((bytes) => bytes !== null)).toEqual([false, true, true])
  })

  it('rows that come in parts are put as one list: equal keys are told apart across parts', async () => {
    const passed: number[] = []
    await store().write(async (writer) => {
      const part = { owner: 'd1', kind: 'rows', section: 'a' } as const
      for (const [at, rows] of [[piece, piece], [piece]].entries())
        await writer.saveImportPart({ ...part, number: at + 1, json: JSON.stringify(rows) })
      await writer.openBatch(opening('b1'))
      const rows = { draft: 'd1', section: 'a', passed: (count: number) => void passed.push(count) }
      await writer.put('pieces', rows, 'b1')
    })
    expect(passed).toEqual([0, 2, 3])
    expect(await load(store(), 'b2', 'pieces', [piece, piece, piece])).toEqual({
      added: 0,
      changed: 0,
      same: 3,
    })
  })
}
