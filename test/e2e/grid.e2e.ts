import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { demoDesk } from '#test/support/demo-desk.ts'
import { printed } from '#test/support/pdf.ts'
import { RARE_WORD } from '#test/support/many-pieces.ts'

/** GRID_ROWS=100000 asks for more, and measures frames on a processor a quarter as fast. */
const IS_MEASURED = process.env.GRID_ROWS !== undefined
const ROWS = Number(process.env.GRID_ROWS ?? 20_000)
/** As it is written: 20,000. */
const ALL = ROWS.toLocaleString('en')
const desk = demoDesk(async (file) => {
  const writer = ['test/support/many-pieces-file.ts', file, String(ROWS)]
  await promisify(execFile)(process.execPath, writer)
})

const row = (at: number) => desk.page.locator(`[role=row][aria-rowindex="${at + 1}"]`)
const cell = (at: number, col: number) => row(at).locator('[role=gridcell]').nth(col)
const said = () => desk.page.locator('[data-said]').innerText()
const total = () => desk.page.locator('[data-total]').innerText()
const cells = (at: number) => row(at).locator('[role=gridcell]').allInnerTexts()

/** Lets go a block in the cell one stands in, as Ctrl+V does. */
const paste = (text: string) =>
  desk.page.evaluate((held) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', held)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)

/** Milliseconds between frames while a wheel turns notch by notch, on a processor so many times slower. */
async function framesOfScrolling(turns: number, rate: number): Promise<number[]> {
  const devtools = await desk.page.context().newCDPSession(desk.page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate })
  await desk.page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    let next = 0
    const tick = (now: number): void => {
      frames.push(now - last)
      last = now
      next = requestAnimationFrame(tick)
    }
    next = requestAnimationFrame(tick)
    const tell = (): void => {
      cancelAnimationFrame(next)
      document.documentElement.dataset.frames = JSON.stringify(frames)
    }
    document.addEventListener('told-frames', tell, { once: true })
  })
  for (let turn = 0; turn < turns; turn += 1) {
    await desk.page.mouse.wheel(0, 120)
    await desk.page.waitForTimeout(10)
  }
  const told = await desk.page.evaluate(() => {
    document.dispatchEvent(new Event('told-frames'))
    return document.documentElement.dataset.frames
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  return z.array(z.number()).parse(JSON.parse(told ?? '[]'))
}

it('scrolls through a long ledger, a screenful of its rows in the page', async () => {
  await desk.open('ledgers/pieces', '.grid-box .open')
  expect(await total()).toBe(`共 ${ALL} 条`)
  await desk.page.mouse.move(700, 500)
  for (const rate of IS_MEASURED ? [1, 4] : [1]) {
    const frames = (await framesOfScrolling(60, rate)).sort((a, b) => a - b)
    const at = (share: number) => Math.round(frames[Math.floor(frames.length * share)] ?? Infinity)
    if (IS_MEASURED)
      console.info(`1/${rate}: ${frames.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms`)
    // 60 frames a second, with room for a machine that does other work beside.
    expect(at(0.5)).toBeLessThan(20 + rate)
    expect(at(0.95)).toBeLessThan(51)
  }
  await desk.page.locator('.grid-box').evaluate((box) => {
    box.scrollTop = box.scrollHeight
  })
  await row(ROWS).locator('.open').waitFor()
  expect((await cells(ROWS))[0]).toBe('2015-01-01')
  expect(await desk.page.locator('[role=row]').count()).toBeLessThan(60)
})

it('prints its first 2,000 rows as a table and says how many there are', async () => {
  await desk.open('ledgers/pieces?q=期&sort=code:asc&cols=code,day,title,reads', '.grid-box .open')
  const [screen] = await printed(desk.page)
  expect(screen?.text).toMatch(new RegExp(`共${ALL}条，这里只印屏幕上的\\d+行`))
  await desk.page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await desk.page.getByRole('button', { name: '打印', exact: true }).click()
  await desk.page.locator('[data-printed]').waitFor()
  const sheets = await printed(desk.page)
  expect(sheets[0]?.text).toContain('条件：含“期”')
  expect(sheets[0]?.text).toContain(`只印前2,000条，共${ALL}条；全部请导出·按编号升序`)
  for (const [at, { width, height, text }] of sheets.entries()) {
    expect([width, height]).toEqual([595, 842])
    expect(text).toContain('序号编号')
    expect(text).toContain(`${at + 1}/${sheets.length}`)
    expect(text).toMatch(/数据截至\d{4}-\d\d-.*·发稿台账/)
  }
  const all = sheets.map(({ text }) => text).join('')
  expect(all.match(/P\d{6}20\d\d-/g)).toHaveLength(2000)
  expect(all).toContain('2000P001999')
  expect(await desk.page.locator('.print-list').count()).toBe(0)
})

it('prints a table that is wider than a sheet across, with its last column', async () => {
  const cols =
    'code,day,title,platform,form,author,department,firstReviewer,secondReviewer,remark,reads'
  await desk.open(`ledgers/pieces?q=竹笋&cols=${cols}`, '.grid-box .open')
  await desk.page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await desk.page.getByRole('button', { name: '打印', exact: true }).click()
  await desk.page.locator('.print-list').waitFor({ state: 'attached' })
  await desk.page.emulateMedia({ media: 'print' })
  const [wide, room] = await desk.page
    .locator('.print-list')
    .evaluate((list) => [list.scrollWidth, list.clientWidth])
  expect(wide).toBe(room)
  await desk.page.emulateMedia({ media: null })
  const [first] = await printed(desk.page)
  expect([first?.width, first?.height]).toEqual([842, 595])
  expect(first?.text).toContain('阅读量（次）')
})

it('leaves no room beneath the grid empty, and takes none it has no rows for', async () => {
  await desk.open('ledgers/pieces', '.grid-box .open')
  const box = desk.page.locator('.grid-box')
  const beneath = () => box.evaluate((each) => innerHeight - each.getBoundingClientRect().bottom)
  expect(await beneath()).toBeLessThan(80)
  const height = () => desk.page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  expect(await height()).toBeLessThanOrEqual(0)
  await desk.open('ledgers/pieces?q=第1000期', '.grid-box .open')
  await expect.poll(async () => (await box.boundingBox())?.height).toBe(36 + 34 + 46 + 18)
})

it('shares a wide window among its columns, fits one to its words and remembers both', async () => {
  const { page } = desk
  const usual = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 1920, height: 900 })
  await desk.open('ledgers/pieces?sort=title:asc&cols=day,title,platform,reads', '.grid-box .open')
  const head = (name: string) => page.getByRole('columnheader', { name })
  const wide = async (name: string) => (await head(name).boundingBox())?.width ?? 0
  const filled = () =>
    page.locator('.grid-box').evaluate((box) => [box.scrollWidth, box.clientWidth])
  expect(await wide('标题')).toBeGreaterThan(600)
  expect(await wide('发布日期')).toBe(112)
  expect(new Set(await filled()).size).toBe(1)
  const edge = (name: string) => page.getByRole('button', { name: `${name} 的列宽` })
  await edge('标题').dblclick()
  await expect.poll(() => wide('标题')).toBeLessThan(320)
  const texts = page.locator('[role=gridcell][data-col="1"]')
  const cut = await texts.evaluateAll((all) =>
    all.filter((each) => each.scrollWidth > each.clientWidth),
  )
  expect(cut).toEqual([])
  const fitted = await wide('标题')
  const [x = 0, y = 0] = await edge('平台')
    .boundingBox()
    .then((at) => [(at?.x ?? 0) + 4, (at?.y ?? 0) + 10])
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 40, y, { steps: 4 })
  await page.mouse.up()
  const after = (await edge('平台').boundingBox())?.x ?? 0
  expect(Math.abs(after + 4 - (x - 40))).toBeLessThan(3)
  await page.reload()
  await page.locator('.grid-box .open').first().waitFor()
  expect(await wide('标题')).toBe(fitted)
  await page.setViewportSize(usual)
})

