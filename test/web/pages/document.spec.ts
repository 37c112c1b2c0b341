import { http } from 'msw'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { saveText } from '#shared/contract/documents.ts'
import { addRecords } from '#shared/contract/records.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'

const USE = { work: '梯田', outlet: '四川日报', level: '省级', day: '2024-10-08' }
let open: DeskPage | undefined

beforeAll(() => import('#web/pages/document.vue'), 60_000)
afterEach(async () => {
  await open?.close()
  open = undefined
})

const write = (desk: TestDesk, p: string, text: string, by = '') =>
  ask(desk, saveText, '/documents/monthly/texts/problems', { p, text, seen: null, by })

/** The report of October over a real desk that knows one adoption. */
async function october(before: (desk: TestDesk) => Promise<unknown> = async () => {}) {
  const desk = testDesk()
  await ask(desk, addRecords, '/ledgers/adoptions/records', { rows: [USE] })
  await before(desk)
  const api = http.all('*/api/*', ({ request }) => desk.app.fetch(request))
  open = await openPage('/meeting/documents/monthly?p=2024-10', [api], '[data-slot="problems"]')
  const { page } = open
  return { desk, page, problems: page.find('[data-slot="problems"]') }
}

it('a figure of the report leads to its records', async () => {
  const { page } = await october()
  const adopted = page.find('a[data-tag="adopted@2024-10"]')
  expect(adopted.text()).toBe('1 条')
  expect(adopted.attributes('href')).toBe('/ledgers/adoptions?measure=records&p=2024-10')
  expect(page.text()).toContain('上级采用：以采用台账登记的采用日期计')
})

it('a text is saved when it is left, its characters are counted', async () => {
  const { page, problems } = await october()
  await page.find('[aria-label="填写人"]').setValue('编辑甲')
  const area = problems.find('textarea')
  await area.setValue('客户端更新不及时。')
  expect(problems.text()).toContain('9 字')
  await area.trigger('change')
  await waitFor(() => problems.text().includes('编辑甲 已保存'))
  expect(page.text()).toContain('文字截至 2025-02-10 10:00')
})

it('two people do not overwrite one another: both texts are shown, one is chosen', async () => {
  const { desk, problems } = await october()
  await write(desk, '2024-10', '乙写的。', '编辑乙')
  const area = problems.find('textarea')
  await area.setValue('甲写的。')
  await area.trigger('change')
  await waitFor(() => problems.find('[role="alert"]').exists())
  expect(problems.find('[role="alert"]').text()).toContain('编辑乙 刚存了另一段：乙写的。')
  expect(area.element.value).toBe('甲写的。')
  const [theirs] = problems.findAll('[role="alert"] button')
  await theirs?.trigger('click')
  expect(area.element.value).toBe('乙写的。')
})

it('the text of the period before is offered, and marked once it is taken over', async () => {
  const { problems } = await october((desk) => write(desk, '2024-09', '下载量较低。'))
  expect(problems.text()).toContain('2024年9月写的是：下载量较低。')
  await problems.find('.offered button').trigger('click')
  await waitFor(() => problems.text().includes('沿用上期，还没有改'))
  expect(problems.find('textarea').element.value).toBe('下载量较低。')
})
