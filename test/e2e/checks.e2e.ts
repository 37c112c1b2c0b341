import { expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'

const desk = demoDesk()

const result = (label: string) =>
  desk.page
    .getByRole('region', { name: '各项检查' })
    .getByRole('row', { name: label })
    .locator('td')
    .last()
const findings = () => desk.page.getByRole('region', { name: '检查的发现' }).locator('tbody tr')

it('a form refuses an end before its start and says so before saving', async () => {
  await desk.open('ledgers/faults?new=1', '#record-startedAt')
  await desk.page.locator('#record-startedAt').fill('2024-10-03 15:44')
  await desk.page.locator('#record-endedAt').fill('2024-10-03 15:40')
  await desk.page.getByText('恢复时间早于发生时间。核对两个时间。').waitFor()
  await desk.page.locator('#record-endedAt').fill('2024-10-03 15:50')
  await desk.page.getByText('恢复时间早于发生时间').waitFor({ state: 'detached' })
})

it('a form shows records alike while a title is typed, with links, and lets it be', async () => {
  await desk.open('ledgers/adoptions?new=1', '#record-work')
  await desk.page.locator('#record-day').fill('2024-05-29')
  await desk.page.locator('#record-outlet').fill('乐山广播电视台')
  await desk.page.locator('#record-work').fill('勒乌乡黑竹沟景区游人如织，迎来380多名观众')
  const alike = desk.page.getByText('像是已经登记过').locator('..')
  await alike.waitFor()
  const link = alike.getByRole('link').first()
  expect(await link.innerText()).toBe('勒乌乡黑竹沟景区游人如织 迎来380余名观众')
  expect(await link.getAttribute('href')).toMatch(/^\/ledgers\/adoptions\?record=/)
  expect(await desk.page.getByRole('button', { name: '保存' }).isEnabled()).toBe(true)
})

it('the checks of the example year are counted, and lead to the records', async () => {
  await desk.open('checks?p=2024-02', 'main .card')
  await desk.page.getByRole('link', { name: '2024年共 388 处待看，看全年' }).click()
  await desk.page
    .getByRole('heading', { name: '2024年：388 处待看，1 处已知；20 项检查做了 20 项' })
    .waitFor()
  expect(await result('填报的合计与分项不符').innerText()).toBe('1 处')
  expect(await result('同一人审了两道').innerText()).toBe('300 处')
  expect(await result('签发前就已发布').innerText()).toBe('68 处')
  expect(await result('满意度没有样本数').innerText()).toBe('4 处')
  expect(await result('同一采用可能登记、计分两次').innerText()).toBe('4 处')
  expect(await result('账号停更').innerText()).toBe('没有发现')
  await desk.page.getByRole('button', { name: '填报的合计与分项不符' }).click()
  expect(await findings().count()).toBe(1)
  await findings().getByRole('link', { name: '填报数据' }).click()
  await desk.page.getByRole('dialog').getByText('1246').first().waitFor()
})

it('a finding that is known moves away, is counted as such, and comes back', async () => {
  await desk.open('checks?p=2024&check=statedSums', 'main .card')
  await findings()
    .getByRole('button', { name: /标为已知/ })
    .click()
  await desk.page.getByPlaceholder('为什么可以这样').fill('原报告如此，已在核对说明里写明')
  await desk.page.getByRole('button', { name: '标为已知', exact: true }).click()
  await desk.page.getByText('没有待看的发现。').waitFor()
  expect(await result('填报的合计与分项不符').innerText()).toBe('0 处待看，1 处已知')
  await desk.page.getByRole('button', { name: '已知 2' }).click()
  await findings().getByText('原报告如此，已在核对说明里写明').waitFor()
  await findings()
    .getByRole('button', { name: /重新待看/ })
    .click()
  await desk.page.getByText('没有标为已知的发现。').waitFor()
  await desk.page.getByRole('button', { name: /^待看/ }).click()
  expect(await findings().count()).toBe(1)
})