it('moves, hides and keeps columns at the left by its menu, and remembers them', async () => {
  const { page } = desk
  const all = 'day,title,platform,form,author,department,firstReviewer,secondReviewer,reads,remark'
  await desk.open(`ledgers/pieces?sort=title:asc&cols=${all}`, '.grid-box .open')
  await page.locator('summary', { hasText: /^列$/ }).click()
  await page.getByRole('button', { name: '恢复列宽' }).click()
  await page.getByRole('button', { name: '平台 左移' }).click()
  await page.getByLabel('冻结左边').selectOption('2 列')
  await page.getByRole('checkbox', { name: '体裁' }).click()
  expect(new URL(page.url()).searchParams.get('cols')).toMatch(/^day,platform,title,author,/)
  await page.getByRole('button', { name: '标题 左移' }).press('Escape')
  await page.getByLabel('冻结左边').waitFor({ state: 'hidden' })
  await cell(1, 8).evaluate((each) => each.scrollIntoView({ inline: 'end' }))
  const lefts = () =>
    page
      .locator('[aria-rowindex="2"] .is-kept')
      .evaluateAll((kept) => kept.map((each) => Math.round(each.getBoundingClientRect().left)))
  const box = (await page.locator('.grid-box').boundingBox())?.x ?? 0
  await expect
    .poll(async () => (await lefts()).map((left) => Math.round(left - box)))
    .toEqual([77, 189])
  await desk.load('ledgers/pieces', '.grid-box .open')
  await expect.poll(() => new URL(page.url()).searchParams.get('cols')).toMatch(/^day,platform,/)
  await page.locator('summary', { hasText: /^列$/ }).click()
  await page.getByRole('button', { name: '恢复常用列' }).click()
  await cell(1, 3).click()
  await page.getByLabel('冻结左边').waitFor({ state: 'hidden' })
  await page.keyboard.press('F2')
  // The list of choices takes the first.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('textbox', { name: /第 2 行/ }).waitFor()
  expect(new URL(page.url()).searchParams.get('cols')).toBeNull()
})

