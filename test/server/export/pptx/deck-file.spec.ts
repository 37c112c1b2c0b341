import { read, utils } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { nativeOf } from '#reports/native/of-exhibit.ts'
import { deckFile } from '#server/export/pptx/deck-file.ts'
import { readDeck, readExhibitSlide, type Deck, type Slide } from '#shared/contract/decks.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'
import {
  chartSeries,
  faultsOf,
  officeFile,
  paragraphsIn,
  type OfficeFile,
} from '#test/support/office-parts.ts'

let deck: Deck
let file: OfficeFile
let bytes: Uint8Array
let response: Response
beforeAll(async () => {
  const desk = await exampleDesk()
  deck = await ask(desk, readDeck, '/decks/monthly?p=2024-10')
  response = await desk.app.request('/api/decks/monthly/pptx?p=2024-10')
  bytes = new Uint8Array(await response.arrayBuffer())
  file = officeFile(bytes)
})

const slideText = (from: OfficeFile, n: number): string[] =>
  paragraphsIn(from.text(`ppt/slides/slide${n}.xml`))
const numberOf = (id: string): number => deck.slides.findIndex((slide) => slide.id === id) + 1
const slidesOf = ({ names }: OfficeFile): string[] =>
  names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))

/** A deck of one slide. */
const alone = (slide: Partial<Slide>): Deck => {
  const [, , first] = deck.slides
  if (!first) throw new Error('no slide')
  return { ...deck, slides: [{ ...first, ...slide }] }
}

