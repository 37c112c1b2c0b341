import { http, HttpResponse, type RequestHandler } from 'msw'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { rightsAnswer } from '#server/accounts/reader.ts'
import { rightsOf } from '#shared/rights/rights.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { rights } from '#web/offered.ts'
import { putActsAway } from '#web/api/own-acts.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'

const DESK = {
  centre: '某县融媒体中心',
  stripe: [],
  zone: 'Asia/Shanghai',
  isEmpty: false,
  hasExample: false,
  isDemo: false,
  today: '2025-02-10',
  firstMonth: '2024-01',
  lastMonth: '2024-12',
  closedMonths: [],
  underReview: [],
  changedAt: null,
}

const record = (id: string, row: Record<string, string | number | null>) => ({
  id,
  row,
  batch: 'b1',
  createdAt: '2025-01-05T02:00:00.000Z',
  createdBy: '编辑甲',
  changedAt: null,
  changedBy: null,
})

const ALERT = record('a1', {
  alertedAt: '2024-10-30T16:20',
  level: 'orange',
  title: '反映道路扬尘',
  account: '某**',
  closedAt: null,
  handlingSeconds: 5400,
})
const PAYMENT = record('p1', {
  paidOn: '2024-10',
  category: 'project',
  project: '峨边在线项目',
  amount: 4245438,
})

const listOf = (records: readonly ReturnType<typeof record>[], sum: number | null = null) =>
  http.get('*/api/ledgers/:ledger/records', ({ request }) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json({ total: records.length, sum, page: 1, size: 50, records })
  })

const CHANGE = {
  at: '2025-01-06T02:00:00.000Z',
  by: '编辑乙',
  why: '核对原件',
  action: 'change',
  before: { level: 'yellow' },
  after: { level: 'orange' },
}
const one = http.get('*/api/ledgers/:ledger/records/:id', () =>
  HttpResponse.json({ record: ALERT, review: null, history: [CHANGE] }),
)
const base = [
  http.post('*/api/ledgers/:ledger/try', () =>
    HttpResponse.json({ refused: [], warnings: [], alike: [] }),
  ),
  http.get('*/api/checks/open', () =>
    HttpResponse.json({
      period: { key: '2024', kind: 'year', from: '2024-01-01', to: '2024-12-31' },
      open: 0,
    }),
  ),
  http.get('*/api/checks/opened', () => HttpResponse.json({ all: 0, findings: [], period: null })),
  http.get('*/api/desk', () => HttpResponse.json(DESK)),
  http.get('*/api/batches/:id', () =>
    HttpResponse.json({ code: 'BATCH_NOT_FOUND' }, { status: 404 }),
  ),
  http.get('*/api/ledgers/:ledger/sums', () => HttpResponse.json({ total: 0, sums: [] })),
  http.post('*/api/ledgers/:ledger/try', () =>
    HttpResponse.json({ refused: [], warnings: [], alike: [] }),
  ),
  http.get('*/api/ledgers/:ledger/views', () => HttpResponse.json([])),
  http.get('*/api/ledgers/:ledger/records/:id/attachments', () =>
    HttpResponse.json({ attachments: [], largestMegabytes: 5, mostPerRecord: 10 }),
  ),
]

let open: DeskPage | undefined
let asked: string[] = []

// Element Plus is transformed the first time, which a test's own seconds would not cover.
beforeAll(() => import('#web/pages/ledger.vue'), 60_000)

afterEach(async () => {
  await open?.close()
  open = undefined
  asked = []
  localStorage.clear()
  rights.value = null
  putActsAway()
})

const at = async (address: string, handlers: readonly RequestHandler[], ready: string) => {
  open = await openPage(address, [...handlers, ...base], ready)
  return open
}

const body = () => document.body.textContent.replaceAll(/\s+/g, ' ')
const press = (name: string) => {
  const buttons = [...document.body.querySelectorAll('button')]
  buttons.find((button) => button.textContent.trim() === name)?.click()
}