it('scrolls on while a block is dragged past an edge, both ways', async () => {
  const { page } = desk
  const cols = 'title,day,platform,form,author,department,firstReviewer,secondReviewer,reads,remark'
  await desk.open(`ledgers/pieces?sort=title:asc&cols=${cols}`, '.grid-box .open')
  const grid = page.locator('.grid-box')
  const { x, y, width, height } = (await grid.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const stands = () => grid.evaluate((box) => [box.scrollTop > 300, box.scrollLeft > 100])
  await cell(2, 1).hover()
  await page.mouse.down()
  await page.mouse.move(x + width + 30, y + height + 40)
  await expect.poll(stands).toEqual([true, true])
  await page.mouse.move(x + 300, y + height - 60)
  const rows = async () =>
    Number((await page.locator('[data-block]').innerText()).match(/(\d+) 行/)?.[1])
  await expect.poll(rows).toBeGreaterThan(12)
  await page.mouse.move(x - 40, y - 60)
  await expect.poll(() => grid.evaluate((box) => [box.scrollTop, box.scrollLeft])).toEqual([0, 0])
  await page.mouse.up()
  await expect.poll(() => page.locator('[data-block]').innerText()).toContain('2 行 2 列')
})

it('keeps the keys off a row that takes over the elements of another', async () => {
  await desk.open('ledgers/pieces', '.grid-box [data-open]')
  const isOnOpen = () =>
    desk.page.evaluate(() => document.activeElement?.hasAttribute('data-open') ?? false)
  await row(1).locator('[data-open]').focus()
  expect(await isOnOpen()).toBe(true)
  await row(3).hover()
  await desk.page.mouse.wheel(0, 4000)
  await expect.poll(isOnOpen).toBe(false)
})

it('finds a word of two characters, and keeps the search as a view', async () => {
  await desk.open('ledgers/pieces', '.grid-box .open')
  await desk.page.getByRole('textbox', { name: '在这些记录里查找' }).fill(RARE_WORD)
  await expect.poll(total).toBe(`共 ${ROWS / 1000} 条`)
  const views = desk.page.locator('summary', { hasText: '视图' })
  await views.click()
  await desk.page.getByRole('textbox', { name: '视图名称' }).fill('笋')
  await desk.page.getByRole('button', { name: '存为视图' }).click()
  await desk.page.getByRole('link', { name: '笋', exact: true }).waitFor()
  await desk.load('ledgers/pieces', '.grid-box .open')
  await views.click()
  await desk.page.getByRole('link', { name: '笋', exact: true }).click()
  await expect.poll(total).toBe(`共 ${ROWS / 1000} 条`)
})

it('takes a cell and a block from a spreadsheet, and gives both back', async () => {
  await desk.open('ledgers/pieces?sort=title:asc', '.grid-box .open')
  const before = await cells(2)
  await cell(1, 7).click()
  await desk.page.keyboard.type('1.2万')
  await desk.page.keyboard.press('Enter')
  await expect.poll(said).toBe('改“阅读量”，已保存')
  expect(await cell(1, 7).innerText()).toBe('12,000')

  await cell(2, 1).click()
  const line = (title: string, form: string) => `${title}\t峨边发布\t${form}`
  await paste([line('"甲\n题"', '视频'), line('乙题', '电影'), line('丙题', '海报')].join('\n'))
  const sheet = desk.page.getByRole('dialog', { name: '粘贴前核对' })
  await expect.poll(() => sheet.locator('[data-paste]').innerText()).toContain('1 处没有填对')
  await sheet.locator('[aria-invalid]').fill('图文')
  await sheet.locator('[aria-invalid]').press('Tab')
  await expect.poll(() => sheet.locator('[data-paste]').innerText()).toContain('没有问题')
  await sheet.getByRole('button', { name: /^写入 / }).click()
  await expect.poll(said).toContain('粘贴')
  await expect.poll(() => cell(3, 1).innerText()).toBe('乙题')
  expect((await cells(4)).slice(1, 4)).toEqual(['丙题', '峨边发布', '海报'])

  await desk.page.keyboard.press('Control+z')
  await expect.poll(said).toContain('已撤销：粘贴')
  expect(await cells(2)).toEqual(before)
  await desk.page.keyboard.press('Control+z')
  await expect.poll(said).toBe('已撤销：改“阅读量”')
})

it('adds up what is dragged over, cuts it to the clipboard and fills it down again', async () => {
  await desk.open('ledgers/pieces?sort=reads:desc', '.grid-box .open')
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const [first = '', second = ''] = await Promise.all(
    [cell(1, 7), cell(2, 7)].map((c) => c.innerText()),
  )
  const reads = [first, second].map((text) => Number(text.replaceAll(',', '')))
  await cell(1, 7).hover()
  await desk.page.mouse.down()
  await cell(2, 7).hover()
  await desk.page.mouse.up()
  const sum = ((reads[0] ?? 0) + (reads[1] ?? 0)).toLocaleString('en')
  await expect
    .poll(() => desk.page.locator('[data-block]').innerText())
    .toContain(`阅读量：求和 ${sum} 次，平均`)
  await desk.page.keyboard.press('Control+x')
  await expect.poll(said).toContain('剪切 2 格，已保存')
  expect(await cell(2, 7).innerText()).toBe('—')
  expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toBe(reads.join('\n'))
  await desk.page.keyboard.press('Control+z')
  await expect.poll(said).toBe('已撤销：剪切 2 格')
  await desk.page.keyboard.press('Control+d')
  await expect.poll(said).toContain('向下填充 1 格，已保存')
  expect(await cell(2, 7).innerText()).toBe(first)
  await desk.page.keyboard.press('Control+z')
  await expect.poll(said).toBe('已撤销：向下填充 1 格')
})

it('replaces a word wherever the list holds it, and says what it understands by keys', async () => {
  await desk.open('ledgers/pieces?sort=title:asc', '.grid-box .open')
  await cell(1, 1).click()
  await desk.page.keyboard.press('Control+h')
  const sheet = desk.page.getByRole('dialog', { name: '查找替换' })
  const found = () => sheet.locator('[data-found]').innerText()
  await sheet.getByLabel('查找').fill('期')
  await expect.poll(found).toContain(`${ALL} 条里有“期”，一次最多改 5,000 条，先列前面的`)
  await sheet.getByLabel('查找').fill(RARE_WORD)
  await sheet.getByLabel('替换为').fill('笋子')
  await expect.poll(found).toContain(`选中 ${ROWS / 1000} 条、${ROWS / 1000} 处`)
  await sheet.getByRole('button', { name: `替换 ${ROWS / 1000} 处` }).click()
  await expect.poll(said).toContain(`换成“笋子”，已保存`)
  await desk.page.keyboard.press('Control+z')
  await expect.poll(said).toContain('已撤销：把')
  await desk.page.keyboard.press('Control+/')
  const keys = desk.page.getByRole('dialog', { name: '表格里的键' })
  expect(await keys.innerText()).toContain('Ctrl+Y\nCtrl+Shift+Z\n重做')
  await desk.page.keyboard.press('Escape')
  await desk.page.keyboard.press('Control+f')
  const search = desk.page.getByRole('textbox', { name: '在这些记录里查找' })
  expect(await search.evaluate((input) => input === document.activeElement)).toBe(true)
})

it('offers what was typed and not saved again after a reload', async () => {
  await desk.page.getByRole('button', { name: '加一行' }).click()
  await desk.page.keyboard.type('2024-12-30')
  await desk.page.keyboard.press('Tab')
  await desk.page.keyboard.type('没写完的一条')
  await desk.page.keyboard.press('Enter')
  await desk.page.reload()
  await desk.page.getByRole('button', { name: '接着填' }).click()
  expect((await cells(1)).slice(0, 2)).toEqual(['2024-12-30', '没写完的一条'])
  await desk.page.getByRole('button', { name: '保存', exact: true }).click()
  await expect.poll(said).toContain('没有保存（新增 1 条）')
  expect(await cell(1, 2).getAttribute('title')).toContain('必须有内容')
  await cell(1, 2).click()
  await desk.page.keyboard.type('爱峨边')
  await desk.page.keyboard.press('Tab')
  await desk.page.keyboard.type('图文')
  await desk.page.keyboard.press('Enter')
  await desk.page.keyboard.press('Control+s')
  await expect.poll(said).toBe('新增 1 条，已保存')
  expect(await total()).toBe(`共 ${(ROWS + 1).toLocaleString('en')} 条`)
})

/** Another desk's word, as of somebody who has the same row open. */
const elsewhere = (path: string, body: object) =>
  desk.page.request.post(`${desk.address}api/${path}`, { data: body })

it('tells the second of two people what the first wrote, and writes over nothing unseen', async () => {
  await desk.open('ledgers/pieces?sort=title:asc', '.grid-box .open')
  const id = await row(1).locator('[data-open]').getAttribute('data-open')
  const record = `${desk.address}api/ledgers/pieces/records/${id}`
  const reads = async (): Promise<unknown> =>
    z
      .object({ record: z.object({ row: z.object({ reads: z.number() }) }) })
      .parse(await (await desk.page.request.get(record)).json()).record.row.reads
  const first = (typed: string) =>
    desk.page.request.patch(record, { data: { cells: { reads: typed } } })
  const second = async (typed: string): Promise<void> => {
    await cell(1, 7).click()
    await desk.page.keyboard.type(typed)
    await desk.page.keyboard.press('Enter')
  }
  const clash = desk.page.locator('[data-clash]')

  expect((await first('5001')).status()).toBe(200)
  await second('６，００２')
  await expect.poll(() => clash.innerText()).toContain('现在是“5,001”，你填的是“６，００２”')
  expect(await reads()).toBe(5001)
  await clash.getByRole('button', { name: '留现在的' }).click()
  await clash.waitFor({ state: 'detached' })
  expect(await cell(1, 7).innerText()).toBe('5,001')

  expect((await first('7003')).status()).toBe(200)
  await second('８，００４')
  await clash.getByRole('button', { name: '改成我填的' }).click()
  await expect.poll(reads).toBe(8004)
  await clash.waitFor({ state: 'detached' })
  expect(await cell(1, 7).innerText()).toBe('8,004')
})

it('pastes 2,000 rows with all that spreadsheets put in cells, and undoes and redoes them', async () => {
  await desk.open('ledgers/pieces?sort=title:asc', '.grid-box .open')
  const before = await total()
  await desk.page.getByRole('button', { name: '加一行' }).click()
  const line = (n: number) => `2024-12-31\t"　第""${n}""\t块\n两行"\t爱峨边\t图文\t\t\t\t１，２３４`
  await paste(Array.from({ length: 2000 }, (_, n) => line(n)).join('\r\n'))
  const sheet = desk.page.getByRole('dialog', { name: '粘贴前核对' })
  await expect.poll(() => sheet.locator('[data-paste]').innerText()).toContain('没有问题')
  expect(await sheet.locator('[data-paste]').innerText()).toContain('新增 2000 条')
  await sheet.getByRole('button', { name: /^写入 / }).click()
  const words = (more: number) =>
    `共 ${(Number(before.replace(/\D/g, '')) + more).toLocaleString('en')} 条`
  await expect.poll(total).toBe(words(2000))
  await desk.page.getByRole('textbox', { name: '在这些记录里查找' }).fill('第"1234"')
  await expect.poll(total).toBe('共 1 条')
  expect(await cell(1, 7).innerText()).toBe('1,234')
  const sum = desk.page.locator('[data-sums] [role=gridcell]').nth(7)
  await expect.poll(() => sum.innerText()).toBe('1,234')
  const [under, over] = await Promise.all([sum.boundingBox(), cell(1, 7).boundingBox()])
  expect([under?.x, under?.width]).toEqual([over?.x, over?.width])
  await desk.page.getByRole('textbox', { name: '在这些记录里查找' }).fill('')
  await expect.poll(total).toBe(words(2000))
  await desk.page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(total).toBe(before)
  await desk.page.getByRole('button', { name: '重做' }).click()
  await expect.poll(total).toBe(words(2000))
})

it('offers to enter as 补报 what a closed month keeps out, in a cell and in a block', async () => {
  const closed = await elsewhere('review/closings', { month: '2024-11', act: 'close' })
  expect(closed.status()).toBe(200)
  await desk.open('ledgers/pieces?p=2024-11', '.grid-box .open')
  await cell(1, 1).click()
  await desk.page.keyboard.type('结账后改的题')
  await desk.page.keyboard.press('Enter')
  const offer = desk.page.locator('[data-shut]')
  await offer.getByLabel('补报原因').fill('平台次月才给数')
  await offer.getByRole('button', { name: '作为补报录入' }).click()
  await expect.poll(said).toContain('改“标题”，已保存')
  expect(await offer.count()).toBe(0)
  expect(await cell(1, 1).innerText()).toBe('结账后改的题')

  await cell(1, 1).click()
  await paste('甲补题\t爱峨边\n乙补题\t爱峨边')
  const sheet = desk.page.getByRole('dialog', { name: '粘贴前核对' })
  await sheet.getByLabel('补报原因').fill('平台次月才给数')
  await sheet.getByRole('button', { name: '作为补报录入' }).click()
  await expect.poll(() => cell(2, 1).innerText()).toBe('乙补题')
  const { belated } = z
    .object({ belated: z.array(z.unknown()) })
    .parse(await (await desk.page.request.get(`${desk.address}api/review?p=2024`)).json())
  expect(belated).toHaveLength(3)
})
