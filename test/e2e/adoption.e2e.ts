import { describe, expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'

/** A PNG of one pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg=='

const desk = demoDesk()

const open = (address: string) => desk.open(address, '#counting .card')

const card = (words: string) => desk.page.locator('.card', { hasText: words })
const total = (counting: string) => desk.page.locator(`[data-counting="${counting}"]`).innerText()

describe('上级采用 of October 2024', () => {
  it('shows every use beside what counts, and explains the gap', async () => {
    await open('adoption?p=2024-10')
    expect(await total('everyUse')).toBe('150 条\n1,450 分')
    expect(await total('highestPerWork')).toBe('103 条\n1,095 分')
    expect(await total('highestPerLevel')).toBe('131 条\n1,285 分')
    expect(await card('相差 47 条').first().innerText()).toContain('103 篇作品中有 35 篇')
  })

  it('switches the counting by its address, and the ranking follows', async () => {
    await desk.page.getByRole('radio', { name: /每次采用都计/ }).check()
    await desk.page.waitForURL(/counting=everyUse/)
    await card('编辑戊 285 分居首').first().waitFor()
    await desk.page.getByRole('radio', { name: /最高级别一次/ }).check()
    await card('编辑戊 220 分居首').first().waitFor()
    expect(new URL(desk.page.url()).searchParams.has('counting')).toBe(false)
  })

  it('opens a work to the working of its points', async () => {
    const works = card('得分最高的作品 20 分')
    await works.locator('summary').first().click()
    expect(await works.locator('details[open] .working').allInnerTexts()).toEqual([
      '20 分',
      '不计',
      '不计',
      '不计',
    ])
  })

  it('refuses a rate where 报送台账 is not whole, and leads to where it is', async () => {
    const rate = card('算不出采用率')
    expect(await rate.locator('h2').innerText()).toBe('算不出采用率：报送台账没有登记齐 10月1—31日')
    await rate.getByRole('link', { name: '看这段日子的采用率' }).click()
    await card('采用 625 条 ÷ 报送 1,147 条 = 54.5%').first().waitFor()
  })

  it('leads from what lacks proof to as many records', async () => {
    await open('adoption?p=2024-10')
    await desk.page.getByRole('link', { name: '16 条', exact: true }).click()
    await desk.page.waitForURL(/ledgers\/adoptions/)
    await desk.page
      .getByRole('heading', { name: '上级采用台账 · 2024年10月 · 有凭证 未填' })
      .waitFor()
    await desk.page.locator('.grid-box .open').nth(15).waitFor()
    expect(await desk.page.locator('main').innerText()).toContain('16 条')
    expect(await desk.page.locator('.grid-box .open').count()).toBe(16)
  })

  it('counts a use as proven once a screenshot is pasted into its record', async () => {
    const lacking = 'ledgers/adoptions?p=2024-10&measure=records&where=evidenced:'
    await desk.open(lacking, '.grid-box .open')
    const first = desk.page.locator('[role=row][aria-rowindex="2"]')
    const cells = await first.locator('[role=gridcell]').allInnerTexts()
    await first.getByRole('button').click()
    const drawer = desk.page.getByRole('dialog')
    await drawer.getByRole('heading', { name: '附件' }).waitFor()
    await desk.page.evaluate((sent) => {
      const bytes = Uint8Array.from(atob(sent), (sign) => sign.charCodeAt(0))
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([bytes], '截图.png', { type: 'image/png' }))
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData }))
    }, PIXEL)
    const picture = drawer.getByRole('img', { name: '截图.png' })
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1)
    expect(await drawer.locator('[data-attachments]').innerText()).toBe('1 个')
    await expect.poll(() => drawer.locator('[data-field="evidenced"]').innerText()).toBe('是')
    await desk.open(lacking, '.grid-box .open')
    expect(await desk.page.locator('.grid-box .open').count()).toBe(15)
    expect(await first.locator('[role=gridcell]').allInnerTexts()).not.toEqual(cells)
  })

  it('lists the uses behind a span of days', async () => {
    await open('adoption?p=2024-10')
    await desk.page.getByRole('button', { name: '15–30 天', exact: true }).click()
    await card('发布后 15–30 天被采用的 9 条').first().waitFor()
    expect(
      await desk.page.getByRole('region', { name: '按天数列出的采用' }).locator('li').count(),
    ).toBe(13)
  })

  it('shows nothing as zero of a year that no ledger covers', async () => {
    await open('adoption?p=2022')
    await desk.page
      .locator('#counting .card', { hasText: '上级采用台账没有覆盖这段时间' })
      .waitFor()
    expect(await desk.page.locator('main').innerText()).not.toMatch(/(^|[^\d.])0 [条篇分]/)
  })

  it('calls a level what the centre calls it', async () => {
    await desk.open('settings', 'main')
    const form = desk.page.locator('form', { hasText: '各级别在本地的叫法' })
    await form.getByRole('textbox', { name: '市级' }).fill('州级')
    await desk.page.getByRole('button', { name: '保存上级采用设置' }).click()
    await desk.page.getByText('已保存。').waitFor()
    await open('adoption?p=2024-10')
    await desk.page.getByRole('heading', { name: /^州级 70 条，占 46.7%/ }).waitFor()
    expect(await desk.page.locator('abbr', { hasText: '州级' }).first().getAttribute('title')).toBe(
      '即市级',
    )
    for (const group of ['count', 'counting', 'submission', 'quality'])
      expect(await desk.page.locator(`#${group}`).innerText()).not.toContain('市级')
  })
})