describe('the slides of a meeting as a presentation', () => {
  it('are sound: every part well-formed, of a kind, and every relation leads somewhere', async () => {
    expect(faultsOf(file)).toEqual([])
    expect(faultsOf(officeFile(await deckFile(deck, '4x3')))).toEqual([])
  })

  it('are handed out under the name of the meeting', () => {
    expect(response.status).toBe(200)
    const { headers } = response
    expect(headers.get('content-type')).toContain('presentationml.presentation')
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain(
      '峨边彝族自治县融媒体中心（示例） 2024年10月编委会.pptx',
    )
  })

  it('are a slide each, with finding, footer and page', () => {
    expect(slidesOf(file)).toHaveLength(deck.slides.length)
    const words = slideText(file, numberOf('adopted'))
    expect(words).toContain('1—10月采用 1,030 条，国家级 138 条')
    expect(words).toContain('2024年各月上级采用，条')
    expect(words).toContain('口径：以采用台账登记的采用日期计；同一作品被多家媒体采用分别计数。')
    expect(words).toContain('峨边彝族自治县融媒体中心（示例） · 数据截至 2025-02-10 10:00')
    expect(words).toContain('第 6 / 15 页')
    for (const callout of ['150 条', '10月上级采用　▲ 27.1% 同比', '14.4 %', '103 篇'])
      expect(words).toContain(callout)
  })

  it('hold charts whose numbers are those of the deck, in the chart and in its workbook', () => {
    let charts = 0
    for (const [at, { exhibit }] of deck.slides.entries()) {
      const native = exhibit && nativeOf(exhibit)
      if (native?.kind !== 'chart') continue
      charts += 1
      const drawn = chartSeries(file.text(`ppt/charts/chart${at + 1}.xml`))
      expect(drawn.map(({ label, values }) => [label, values]).sort()).toEqual(
        native.series.map(({ label, values }) => [label, [...values]]).sort(),
      )
      const book = read(file.bytes(`ppt/embeddings/chart${at + 1}.xlsx`), { type: 'array' })
      const rows: unknown[][] = utils.sheet_to_json(book.Sheets['数据'] ?? {}, {
        header: 1,
        raw: true,
        defval: null,
      })
      expect(rows).toEqual([
        [native.categoryName, ...native.series.map(({ label }) => label)],
        ...native.categories.map((category, n) => [
          category,
          ...native.series.map(({ values }) => values[n] ?? null),
        ]),
      ])
    }
    expect(charts).toBe(5)
  })

  it('draw October 2024 of the example: 24 national, 56 provincial, 70 municipal of 150', () => {
    const n = numberOf('adopted')
    const drawn = chartSeries(file.text(`ppt/charts/chart${n}.xml`))
    expect(drawn.map(({ label, values, formula }) => [label, values[9], formula])).toEqual([
      ['国家级', 24, "'数据'!$B$2:$B$13"],
      ['省级', 56, "'数据'!$C$2:$C$13"],
      ['市级', 70, "'数据'!$D$2:$D$13"],
      ['上年同月', 118, "'数据'!$E$2:$E$13"],
      ['合计', 150, "'数据'!$F$2:$F$13"],
    ])
    expect(file.text(`ppt/charts/chart${n}.xml`)).toContain('<c:dispBlanksAs val="gap"/>')
    expect(file.text(`ppt/charts/chart${n}.xml`)).toContain('<c:min val="0"/>')
  })

  it('hold tables as tables, cell by cell', () => {
    const budget = deck.slides[numberOf('budget') - 1]?.exhibit
    if (budget?.kind !== 'table') throw new Error('no table')
    const xml = file.text(`ppt/slides/slide${numberOf('budget')}.xml`)
    const rows = [...xml.matchAll(/<a:tr .*?<\/a:tr>/g)].map(([row]) => paragraphsIn(row))
    expect(rows).toEqual([budget.columns, ...budget.rows])
    expect(rows.at(-1)).toEqual(['合计', '426.45', '360.78', '65.67', '84.60%', '+1.27', '跟上'])
  })

  it('take colours and Chinese fonts from their theme', () => {
    const theme = file.text('ppt/theme/theme1.xml')
    expect(theme).toContain('<a:accent1><a:srgbClr val="A4261D"/></a:accent1>')
    expect(theme).toContain('<a:ea typeface="微软雅黑" panose="020B0503020204020204"/>')
    expect(theme).toContain('<a:latin typeface="Microsoft YaHei" panose="020B0503020204020204"/>')
    const chart = file.text(`ppt/charts/chart${numberOf('published')}.xml`)
    expect(chart.match(/accent\d/g)).toContain('accent1')
    const master = file.text('ppt/slideMasters/slideMaster1.xml')
    expect(deck.stripe.filter((hex) => !master.includes(hex.slice(1).toUpperCase()))).toEqual([])
  })

  it('say in words which 重保期 and notes fall on days that they draw', async () => {
    const desk = await exampleDesk()
    const wordsOf = async (exhibit: string) => {
      const address = `/decks/monthly/slide?p=2024-10&view=own&exhibit=${exhibit}`
      const slide = await ask(desk, readExhibitSlide, address)
      return slideText(officeFile(await deckFile(alone(slide), '16x9')), 1).join('\n')
    }
    const marks = '重保期：2024 年国庆（9月28日—10月7日）。注记：县庆四十周年（10月3—6日）'
    expect(await wordsOf('sentiment.volume')).toContain(marks)
    expect(await wordsOf('safety.calendar')).toContain('重保期：2024 年国庆')
    expect(await wordsOf('adoption.outlets')).not.toContain('重保期')
  })

  it('carry what may be said, and what somebody wrote down, as notes', async () => {
    const n = numberOf('adopted')
    const said = deck.slides[n - 1]?.speaker ?? ''
    expect(said).toContain('1—10月上级采用 1,030 条')
    expect(paragraphsIn(file.text(`ppt/notesSlides/notesSlide${n}.xml`))).toEqual([said])
    const own = await deckFile(alone({ speaker: '先说这个', note: '再谢谢\n各位' }), '16x9')
    expect(paragraphsIn(officeFile(own).text('ppt/notesSlides/notesSlide1.xml'))).toEqual([
      '先说这个',
      '再谢谢',
      '各位',
    ])
  })

  it('keep hidden slides, which are passed over when they are shown', async () => {
    const hidden = officeFile(await deckFile(alone({ isHidden: true }), '16x9'))
    expect(hidden.text('ppt/slides/slide1.xml')).toContain(' show="0">')
    expect(file.text('ppt/slides/slide1.xml')).not.toContain('show="0"')
  })

  it('go on with a long table on further slides, its head repeated', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => [`第 ${n + 1} 项`, String(n)])
    const exhibit = { kind: 'table' as const, columns: ['项', '数'], numbers: [false, true], rows }
    const long = officeFile(
      await deckFile(alone({ title: '四十项', exhibit, callouts: [] }), '16x9'),
    )
    expect(slidesOf(long)).toHaveLength(4)
    const words = [1, 2, 3, 4].map((n) => slideText(long, n))
    expect(words.map(([title]) => title)).toEqual([
      '四十项',
      '四十项（续）',
      '四十项（续）',
      '四十项（续）',
    ])
    for (const each of words) expect(each).toContain('项')
    expect(words.flat().filter((word) => /^第 \d+ 项$/.test(word))).toEqual(
      rows.map(([name]) => name),
    )
  })

  it('break a long title into lines and make it smaller, never cut it', async () => {
    const title = '本年预算四百二十六万元，已支付三百六十万元，结余六十五万元；'.repeat(3)
    const xml = officeFile(await deckFile(alone({ title }), '4x3')).text('ppt/slides/slide1.xml')
    expect(paragraphsIn(xml)[0]).toBe(title)
    expect(/sz="(\d+)" b="1"/.exec(xml)?.[1]).toBe('1950')
  })

  it('write signs of XML as signs, and say which 定稿 it is', async () => {
    const period = deck.period
    const freeze = { period, number: 2, at: '', by: '', note: '', content: '' }
    const odd = { ...alone({ title: '甲 < 乙 & "丙"' }), freeze }
    const found = officeFile(await deckFile(odd, '16x9'))
    expect(faultsOf(found)).toEqual([])
    expect(slideText(found, 1)).toContain('甲 < 乙 & "丙"')
    expect(slideText(found, 1)).toContain(
      '峨边彝族自治县融媒体中心（示例） · 2024年10月 第2稿 · 数据截至 2025-02-10 10:00',
    )
  })

  it('weigh little: fifteen slides are under 300 kB', () => {
    expect(bytes.length).toBeLessThan(300_000)
  })
})
