import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { secretHash } from '#server/accounts/secrets.ts'
import { createApp } from '#server/app.ts'
import { sqliteStore } from '#server/store/sqlite.ts'
import { memoryStore } from '#server/store/memory.ts'
import type { Store } from '#server/store/store.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { quickSecrets } from '#test/support/quick-secrets.ts'

const now = Date.parse('2025-02-10T02:00:00Z')
const at = new Date(now).toISOString()

const piece = (title: string, department: string | null, author: string | null, reads: number) => ({
  day: '2024-10-08',
  title,
  platform: '微信公众号',
  form: 'text',
  department,
  author,
  reads,
})

let folder = ''
afterAll(async () => {
  if (folder !== '') await rm(folder, { recursive: true })
})

describe.each([
  { where: 'memory', open: async () => memoryStore() },
  {
    where: 'SQLite',
    open: async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-seen-'))
      return sqliteStore(path.join(folder, 'desk.sqlite'))
    },
  },
])('over $where', ({ open }) => {
  let send: (who: string, method: string, path: string, body?: unknown) => Promise<Told>
  let ids: Record<string, string> = {}

  let store: Store
  beforeAll(async () => {
    store = await open()
    const drawer = memoryDrawer()
    const context = {
      ...testDesk(now, store).context,
      accounts: { drawer, secrets: quickSecrets },
    }
    const app = createApp(context)
    for (const [id, roles] of Object.entries(PEOPLE)) {
      const account = {
        id,
        user: id,
        name: id,
        department: id === 'newcomer' ? '' : '编辑部',
        roles,
        isDisabled: false,
        password: '',
        passwordAt: at,
        mustChange: false,
        totp: null,
        createdAt: at,
      }
      const rest = { account: id, owesCode: false, agent: '', source: '' }
      const session = { id: await secretHash(id), ...rest, startedAt: at, seenAt: at }
      await drawer.file([
        { kind: 'account', id, json: JSON.stringify(account) },
        { kind: 'session', id: session.id, json: JSON.stringify(session) },
      ])
    }
    send = async (who, method, path, body) => {
      const response = await app.request(`/api${path}`, {
        method,
        headers: { cookie: `rongmei_session=${who}` },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, text, body: JSON.parse(text) }
    }
    await store.write(async (writer) => {
      const batch = { id: 'b1', kind: 'import' as const, title: '十月', why: '', at, by: '' }
      await writer.openBatch({ ...batch, files: [{ name: '全部.xlsx', hash: 'h' }], notes: [] })
      await writer.put('people', [{ name: '甲', department: '编辑部' }], 'b1')
      await writer.put(
        'pieces',
        [
          piece('自己部门的', '编辑部', null, 10),
          piece('自己同事的', null, '甲', 20),
          piece('别的部门的', '外宣部', '乙', 400),
          piece('谁也没写的', null, null, 8000),
        ],
        'b1',
      )
      await writer.put(
        'payments',
        [{ paidOn: '2024-10-09', project: '设备', amount: 12_345_678, summary: '秘密的支付' }],
        'b1',
      )
      const days = { from: '2024-10-01', to: '2024-10-31', batch: 'b1' }
      await writer.cover({ ledger: 'pieces', ...days })
      await writer.cover({ ledger: 'payments', ...days })
    })
    const all = await send('admin', 'GET', '/ledgers/pieces/records')
    ids = Object.fromEntries(
      all.body.records.map((record: { id: string; row: { title: string } }) => [
        record.row.title,
        record.id,
      ]),
    )
  })

  it('an editor sees the records of their department, and sums of them alone', async () => {
    const { body } = await send('editor', 'GET', '/ledgers/pieces/records?sort=title')
    const titles = body.records.map(({ row }: { row: { title: string } }) => row.title)
    expect(titles.toSorted()).toEqual(['自己同事的', '自己部门的'])
    const { sums } = (await send('editor', 'GET', '/ledgers/pieces/sums')).body
    expect(sums.find(({ field }: { field: string }) => field === 'reads').sum).toBe(30)
    const board = (await send('editor', 'GET', '/boards/content?p=2024-10')).body
    const published = board.answers.find(({ metric }: { metric: string }) => metric === 'published')
    expect(published.figure).toMatchObject({ state: 'counted', value: 2 })
    expect(board.sight.own).toContain('pieces')
  })

  it('an editor of no department is told that nothing may be seen, not that nothing is there', async () => {
    expect((await send('newcomer', 'GET', '/ledgers/pieces/records')).status).toBe(403)
    const board = (await send('newcomer', 'GET', '/boards/overview?p=2024-10')).body
    const published = board.answers.find(({ metric }: { metric: string }) => metric === 'published')
    expect(published.figure).toEqual({ state: 'none', why: 'denied' })
  })

  it('what is another’s is not there: record, history, bin, changes, workbook', async () => {
    const other = ids['别的部门的']
    expect((await send('editor', 'GET', `/ledgers/pieces/records/${other}`)).status).toBe(404)
    const edit = { cells: { reads: '1' } }
    expect((await send('editor', 'PATCH', `/ledgers/pieces/records/${other}`, edit)).status).toBe(
      404,
    )
    expect((await send('admin', 'DELETE', `/ledgers/pieces/records/${other}`)).status).toBe(200)
    for (const path of ['/ledgers/pieces/removed', '/history/changes?ledger=pieces', '/bin'])
      expect((await send('editor', 'GET', path)).text).not.toMatch(/别的部门的|"records":1/)
    const back = { records: [other] }
    expect((await send('admin', 'POST', '/ledgers/pieces/restore', back)).status).toBe(200)
    expect((await send('editor', 'GET', '/ledgers/pieces/records.xlsx')).status).toBe(403)
  })

  it('an editor writes records of their department, and none into or out of another', async () => {
    const cells = { day: '2024-10-20', title: '新的', platform: '微信公众号', form: '图文' }
    const add = (department: string) =>
      send('editor', 'POST', '/ledgers/pieces/records', { rows: [{ ...cells, department }] })
    expect((await add('外宣部')).body).toMatchObject({ code: 'ROWS_NOT_OWN' })
    expect((await add('编辑部')).status).toBe(200)
    const away = { cells: { department: '外宣部' } }
    const own = ids['自己部门的']
    const moved = await send('editor', 'PATCH', `/ledgers/pieces/records/${own}`, away)
    expect(moved.body).toMatchObject({ code: 'ROWS_NOT_OWN' })
  })

  it('figures of a ledger one may not see are denied, never zero and never absent', async () => {
    const { body, text } = await send('editor', 'GET', '/boards/budget?p=2024-10')
    const paid = body.answers.find(({ metric }: { metric: string }) => metric === 'executionRate')
    expect(paid.figure).toEqual({ state: 'none', why: 'denied' })
    expect(body.sight.denied).toContain('payments')
    expect(body.absent).not.toContain('payments')
    for (const path of [
      '/boards/overview?p=2024-10',
      '/boards/checks?p=2024',
      '/boards/reconcile?p=2024',
    ])
      expect((await send('editor', 'GET', path)).text + text).not.toMatch(/12345678|秘密的支付/)
    expect((await send('editor', 'GET', '/ledgers/payments/records')).body).toMatchObject({
      code: 'RIGHT_MISSING',
    })
  })

  it('a batch shows the ledgers one sees, and its files to whoever sees all of it', async () => {
    const [batch] = (await send('editor', 'GET', '/batches')).body.batches.slice(-1)
    expect(Object.keys(batch.counts)).not.toContain('payments')
    expect(batch.files).toEqual([])
    expect((await send('editor', 'POST', '/batches/b1/take-back', {})).body).toMatchObject({
      code: expect.stringMatching(/RIGHT_MISSING|ROWS_NOT_OWN/),
    })
  })

  it('an act beside records of a ledger unseen is called by its kind, and of all ledgers not at all', async () => {
    await send('admin', 'PUT', '/ledgers/payments/views', { name: '大额付款', query: 'q=秘密' })
    await store.write(async (writer) => {
      const about = { kind: 'entry' as const, why: '', at, by: '', files: [], notes: [] }
      await writer.openBatch({ id: 'text', title: '填写 秘密的报告', ...about })
      const row = { period: '2024-10', document: 'monthly', slot: 'plans', text: '打算' }
      await writer.put('reportTexts', [row], 'text')
    })
    const { body, text } = await send('editor', 'GET', '/history')
    expect(text).not.toMatch(/大额付款|秘密的报告/)
    expect(body.acts.map(({ title }: { title: string }) => title)).toContain('视图')
    expect((await send('admin', 'GET', '/history')).text).toMatch(/大额付款.*|秘密的报告/)
  })

  it('the review of a ledger is seen by whoever sees its own department’s records, to answer it', async () => {
    const unit = { kind: 'month', ledger: 'pieces', month: '2024-10' }
    const move = (who: string, act: string, reason = '') =>
      send(who, 'POST', '/review/moves', { unit, act, reason })
    expect((await move('editor', 'submit')).status).toBe(200)
    expect((await move('admin', 'return', '请核对标题')).status).toBe(200)
    const { standings, reviews } = (await send('editor', 'GET', '/review')).body
    expect(standings).toMatchObject([{ unit, state: 'returned' }])
    expect(reviews).toMatchObject([{ act: 'return', reason: '请核对标题' }, { act: 'submit' }])
    expect((await move('editor', 'submit')).status).toBe(200)
  })

  it('a view of a ledger is seen by whoever sees its own department’s records', async () => {
    await send('editor', 'PUT', '/ledgers/pieces/views', { name: '图文', query: 'where=form:text' })
    const views = (await send('editor', 'GET', '/ledgers/pieces/views')).body
    expect(views).toMatchObject([{ name: '图文', query: 'where=form:text' }])
  })

  it('a batch is submitted by whoever writes all its ledgers, and by nobody who sees a part of it', async () => {
    const rows = [{ paidOn: '2024-10-10', project: '设备', amount: '12' }]
    const { batch } = (await send('accountant', 'POST', '/ledgers/payments/records', { rows })).body
    const submit = (who: string, id: string) =>
      send(who, 'POST', '/review/moves', { unit: { kind: 'batch', batch: id }, act: 'submit' })
    const { batches } = (await send('accountant', 'GET', '/review')).body
    expect(batches).toMatchObject([
      { id: batch, ledgers: ['payments'], isCut: false },
      { id: 'b1', ledgers: ['payments'], isCut: true },
    ])
    expect((await submit('accountant', 'b1')).body).toMatchObject({ code: 'RIGHT_MISSING' })
    expect((await submit('accountant', batch)).status).toBe(200)
  })

  it('answers are kept apart: who sees more is not given what was kept for who sees less', async () => {
    const path = '/boards/content?p=2024-10'
    const valueOf = async (who: string) =>
      (await send(who, 'GET', path)).body.answers.find(
        ({ metric }: { metric: string }) => metric === 'published',
      ).figure.value
    const [editor, admin] = [await valueOf('editor'), await valueOf('admin')]
    expect([editor, admin]).toEqual([3, 5])
    expect(await valueOf('editor')).toBe(3)
    expect(await valueOf('accountant').catch(() => 'denied')).toBeUndefined()
  })
})

const PEOPLE = {
  admin: ['administrator'],
  editor: ['editor'],
  accountant: ['accountant'],
  newcomer: ['editor'],
}

interface Told {
  readonly status: number
  readonly text: string
  // What the API answers is looked into freely here; its shape is held elsewhere.
  readonly body: ReturnType<typeof JSON.parse>
}
