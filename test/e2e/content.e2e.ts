import { describe, expect, it } from 'vitest'
import { sharedDesk } from '#test/support/demo-desk.ts'

const desk = sharedDesk()
const october = () => desk.open('content?p=2024-10', '#review [data-list="reviews"]')
const card = (words: string) => desk.page.locator('.card', { hasText: words })
const row = (table: string, name: string) =>
  desk.page.locator(`[data-table="${table}"] :is(tbody, tfoot) tr`, { hasText: name })
const cells = async (table: string, name: string) =>
  (await row(table, name).first().locator('td').allInnerTexts()).map((text) =>
    text.replaceAll('\n', ' '),
  )

/** The records page behind a link: waits for its heading, then reads how many it says there are. */
async function recordsUnder(heading: string): Promise<string> {
  await desk.page.getByRole('heading', { name: heading }).waitFor()
  await desk.page.locator('.grid-box .open').first().waitFor()
  return desk.page.locator('main').innerText()
}

describe('内容生产 of October 2024', () => {
  it('counts platforms and forms to the total', async () => {
    await october()
    expect(await cells('matrix', '爱峨边')).toEqual(['404', '19', '423'])
    expect(await cells('matrix', '合计')).toEqual(['927', '117', '1,044'])
  })

  it('leads from a cell to as many records', async () => {
    await row('matrix', '爱峨边').getByRole('link', { name: '19', exact: true }).click()
    await desk.page.waitForURL(/ledgers\/pieces/)
    expect(await recordsUnder('发稿台账 · 2024年10月 · 平台 爱峨边 · 体裁 视频')).toContain('19 条')
    expect(await desk.page.locator('[data-total]').innerText()).toBe('共 19 条')
  })

  it('counts platform, form and month', async () => {
    await october()
    expect((await cells('months', '短视频号')).slice(9, 12)).toEqual(['45', '47', '44'])
  })

  it('leads from a span of review to as many records, by keyboard', async () => {
    const chart = desk.page.getByRole('application', { name: /^一半稿件 38分内签发，九成在/ })
    await chart.focus()
    await chart.press('ArrowRight')
    await chart.press('Home')
    const said = await desk.page.locator('[aria-live]', { hasText: '30 分以内' }).innerText()
    expect(said).toContain('344 条')
    await chart.press('Enter')
    await desk.page.waitForURL(/reviewSpan/)
    expect(await recordsUnder('发稿台账 · 2024年10月 · 审签用时段 30 分以内')).toContain('344 条')
  })

  it('judges the daily floor in the contract’s words', async () => {
    await october()
    const floor = card('每天推文不少于 3 条（原创或转发），每季度评审').first()
    await card('峨边在线每天不少于 3 条：期内 31 天都达到').first().waitFor()
    const words = await floor.innerText()
    expect(words).toContain('本年至今 305 天，达到 265 天')
    expect(words).toContain('没有达到的最长一段是 2月11—18日，连续 8 天')
    expect(words).toContain('40 天')
  })

  it('lists accounts by their silence and what is longest', async () => {
    expect(await cells('silence', '综合频道')).toEqual([
      '正常',
      '当天',
      '10月31日',
      '7 天 3月21—27日',
      '没有',
    ])
  })

  it('counts the same pieces under the rule of another year', async () => {
    expect(await cells('author', '编辑丙')).toEqual(['195 条', '132 条', '208', '141', '201.5'])
    await desk.page.getByRole('button', { name: '2023 年计分办法（示例）' }).click()
    await card('编辑丙得分最高：201.5 分（195 条）').first().waitFor()
    expect(new URL(desk.page.url()).searchParams.get('rule')).toBe('2023 年计分办法（示例）')
    expect(await cells('author', '编辑丙')).toEqual(['195 条', '132 条', '201.5', '136.5', '208'])
  })

  it('sets the best pieces against what is typical, with its n', async () => {
    const first = desk.page.locator('[data-table="best"] tbody tr').first()
    expect((await first.innerText()).split(/\s*[\n\t]+\s*/)).toEqual([
      '宜坪乡民宿预订火热，210名群众参与',
      '10月6日 · 短视频号 · 视频',
      '163,194 次',
      '2,861.5 次',
      '同类 44 条',
      '57.0 倍',
    ])
  })

  it('lists every piece published before it was signed', async () => {
    const early = card('先发后签：9 条').last()
    expect(await early.locator('li').count()).toBe(9)
    const twice = card('同一人审了两道：27 条').last()
    expect(await twice.locator('li').count()).toBe(10)
    await twice.getByRole('link', { name: '看全部 27 条' }).click()
    await desk.page.waitForURL(/measure=sameReviewer/)
    await desk.page.locator('.grid-box .open').first().waitFor()
    expect(await desk.page.locator('[data-total]').innerText()).toBe('共 27 条')
  })

  it('shows nothing as zero of a year that no ledger covers', async () => {
    await desk.open('content?p=2022', '#staff .card')
    await desk.page.locator('#review .card', { hasText: '发稿台账' }).waitFor()
    expect(await desk.page.locator('main').innerText()).not.toMatch(/(^|[^\d.])0 [条篇分次]/)
  })
})

describe('the page of a 专栏', () => {
  it('opens from the list and reads like the paragraph for the annual report', async () => {
    await desk.open('content?p=2024', '[data-table="campaigns"]')
    await row('campaigns', '县庆四十年').getByRole('link', { name: '县庆四十年' }).click()
    const paragraph = await desk.page.locator('[data-text="paragraph"]').innerText()
    expect(paragraph).toBe(
      '2024年，“县庆四十年”专栏共发布 429 条，不同作品 271 篇（图文 386 条、视频 43 条），其中原创 276 条；' +
        '在爱峨边等 6 个平台刊发；登记的阅读（播放）共 773,295 次，最高的一条是《勒乌乡四十年变迁图片展开展，处处洋溢喜庆》（136,859 次）；' +
        '有 64 篇作品被上级媒体采用 98 条次（国家级 11 条次、省级 37 条次、市级 50 条次）。',
    )
    expect(await desk.page.locator('[aria-label="采用"] li').count()).toBe(98)
  })

  it('leads to all its pieces', async () => {
    await desk.page.getByRole('link', { name: '看全部 429 条稿件' }).click()
    await desk.page.waitForURL(/ledgers\/pieces/)
    expect(await recordsUnder('发稿台账 · 2024年 · 栏目 县庆四十年')).toContain('429 条')
  })
})
