import { text } from 'node:stream/consumers'
import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { demoDesk } from '#test/support/demo-desk.ts'
import { printed } from '#test/support/pdf.ts'

const desk = demoDesk()
const chart = (metric: string) =>
  desk.page
    .locator('.card.chart')
    .filter({ has: desk.page.getByLabel(`${metric}的口径`) })
    .first()
const stage = (card: Locator) => card.getByRole('application')
const said = (card: Locator) => card.locator('[aria-live]').innerText()
const rows = (card: Locator) => card.locator('tbody tr').allInnerTexts()
const cells = (row: string | undefined) => (row ?? '').split(/\s*\t\s*/)

const NATIONAL_DAY = '重保期：2024 年国庆（9月28日—10月7日）'
const OCTOBER = `10月：1,044 条（爱峨边 423 条，峨边在线 233 条，今日峨边 215 条，综合广播 83 条，短视频号 47 条，综合频道 43 条）；上年同月 801 条；${NATIONAL_DAY}；注记：县庆四十周年（10月3—6日）`

async function walk(card: Locator, keys: readonly string[]): Promise<string> {
  await stage(card).focus()
  for (const key of keys) await desk.page.keyboard.press(key)
  return said(card)
}

async function saved(card: Locator, item: string): Promise<string> {
  await card.getByRole('button', { name: /^⋯|复制或下载/ }).click()
  const waiting = desk.page.waitForEvent('download')
  await card.getByRole('button', { name: item }).click()
  return text(await (await waiting).createReadStream())
}

describe('a chart of months', () => {
  it('is read month by month with its notes and 重保期, and Enter leads to the records', async () => {
    await desk.open('?p=2024-10', '[data-chart] svg')
    const card = chart('发布量')
    expect(await walk(card, ['Home', ...Array.from({ length: 9 }, () => 'ArrowRight')])).toBe(
      `${OCTOBER}。回车打开`,
    )
    await desk.page.keyboard.press('Enter')
    await desk.page.waitForURL(/ledgers\/pieces\?.*p=2024-10/)
    await desk.page.getByText('1,044').first().waitFor()
  })

  it('has the same figures and marks as a table', async () => {
    await desk.open('?p=2024-10', '[data-chart] svg')
    const card = chart('发布量')
    await card.getByRole('button', { name: /^表/ }).click()
    const october = cells((await rows(card))[9])
    expect(october.slice(0, 9)).toEqual([
      '10月',
      '423',
      '233',
      '215',
      '83',
      '47',
      '43',
      '1,044',
      '801',
    ])
    expect(october[9]).toBe(`${NATIONAL_DAY}；注记：县庆四十周年（10月3—6日）`)
  })

  it('is taken away as numbers and as a drawing, under its title', async () => {
    const card = chart('发布量')
    const csv = await saved(card, '下载 CSV')
    expect(csv).toContain('10月,423,233,215,83,47,43,1044,801,')
    await card.getByRole('button', { name: /^图/ }).click()
    const svg = await saved(card, '下载 SVG')
    expect(svg).toContain('10月发布 1,044 条')
    expect(svg).toContain('重保期所在月')
    expect(svg).toMatch(/>峨边彝族自治县融媒体中心（示例） · 数据截至 \d{4}-\d\d-\d\d \d\d:\d\d</)
  })

  it('is copied as a picture of two pixels to one, by keys alone', async () => {
    await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const card = chart('发布量')
    await card.getByRole('button', { name: /^⋯|复制或下载/ }).focus()
    await desk.page.keyboard.press('Enter')
    await desk.page.keyboard.press('Enter')
    await card.getByText('已复制图片').waitFor()
    const { width, wide } = await desk.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const picture = await item?.getType('image/png')
      const drawn = document.querySelector('.card.chart [data-chart]')
      return {
        wide: drawn?.clientWidth ?? 0,
        width: picture ? (await createImageBitmap(picture)).width : 0,
      }
    })
    expect(width).toBe(2 * (wide + 40))
  })

  it('a figure is copied as a sentence, with where it comes from', async () => {
    const tile = desk.page.locator('[data-metric="adopted"]').first()
    await tile.getByRole('button', { name: '上级采用的口径' }).focus()
    await desk.page.keyboard.press('Enter')
    await tile.getByRole('button', { name: '复制成一句话' }).focus()
    await desk.page.keyboard.press('Enter')
    await tile.getByText('已复制：10月上级采用').waitFor()
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^10月上级采用 150 条，比上年同期多 32 条。（峨边彝族自治县融媒体中心（示例） · 数据截至 [\d -]+:\d\d）$/,
    )
    await desk.page.keyboard.press('Escape')
  })

  it('draws in the colours of the theme chosen, without a reload', async () => {
    const bars = chart('发布量').locator('[data-chart] path[fill="#d2463a"]')
    expect(await bars.count()).toBe(0)
    await desk.page.getByRole('button', { name: '深色' }).click()
    await bars.first().waitFor({ state: 'attached' })
    await desk.page.getByRole('button', { name: '浅色' }).click()
  })

  it('Escape leaves it', async () => {
    const card = chart('发布量')
    await walk(card, ['ArrowRight', 'Escape'])
    expect(await said(card)).toBe('')
  })
})

it('a page is printed on A4 with all its words, page numbers and 口径', async () => {
  await desk.open('?p=2024-10', '[data-chart] svg')
  await desk.scrollThrough()
  const sheets = await printed(desk.page)
  expect(sheets.length).toBeGreaterThan(2)
  expect(sheets.length).toBeLessThan(8)
  for (const [at, { width, height, text }] of sheets.entries()) {
    expect([width, height]).toEqual([595, 842])
    expect(text).toContain(`${at + 1}/${sheets.length}`)
    expect(text).toMatch(/峨边彝族自治县融媒体中心（示例）·数据截至.*2024年10月/)
  }
  const all = sheets.map(({ text }) => text).join('')
  expect(sheets[0]?.text).toContain('总览·2024年10月')
  expect(all).toContain('10月发布1,044条，为全年最高')
  expect(all).toContain('口径发布量：')
  expect(all).not.toContain('复制图片')
  expect(await desk.page.locator('.print-notes').count()).toBe(0)
})

it('small charts say the same marks, panel by panel', async () => {
  await desk.open('content?p=2024-10', '.chart-sheet')
  const card = desk.page.locator('.card.chart', { hasText: '每个分项一幅' }).first()
  const words = await walk(card, ['Home', ...Array.from({ length: 9 }, () => 'ArrowRight')])
  expect(words).toMatch(/^爱峨边，10月：423 条；上年同月 \d+ 条；重保期：2024 年国庆/)
  expect(words).toContain('注记：县庆四十周年（10月3—6日）')
  expect(await card.locator('svg .note-mark').count()).toBeGreaterThan(2)
})

it('a growth that was quoted stands beside the one that is counted', async () => {
  await desk.open('?p=2024', '[data-chart] svg')
  expect(await desk.page.locator('[data-metric="adopted"]').innerText()).toContain(
    '填报增 198 条，台账相减增',
  )
})
