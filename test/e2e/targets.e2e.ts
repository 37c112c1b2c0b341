import { describe, expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'

const desk = demoDesk()

const open = (address: string) => desk.open(address, '#marks')

const cells = (label: string) => desk.page.locator(`[data-target="${label}"] > *`).allInnerTexts()

describe('targets of the example year', () => {
  it('stand below their figures and at length at the end of the page', async () => {
    await open('adoption?p=2024')
    const tile = desk.page.locator('.tile[data-metric="adopted"]')
    await expect.poll(() => tile.innerText()).toContain('目标 1,200 条 · 已完成 103.8%，已达到')
    const [name, terms, value, progress, pace, points, projected, said] =
      await cells('全年上级采用 1200 条')
    expect(name).toContain('全年中省市级主流媒体采用不少于 1200 条 · 2024 年目标任务书')
    expect(terms).toContain('目标 1,200 条')
    expect([value, progress, pace, points, projected, said]).toEqual([
      '1,245 条',
      '103.8%',
      '100%',
      '+3.8 个百分点',
      '—',
      '已达到',
    ])
  })

  it('lead to as many records as they count', async () => {
    await desk.page.locator('#targets').getByRole('link', { name: '1,245 条' }).click()
    await expect.poll(() => desk.page.locator('[data-total]').innerText()).toBe('共 1,245 条')
  })

  it('of a running year are projected, and say how', async () => {
    await open('adoption?p=2024-10')
    const [, , value, progress, pace, , projected] = await cells('全年上级采用 1200 条')
    // 1,030 ÷ 1,200 and 1,030 × 366 ÷ 305
    expect([value, progress, pace]).toEqual(['1,030 条', '85.8%', '83.3%'])
    expect(projected).toContain('预计全年 1,236 条')
    expect(await desk.page.locator('#targets').innerText()).toContain('按已过天数线性外推')
  })

  it('by the day say on how many days they held', async () => {
    await open('content?p=2024-10')
    const [name, terms, , progress] = await cells('峨边在线每天不少于 3 条')
    expect(name).toContain('发布量 · 峨边在线')
    expect(terms).toContain('每天不少于 3 条')
    expect(progress).toContain('265/305 天')
  })

  it('keep stoppage below its ceiling', async () => {
    await open('safety?p=2024')
    const row = await cells('全年停播不超过 30 分钟')
    expect(row[1]).toContain('不超过 30分')
    expect(row.at(-1)).toBe('已达到')
  })
})

describe('a note on the time axis', () => {
  it('is written from a page, which then lists it with who wrote it', async () => {
    await open('content?p=2024-10')
    await desk.page.locator('header').getByRole('link', { name: '加注记' }).click()
    await expect.poll(() => desk.page.locator('#record-from').inputValue()).toBe('2024-10-01')
    await desk.page.locator('#record-title').fill('停电检修')
    await desk.page.getByRole('button', { name: '保存' }).click()
    await desk.page.waitForURL('**/content?p=2024-10')
    const row = desk.page.locator('#marks tbody tr', { hasText: '停电检修' })
    await expect.poll(() => row.innerText()).toContain('10月1日')
    expect(await row.innerText()).toContain('本机用户')
  })

  it('is changed and removed from the same list', async () => {
    const row = desk.page.locator('#marks tbody tr', { hasText: '停电检修' })
    await row.getByRole('link', { name: '修改' }).click()
    await desk.page.locator('#record-title').fill('停电检修两小时')
    await desk.page.getByRole('button', { name: '保存' }).click()
    await desk.page.waitForURL('**/content?p=2024-10')
    const changed = desk.page.locator('#marks tbody tr', { hasText: '停电检修两小时' })
    await changed.getByRole('link', { name: '历史与删除' }).click()
    await desk.page.getByRole('button', { name: '删除', exact: true }).click()
    await desk.page.locator('#removal-why').fill('试填')
    await desk.page.getByRole('button', { name: '确认删除' }).click()
    await desk.page.waitForURL('**/content?p=2024-10')
    await expect.poll(() => desk.page.locator('#marks').innerText()).not.toContain('停电检修')
  })
})
