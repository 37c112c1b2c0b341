import { http } from 'msw'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { addRecords, listRecords, readRecord } from '#shared/contract/records.ts'
import { closeMonth } from '#shared/contract/review.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'

let open: DeskPage | undefined

beforeAll(() => import('#web/pages/ledger.vue'), 60_000)
afterEach(async () => {
  await open?.close()
  open = undefined
  localStorage.clear()
})

const piece = (title: string, more: Readonly<Record<string, string>> = {}) => ({
  day: '2024-11-05',
  title,
  platform: '爱峨边',
  form: '图文',
  ...more,
})

/** The grid of a real desk that holds these pieces, in the order of their titles. */
async function gridOf(...rows: readonly Readonly<Record<string, string>>[]): Promise<TestDesk> {
  const desk = testDesk()
  await ask(desk, addRecords, '/ledgers/pieces/records', { rows })
  const api = http.all('*/api/*', ({ request }) => desk.app.fetch(request))
  const address = '/ledgers/pieces?sort=title:asc&cols=title,author,reads,day'
  open = await openPage(address, [api], '.grid-box .open')
  return desk
}

const recordsOf = async (desk: TestDesk) =>
  (await ask(desk, listRecords, '/ledgers/pieces/records?sort=title:asc')).records
const authors = async (desk: TestDesk) => (await recordsOf(desk)).map(({ row }) => row.author)

/** Draws the block between two cells, counted from 0. */
function select(from: readonly [number, number], to: readonly [number, number]): void {
  for (const [[row, col], shiftKey] of [
    [from, false],
    [to, true],
  ] as const) {
    const cell = document.querySelector(`[aria-rowindex="${row + 2}"] [data-col="${col}"]`)
    cell?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0, shiftKey }))
  }
}
const press = (key: string, ctrlKey = false) =>
  document
    .querySelector('.sink input')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }))
const text = (selector: string): string =>
  document.querySelector(selector)?.textContent.replaceAll(/\s+/g, ' ').trim() ?? ''
const said = () => text('[data-said]')

it('says beneath the grid what the selected cells come to', async () => {
  await gridOf(piece('甲', { reads: '12' }), piece('乙', { author: '编辑丙' }), piece('丁'))
  select([0, 0], [2, 2])
  await waitFor(() => text('[data-block]').includes('3 行 3 列'))
  expect(text('[data-block]')).toBe('3 行 3 列计数 5空 4 格阅读量：求和 12 次，平均 12 次，计数 1')
})

it('fills a block with its first row in one batch, says why in the history, and undoes it in one step', async () => {
  const desk = await gridOf(
    piece('a', { author: '编辑丙' }),
    piece('b'),
    piece('c', { author: '乙' }),
  )
  select([0, 1], [2, 1])
  press('d', true)
  await waitFor(() => said() === '向下填充 2 格，已保存')
  expect(await authors(desk)).toEqual(['编辑丙', '编辑丙', '编辑丙'])
  const [, second, third] = await recordsOf(desk)
  const { history } = await ask(desk, readRecord, `/ledgers/pieces/records/${second?.id}`)
  expect(history).toMatchObject([{ why: '向下填充', before: { author: null } }])
  expect(third?.changedAt).toBe(second?.changedAt)
  press('z', true)
  await waitFor(() => said() === '已撤销：向下填充 2 格')
  expect(await authors(desk)).toEqual(['编辑丙', null, '乙'])
})

it('fills one row with the one above it, and the first row with nothing', async () => {
  const desk = await gridOf(piece('a', { author: '编辑丙' }), piece('b'))
  select([0, 1], [0, 1])
  press('d', true)
  await waitFor(() => said() === '第一行上面没有可以填下来的内容。')
  select([1, 1], [1, 1])
  press('d', true)
  await waitFor(() => said() === '向下填充 1 格，已保存')
  expect(await authors(desk)).toEqual(['编辑丙', '编辑丙'])
  select([0, 1], [1, 1])
  press('d', true)
  await waitFor(() => said() === '下面的格子本来就是这些内容，没有改动')
})

it('writes nothing of a block where one cell may not be empty, and says how many and why', async () => {
  const desk = await gridOf(piece('a', { author: '甲' }), piece('b', { author: '乙' }))
  select([0, 0], [1, 1])
  press('Delete')
  await waitFor(() => said().startsWith('没有保存（清空 4 格）'))
  expect(said()).toContain('2 处不能写，其余的也没有写。2 处：“标题”这一列必须有内容')
  expect(await authors(desk)).toEqual(['甲', '乙'])
  expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(2)
})

it('marks the rows of a closed month that keep a block out, and writes none of the others', async () => {
  const desk = await gridOf(
    piece('a', { author: '甲' }),
    piece('b', { day: '2024-10-08' }),
    piece('c'),
  )
  await ask(desk, closeMonth, '/review/closings', { month: '2024-10', act: 'close' })
  select([0, 1], [2, 1])
  press('d', true)
  await waitFor(() => said().includes('2024年10月已经结账'))
  expect(await authors(desk)).toEqual(['甲', null, null])
  expect(text('[data-shut]')).toContain('1 条在已结账的月份里，这一次 2 条都没有写入。')
  const bad = document.querySelector('[aria-invalid]')
  expect(bad?.closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('3')
})
