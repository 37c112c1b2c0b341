import { expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'

const desk = demoDesk()

const row = (kind: string, name: string) =>
  desk.page
    .locator(`tr[data-pair^="${kind}|"]`)
    .filter({ has: desk.page.getByRole('rowheader', { name: new RegExp(`^${name}\\s?2024年`) }) })

it('stated and counted stand side by side with their difference and a likely cause', async () => {
  await desk.open('reconcile?p=2024', 'main h2')
  await desk.page.getByRole('heading', { name: /22 处可以互相核对，3 处不符/ }).waitFor()
  const words = await row('stated', '上级采用').innerText()
  for (const said of ['≠ 不符', '1,246 条', '1,245 条', '+1 条（0.08%）', '可能是填报的合计加错'])
    expect(words).toContain(said)
  expect(await row('growth', '上级采用同比增减').innerText()).toContain('197 条')
})

it('a counted side leads to as many records, and back again', async () => {
  await row('stated', '上级采用').getByRole('link', { name: '1,245 条' }).click()
  await desk.page.locator('[data-total]').waitFor()
  expect(await desk.page.locator('[data-total]').innerText()).toBe('共 1,245 条')
  await desk.page.goBack()
  await row('stated', '上级采用').waitFor()
})

it('an explanation is written with the keyboard alone and leaves both figures as they are', async () => {
  const own = row('stated', '上级采用')
  await own.getByRole('button', { name: /写说明/ }).focus()
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.type('合计应为 1,245 条，已告知撰稿人')
  await desk.page.keyboard.press('Shift+Tab')
  await desk.page.keyboard.press('ArrowDown')
  await desk.page.keyboard.press('Tab')
  await desk.page.keyboard.press('Tab')
  await desk.page.keyboard.press('Enter')
  await own.getByText('合计应为 1,245 条，已告知撰稿人').waitFor()
  const words = await own.innerText()
  for (const said of ['已说明', '1,246 条', '1,245 条', '≠ 不符']) expect(words).toContain(said)
  await desk.page.getByRole('button', { name: '还没有结论 2' }).waitFor()
})

it('only the differing ones are shown when asked for, also by a link', async () => {
  await desk.open('reconcile?p=2024&show=differ', 'main h2')
  await row('sum', '中省市级主流媒体采用').waitFor()
  expect(await desk.page.locator('tr[data-pair]').count()).toBe(3)
})
