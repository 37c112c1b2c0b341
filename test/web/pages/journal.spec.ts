import { http } from 'msw'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { addRecords } from '#shared/contract/records.ts'
import { noteExport } from '#shared/contract/journal.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

let open: DeskPage | undefined

beforeAll(() => import('#web/pages/journal.vue'), 60_000)
afterEach(() => open?.close())

it('lists what was done, newest first, narrows it by kind and says that nothing is missing', async () => {
  const desk = testDesk()
  const rows = [{ day: '2024-10-08', title: '梯田', platform: '微信', form: '图文' }]
  await ask(desk, addRecords, '/ledgers/pieces/records', { rows })
  await ask(desk, noteExport, '/journal/exports', { what: '各级采用', form: 'png' })
  const handlers = [http.all('*/api/*', ({ request }) => desk.app.fetch(request))]
  open = await openPage('/journal', handlers, '[data-seq]')
  const { page } = open
  const listed = () => page.findAll('[data-seq] p').map((each) => each.text())
  expect(listed()).toEqual([
    '测试员 从页面导出“各级采用”（PNG）',
    '测试员 在发稿台账填写：新增 1 条',
  ])
  await waitFor(() => page.text().includes('2 条逐条校验过，没有改动，没有缺少'))
  await page.findAll('select')[1]?.setValue('write')
  await waitFor(() => listed().length === 1)
  expect(page.find('a[download]').attributes('href')).toBe('/api/journal.csv?kind=write')
})
