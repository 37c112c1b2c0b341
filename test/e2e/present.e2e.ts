import { expect, it } from 'vitest'
import { readDeck } from '#shared/contract/decks.ts'
import type { TemplateId } from '#shared/slides/template-ids.ts'
import { namelessControls, overhang, seriousFaults } from '../support/access.ts'
import { printed } from '../support/pdf.ts'
import { demoDesk, nextPaint } from '../support/demo-desk.ts'
import { SIGNED_IN } from '../support/first-account.ts'

const desk = demoDesk()
const TALK = 'present/monthly?p=2024-10'
const shown = () => desk.page.locator('[data-slide]').getAttribute('data-slide')
const press = async (...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await desk.page.keyboard.press(key)
}
const title = () => desk.page.locator('[data-slide] h1').innerText()
const isOn = (id: string) => expect.poll(shown).toBe(id)

/** Makes a meeting's slides of every exhibit there is, and nothing else; their ids in order. */
async function slidesOfAll(template: TemplateId, p: string): Promise<string[]> {
  const address = `${desk.address}api/decks/${template}`
  const answer = await fetch(`${address}?p=${p}`, { headers: SIGNED_IN })
  const { exhibits, templateOrder, editedAt } = readDeck.output.parse(await answer.json())
  const own = exhibits.map(({ id: exhibit }, at) => ({ id: `own-${at + 1}`, exhibit, view: 'own' }))
  const edits = { order: own.map(({ id }) => id), hidden: templateOrder, words: {}, own }
  const saved = await fetch(address, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...SIGNED_IN },
    body: JSON.stringify({ p, edits, seen: editedAt }),
  })
  expect(saved.status).toBe(200)
  return own.map(({ id }) => id)
}

