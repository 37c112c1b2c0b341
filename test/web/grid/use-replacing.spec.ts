import { http } from 'msw'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { addRecords, listRecords, readRecord } from '#shared/contract/records.ts'
import { closeMonth } from '#shared/contract/review.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'

let open: DeskPage | undefined

beforeAll(
  () =>
    Promise.all([import('#web/pages/ledger.vue'), import('#web/components/grid/GridReplace.vue')]),
  60_000,
)
afterEach(async () => {
  await open?.close()
  open = undefined
})

const piece = (title: string, more: Readonly<Record<string, string>> = {}) => ({
  day: '2024-11-05',
  title,
  platform: '爱峨边',
  form: '图文',
  ...more,
})

/** The window to replace, over the grid of a real desk that holds these pieces. */
async function replacing(
  rows: readonly Readonly<Record<string, string>>[],
  query = 'sort=title:asc',
): Promise<TestDesk> {
  const desk = testDesk()
  await ask(desk, addRecords, '/ledgers/pieces/records', { rows })
  const api = http.all('*/api/*', ({ request }) => desk.app.fetch(request))
  open = await openPage(`/ledgers/pieces?${query}`, [api], '.grid-box .open')
  document
    .querySelector('.sink input')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', ctrlKey: true, bubbles: true }))
  await waitFor(() => document.querySelector('.replace') !== null)
  return desk
}

const recordsOf = async (desk: TestDesk) =>
  (await ask(desk, listRecords, '/ledgers/pieces/records?sort=title:asc')).records
const words = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((each) =>
    each.textContent.replaceAll(/\s+/g, ' ').trim(),
  )
const told = () => words('[data-found]')[0] ?? ''

function fill(at: 0 | 1, text: string): void {
  const input = document.querySelectorAll('.replace form input')[at]
  if (!(input instanceof HTMLInputElement)) throw new Error('no input')
  input.value = text
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

const press = (name: string): void =>
  [...document.querySelectorAll('button')]
    .find((button) => button.textContent.replaceAll(/\s+/g, ' ').trim() === name)
    ?.click()

it('leaves names of reference lists alone, unless theirs is the field one chose', async () => {
  await replacing([piece('沙坪春耕', { author: '沙坪甲', remark: '沙坪乙' })])
  fill(0, '沙坪')
  await waitFor(() => told().includes('选中 1 条、2 处'))
  const field = document.querySelector<HTMLSelectElement>('.replace select')
  if (field) field.value = 'author'
  field?.dispatchEvent(new Event('change'))
  await waitFor(() => told().includes('选中 1 条、1 处'))
  expect(words('.replace tbody tr .text')).toEqual(['沙坪甲 → 甲'])
})

it('shows each record before and after, writes those that stay ticked as one batch, and undoes it in one step', async () => {
  const desk = await replacing([
    piece('沙坪春耕', { remark: '沙坪甲' }),
    piece('沙坪夏收'),
    piece('沙坪秋收'),
    piece('冬藏'),
  ])
  fill(0, '沙坪')
  fill(1, '我县')
  await waitFor(() => told().includes('3 条里有“沙坪”；选中 3 条、4 处。'))
  expect(words('.replace tbody tr .text')).toContain('沙坪甲 → 我县甲')
  document.querySelector<HTMLElement>('[aria-label="替换 沙坪夏收"]')?.click()
  await waitFor(() => told().includes('选中 2 条、3 处'))
  press('替换 3 处')
  await waitFor(() => words('[data-said]')[0] === '把 3 处“沙坪”换成“我县”，已保存')
  expect(document.querySelector('.replace')).toBeNull()
  const now = await recordsOf(desk)
  expect(now.map(({ row }) => row.title)).toEqual(['冬藏', '我县春耕', '我县秋收', '沙坪夏收'])
  const { history } = await ask(desk, readRecord, `/ledgers/pieces/records/${now[1]?.id}`)
  expect(history).toMatchObject([
    { why: '查找替换：“沙坪”换成“我县”', after: { title: '我县春耕', remark: '我县甲' } },
  ])
  press('撤销')
  await waitFor(() => words('[data-said]')[0] === '已撤销：把 3 处“沙坪”换成“我县”')
  expect((await recordsOf(desk)).map(({ row }) => row.remark)).toContain('沙坪甲')
})

it('reads what it finds by and by, and replaces in all of it as one act', async () => {
  const all = Array.from({ length: 501 }, (_, n) => piece(`春${n}`))
  const desk = await replacing(all)
  fill(0, '春')
  await waitFor(() => told().includes('501 条里有“春”；选中 501 条、501 处'))
  fill(1, '夏')
  press('替换 501 处')
  await waitFor(() => words('[data-doing]')[0] === '正在写入 501 条，全写成或全不写……')
  await waitFor(() => words('[data-said]')[0] === '把 501 处“春”换成“夏”，已保存')
  expect((await recordsOf(desk))[0]?.row.title).toBe('夏0')
  await waitFor(() => words('[role=gridcell]').includes('夏0'))
})

it('keeps to the list as it is narrowed', async () => {
  await replacing([piece('春耕'), piece('春收', { author: '甲' })], 'where=author:甲')
  fill(0, '春')
  await waitFor(() => told().includes('1 条里有“春”'))
  expect(words('.replace tbody .name')).toEqual(['春收'])
})

it('writes nothing while one record is kept out, says beside it why, and goes on without it', async () => {
  const desk = await replacing([piece('春耕'), piece('春收', { day: '2024-10-08' }), piece('春')])
  await ask(desk, closeMonth, '/review/closings', { month: '2024-10', act: 'close' })
  fill(0, '春')
  await waitFor(() => told().includes('选中 3 条、3 处'))
  press('替换 3 处')
  await waitFor(() => words('.replace .bad').join().includes('没有替换'))
  expect(words('.replace [role=alert]')[0]).toContain('2 处不能写，其余的也没有写')
  expect(words('.replace tbody .bad').join('；')).toContain('这一列必须有内容')
  expect((await recordsOf(desk)).map(({ row }) => row.title)).toEqual(['春', '春收', '春耕'])
  press('不选写不进去的')
  await waitFor(() => told().includes('选中 1 条、1 处'))
  press('替换 1 处')
  await waitFor(() => document.querySelector('.replace') === null)
  expect((await recordsOf(desk)).map(({ row }) => row.title)).toEqual(['春', '春收', '耕'])
})
