import { beforeAll, describe, expect, it } from 'vitest'
import { deckOf, exhibitSlideOf } from '#reports/deck/build.ts'
import { nativeOf } from '#reports/native/of-exhibit.ts'
import { deckFile } from '#server/export/pptx/deck-file.ts'
import { frozenContent } from '#server/freezes/content.ts'
import { reportFigures } from '#server/report-figures.ts'
import { NO_EDITS, type Deck, type Slide, type SlideExhibit } from '#shared/contract/decks.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import type { Period } from '#shared/time/period.ts'
import { AFTER_2024, exampleDesk } from '#test/support/memory-desk.ts'
import {
  chartSeries,
  officeFile,
  paragraphsIn,
  type OfficeFile,
} from '#test/support/office-parts.ts'

/*
 * Whatever a slide can be made of is read back out of the presentation, number by number: charts out
 * of their series, tables and calendars out of their cells.
 */

const OCTOBER: Period = {
  kind: 'month',
  key: '2024-10',
  from: '2024-10-01',
  to: '2024-10-31',
}
let deck: Deck
let slides: Slide[]
beforeAll(async () => {
  const desk = await exampleDesk()
  const content = await frozenContent(OCTOBER, async (board, { key }, view) => {
    const words = view === 'cum' ? '&v=cum' : ''
    return (await desk.app.request(`/api/boards/${board}?p=${key}${words}`)).json()
  })
  const figures = reportFigures(content, { period: OCTOBER, freeze: null, at: AFTER_2024 })
  deck = deckOf('monthly', figures, { edits: NO_EDITS, editedAt: null, editedBy: null })
  slides = deck.exhibits.flatMap(
    ({ id }) => exhibitSlideOf({ id, exhibit: id, view: 'own' }, figures) ?? [],
  )
})

type Kind = SlideExhibit['kind']
type Of<K extends Kind> = Extract<SlideExhibit, { kind: K }>
type Numbers = (number | null)[]

/** What a unit of the page's is divided by where a chart is drawn in a larger one. */
const LARGER: Readonly<Record<string, number>> = { 万元: 1_000_000, 小时: 3600, 分钟: 60 }

/** One column of a chart's rows, where any of them has a number. */
function column<R>(rows: readonly R[], pick: (row: R) => number | null): Numbers[] {
  const values = rows.map(pick)
  return values.some((value) => value !== null) ? [values] : []
}

/** The numbers of the page, row by row as the file draws them, in the units the page keeps them in. */
function onPage(exhibit: SlideExhibit): Numbers[] {
  switch (exhibit.kind) {
    case 'stack':
    case 'lines':
      return [
        ...column(exhibit.answer.months, ({ figure }) => valueOf(figure)),
        ...column(exhibit.answer.monthsBefore, ({ figure }) => valueOf(figure)),
      ]
    case 'bars':
      return [
        ...column(exhibit.rows, ({ value }) => value),
        ...column(exhibit.rows, ({ before }) => before),
      ]
    case 'bullets':
      return [
        ...column(exhibit.rows, ({ value }) => value),
        ...column(exhibit.rows, ({ pace }) => pace),
      ]
    case 'funnel':
      return column(exhibit.steps, ({ value }) => value)
    case 'histogram':
      return column(exhibit.bins, ({ value }) => value)
    case 'dayLine':
      return [
        ...column(exhibit.days, ({ value }) => value),
        ...column(exhibit.days, () => exhibit.band?.high ?? null),
        ...column(exhibit.days, () => exhibit.band?.low ?? null),
      ]
    default:
      throw new Error(`${exhibit.kind} is no chart`)
  }
}

const fileOf = async (slide: Slide): Promise<OfficeFile> =>
  officeFile(await deckFile({ ...deck, slides: [{ ...slide, callouts: [] }] }, '16x9'))

