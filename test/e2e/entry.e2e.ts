import { expect, it } from 'vitest'
import { seriousFaults } from '../support/access.ts'
import { demoDesk } from '../support/demo-desk.ts'

const desk = demoDesk(async () => {})
const field = (label: string) => desk.page.getByRole('textbox', { name: label, exact: true })
const row = (key: string) => desk.page.locator(`[data-line="${key}"]`)
const read = (key: string) => row(key).locator('[data-read]').innerText()
const figure = (metric: string) => desk.page.locator(`[data-metric="${metric}"] [data-figure]`)

it('a blank desk takes a month’s totals as people write them', async () => {
  await desk.open('entry?p=2024-10', '[data-line]')
  await field('上级采用').fill('151')
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.type('24')
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.type('56')
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.type('70')
  expect(await row('adopted').innerText()).toContain('分项合计 150，总数 151，差 1')
  await field('监测信息').fill('七千')
  expect(await row('monitored').innerText()).toContain('读不出一个数')
  expect(await desk.page.getByRole('button', { name: /^保存/ }).isDisabled()).toBe(true)
  await field('监测信息').fill('0.7万余')
  expect(await read('monitored')).toBe('超 7,000 条')
})

it('what is not saved stands there again after a reload', async () => {
  await desk.page.reload()
  await desk.page.getByText('上次有 5 项没有保存，已放回。').waitFor()
  expect(await field('监测信息').inputValue()).toBe('0.7万余')
  await desk.page.getByRole('button', { name: '保存 5 项' }).click()
  await desk.page.getByText('已保存：新填 5 项').waitFor()
  expect(await seriousFaults(desk.page)).toEqual([])
})

it('the pages show them in their words, as stated', async () => {
  await desk.open('?p=2024-10', '[data-lede]')
  expect(await figure('adopted').innerText()).toMatch(/^151\s*条$/)
  expect(await desk.page.locator('[data-metric="adopted"]').innerText()).toContain('填报')
  await desk.open('sentiment?p=2024-10', '[data-metric="monitored"]')
  expect(await figure('monitored').innerText()).toBe('0.7万余条')
})

it('a cleared figure is absent again, and its history tells', async () => {
  await desk.open('entry?p=2024-10', '[data-line]')
  await field('上级采用').fill('')
  await desk.page.getByRole('button', { name: '保存 1 项' }).click()
  await desk.page.getByText('已保存：清除 1 项').waitFor()
  await desk.open('?p=2024-10', '[data-lede]')
  expect(await figure('adopted').innerText()).not.toContain('151')
  await desk.open('history', '[data-act]')
  expect(await desk.page.locator('[data-act]').first().innerText()).toContain('填报数据 删除 1 项')
})

it('a pasted paragraph becomes figures, accepted one by one, with its words', async () => {
  await desk.open('entry?p=2024-10', '[data-line]')
  const card = desk.page.getByRole('region', { name: '粘贴一段话' })
  await card
    .getByLabel('一段话')
    .fill('10月，被中省市级主流媒体采用150条，其中国家级24条；直播观看11万余人次，老照片140余期。')
  const read = await card
    .getByRole('list', { name: '读出的数' })
    .getByRole('listitem')
    .allInnerTexts()
  expect(read.length).toBe(3)
  expect(read[2]).toContain('超 110,000 人次')
  const left = card.getByRole('list', { name: '没有读懂的数' })
  expect(await left.innerText()).toMatch(/^140余期\s+认不出是哪一项指标/)
  await card.getByRole('button', { name: /采纳\s*150条/ }).click()
  await card.getByRole('button', { name: /不要\s*24条/ }).click()
  await card.getByRole('button', { name: /采纳\s*11万余人次/ }).click()
  await card.getByRole('button', { name: '填入采纳的 2 项' }).click()
  await card.getByText('已填入 2 项，原话记在各项的说明里').waitFor()
  expect(await seriousFaults(desk.page)).toEqual([])
  await desk.open('?p=2024-10', '[data-lede]')
  expect(await figure('adopted').innerText()).toBe('150条')
  await desk.open('ledgers/statedFigures?q=150条', '[data-total]')
  await desk.page.locator('.grid-box .open').first().click()
  await desk.page
    .getByRole('dialog')
    .getByText('被中省市级主流媒体采用150条，其中国家级24条')
    .waitFor()
})
