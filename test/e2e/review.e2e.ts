import { describe, expect, it } from 'vitest'
import { seriousFaults } from '../support/access.ts'
import { demoDesk } from '../support/demo-desk.ts'

const ADOPTION = { day: '2024-10-29', work: '补发的通报', outlet: '新华社' }

const desk = demoDesk()

describe('closing a month', () => {
  const october = () => desk.page.locator('[data-month="2024-10"]')
  const dialog = (title: string) => desk.page.getByRole('dialog', { name: title })

  it('is asked once and told with who and when', async () => {
    await desk.open('review', '[data-month="2024-10"]')
    expect(await october().innerText()).toContain('未结账')
    await october().getByRole('button', { name: /^结账/ }).click()
    await dialog('结账 2024年10月？').getByLabel('说明').fill('月报已签发')
    // The account says who.
    expect(await dialog('结账 2024年10月？').getByLabel('经手人').count()).toBe(0)
    await dialog('结账 2024年10月？').getByRole('button', { name: '确认结账' }).click()
    await expect.poll(() => october().innerText()).toContain('已结账')
    expect(await desk.page.locator('[data-closing]').innerText()).toContain(
      '本机用户 结账2024年10月：月报已签发',
    )
    expect(await seriousFaults(desk.page)).toEqual([])
  })

  it('keeps a form from writing, until it is entered as 补报', async () => {
    await desk.open('ledgers/adoptions?p=2024-10&new=1', '#record-work')
    const drawer = desk.page.getByRole('dialog').first()
    for (const [field, text] of Object.entries(ADOPTION))
      await drawer.locator(`#record-${field}`).fill(text)
    await drawer.getByRole('button', { name: '保存' }).click()
    const refusal = drawer.getByRole('alert').filter({ hasText: 'MONTH_CLOSED' })
    await refusal.waitFor()
    expect(await refusal.innerText()).toContain('这个月已经结账：2024年10月')
    await refusal.getByLabel('补报原因').fill('上级次月才发通报')
    await refusal.getByRole('button', { name: '作为补报录入' }).click()
    await desk.page.locator('#record-work').waitFor({ state: 'detached' })
    await desk.open('review', '[data-belated]')
    const listed = await desk.page.locator('[data-belated]').innerText()
    expect(listed).toContain('补发的通报')
    expect(listed).toContain('上级次月才发通报')
    expect(await october().innerText()).toContain('1 条')
  })

  it('is said beside the period, and 补报 where a figure tells its origin', async () => {
    await desk.open('adoption?p=2024-10', '[data-metric]')
    await desk.page.getByRole('link', { name: '已结账' }).waitFor()
    await desk.page.getByLabel('上级采用的口径').first().click()
    await desk.page.getByText('含补报 1 条').first().waitFor()
  })

  it('ends with a reason', async () => {
    await desk.open('review', '[data-belated]')
    await october().getByRole('button', { name: /^重开/ }).click()
    const asked = dialog('重开 2024年10月？')
    expect(await asked.getByRole('button', { name: '确认重开' }).isDisabled()).toBe(true)
    await asked.getByLabel('原因（必填）').fill('上级更正级别')
    await asked.getByRole('button', { name: '确认重开' }).click()
    await expect.poll(() => october().innerText()).toContain('已重开')
    expect(await desk.page.locator('[data-closing]').first().innerText()).toContain(
      '重开2024年10月：上级更正级别',
    )
  })
})

describe('the review of data', () => {
  const step = async (name: string) => {
    const dialog = desk.page.getByRole('dialog')
    const steps = await dialog.locator('[data-step]').count()
    await dialog.getByRole('button', { name, exact: true }).click()
    await expect.poll(() => dialog.locator('[data-step]').count()).toBe(steps + 1)
  }

  it('a month of a ledger is submitted and reviewed, and its tile tells what is not', async () => {
    await desk.open('review', '[data-unit]')
    await desk.page.getByRole('button', { name: /^上级采用台账 2024年10月：\s*未提交/ }).click()
    await step('提交')
    await desk.open('adoption?p=2024-10', '[data-metric="adopted"] .unreviewed')
    const tile = desk.page.locator('[data-metric="adopted"]')
    expect(await tile.locator('.unreviewed').innerText()).toBe('其中 151 条未审核')
    await desk.open('review', '[data-unit]')
    await desk.page.getByRole('button', { name: /^上级采用台账 2024年10月：\s*已提交/ }).click()
    const send = desk.page.getByRole('dialog').getByRole('button', { name: '退回' })
    expect(await send.isDisabled()).toBe(true)
    await step('审核')
    await desk.open('adoption?p=2024-10', '[data-metric="adopted"]')
    expect(await tile.locator('.unreviewed').count()).toBe(0)
  })

  it('a batch goes from 提交 to 签发, each step in a sentence', async () => {
    await desk.open('review', '[data-unit]')
    const batch = desk.page.locator('[data-unit]').last()
    await batch.getByRole('button', { name: /^审核/ }).click()
    for (const act of ['提交', '审核', '签发']) await step(act)
    const told = await desk.page.getByRole('dialog').locator('[data-step]').allInnerTexts()
    expect(told.map((line) => line.replace(/^.*\d\d:\d\d\s*/s, ''))).toEqual([
      '本机用户 签发',
      '本机用户 审核',
      '本机用户 提交',
    ])
    expect(await seriousFaults(desk.page)).toEqual([])
    await desk.page.keyboard.press('Escape')
    await expect.poll(() => batch.innerText()).toContain('已签发')
  })

  it('a ledger set so counts only what is reviewed', async () => {
    await desk.open('settings', '#review')
    const card = desk.page.locator('#review')
    await card.getByLabel('舆情预警台账').check()
    await card.getByRole('button', { name: '保存审核设置' }).click()
    await expect.poll(() => card.getByLabel('舆情预警台账').isChecked()).toBe(true)
    await desk.open('review', '[data-unit]')
    await desk.page.getByText('未审核不计入').waitFor()
    const batch = desk.page.locator('[data-unit]').last()
    await batch.getByRole('button', { name: /^审核/ }).click()
    await desk.page.getByRole('dialog').getByLabel('说明（退回必填）').fill('预警漏登')
    await step('退回')
    await desk.open('ledgers/alerts?p=2024-10&measure=records', '[data-unreviewed]')
    expect(await desk.page.locator('[data-unreviewed]').innerText()).toMatch(
      /^其中 \d+ 条未审核，不计入数字$/,
    )
    await desk.open('sentiment?p=2024-10', '[data-metric="alerted"] .unreviewed')
    const tile = desk.page.locator('[data-metric="alerted"]')
    expect(await tile.locator('[data-figure]').innerText()).toMatch(/^0/)
    expect(await tile.locator('.unreviewed').innerText()).toMatch(/^另有 \d+ 条未审核，未计入$/)
  })
})
