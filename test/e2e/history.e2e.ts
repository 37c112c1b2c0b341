import { describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/access.ts'
import { demoDesk } from '../support/demo-desk.ts'

describe('what happened to the records', () => {
  const desk = demoDesk()
  const adoptions = 'ledgers/adoptions?p=2024-10&measure=records'
  const total = () => desk.page.locator('[data-total]').innerText()
  const acts = () => desk.page.locator('[data-act]')

  it('a record deleted with a reason is told as an act, and lies in the bin', async () => {
    await desk.open(adoptions, '[data-total]')
    expect(await total()).toBe('共 150 条')
    await desk.page.locator('.grid-box .open').first().click()
    const drawer = desk.page.getByRole('dialog').first()
    await drawer.getByRole('button', { name: '删除', exact: true }).click()
    const asked = desk.page.getByRole('dialog', { name: '删除这条记录？' })
    await asked.getByLabel('原因（必填）').fill('重复登记')
    await asked.getByRole('button', { name: '确认删除' }).click()
    await expect.poll(total).toBe('共 149 条')
    await desk.open('history', '[data-act]')
    const told = await acts().first().innerText()
    expect(told).toContain('删除上级采用台账记录')
    expect(told).toContain('上级采用台账 删除 1 条')
    expect(told).toContain('原因：重复登记')
    await acts().first().getByRole('button', { name: '逐条看' }).click()
    await acts().first().getByText('删除了这条记录').waitFor()
    await acts().first().getByRole('link', { name: '在回收站' }).click()
    await desk.page.getByRole('cell', { name: '重复登记' }).waitFor()
  })

  it('comes back from the bin, and counts again', async () => {
    await desk.page.getByRole('checkbox', { name: /^选中/ }).check()
    await desk.page.getByRole('button', { name: '恢复选中的 1 条' }).click()
    await desk.page.getByText('已恢复 1 条，数字已重新计入。').waitFor()
    await desk.page.getByText('回收站是空的').waitFor()
    await desk.open(adoptions, '[data-total]')
    expect(await total()).toBe('共 150 条')
  })

  it('the changes behind a figure are listed from its records', async () => {
    await desk.page.getByRole('link', { name: '改动', exact: true }).click()
    await desk.page.getByRole('heading', { name: /^上级采用台账 · 2024年10月.*：改动$/ }).waitFor()
    const listed = desk.page.locator('.history li')
    await expect.poll(() => listed.count()).toBe(2)
    const lines = await listed.allInnerTexts()
    expect(lines[0]).toContain('恢复了这条记录')
    expect(lines[1]).toContain('原因：重复登记')
    expect(await seriousFaults(desk.page)).toEqual([])
  })
})
