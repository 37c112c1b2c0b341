import { describe, expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'

const desk = demoDesk()
const open = (address: string) => desk.open(address, '#petitions .card')
const card = (words: string) => desk.page.locator('.card', { hasText: words }).first()
const heading = (words: string | RegExp) => desk.page.getByRole('heading', { name: words })
const figure = (metric: string) =>
  desk.page.locator(`.tile[data-metric="${metric}"] [data-figure]`).first().innerText()

describe('舆情监测 of October 2024', () => {
  it('shows volume against what is usual, and who leads', async () => {
    await open('sentiment?p=2024-10')
    await heading('12 天的监测信息多于往常，最多是10月2日 371 条').waitFor()
    await heading('10月舆情预警 163 条，心连心平台 32 条最多').waitFor()
    expect(await figure('monitored')).toContain('7,486')
    expect(await figure('alerted')).toContain('163')
  })

  it('walks the steps in the centre’s words without claiming that one contains the next', async () => {
    await heading('监测 7,486 条，预警 163 条（监测的 2.18%），转发 7 条').waitFor()
    expect(await card('各步各自计数').innerText()).toContain('推送')
  })

  it('judges every level by its limit and never rounds up to 100%', async () => {
    await heading('按时办结 161 条，超时 2 条，按时率 98.8%').waitFor()
    const orange = card('按时办结 161 条').getByRole('row', { name: /Ⅱ/ }).first()
    expect((await orange.innerText()).replaceAll(/\s+/g, ' ')).toBe(
      'Ⅱ 橙 25 1天 23 2 0 0 0 92.0% 51分 / 6小时25分（25 条）',
    )
  })

  it('leads from the late ones to as many records, and back', async () => {
    await card('期内发现的预警中办结晚于时限的').getByRole('link', { name: '全部 2 条' }).click()
    await desk.page.waitForURL(/ledgers\/alerts.*held=late/)
    await heading(/舆情预警台账 · 2024年10月 · 超时/).waitFor()
    await desk.page.locator('[data-total]').waitFor()
    expect(await desk.page.locator('[data-total]').innerText()).toBe('共 2 条')
    expect(await desk.page.locator('.grid-box .open').count()).toBe(2)
    await desk.page.goBack()
    await heading('按时办结 161 条，超时 2 条，按时率 98.8%').waitFor()
  })

  it('lists what was open at the end by age', async () => {
    expect(await card('未办结 2 条，都没有超时').innerText()).toContain(
      '网民反映平等乡就诊等候时间长',
    )
  })

  it('counts petitions in working days and says how few were asked', async () => {
    await heading('收到 1 件，答复 1 件，按时 1 件，逾期 0 件，平均 2.0 个工作日').waitFor()
    await heading('回访 1 件，满意 0 件（0%）').waitFor()
  })
})

it('another limit judges the same alerts anew', async () => {
  await desk.open('settings', '#sentiment')
  const limit = desk.page.getByRole('textbox', { name: 'Ⅱ级（橙）办结时限' })
  await limit.fill('2天')
  await desk.page.getByRole('button', { name: '保存舆情监测设置' }).click()
  await desk.page.getByText('已保存。').waitFor()
  await open('sentiment?p=2024-10')
  await heading('按时办结 163 条，超时 0 条，按时率 100%').waitFor()
  expect(await figure('onTimeRate')).toContain('100')
})