describe('the records of a ledger', () => {
  it('says in words which records these are and how many', async () => {
    const { page } = await at(
      '/ledgers/adoptions?p=2024-10&measure=records&where=level:national',
      [listOf([])],
      '.none',
    )
    expect(page.find('h2').text()).toBe('上级采用台账 · 2024年10月 · 媒体级别 国家级')
    expect(page.text()).toContain('没有符合条件的记录')
    expect(asked).toEqual(['?p=2024-10&measure=records&where=level%3Anational&page=1&size=100'])
  })

  it('lifts one condition and keeps the others', async () => {
    const { page, router } = await at(
      '/ledgers/adoptions?p=2024-10&where=level:national',
      [listOf([])],
      '.none',
    )
    await page.find('[aria-label="去掉条件：2024年10月"]').trigger('click')
    await waitFor(() => router.currentRoute.value.query.p === undefined)
    expect(router.currentRoute.value.query.where).toBe('level:national')
  })

  it('prints words, lengths of time and a dash for what was not filled in', async () => {
    await at('/ledgers/alerts', [listOf([ALERT])], '.grid-box .open')
    const cells = [...document.body.querySelectorAll('[role=gridcell]')].map((cell) =>
      cell.textContent.trim(),
    )
    expect(cells).toContain('Ⅱ级（橙）')
    expect(cells).toContain('1小时30分')
    expect(cells).toContain('—')
    const empty = cell('—')
    empty?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
    expect(empty?.getAttribute('title')).toBe('未填')
    empty?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true }))
    expect(empty?.getAttribute('title')).toBe('')
  })

  it('adds up a measure that sums a field, in yuan', async () => {
    const { page } = await at(
      '/ledgers/payments?p=2024-10&measure=amount&at=year',
      [listOf([PAYMENT], 4245438)],
      '.grid-box .open',
    )
    expect(page.find('h2').text()).toBe('支付台账 · 已支付 · 2024年1月1日至10月31日累计')
    expect(page.find('.totals').text()).toContain('合计 支付金额 42,454.38 元')
  })

  it('an empty ledger offers import and entry', async () => {
    const { page } = await at('/ledgers/petitions', [listOf([])], '.none')
    expect(page.find('.none').text()).toContain('还没有记录')
    expect(page.find('.none').text()).toContain('去导入')
  })

  it('a ledger that does not exist is a missing page', async () => {
    const { page } = await at('/ledgers/nonsense', [], '.missing')
    expect(page.text()).toContain('没有这一页')
  })
})

const cell = (text: string) =>
  [...document.body.querySelectorAll('[role=gridcell]')].find(
    (each) => each.textContent.trim() === text,
  )
const sink = () => {
  const input = document.querySelector('.sink input')
  if (!(input instanceof HTMLInputElement)) throw new Error('no cell is stood in')
  return input
}

/** Stands in a cell, types over it and presses Enter. */
async function typeOver(text: string, typed: string): Promise<void> {
  cell(text)?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  sink().value = typed
  sink().dispatchEvent(new Event('input', { bubbles: true }))
  await waitFor(() => document.querySelector('.sink.is-open') !== null)
  sink().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
}

