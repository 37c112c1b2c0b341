import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { memoryStore } from '#server/store/memory.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import type { Store } from '#server/store/store.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import type { Role } from '#shared/rights/roles.ts'
import { fillCitizens } from '#test/support/citizens.ts'
import { roleDesk, type CallAs } from '#test/support/role-desk.ts'

let folder = ''
afterAll(async () => {
  if (folder !== '') await rm(folder, { recursive: true })
})

/** Fills in what it sees only masked. */
const CLERK: Role = {
  id: 'clerk',
  name: '录入员',
  desk: ['export', 'present'],
  every: ['see', 'write'],
  ledgers: {},
  ownDepartment: false,
}

const listed = z.object({
  total: z.number(),
  records: z.array(
    z.object({
      id: z.string(),
      changedAt: z.nullable(z.string()),
      row: z.record(z.string(), z.unknown()),
    }),
  ),
})

describe.each([
  { where: 'memory', open: async () => memoryStore() },
  {
    where: 'SQLite',
    open: async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-masked-'))
      return sqliteStore(path.join(folder, 'desk.sqlite'))
    },
  },
])('who sees masks, over $where', ({ open }) => {
  let as: CallAs
  let store: Store
  const list = async (role: string, query: Readonly<Record<string, string>>) => {
    const address = `/ledgers/petitions/records?${new URLSearchParams(query).toString()}`
    return listed.parse(await (await as(role, address)).json())
  }
  const counts = async (query: Readonly<Record<string, string>>) => [
    (await list('reader', query)).total,
    (await list('sentimentOfficer', query)).total,
  ]
  const where = (field: string, mark: string, word: string) => ({
    where: `${field}${mark}:${encodeURIComponent(word)}`,
  })

  beforeAll(async () => {
    store = await open()
    await fillCitizens(store)
    as = (await roleDesk(store, [CLERK])).as
  })

  it('finds nobody by a name or a number', async () => {
    expect(await counts({ q: '钱守密' })).toEqual([0, 1])
    expect(await counts({ q: '守密' })).toEqual([0, 1])
    expect(await counts({ q: '13987654321' })).toEqual([0, 1])
    expect(await counts({ q: '8765432' })).toEqual([0, 1])
    expect(await counts(where('petitioner', '', '钱守密'))).toEqual([0, 1])
    expect(await counts(where('petitioner', '~', '守'))).toEqual([0, 1])
    expect(await counts(where('content', '~', '8765432'))).toEqual([0, 1])
  })

  it('and finds by all that is shown', async () => {
    expect(await counts({ q: '路灯' })).toEqual([1, 1])
    expect(await counts({ q: '139 反映' })).toEqual([1, 1])
    expect((await list('reader', { q: '139****4321' })).total).toBe(1)
    expect((await list('reader', where('petitioner', '', '钱**'))).total).toBe(1)
    expect((await list('reader', where('petitioner', '~', '钱'))).total).toBe(1)
    expect(await counts(where('petitioner', '', '匿名'))).toEqual([1, 1])
    expect(await counts(where('petitioner', '!', ''))).toEqual([2, 2])
  })

  it('orders by what is shown, and where that is the same by entry', async () => {
    const order = async (role: string, sort: string, more = {}) =>
      (await list(role, { sort, ...more })).records.map(({ row }) => row.code)
    const act = { at: '2025-02-10T02:00:00.000Z', by: '测试员', why: '', batch: 'batch-1' }
    const row = { receivedOn: '2024-10-10', source: '来信', petitioner: '钱一' }
    await store.write((writer) =>
      writer.put('petitions', [{ ...row, code: 'XF3', content: '钱一反映' }], 'batch-1'),
    )
    expect(await order('sentimentOfficer', 'petitioner:asc')).toEqual(['XF2', 'XF3', 'XF1'])
    expect(await order('reader', 'petitioner:asc')).toEqual(['XF2', 'XF1', 'XF3'])
    expect(await order('reader', 'petitioner:desc')).toEqual(['XF1', 'XF3', 'XF2'])
    expect(await order('reader', 'petitioner:asc', { page: '2', size: '2' })).toEqual(['XF3'])
    expect(await order('reader', 'petitioner:asc', { q: '反映' })).toEqual(['XF1', 'XF3'])
    // 钱**反映 before 钱*反映, though 钱一 comes before 钱守.
    expect(await order('sentimentOfficer', 'content:asc')).toEqual(['XF2', 'XF3', 'XF1'])
    expect(await order('reader', 'content:asc')).toEqual(['XF2', 'XF1', 'XF3'])
    const third = (await list('reader', { q: 'XF3' })).records[0]?.id ?? ''
    await store.write((writer) => writer.remove('petitions', third, act))
  })

  describe('and writes', () => {
    const shown = async () => (await list('clerk', { q: '路灯' })).records[0]
    const kept = async () => (await store.record('petitions', '00000001'))?.row
    const json = (body: unknown, method = 'POST') => ({ method, body: JSON.stringify(body) })

    it('no mask over a name or a number, in a form or in the grid', async () => {
      const seen = await shown()
      expect(seen?.row).toMatchObject({
        petitioner: '钱**',
        content: '钱**反映路灯不亮，电话139****4321',
      })
      const cells = {
        petitioner: '钱**',
        content: '钱**反映路灯仍不亮，电话139****4321',
        outcome: '回电0833-***8765，证号511***********123X，已修',
      }
      const changed = await as(
        'clerk',
        '/ledgers/petitions/records/00000001',
        json({ cells }, 'PATCH'),
      )
      expect(await changed.json()).toMatchObject({ row: { petitioner: '钱**' } })
      expect(await kept()).toMatchObject({
        petitioner: '钱守密',
        content: '钱守密反映路灯仍不亮，电话13987654321',
        outcome: '回电0833-5558765，证号51113219850615123X，已修',
      })
      const changes = [
        {
          id: '00000001',
          changedAt: (await shown())?.changedAt,
          cells: { petitioner: '钱**', source: '来访' },
        },
      ]
      const edited = await as('clerk', '/ledgers/petitions/edits', json({ changes }))
      expect(await edited.text()).not.toContain('钱守密')
      expect(await kept()).toMatchObject({ petitioner: '钱守密', source: '来访' })
    })

    it('into a text of a report', async () => {
      const address = '/documents/annual/texts/problems'
      const { at } = z.object({ at: z.string() }).parse((await store.batch('batch-1')) ?? {})
      const text = '钱**、吉***反映的路灯已经修好，电话137****1234'
      const saved = await as('clerk', address, json({ p: '2024', seen: at, text }, 'PUT'))
      expect(saved.status).toBe(200)
      expect((await store.record('reportTexts', '00000001'))?.row.text).toBe(
        '钱守密、吉克隐名反映的路灯已经修好，电话13700001234',
      )
    })

    it('into one that takes a text of another period over', async () => {
      const text = '钱**、吉***反映的路灯已经修好，电话137****1234'
      const next = { p: '2025', seen: null, carried: '2024', text }
      const address = '/documents/annual/texts/problems'
      const saved = await as('clerk', address, json(next, 'PUT'))
      expect([saved.status, saved.ok ? '' : await saved.text()]).toEqual([200, ''])
      expect((await store.record('reportTexts', '00000002'))?.row).toMatchObject({
        period: '2025',
        text: '钱守密、吉克隐名反映的路灯已经修好，电话13700001234',
      })
    })

    it('and a name of its own, where it means to', async () => {
      const change = json({ cells: { petitioner: '赵新名' } }, 'PATCH')
      await as('clerk', '/ledgers/petitions/records/00000002', change)
      expect((await store.record('petitions', '00000002'))?.row.petitioner).toBe('赵新名')
    })

    it.each([
      { role: 'clerk', ledger: 'petitions', same: 2 },
      { role: 'administrator', ledger: 'petitions', same: 2 },
      // Its key mentions citizens of other ledgers, and it names none itself.
      { role: 'clerk', ledger: 'rectifications', same: 1 },
      { role: 'administrator', ledger: 'rectifications', same: 1 },
    ] as const)(
      'a masked workbook of $ledger that comes back through $role leaves what it hides',
      async ({ role, ledger, same }) => {
        const all = { ledger, fields: Object.keys(ledgerOf(ledger).fields), filters: [] }
        const before = await store.cells(all)
        const book = await as('clerk', `/ledgers/${ledger}/records.xlsx`)
        const form = new FormData()
        form.append('files', new File([await book.arrayBuffer()], `${ledgerOf(ledger).label}.xlsx`))
        const preview = imported.parse(
          await (await as(role, '/imports', { method: 'POST', body: form })).json(),
        )
        const sections = preview.sections.flatMap((section) =>
          section.ledger === ledger ? [section.id] : [],
        )
        const tried = await as(role, `/imports/${preview.id}/try`, json({ sections }))
        expect(await tried.text()).not.toContain('"before":{"petitioner"')
        const others = await as('accountant', `/imports/${preview.id}`)
        expect(others.status).toBe(404)
        const loaded = await as(role, `/imports/${preview.id}/confirm`, json({ sections }))
        expect(await loaded.json()).toMatchObject({
          counts: { [ledger]: { added: 0, changed: 0, same } },
        })
        expect(await store.cells(all)).toEqual(before)
      },
    )
  })
})

const imported = z.object({
  id: z.string(),
  sections: z.array(z.object({ id: z.string(), ledger: z.nullable(z.string()) })),
})
