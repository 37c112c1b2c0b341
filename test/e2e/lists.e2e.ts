import { describe, expect, it } from 'vitest'
import { demoDesk } from '../support/demo-desk.ts'

describe('a reference list', () => {
  const desk = demoDesk()
  const entry = (name: string) => desk.page.locator(`[data-entry="${name}"]`)
  const dialog = (title: string) => desk.page.getByRole('dialog', { name: title })
  const uses = (name: string) => entry(name).locator('.uses').innerText()

  it('makes two names one by a 又名, once its changes were shown', async () => {
    await desk.open('lists?list=outlets', '[data-entry]')
    expect(await uses('四川观察')).toContain('上级采用台账 202 条')
    expect(await uses('川观新闻')).toContain('上级采用台账 250 条')
    await entry('四川观察').getByRole('button', { name: '修改' }).click()
    await dialog('修改 · 四川观察').getByLabel('又名', { exact: true }).fill('川观新闻')
    await dialog('修改 · 四川观察').getByRole('button', { name: '看改动' }).click()
    const preview = dialog('会改动什么')
    await preview.locator('[data-preview]').waitFor()
    const told = await preview.innerText()
    expect(told).toContain('“川观新闻”并入“四川观察”，成为又名')
    expect(told).toContain('上级采用台账 250 条改记')
    expect(told).toMatch(/2024年 上级采用 · 四川观察\s+\d+ 条\s+\d+ 条/)
    await preview.getByRole('button', { name: '确认，改记 378 条' }).click()
    await desk.page.getByText('378 条记录已改记').waitFor()
    await expect.poll(() => uses('四川观察')).toContain('上级采用台账 452 条')
    expect(await entry('川观新闻').count()).toBe(0)
    expect(await entry('四川观察').locator('.chip').allTextContents()).toEqual(['又名川观新闻'])
  })

  it('leads to as many records as it says', async () => {
    await entry('四川观察').getByRole('link', { name: '上级采用台账 452 条' }).click()
    await desk.page.waitForURL(/ledgers\/adoptions/)
    await desk.page.locator('[data-total]').getByText('共 452 条').waitFor()
    await desk.page.goBack()
    await entry('四川观察').waitFor()
  })

  it('merges two outlets and takes it back whole', async () => {
    await desk.open('lists?list=outlets', '[data-entry]')
    await entry('新华社').getByRole('button', { name: '合并' }).click()
    await dialog('合并 · 新华社').getByLabel('并入哪一条').selectOption('新华社客户端')
    await dialog('合并 · 新华社').getByRole('button', { name: '看改动' }).click()
    await dialog('会改动什么').getByText('没有记录因此改名或改级别。').waitFor()
    await dialog('会改动什么').getByRole('button', { name: '确认' }).click()
    await entry('新华社客户端').locator('.chip').waitFor()
    expect(await entry('新华社').count()).toBe(0)
    await desk.page.getByRole('button', { name: '撤回这次改动' }).click()
    await entry('新华社').waitFor()
    expect(await entry('新华社客户端').locator('.chip').count()).toBe(0)
  })
})