/** The rows of a slide's table, over all the slides it goes on to; the repeated heads left out. */
function tableRows({ names, text }: OfficeFile): string[][] {
  const parts = names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  return parts
    .toSorted((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .flatMap((part) => [...text(part).matchAll(/<a:tr .*?<\/a:tr>/gs)].slice(1))
    .map(([row]) =>
      [...row.matchAll(/<a:tc[ >].*?<\/a:tc>/gs)].map(([cell]) => paragraphsIn(cell).join('')),
    )
}

/** Numbers as a file has them, back in the page's unit, to the last digit that its own holds. */
const inUnit = (values: Numbers, by: number): Numbers =>
  values.map((value) => (value === null ? null : Math.round(value * by * 1e6) / 1e6))
const rounded = (values: Numbers): Numbers => inUnit(values, 1)

const isOf = <K extends Kind>(exhibit: SlideExhibit | null, kind: K): exhibit is Of<K> =>
  exhibit?.kind === kind
const slidesOf = <K extends Kind>(kind: K): { slide: Slide; exhibit: Of<K> }[] =>
  slides.flatMap((slide) => {
    const { exhibit } = slide
    return isOf(exhibit, kind) ? [{ slide, exhibit }] : []
  })

describe('every chart of every slide says what the page says', () => {
  it.each(['bars', 'funnel', 'bullets', 'histogram', 'dayLine', 'lines', 'stack'] as const)(
    'as %s',
    async (kind) => {
      const found = slidesOf(kind)
      expect(found.length).toBeGreaterThan(0)
      for (const { slide, exhibit } of found) {
        const native = nativeOf(exhibit)
        if (native.kind !== 'chart') throw new Error(slide.name)
        const drawn = chartSeries((await fileOf(slide)).text('ppt/charts/chart1.xml'))
        const by = LARGER[native.unit] ?? 1
        const inFile = drawn.map(({ values }) => inUnit(values, by))
        for (const row of onPage(exhibit))
          expect([slide.name, inFile]).toEqual([slide.name, expect.arrayContaining([rounded(row)])])
      }
    },
  )

  it('as days and hours shaded in a table', async () => {
    const calendars = slidesOf('calendar')
    expect(calendars.length).toBeGreaterThan(1)
    for (const { slide, exhibit } of calendars) {
      const rows = tableRows(await fileOf(slide))
      const inFile = rows.flatMap(([month = '', ...cells]) =>
        cells.flatMap((text, n) =>
          text === ''
            ? []
            : [[`${month}-${String(n + 1).padStart(2, '0')}`, Number.parseInt(text)]],
        ),
      )
      const inMonths = exhibit.days.filter(
        ({ day }) => day.slice(0, 7) >= exhibit.from && day.slice(0, 7) <= exhibit.to,
      )
      expect([slide.name, inFile]).toEqual([
        slide.name,
        inMonths.map(({ day, value }) => [day, value]),
      ])
    }
    for (const { slide, exhibit } of slidesOf('weekHours')) {
      const rows = tableRows(await fileOf(slide))
      const inFile = rows.flatMap(([, ...cells], weekday) =>
        cells.flatMap((text, hour) =>
          text === '0' ? [] : [{ weekday: weekday + 1, hour, value: Number(text) }],
        ),
      )
      const order = ({ weekday, hour }: { weekday: number; hour: number }) => weekday * 24 + hour
      expect(inFile).toEqual(
        exhibit.cells.filter(({ value }) => value > 0).toSorted((a, b) => order(a) - order(b)),
      )
    }
  })

  it('as a table, cell by cell, over as many slides as it needs', async () => {
    const tables = slidesOf('table').filter(({ exhibit }) => exhibit.rows.length > 0)
    expect(tables.length).toBeGreaterThan(5)
    for (const { slide, exhibit } of tables)
      expect([slide.name, tableRows(await fileOf(slide))]).toEqual([
        slide.name,
        exhibit.rows.map((row) => row.map((cell) => cell.replaceAll('\n', ''))),
      ])
  })
})