describe('a grid of records', () => {
  const answer = (changed: readonly { readonly id: string; readonly changedAt: string | null }[]) =>
    HttpResponse.json({
      batch: 'b9',
      added: [],
      changed: changed.map(({ id, changedAt }) => ({ id, changedAt })),
      removed: [],
      records: changed,
      warnings: [],
      faults: [],
    })

  it('is a grid to those who do not see it: how many rows, which one, how sorted', async () => {
    await at('/ledgers/alerts', [listOf([ALERT])], '.grid-box .open')
    const grid = document.querySelector('[role=grid]')
    expect(grid?.getAttribute('aria-rowcount')).toBe('2')
    expect(document.querySelector('[aria-rowindex="2"]')?.textContent).toContain('反映道路扬尘')
    expect(document.querySelector('[aria-sort=descending]')?.textContent).toContain('发现时间')
  })

  it('tells whoever may neither write nor export what became of a copied cell', async () => {
    const reader = DEFAULT_ROLES.filter(({ id }) => id === 'reader')
    const me = http.get('*/api/me', () =>
      HttpResponse.json({
        stage: 'ready',
        centre: DESK.centre,
        user: 'jike',
        name: '吉克',
        department: '',
        roles: ['只读'],
        rights: rightsAnswer(rightsOf(reader, '')),
        hasTotp: false,
        leastPassword: 8,
        isWatermarked: false,
      }),
    )
    await at('/ledgers/alerts', [listOf([ALERT]), me], '.grid-box .open')
    await waitFor(() => !body().includes('加一行'))
    const clipboardData = new DataTransfer()
    const copied = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true })
    document.querySelector('.grid-box')?.dispatchEvent(copied)
    await waitFor(() => document.querySelector('[data-said]')?.textContent !== '')
    expect(document.querySelector('[data-said]')?.textContent).toBe(
      '已复制 1 行 1 列，只能粘贴回表格：没有“导出”权限',
    )
  })

  it('sends a typed cell at once, with the state it was seen in, and undoes it as one act', async () => {
    const sent: unknown[] = []
    const changed = {
      ...ALERT,
      row: { ...ALERT.row, title: '道路' },
      changedAt: '2025-02-10T02:00:00.000Z',
    }
    const edit = http.post('*/api/ledgers/alerts/edits', async ({ request }) => {
      sent.push(await request.json())
      return answer([changed])
    })
    const undo = http.post('*/api/ledgers/alerts/edits/b9/undo', async ({ request }) => {
      sent.push(await request.json())
      const restored = [{ id: 'a1', changedAt: null }]
      return HttpResponse.json({ restored, records: [ALERT], removed: [] })
    })
    await at('/ledgers/alerts', [listOf([ALERT]), edit, undo], '.grid-box .open')
    await typeOver('反映道路扬尘', '道路')
    await waitFor(() => body().includes('已保存'))
    expect(cell('道路')).toBeDefined()
    press('撤销')
    await waitFor(() => body().includes('已撤销：改“标题/摘要”'))
    expect(sent).toEqual([
      { changes: [{ id: 'a1', changedAt: null, cells: { title: '道路' } }] },
      { records: [{ id: 'a1', changedAt: '2025-02-10T02:00:00.000Z' }] },
    ])
    expect(cell('反映道路扬尘')).toBeDefined()
  })

  it('says that a cell is saved where only the look at it afterwards fails', async () => {
    const changed = { ...ALERT, row: { ...ALERT.row, title: '道路' } }
    const edit = http.post('*/api/ledgers/alerts/edits', () => answer([changed]))
    const checks = http.get('*/api/checks/open', () => new HttpResponse(null, { status: 503 }))
    await at('/ledgers/alerts', [checks, listOf([ALERT]), edit], '.grid-box .open')
    await typeOver('反映道路扬尘', '道路')
    await waitFor(() => body().includes('已保存'))
    expect(body()).not.toContain('没有保存')
  })

  it('tells what the write gave the checks to find, until it is put away', async () => {
    const place = { kind: 'record', ledger: 'alerts', record: 'a1' }
    const what = '预警《道路》写了处置情况，没有办结时间'
    const finding = { check: 'overdue', key: 'k', what, at: '', place, severity: 'warning' }
    const asks: (string | null)[] = []
    const told = http.get('*/api/checks/opened', ({ request }) => {
      asks.push(new URL(request.url).searchParams.get('acts'))
      return HttpResponse.json({ all: 1, findings: [{ ...finding, known: null }], period: '2024' })
    })
    const changed = { ...ALERT, row: { ...ALERT.row, title: '道路' } }
    const edit = http.post('*/api/ledgers/alerts/edits', () => answer([changed]))
    await at('/ledgers/alerts', [told, listOf([ALERT]), edit], '.grid-box .open')
    expect(asks).toEqual([])
    await typeOver('反映道路扬尘', '道路')
    await waitFor(() => body().includes('刚才的写入新出现 1 处待核对'))
    expect(body()).toContain(what)
    expect(new Set(asks)).toEqual(new Set(['b9']))
    press('知道了')
    await waitFor(() => !body().includes('新出现'))
  })

  it('keeps what was refused in its cell with the reason, over a reload too', async () => {
    const refuse = http.post('*/api/ledgers/alerts/edits', () =>
      HttpResponse.json(
        {
          code: 'RECORD_CELLS_REFUSED',
          message: '有格子没有填对',
          why: '',
          fix: '',
          requestId: 'r1',
          fields: [
            {
              part: 'changes',
              at: 0,
              field: 'title',
              code: 'IMPORT_CELL_EMPTY',
              why: '这一列必须有内容。',
              fix: '补上。',
            },
          ],
        },
        { status: 422 },
      ),
    )
    await at('/ledgers/alerts', [listOf([ALERT]), refuse], '.grid-box .open')
    await typeOver('反映道路扬尘', '？？')
    await waitFor(() => body().includes('没有保存（'))
    expect(cell('？？')?.getAttribute('aria-invalid')).toBe('true')
    expect(cell('？？')?.getAttribute('title')).toBe('这一列必须有内容。补上。')
    await open?.close()
    await at('/ledgers/alerts', [listOf([ALERT])], '.grid-box .open')
    expect(body()).toContain('上次离开时有没保存的内容：1 格改动。')
    press('接着填')
    await waitFor(() => cell('？？') !== undefined)
    press('放弃')
    await waitFor(() => cell('反映道路扬尘') !== undefined)
    expect(localStorage.getItem('grid:alerts')).toBeNull()
  })

  it('a filter goes into the address and to the desk', async () => {
    const { router } = await at('/ledgers/alerts', [listOf([ALERT])], '.grid-box .open')
    document.querySelector<HTMLElement>('[aria-label="筛选 预警级别"]')?.click()
    await waitFor(() => document.querySelector('.filter-box') !== null)
    for (const code of ['red', 'orange']) {
      document.querySelector<HTMLElement>(`.codes input[value=${code}]`)?.click()
      await waitFor(() => true)
    }
    press('筛选')
    await waitFor(() => router.currentRoute.value.query.where === 'level:red|orange')
    await waitFor(() => asked.some((each) => each.includes('where=level%3Ared%7Corange')))
    expect(body()).toContain('预警级别 Ⅰ级（红）、Ⅱ级（橙）')
  })
})

