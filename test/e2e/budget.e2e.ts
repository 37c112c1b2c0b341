import { describe, expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'

const desk = demoDesk()

const READY = '#audit .card'
const card = (words: string) => desk.page.locator('.card', { hasText: words })
const lineOf = (project: string) =>
  desk.page.getByRole('region', { name: '各预算项目执行' }).locator('tr', { hasText: project })

describe('预算绩效 of the example', () => {
  it('October 2024: each line against ten twelfths', async () => {
    await desk.open('budget?p=2024-10', READY)
    await card('1 项远慢于序时进度：“数字化建设项目”').first().waitFor()
    await card('本年预算 426.45 万元，已支付 360.78 万元，结余 65.67 万元').first().waitFor()
    const cells = await lineOf('数字化建设项目').locator('th, td').allInnerTexts()
    expect(cells.map((cell) => cell.trim())).toEqual([
      '数字化建设项目',
      '5.80',
      '未调整',
      '5.80',
      '4.50',
      '1.30',
      '77.59%',
      '83.33%',
      '−5.75',
      '过慢',
    ])
    await card('年底预计支付 432.94 万元至 434.96 万元，将超预算').first().waitFor()
  })

  it('leads from the payments to as many records, each with its voucher', async () => {
    await desk.page.getByRole('link', { name: '全部 5 笔' }).click()
    await desk.page.waitForURL(/ledgers\/payments/)
    await desk.page.getByRole('heading', { name: '支付台账 · 已支付 · 2024年10月' }).waitFor()
    await desk.page.locator('.grid-box .open').first().waitFor()
    expect(await desk.page.locator('.grid-box .open').count()).toBe(5)
    expect(await desk.page.locator('main').innerText()).toContain('5 笔')
  })

  it('2023: carried over money is a pot of its own, and the rates have names', async () => {
    await desk.open('budget?p=2023', READY)
    const pots = card('上年结转 1.20 万元，已用 1.07 万元')
    expect(await pots.locator('dd b').allInnerTexts()).toEqual(['96.73%', '89.00%', '96.71%'])
    expect(await pots.innerText()).toContain('如果见到 97.00%，那是分子加了结转支付')
    expect(await lineOf('数字化建设项目').innerText()).toContain('缺原因说明')
  })

  it('2024: the department’s score stands beside the projects’, with its working', async () => {
    await desk.open('budget?p=2024', READY)
    const scores = card('部门整体 98 分（优）；3 个项目都是 100 分')
    expect(await scores.locator('li b').allInnerTexts()).toEqual([
      '98 分（优）',
      '100 分（优）',
      '100 分（优）',
      '100 分（优）',
    ])
    const faults = desk.page.locator('#sheet-0 tr', { hasText: '技术故障次数' })
    expect(await faults.innerText()).toContain('超出 2 个单位（每 1）：10 − 2 × 0.5 = 9')
  })

  it('what the auditor will ask leads to the record', async () => {
    const early = desk.page.locator('[data-check="beforeBudget"]')
    expect(await early.innerText()).toContain('45 笔中 2 笔，27.95 万元')
    await early.getByRole('link', { name: '2024-01-10 人员经费' }).click()
    await desk.page.waitForURL(/ledgers\/payments\?record=/)
    await desk.page.getByText('示例ZF2024001').first().waitFor()
  })

  it('what was limited in the settings is asked as it is set', async () => {
    const unable = desk.page.locator('#audit .unable')
    await desk.open('budget?p=2024', READY)
    expect(await unable.innerText()).toContain('没有设采购限额')
    await desk.page.goto(`${desk.address}settings#budget`)
    await desk.page.getByRole('textbox', { name: '采购限额' }).fill('20')
    await desk.page.getByRole('button', { name: '保存预算绩效设置' }).click()
    await desk.page.getByText('已保存。').waitFor()
    await desk.open('budget?p=2024', READY)
    expect(await unable.innerText()).toContain('支付台账没有登记收款方')
  })

  it('the year before any ledger is absent, not zero', async () => {
    await desk.page.goto(`${desk.address}budget?p=2022`)
    await desk.page.getByText('2022年未登记').first().waitFor()
    expect(await desk.page.locator('main').innerText()).not.toMatch(/(^|[^\d.])0 (笔|项|万元)/)
  })
})
