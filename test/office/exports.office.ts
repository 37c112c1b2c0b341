import { beforeAll, expect, it } from 'vitest'
import { readDeck, type Deck } from '#shared/contract/decks.ts'
import { ask, exampleDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { packed, printedPages } from './converted.ts'

let desk: TestDesk
let deck: Deck
let printed: Record<string, string[]>

async function fileOf(address: string): Promise<Uint8Array> {
  const response = await desk.app.request(`/api${address}`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

beforeAll(async () => {
  desk = await exampleDesk()
  deck = await ask(desk, readDeck, '/decks/monthly?p=2024-10')
  printed = await printedPages({
    'wide.pptx': await fileOf('/decks/monthly/pptx?p=2024-10'),
    'narrow.pptx': await fileOf('/decks/monthly/pptx?p=2024-10&ratio=4x3'),
    'book.xlsx': await fileOf('/period.xlsx?p=2024-10'),
  })
})

it.each(['wide.pptx', 'narrow.pptx'])('%s shows every slide with all of its words', (name) => {
  const pages = printed[name] ?? []
  expect(pages).toHaveLength(deck.slides.length)
  for (const [at, slide] of deck.slides.entries()) {
    const page = packed(pages[at] ?? '')
    const table = slide.exhibit?.kind === 'table' ? slide.exhibit.rows.flat() : []
    const callouts = slide.callouts.flatMap(({ text, label }) => [text, label])
    const footer = `数据截至 ${deck.asOf}`
    const words = [slide.title, ...slide.points, ...callouts, footer]
    expect(words.filter((word) => !page.includes(packed(word)))).toEqual([])
    // A cell of several lines is read line by line, between its neighbours.
    const short = table.filter((word) => word.length <= 12)
    expect(short.filter((word) => !page.includes(packed(word)))).toEqual([])
  }
})

it('slides draw their charts: the numbers over the columns are read on the page', () => {
  const at = deck.slides.findIndex(({ id }) => id === 'adopted')
  const exhibit = deck.slides[at]?.exhibit
  if (exhibit?.kind !== 'stack') throw new Error('no stack')
  const page = printed['wide.pptx']?.[at] ?? ''
  const numbers = exhibit.answer.months.map(({ figure }) =>
    figure.state === 'none' ? '' : String(figure.value),
  )
  expect(numbers.filter((number) => !page.includes(number))).toEqual([])
  for (const word of ['国家级', '省级', '市级', '上年同月']) expect(packed(page)).toContain(word)
  expect(packed(page)).not.toContain('合计')
})

it('a period’s workbook prints its heads on each page, and its charts', () => {
  const pages = (printed['book.xlsx'] ?? []).map(packed)
  const months = pages.filter((page) => page.startsWith('指标分项月份数单位读作说明'))
  expect(months.length).toBeGreaterThan(10)
  const isNumbered = (page: string) => /第\d+页，共\d+页/.test(page)
  expect(pages.filter((page) => !isNumbered(page))).toEqual([])
  expect(pages.some((page) => page.includes('数据截至2025-02-10'))).toBe(true)
})