describe('one record', () => {
  it('opens from its row with its fields, where it came from and its history in sentences', async () => {
    const { page, router } = await at('/ledgers/alerts', [listOf([ALERT]), one], '.grid-box .open')
    await page.find('.grid-box .open').trigger('click')
    await waitFor(() => body().includes('来处'))
    expect(router.currentRoute.value.query.record).toBe('a1')
    expect(body()).toContain('编辑甲 2025-01-05 10:00 写入')
    expect(body()).toContain(
      '编辑乙 2025-01-06 10:00 把 预警级别 从 Ⅲ级（黄） 改为 Ⅱ级（橙），原因：核对原件',
    )
    expect(body()).toContain('账号/昵称某**')
  })

  it('is not removed without a reason', async () => {
    await at('/ledgers/alerts?record=a1', [listOf([ALERT]), one], '.grid-box .open')
    await waitFor(() => body().includes('来处'))
    press('删除')
    await waitFor(() => body().includes('删除这条记录？'))
    const confirm = [...document.body.querySelectorAll('button')].find(
      (button) => button.textContent.trim() === '确认删除',
    )
    expect(confirm?.disabled).toBe(true)
  })

  it('sends only the cells that were changed', async () => {
    const sent: unknown[] = []
    const change = http.patch('*/api/ledgers/alerts/records/a1', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ ...ALERT, warnings: [] })
    })
    await at('/ledgers/alerts?record=a1', [listOf([ALERT]), one, change], '.grid-box .open')
    await waitFor(() => body().includes('来处'))
    press('修改')
    await waitFor(() => document.querySelector('#record-title') !== null)
    type('record-title', '反映道路扬尘和噪声')
    type('record-why', '补充')
    submit()
    await waitFor(() => sent.length > 0)
    const cells = { title: '反映道路扬尘和噪声' }
    expect(sent).toEqual([{ cells, changedAt: null, why: '补充' }])
  })
})

