import { describe, expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'

const desk = demoDesk()
const open = (address: string) => desk.open(address, '#maintenance .card')
const card = (words: string) => desk.page.locator('.card', { hasText: words }).first()
const heading = (words: string) => desk.page.getByRole('heading', { name: words, exact: true })

describe('安全播出 of 2024', () => {
  it('shows planned checks against done, and what was missed', async () => {
    await open('safety?p=2024')
    await heading('计划 48 项次，漏检 15 项次，消防设备最多（7 个月）').waitFor()
    const fire = desk.page.getByRole('row', { name: /^消防设备 不限对象/ })
    expect((await fire.innerText()).replaceAll(/\s+/g, ' ')).toBe(
      '消防设备 不限对象 1 次 漏 1 2 漏 1 漏 1 4 漏 1 漏 1 漏 1 1 漏 1 1 1 5 个月 7 个月',
    )
  })

  it('follows hidden dangers from found to re-checked, with the open ones by age', async () => {
    await heading('发现 8 个隐患，已整改 7 个，其中复查 6 个').waitFor()
    expect(await card('未整改 1 个，已超期 1 个，最久 19 天').innerText()).toContain(
      '19 天 · 超期 4 天',
    )
  })

  it('suggests grades beside what a person decided', async () => {
    await heading('7 次故障，2 次达到级别阈值，还没有人认定').waitFor()
    const row = desk.page.getByRole('row', { name: /^8月10日 15:18/ })
    expect(await row.innerText()).toMatch(/95 秒（1分35秒）[\s\S]*较大[\s\S]*未认定/)
  })

  it('shows stoppage against due hours and how those come about; never 100% after a stoppage', async () => {
    const text = await card('综合频道停播 4 次，共 3分17秒').innerText()
    expect(text).toContain(
      '排期 8,662 小时 − 例行检修 159 小时 − 报备的检修 1 小时 40 分 = 应播 8,501 小时 20 分',
    )
    expect(text).toContain('99.9993%')
    expect(text).toContain('2.32 秒/百小时')
    expect(text).toMatch(/197 秒（3分17秒）[\s\S]*129.5 秒（2分10秒）\n垫播 135 秒折半/)
  })

  it('flags maintenance inside 重保期', async () => {
    await heading('检修 4 次，1 次落在重保期内').waitFor()
    expect(await card('1 处需要核对').innerText()).toContain('落在重保期“2024 年国庆”内')
  })

  it('leads from a kind and place to as many records', async () => {
    const cell = desk.page
      .getByRole('region', { name: '检查按对象和类别' })
      .getByRole('link', { name: '11', exact: true })
      .first()
    await cell.click()
    await desk.page.waitForURL(/ledgers\/checks.*category/)
    await desk.page.getByRole('heading', { name: /检查对象 综合频道播出机房/ }).waitFor()
    await desk.page.locator('.grid-box .open').nth(10).waitFor()
    expect(await desk.page.locator('.grid-box .open').count()).toBe(11)
  })

  it('says that no stoppage is good news', async () => {
    await open('safety?p=2024-10')
    await heading('综合广播期内没有停播').waitFor()
    expect(await card('综合广播期内没有停播').innerText()).toContain('距上次停播 191 天')
  })

  it('without thresholds suggests nothing', async () => {
    await desk.open('settings', '#app form')
    await desk.page.getByRole('button', { name: /移除\s*第 1 个阈值/ }).click()
    await desk.page.getByRole('button', { name: '保存安全播出设置' }).click()
    await desk.page.getByText('已保存。').waitFor()
    await open('safety?p=2024')
    await heading('7 次故障；没有设分级阈值，级别由人认定').waitFor()
    const row = desk.page.getByRole('row', { name: /^8月10日 15:18/ })
    expect(await row.innerText()).toContain('未设定')
  })
})
