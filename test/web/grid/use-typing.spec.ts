import { http, HttpResponse } from 'msw'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { addRecords, listRecords } from '#shared/contract/records.ts'
import { memoryStore } from '#server/store/memory.ts'
import { AFTER_2024, ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'

let open: DeskPage | undefined
/** No desk answers while it is so. */
let isDown = false

beforeAll(() => import('#web/pages/ledger.vue'), 60_000)
afterEach(async () => {
  await open?.close()
  open = undefined
  isDown = false
  localStorage.clear()
})

async function gridOf(...titles: readonly string[]): Promise<TestDesk> {
  const store = memoryStore()
  const desk = testDesk(AFTER_2024, store)
  let writes = 0
  const rows = titles.map((title) => ({
    day: '2024-11-05',
    title,
    platform: '爱峨边',
    form: '图文',
  }))
  await ask(desk, addRecords, '/ledgers/pieces/records', { rows })
  const api = http.all('*/api/*', ({ request }) => {
    if (request.method !== 'POST') return desk.app.fetch(request)
    if (isDown) return HttpResponse.error()
    // Each write a minute after the last: when a record was changed tells its states apart.
    writes += 1
    return testDesk(AFTER_2024 + writes * 60_000, store).app.fetch(request)
  })
  const address = '/ledgers/pieces?sort=title:asc&cols=title,day,platform,form,reads'
  open = await openPage(address, [api], '.grid-box .open')
  return desk
}

const said = (): string =>
  document.querySelector('[data-said]')?.textContent.replaceAll(/\s+/g, ' ').trim() ?? ''
const row = (at: number): string[] =>
  [...document.querySelectorAll(`[aria-rowindex="${at + 2}"] [role=gridcell]`)].map((each) =>
    each.textContent.trim(),
  )
const titles = async (desk: TestDesk) =>
  (await ask(desk, listRecords, '/ledgers/pieces/records?sort=title:asc')).records.map(
    ({ row: cells }) => cells.title,
  )
const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name)

function sink(): HTMLInputElement {
  const input = document.querySelector('.sink input')
  if (!(input instanceof HTMLInputElement)) throw new Error('no cell is stood in')
  return input
}
function key(name: string, ctrlKey = false): void {
  sink().dispatchEvent(new KeyboardEvent('keydown', { key: name, ctrlKey, bubbles: true }))
}

/** Types into a cell by its place, over what stands there. */
async function type(at: number, col: number, text: string): Promise<void> {
  const cell = document.querySelector(`[aria-rowindex="${at + 2}"] [data-col="${col}"]`)
  cell?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }))
  await waitFor(() => cell?.classList.contains('is-active') ?? false)
  sink().focus()
  sink().value = text
  sink().dispatchEvent(new Event('input', { bubbles: true }))
  await waitFor(() => document.querySelector('.sink.is-open') !== null)
  key('Enter')
}

async function undo(label: string): Promise<void> {
  key('z', true)
  await waitFor(() => said() === `已撤销：${label}`)
}
async function redo(label: string): Promise<void> {
  key('y', true)
  await waitFor(() => said() === `已重做：${label}`)
}

it('takes back what was typed into a new row cell by cell, and the row, and does it again', async () => {
  const desk = await gridOf('甲')
  button('加一行')?.click()
  await waitFor(() => row(1)[0] === '甲')
  await type(0, 0, '新')
  await type(0, 1, '2024-11-06')
  await waitFor(() => row(0)[1] === '2024-11-06')
  await undo('改“发布日期”')
  expect(row(0).slice(0, 2)).toEqual(['新', ''])
  await undo('改“标题”')
  await undo('加一行')
  expect(row(0)[0]).toBe('甲')
  await redo('加一行')
  await redo('改“标题”')
  await redo('改“发布日期”')
  expect(row(0).slice(0, 2)).toEqual(['新', '2024-11-06'])
  expect(await titles(desk)).toEqual(['甲'])
})

it('a new row that was written waits again as it was typed once that is undone', async () => {
  const desk = await gridOf('甲')
  button('加一行')?.click()
  await waitFor(() => row(1)[0] === '甲')
  for (const [col, text] of ['乙', '2024-11-06', '爱峨边', '图文'].entries())
    await type(0, col, text)
  key('s', true)
  await waitFor(() => said().includes('新增 1 条，已保存'))
  expect(await titles(desk)).toEqual(['乙', '甲'])
  await undo('新增 1 条')
  expect(await titles(desk)).toEqual(['甲'])
  await waitFor(() => row(0)[0] === '乙')
  await undo('改“体裁”')
  expect(row(0).slice(0, 4)).toEqual(['乙', '2024-11-06', '爱峨边', ''])
  await redo('改“体裁”')
  await redo('新增 1 条')
  expect(await titles(desk)).toEqual(['乙', '甲'])
  expect(button('保存')).toBeUndefined()
})

it('a refused cell is taken back before what was written earlier, and not once it was mended', async () => {
  const desk = await gridOf('甲')
  await type(0, 0, '乙')
  await waitFor(() => said().includes('已保存'))
  await type(0, 4, '很多')
  await waitFor(() => said().includes('没有保存（改“阅读量”）'))
  await undo('改“阅读量”')
  expect(document.querySelector('.is-bad, .is-typed')).toBeNull()
  await redo('改“阅读量”')
  expect(row(0)[4]).toBe('很多')
  await type(0, 4, '12')
  await waitFor(() => said().includes('改“阅读量”，已保存'))
  await undo('改“阅读量”')
  await undo('改“标题”')
  expect(await titles(desk)).toEqual(['甲'])
  expect(button('撤销')?.disabled).toBe(true)
})

it('what could not be undone because no desk answered can be undone later', async () => {
  const desk = await gridOf('甲')
  await type(0, 0, '乙')
  await waitFor(() => said().includes('已保存'))
  isDown = true
  key('z', true)
  await waitFor(() => said().includes('没有撤销'))
  isDown = false
  await undo('改“标题”')
  expect(await titles(desk)).toEqual(['甲'])
})

it('what is given up comes back by undoing', async () => {
  await gridOf('甲')
  button('加一行')?.click()
  await waitFor(() => row(1)[0] === '甲')
  await type(0, 0, '新')
  button('放弃')?.click()
  await waitFor(() => row(0)[0] === '甲')
  await undo('放弃没有保存的')
  expect(row(0)[0]).toBe('新')
})