/** Turns through the slides inside the page; those that are cut or leave their charts no room. */
const overrunning = (ids: readonly string[]): Promise<string[]> =>
  desk.page.evaluate(async (all) => {
    const frames = async (n: number) => {
      for (let i = 0; i < n; i += 1) await new Promise((go) => requestAnimationFrame(go))
    }
    const isCut = (box: Element): boolean =>
      getComputedStyle(box).overflow !== 'visible' &&
      (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
    const faults: string[] = []
    for (const id of all) {
      for (let i = 0; i < 200 && !document.querySelector(`[data-slide="${id}"]`); i += 1)
        await frames(1)
      await frames(2)
      const slide = document.querySelector(`[data-slide="${id}"]`)
      const body = slide?.querySelector('.body')
      if (!slide || !body) return [...faults, `${id} never came`]
      const inner = [...slide.querySelectorAll('.body, .body :not(svg *)')]
      if (isCut(body) || inner.some(isCut)) faults.push(`${id} is cut: ${slide.textContent}`)
      if (body.clientHeight < 330) faults.push(`${id} has no room: ${slide.textContent}`)
      dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
    }
    return faults
  }, ids)

it('a talk starts from the page of the meeting and turns by keys', async () => {
  await desk.open('meeting?p=2024-10', '[aria-label="演示"]')
  expect(await seriousFaults(desk.page)).toEqual([])
  await desk.page.getByRole('link', { name: '放映现在的数' }).click()
  await isOn('cover')
  expect(await title()).toBe('2024年10月编委会')
  await press('ArrowRight', 'PageDown', ' ')
  await isOn('published')
  await press('ArrowLeft')
  await isOn('figures')
  await press('6', 'Enter')
  await isOn('adopted')
  expect(await title()).toBe('1—10月采用 1,030 条，国家级 138 条')
  await press('End')
  await isOn('definitions-2')
  await press('Home')
  await isOn('cover')
  const isSeen = () => desk.page.locator('[data-slide]').isVisible()
  await press('b')
  await expect.poll(isSeen).toBe(false)
  await press('b')
  await expect.poll(isSeen).toBe(true)
})

it('leads to the records in the meeting, and back to the slide', async () => {
  await press('6', 'Enter')
  await isOn('adopted')
  await desk.page.getByRole('link', { name: '看记录' }).click()
  await desk.page.locator('[data-metric="adopted"]').first().waitFor()
  await desk.page.getByRole('link', { name: '回到演示' }).click()
  await isOn('adopted')
  expect(await seriousFaults(desk.page)).toEqual([])
})

it('is shown from first to last, though the network goes in the middle', async () => {
  await desk.load(`${TALK}&n=1`, '[data-slide="cover"]')
  await press('ArrowRight')
  await isOn('points')
  await press('ArrowRight')
  await isOn('figures')
  await desk.page.context().setOffline(true)
  const seen: string[] = []
  for (let n = 4; n <= 15; n += 1) {
    await press('ArrowRight')
    await expect.poll(() => new URL(desk.page.url()).searchParams.get('n')).toBe(String(n))
    seen.push((await shown()) ?? '')
  }
  expect(seen).toEqual([
    'published',
    'forms',
    'adopted',
    'outlets',
    'sentiment',
    'alerts',
    'openAlerts',
    'safety',
    'budget',
    'targets',
    'definitions-1',
    'definitions-2',
  ])
  await press('9', 'Enter')
  await isOn('alerts')
  await desk.page.locator('[data-slide] [data-chart] svg').getByText('10月').first().waitFor()
  await desk.page.context().setOffline(false)
})

it('a report is printed with every line that somebody wrote', async () => {
  await desk.open('meeting/documents/monthly?p=2024-10', '[data-slot="problems"] textarea')
  const lines = Array.from({ length: 40 }, (_, n) => `第${n + 1}个问题`)
  const area = desk.page.locator('[data-slot="problems"] textarea')
  await area.fill(lines.join('\n'))
  await area.blur()
  await desk.page.locator('[data-slot="problems"]').getByText('已保存').waitFor()
  const text = (await printed(desk.page)).map((sheet) => sheet.text).join('')
  expect(lines.filter((line) => !text.includes(line))).toEqual([])
})

it.each([
  ['meeting?p=2024-10', '[aria-label="定稿"]'],
  ['meeting/deck/monthly?p=2024-10&slide=adopted', '[aria-label="旁边的数"]'],
  ['meeting/documents/monthly?p=2024-10', 'main table'],
  ['meeting/documents/nationalForm?p=2024', 'main table'],
])('%s is readable in the dark, named throughout and fits a phone', async (address, ready) => {
  const size = desk.page.viewportSize()
  await desk.page.emulateMedia({ colorScheme: 'dark' })
  await desk.open(address, ready)
  expect(await seriousFaults(desk.page)).toEqual([])
  expect(await namelessControls(desk.page)).toEqual([])
  await desk.page.setViewportSize({ width: 390, height: 844 })
  await nextPaint(desk.page)
  expect(await overhang(desk.page)).toBe(0)
  await desk.page.emulateMedia({ colorScheme: 'light' })
  if (size) await desk.page.setViewportSize(size)
})

const WIDE = { width: 1280, height: 720 }
const NARROW = { width: 960, height: 720 }

it('no slide of any exhibit runs over its foot or its side, wide or narrow', async () => {
  const size = desk.page.viewportSize()
  for (const [template, p] of [
    ['monthly', '2024-09'],
    ['annual', '2024'],
  ] as const) {
    const shown = await slidesOfAll(template, p)
    expect(shown.length).toBeGreaterThan(40)
    for (const [ratio, screen] of [
      ['', WIDE],
      ['&ratio=4x3', NARROW],
    ] as const) {
      await desk.page.setViewportSize(screen)
      await desk.load(`present/${template}?p=${p}&n=1${ratio}`, '[data-slide="own-1"]')
      expect(await overrunning(shown)).toEqual([])
    }
  }
  if (size) await desk.page.setViewportSize(size)
})

it('the speaker’s window follows, with what to say and what comes next', async () => {
  await desk.load(`${TALK}&n=5`, '[data-slide="forms"]')
  const [notes] = await Promise.all([desk.page.waitForEvent('popup'), press('p')])
  await notes.getByRole('region', { name: '可以说' }).waitFor()
  expect(await notes.getByRole('region', { name: '下一页' }).innerText()).toContain(
    '1—10月采用 1,030 条',
  )
  await press('ArrowRight')
  await notes.getByText('第 6 页，共 15 页').waitFor()
  expect(await notes.getByRole('region', { name: '可以说' }).innerText()).toContain(
    '10月上级采用 150 条，比上年同期多 32 条。',
  )
  await notes.getByRole('button', { name: '下一页' }).click()
  await isOn('outlets')
  await notes.close()
})

it('is printed with a slide on each sheet of A4 across', async () => {
  await desk.load(`${TALK}&view=print`, '.sheet [data-chart] svg')
  await expect.poll(() => desk.page.locator('[data-chart]:not(:has(svg))').count()).toBe(0)
  const sheets = await printed(desk.page)
  expect(sheets).toHaveLength(15)
  expect(new Set(sheets.map(({ width, height }) => `${width}×${height}`))).toEqual(
    new Set(['842×595']),
  )
  expect(sheets[0]?.text).toContain('2024年10月编委会')
  expect(sheets[5]?.text).toContain('10月采用1,030条，国家级138条')
  expect(sheets[5]?.text).toContain('6/15')
  expect(sheets[14]?.text).toContain('指标口径')
})

it('a 定稿 is made, shown and compared', async () => {
  await desk.open('meeting?p=2024-10', '[aria-label="定稿"]')
  await desk.page.getByLabel('定稿说明').fill('10月编委会')
  await desk.page.getByRole('button', { name: '定稿', exact: true }).click()
  await desk.page.locator('[data-freeze="1"]').getByText('10月编委会').waitFor()
  await desk.page.getByRole('link', { name: '与现在相比' }).click()
  await desk.page.getByText('和现在的数完全一致。').waitFor()
  await desk.page.getByRole('link', { name: '看这一稿' }).click()
  await desk.page.locator('[data-frozen]').getByText('2024年10月 第1稿').waitFor()
  expect(
    await desk.page.locator('[data-metric="adopted"] [data-figure]').first().innerText(),
  ).toMatch(/^150\s*条$/)
  for (const { text } of await printed(desk.page))
    expect(text).toMatch(/融媒体中心（示例）·2024年10月第1稿·数据截至\d{4}/)
  expect(
    await desk.page.getByRole('link', { name: '演示', exact: true }).getAttribute('href'),
  ).toBe('/present/monthly?p=2024-10&freeze=1')
  await desk.page.getByRole('link', { name: '看现在的数' }).click()
  await expect.poll(() => desk.page.locator('[data-frozen]').count()).toBe(0)
  await desk.open('meeting?p=2024-10', '[data-freeze="1"]')
  await desk.page.getByRole('link', { name: /^打印 .*第1稿/ }).click()
  await desk.page.locator('.sheet [data-chart] svg').first().waitFor()
  const sheets = await printed(desk.page)
  expect(sheets).toHaveLength(15)
  for (const { text } of sheets) expect(text).toContain('2024年10月第1稿')
})

it('a chart is added from its menu, arranged, worded and shown', async () => {
  await desk.open('sentiment?p=2024-10', '[data-exhibit="sentiment.funnel"]')
  await desk.page.locator('[data-exhibit="sentiment.funnel"] .opener').click()
  await desk.page.getByRole('button', { name: '加入演示' }).click()
  await desk.page.getByRole('link', { name: '去看这一页' }).click()
  const row = (id: string) => desk.page.locator(`[data-row="${id}"]`)
  const order = () =>
    desk.page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.dataset.row))
  await row('own-1').waitFor()
  await row('own-1').locator('.open').focus()
  for (let n = 0; n < 11; n += 1) await press('Alt+ArrowUp')
  expect((await order()).slice(0, 4)).toEqual(['cover', 'points', 'own-1', 'figures'])
  await row('cover').dragTo(row('points'), { targetPosition: { x: 40, y: 70 } })
  expect((await order()).slice(0, 2)).toEqual(['points', 'cover'])
  await desk.page.getByRole('button', { name: '撤销' }).click()
  await desk.page.getByRole('button', { name: '隐藏：要点' }).click()
  await row('own-1').locator('.open').click()
  await desk.page.getByLabel('标题').fill('预警 163 条，都有人管')
  await desk.page.getByText('规则写的：监测 7,486 条').waitFor()
  await desk.page.reload()
  await row('own-1').waitFor()
  expect(await desk.page.getByLabel('标题').inputValue()).toBe('预警 163 条，都有人管')
  expect(await seriousFaults(desk.page)).toEqual([])
  await desk.page.getByRole('button', { name: '保存', exact: true }).click()
  await desk.page.getByText(/用户 .* 保存/).waitFor()
  await desk.page.getByRole('link', { name: '放映' }).click()
  await isOn('own-1')
  expect(await title()).toBe('预警 163 条，都有人管')
  await desk.page.getByText('标题由人改写').waitFor()
  await press('ArrowLeft')
  await isOn('cover')
})
