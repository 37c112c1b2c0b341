import { http, HttpResponse } from 'msw'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { rightsAnswer } from '#server/accounts/reader.ts'
import { confirmImport, prepareImport } from '#shared/contract/imports.ts'
import { listRecords } from '#shared/contract/records.ts'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import { rightsOf } from '#shared/rights/rights.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { rights } from '#web/offered.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

let open: DeskPage | undefined
/** What the desk refused. */
let refused: string[] = []
beforeAll(() => import('#web/pages/import.vue'), 60_000)
afterEach(async () => {
  await open?.close()
  open = undefined
  refused = []
})

const FIRST =
  '采用日期,原稿标题,媒体名称,媒体级别\n2024-03-01,甲,四川日报,省级\n2024-03-02,乙,新华社,国家级'
/** 甲 is of another level, 丙 is new. */
const SECOND =
  '采用日期,原稿标题,媒体名称,媒体级别\n2024-03-01,甲,四川日报,市级\n2024-03-05,丙,新华社,国家级'

/** Has a file read by the desk, as if it were dropped on the page. */
async function dropped(desk: TestDesk, text: string, name = 'adoptions2024.csv') {
  const body = new FormData()
  body.append('files', new File([text], name))
  const response = await desk.app.request('/api/imports', { method: 'POST', body })
  return prepareImport.output.parse(await response.json())
}

/** The desk's own answers, but for the network between. */
const overNetwork = (desk: TestDesk) =>
  http.all('*/api/*', async ({ request }) => {
    const { pathname, search } = new URL(request.url)
    const { method } = request
    const body = method === 'GET' ? undefined : await request.text()
    const headers = { 'content-type': 'application/json' }
    const answer = await desk.app.request(`${pathname}${search}`, { method, headers, body })
    if (!answer.ok) refused.push(`${method} ${pathname} ${answer.status}`)
    return new HttpResponse(await answer.arrayBuffer(), answer)
  })

/** The import page over a desk that is real but for the network between. */
async function atImport(desk: TestDesk, id: string): Promise<void> {
  open = await openPage(`/import?import=${id}`, [overNetwork(desk)], '.confirm')
}

const body = () => document.body.textContent.replaceAll(/\s+/g, ' ')
const press = async (name: string, isThere: () => boolean): Promise<void> => {
  const buttons = [...document.body.querySelectorAll('button')]
  buttons.find((button) => button.textContent.trim() === name)?.click()
  await waitFor(isThere)
}
const adoptions = async (desk: TestDesk): Promise<number> =>
  (await ask(desk, listRecords, '/ledgers/adoptions/records')).total

describe('a prepared import', () => {
  it('says before it is loaded which records and figures it changes, and writes nothing', async () => {
    const desk = testDesk()
    const first = await dropped(desk, FIRST)
    const sections = first.sections.map(({ id }) => id)
    await ask(desk, confirmImport, `/imports/${first.id}/confirm`, { sections })
    await atImport(desk, (await dropped(desk, SECOND)).id)
    await press('先看会改什么', () => body().includes('改动的记录'))
    expect(body()).toContain('上级采用台账 新增 1 条，改动 1，一样的 0')
    expect(body()).toContain('甲：把 媒体级别 从 省级 改为 市级')
    expect(body()).toContain('2024年 上级采用2 条 → 3 条')
    expect(await adoptions(desk)).toBe(2)
  })

  /** Two adoptions, and the two outlets that joined the list with them. */
  it('once loaded is taken back only after the figures that change were told', async () => {
    const desk = testDesk()
    await atImport(desk, (await dropped(desk, FIRST)).id)
    await press('确认导入', () => body().includes('已入库'))
    await press('撤回本批次', () => body().includes('2024年 上级采用'))
    expect(document.body.querySelector('[data-undone]')?.textContent).toBe(
      '移除 2 条，名录移除 2 个名称。',
    )
    expect(await adoptions(desk)).toBe(2)
    await press('确认撤回', () => body().includes('已撤回：移除 2 条，名录移除 2 个名称。'))
    expect(await adoptions(desk)).toBe(0)
    // What it would change is not asked of a batch that is gone.
    expect(refused).toEqual([])
  })
})