describe('entering a record', () => {
  it('has a place for every field that is not computed', async () => {
    await at('/ledgers/payments?new=1', [listOf([])], '.none')
    await waitFor(() => document.querySelector('form #record-amount') !== null)
    const labels = [...document.body.querySelectorAll('.el-form-item__label')].map(
      (label) => label.textContent,
    )
    expect(labels).toEqual([
      '支付日期',
      '支出类别',
      '项目名称',
      '支付金额（元）',
      '所用资金',
      '凭证号',
      '收款方',
      '摘要',
    ])
  })

  it('says at the field what the desk could not read', async () => {
    const refuse = http.post('*/api/ledgers/payments/records', () =>
      HttpResponse.json(
        {
          code: 'RECORD_CELLS_REFUSED',
          message: '有格子没有填对',
          why: '见各字段的说明。',
          fix: '改正标出的字段后再保存。',
          requestId: 'r1',
          fields: [
            {
              field: 'amount',
              code: 'IMPORT_MONEY_UNREADABLE',
              why: '这一格不是能认出的金额。',
              fix: '改成 12,345.67。',
            },
          ],
        },
        { status: 422 },
      ),
    )
    await at('/ledgers/payments?new=1', [listOf([]), refuse], '.none')
    await waitFor(() => document.querySelector('#record-amount') !== null)
    type('record-amount', '很多')
    submit()
    await waitFor(() => body().includes('改成 12,345.67。'))
    const item = document.querySelector('#record-amount')?.closest('.el-form-item')
    expect(item?.textContent).toContain('这一格不是能认出的金额。')
  })

  it('has what was typed and not saved again, over a reload too, until it is let go', async () => {
    const value = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`)?.value
    await at('/ledgers/payments?new=1', [listOf([])], '.none')
    await waitFor(() => document.querySelector('#record-payee') !== null)
    type('record-payee', '某印务公司')
    await waitFor(() => localStorage.length > 0)
    await open?.close()
    await at('/ledgers/payments?new=1', [listOf([])], '.none')
    await waitFor(() => value('record-payee') === '某印务公司')
    expect(body()).toContain('填的没有保存，已放回：收款方。')
    press('丢掉这些')
    await waitFor(() => value('record-payee') === '')
    expect(localStorage.length).toBe(0)
  })

  it('a stated figure takes its name, area and period from a pick', async () => {
    const sent: unknown[] = []
    const add = http.post('*/api/ledgers/statedFigures/records', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ batch: 'b2', added: 1, changed: 0, same: 0, warnings: [] })
    })
    await at('/ledgers/statedFigures?new=1', [listOf([]), add], '.none')
    await waitFor(() => body().includes('去年（2024年）'))
    press('去年（2024年）')
    type('record-label', '采用')
    type('record-value', '1246')
    submit()
    await waitFor(() => sent.length > 0)
    expect(sent).toEqual([
      {
        rows: [
          {
            label: '采用',
            value: '1246',
            qualifier: 'exact',
            periodFrom: '2024-01-01',
            periodTo: '2024-12-31',
            periodWord: '2024年',
          },
        ],
      },
    ])
  })
})

describe('a form that another page leads to', () => {
  const board = http.get('*/api/boards/*', () =>
    HttpResponse.json(
      { code: 'X', message: '-', why: '', fix: '', requestId: 'r1' },
      { status: 503 },
    ),
  )

  it('has the known cells filled in, sends them, and goes back where one came from', async () => {
    const sent: unknown[] = []
    const add = http.post('*/api/ledgers/notes/records', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ batch: 'b2', added: 1, changed: 0, same: 0, warnings: [] })
    })
    const back = encodeURIComponent('/safety?p=2024-10')
    await at(
      `/ledgers/notes?new=1&fill=from:2024-10-03,to:2024-10-06&back=${back}`,
      [listOf([]), add, board],
      '.none',
    )
    await waitFor(() => document.querySelector('#record-title') !== null)
    type('record-title', '县庆四十周年')
    submit()
    await waitFor(() => open?.router.currentRoute.value.name === 'safety')
    expect(sent).toEqual([
      { rows: [{ from: '2024-10-03', to: '2024-10-06', title: '县庆四十周年' }] },
    ])
    expect(open?.router.currentRoute.value.fullPath).toBe('/safety?p=2024-10')
  })

  it('stays on the list where the way back is none of the desk’s pages', async () => {
    await at('/ledgers/notes?new=1&back=//evil.example/', [listOf([])], '.none')
    await waitFor(() => document.querySelector('#record-title') !== null)
    press('取消')
    await waitFor(() => document.querySelector('#record-title') === null)
    expect(open?.router.currentRoute.value.fullPath).toBe('/ledgers/notes')
  })

  it('a target’s offers the metrics by name and says how the desk will judge it', async () => {
    await at('/ledgers/targets?new=1&fill=metric:published', [listOf([])], '.none')
    await waitFor(() => document.querySelector('#record-low') !== null)
    const options = [...document.body.querySelectorAll('.el-select-dropdown__item')].map(
      (item) => item.textContent,
    )
    expect(options).toEqual(expect.arrayContaining(['发布量', '停播时长', '按平台']))
    expect(document.querySelector<HTMLInputElement>('#record-unit')?.value).toBe('条')
    await waitFor(() => body().includes('2025年全年'))
    press('2025年全年')
    await waitFor(() => body().includes('还不能判断：没有写目标值，或区间缺一头。'))
    type('record-low', '8500')
    await waitFor(() => body().includes('将这样判断：发布量 目标 8,500 条。'))
    expect(document.querySelector<HTMLInputElement>('#record-to')?.value).toBe('2025-12-31')
  })
})

function type(id: string, text: string): void {
  const input = document.getElementById(id)
  if (!(input instanceof HTMLInputElement)) throw new Error(`no input ${id}`)
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

function submit(): void {
  document
    .querySelector('form.el-form')
    ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}