describe('a sheet of totals', () => {
  const sheet = (january: string) => `2024年发稿统计\n指标,1月,2月\n首发,${january},2\n转载,3,约4\n`
  const table = () =>
    [...document.body.querySelectorAll('[aria-label$="的填报数"] tbody tr')].map((row) =>
      row.textContent.replaceAll(/\s+/g, ' ').trim(),
    )
  const choose = (name: string, value: string): void => {
    const fields = [...document.body.querySelectorAll<HTMLLabelElement>('form.fix label')]
    const select = fields.find(({ textContent }) => textContent.includes(name))?.control
    if (!(select instanceof HTMLSelectElement)) throw new Error(`${name} asks nothing`)
    select.value = value
    select.dispatchEvent(new Event('change'))
  }

  it('shows each figure with its cell, asks what a line is of, and what is stated there now', async () => {
    const desk = testDesk()
    const first = await dropped(desk, sheet('1'), 'totals.csv')
    await atImport(desk, first.id)
    expect(body()).toContain('读到 4 格 = 可导入 2 + 有问题 2 + 跳过 0')
    expect(table()).toEqual(['转载3 条（B4）约 4 条（C4）'])
    expect(body()).toContain('“首发”可能是原创，也可能是发布量（首发）。')
    choose('首发', 'original')
    await press('按这样重读', () => body().includes('读到 4 格 = 可导入 4'))
    expect(table()[0]).toBe('原创1 条（B3）2 条（C3）')
    await press('确认导入', () => body().includes('已入库'))
    await open?.close()

    // The next sheet is read the same, and says what it changes.
    await atImport(desk, (await dropped(desk, sheet('7'), 'again.csv')).id)
    expect(body()).toContain('其中已填过的：1 个会改，3 个一样')
    expect(table()[0]).toBe('原创原来填的1 条7 条（B3）2 条（C3）')
  })
})

describe('the list of batches', () => {
  /** 45 by hand, the third of them by 吉克. */
  async function atBatches(address: string): Promise<void> {
    const desk = testDesk()
    await desk.context.store.write(async (writer) => {
      for (let nth = 1; nth <= 45; nth += 1)
        await writer.openBatch({
          id: `hand-${nth}`,
          kind: 'entry',
          title: '修改发稿台账',
          why: `第${nth}次`,
          at: new Date(Date.parse('2025-03-01T00:00:00Z') + nth * 60_000).toISOString(),
          by: nth === 3 ? '吉克' : '沙马',
          files: [],
          notes: [],
        })
    })
    open = await openPage(address, [overNetwork(desk)], 'tbody tr')
  }
  const count = () => document.querySelector('[data-count]')?.textContent
  const follow = async (name: string, isThere: () => boolean): Promise<void> => {
    const links = [...document.body.querySelectorAll('a')]
    links.find((link) => link.textContent.trim() === name)?.click()
    await waitFor(isThere)
  }

  it('shows a page of what there is, and is turned through the address', async () => {
    await atBatches('/import')
    expect(count()).toBe('共 45 批，第 1–20 批')
    await follow('较早一页', () => count() === '共 45 批，第 21–40 批')
    expect(body()).toContain('第25次')
    await follow('较早一页', () => count() === '共 45 批，第 41–45 批')
    open?.router.back()
    await waitFor(() => count() === '共 45 批，第 21–40 批')
    await follow('最新', () => count() === '共 45 批，第 1–20 批')
  })

  it('says why a file is not given to whoever sees masks, and saves one that is', async () => {
    const desk = testDesk()
    const { id, sections } = await dropped(desk, FIRST)
    const chosen = sections.map((section) => section.id)
    await ask(desk, confirmImport, `/imports/${id}/confirm`, { sections: chosen })
    const { message, why, fix } = DIAGNOSTICS.FILE_UNDER_MASKS
    let isGiven = false
    const file = http.get('*/api/batches/:batch/files/:hash', () =>
      isGiven
        ? HttpResponse.text(FIRST)
        : HttpResponse.json(
            { code: 'FILE_UNDER_MASKS', message, why, fix, requestId: '1' },
            { status: 403 },
          ),
    )
    open = await openPage('/import', [file, overNetwork(desk)], 'tbody tr')
    const roles = DEFAULT_ROLES.filter((role) => role.id === 'director')
    rights.value = rightsAnswer(rightsOf(roles, ''))
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('#file')
    await follow('原文件 adoptions2024.csv', () => body().includes('原文件不能下载'))
    expect(body()).toContain('请能看姓名号码的人下载')
    expect(saved).not.toHaveBeenCalled()
    isGiven = true
    await follow('原文件 adoptions2024.csv', () => saved.mock.calls.length > 0)
    expect(body()).not.toContain('原文件不能下载')
    const [given] = saved.mock.calls[0] ?? []
    expect(given instanceof Blob && (await given.text())).toBe(FIRST)
    saved.mockRestore()
    rights.value = null
  })

  it('is narrowed by what the address says, and says where that leaves nothing', async () => {
    await atBatches('/import?by=吉克')
    expect(count()).toBe('共 1 批')
    expect(body()).toContain('没有动到记录')
    await open?.router.push('/import?q=没有的字')
    await waitFor(() => body().includes('没有符合条件的批次。'))
    await press('清除筛选', () => count() === '共 45 批，第 1–20 批')
  })
})
