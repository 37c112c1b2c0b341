import { read, utils } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { TEMPLATES } from '#reports/deck/templates.ts'
import { nativeOf } from '#reports/native/of-exhibit.ts'
import { numberScale, scaled } from '#reports/native/number-scale.ts'
import { PAGE_IDS } from '#reports/pages.ts'
import { boardOf } from '#shared/boards/index.ts'
import { readDeck, type Deck, type Slide } from '#shared/contract/decks.ts'
import type { TemplateId } from '#shared/slides/template-ids.ts'
import { boardSchema } from '#shared/contract/boards.ts'
import { readBudget, type BudgetAnswer } from '#shared/contract/budget.ts'
import type { Answer } from '#shared/contract/figures.ts'
import { rateText } from '#shared/headlines/budget.ts'
import { figureLine } from '#shared/headlines/figure-text.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import { valueOf, type Figure } from '#shared/metrics/figure.ts'
import { METRIC_IDS, metricOf, type MetricId } from '#shared/metrics/index.ts'
import { wanRounded } from '#shared/money.ts'
import { periodLabel, shortLabel } from '#shared/time/words.ts'
import { ask, exampleDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { chartSeries, officeFile, paragraphsIn, wordsIn } from '#test/support/office-parts.ts'

/*
 * Every figure of every export is the page's, to the last digit. An export is a line of EXPORTS: its
 * address, and how its figures are read out of its bytes.
 */

/** A figure as a file has it; what a file does not say is left out. */
interface Said {
  readonly where: string
  readonly metric: MetricId
  /** The period in words, or a month `YYYY-MM`. */
  readonly period: string
  readonly part: string
  /** As the page keeps it: 分, seconds, a share of one. */
  readonly number?: number | null
  readonly text?: string
}

type Bytes = Uint8Array<ArrayBuffer>
interface Export {
  readonly address: string
  /** At least so many figures, so that a reader that finds none fails. */
  readonly least: number
  figures(bytes: Bytes): Said[] | Promise<Said[]>
}

let desk: TestDesk
/** All that the pages say, by metric, period and part; a rate may stand on two pages. */
const truth = new Map<string, Figure>()
const answers = new Map<string, readonly Answer[]>()
/** Budget lines as the page prints them, their unit being said over the column. */
const lines = new Map<string, string>()
const keyOf = (metric: MetricId, period: string, part: string): string =>
  [metric, period, part].join(' ')

beforeAll(async () => {
  desk = await exampleDesk()
  for (const period of ['2024-10', '2024'])
    for (const page of PAGE_IDS)
      for (const view of ['own', 'cum']) {
        const words = view === 'cum' ? '&v=cum' : ''
        const response = await desk.app.request(`/api/boards/${page}?p=${period}${words}`)
        const board = boardSchema.parse(await response.json())
        answers.set(`${period} ${page} ${view}`, board.answers)
        board.answers.forEach(learn)
      }
  for (const address of ['2024-10', '2024-10&v=cum', '2024'])
    learnLines(await ask(desk, readBudget, `/boards/budget?p=${address}`))
})

function learnLines({ period, execution }: BudgetAnswer): void {
  for (const line of [...execution.lines, execution.total]) {
    const part = line === execution.total ? '' : `project=${line.project}`
    const say = (metric: MetricId, words: string) =>
      lines.set(keyOf(metric, period.key, part), words)
    if (line.budget !== null) say('budget', wanRounded(line.budget))
    if (line.paidOfYear !== null) say('paidOfYear', wanRounded(line.paidOfYear))
    if (line.ofYear !== null) say('executionRate', rateText(line.ofYear))
  }
}

function learn({ metric, by, period, figure, parts, months, monthsBefore }: Answer): void {
  const label = periodLabel(period)
  truth.set(keyOf(metric, label, ''), figure)
  for (const part of parts) {
    truth.set(keyOf(metric, label, partWord(metric, part.value)), part.figure)
    truth.set(keyOf(metric, period.key, `${by}=${part.value}`), part.figure)
  }
  truth.set(keyOf(metric, period.key, ''), figure)
  for (const { at, figure: own, parts: split } of [...monthsBefore, ...months]) {
    truth.set(keyOf(metric, `month ${at}`, ''), own)
    for (const { value, amount } of split)
      if (own.state !== 'none' && amount !== null)
        truth.set(keyOf(metric, `month ${at}`, partWord(metric, value)), {
          ...own,
          value: amount,
        })
  }
}

const metricNamed = (label: unknown): MetricId => {
  const found = METRIC_IDS.find((id) => metricOf(id).label === label)
  if (!found) throw new Error(`no metric ${String(label)}`)
  return found
}

/** A spreadsheet's number as the page keeps it. */
const kept = (metric: MetricId, cell: unknown): number | null => {
  if (cell === undefined || cell === '') return null
  const number = Number(cell)
  return metricOf(metric).unit === 'money' ? Math.round(number * 100) : number
}

const wordOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '')

function sheetFigures(rows: readonly unknown[][], where: string): Said[] {
  return rows.slice(1).map((row) => {
    const metric = metricNamed(row[0])
    const said = { where, metric, part: wordOf(row[1]), period: wordOf(row[8]) }
    return { ...said, number: kept(metric, row[2]), text: wordOf(row[4]) }
  })
}

function monthFigures(rows: readonly unknown[][]): Said[] {
  return rows.slice(1).map((row) => {
    const metric = metricNamed(row[0])
    const said = { where: '分月', metric, part: wordOf(row[1]), period: `month ${wordOf(row[2])}` }
    return { ...said, number: kept(metric, row[3]) }
  })
}

function workbookFigures(bytes: Bytes): Said[] {
  const book = read(bytes, { type: 'array' })
  const rows = (name: string): unknown[][] =>
    utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, raw: true })
  const areas = PAGE_IDS.map((page) => boardOf(page).label)
  return [
    ...book.SheetNames.filter((name) => areas.includes(name)).flatMap((name) =>
      sheetFigures(rows(name), name),
    ),
    ...monthFigures(rows('分月')),
  ]
}

const csvFigures = (bytes: Bytes): Said[] =>
  sheetFigures(
    utils.sheet_to_json(
      read(new TextDecoder().decode(bytes), { type: 'string', raw: true }).Sheets.Sheet1 ?? {},
      { header: 1, raw: true },
    ),
    'CSV',
  )

/** Numbers in charts and callouts of slides; which slide is of what, the deck says. */
const slideFigures =
  (template: TemplateId, period: string) =>
  async (bytes: Bytes): Promise<Said[]> => {
    const file = officeFile(bytes)
    const deck = await ask(desk, readDeck, `/decks/${template}?p=${period}`)
    return deck.slides.flatMap((slide, at) => [
      ...chartFigures(slide, at + 1, file),
      ...calloutFigures(slide, paragraphsIn(file.text(`ppt/slides/slide${at + 1}.xml`)), deck),
    ])
  }

function chartFigures(slide: Slide, n: number, file: ReturnType<typeof officeFile>): Said[] {
  const { exhibit } = slide
  if (exhibit?.kind !== 'stack' && exhibit?.kind !== 'lines') return []
  const { metric, months, monthsBefore } = exhibit.answer
  const native = nativeOf(exhibit)
  if (native.kind !== 'chart') throw new Error(slide.id)
  const { label, unit } = metricOf(metric)
  const wholes = [...months, ...monthsBefore].map(({ figure }) => valueOf(figure) ?? 0)
  const scale = numberScale(unit, Math.max(...wholes))
  const names = new Map([
    ['合计', ''],
    [label, ''],
  ])
  return chartSeries(file.text(`ppt/charts/chart${n}.xml`)).flatMap((series) =>
    series.values.flatMap((number, at) => {
      const points = series.label === '上年同月' ? monthsBefore : months
      const part = series.label === '上年同月' ? '' : (names.get(series.label) ?? series.label)
      const month = points[at]?.at ?? ''
      const known = truth.get(keyOf(metric, `month ${month}`, part))
      // A part that a month has none of is no figure of the page.
      if (number === null && (part !== '' || known === undefined)) return []
      const value = known === undefined ? null : valueOf(known)
      expect([slide.id, month, series.label, number]).toEqual([
        slide.id,
        month,
        series.label,
        scaled(value, scale),
      ])
      return [{ where: slide.id, metric, part, period: `month ${month}`, number: value }]
    }),
  )
}

/** The large numbers beside a chart: a paragraph of number and unit over one of its label. */
function calloutFigures(
  slide: Slide,
  words: readonly string[],
  { template, period }: Deck,
): Said[] {
  const spec = TEMPLATES[template].slides.find(({ id }) => id === slide.id)
  return (spec?.callouts ?? []).flatMap(({ page, metric, view }): Said[] => {
    const answer = answers
      .get(`${period.key} ${page} ${view}`)
      ?.find((each) => each.metric === metric)
    if (!answer) throw new Error(`${page} has no ${metric}`)
    const label = `${shortLabel(answer.period)}${metricOf(metric).label}`
    const at = words.findLastIndex((word) => word.startsWith(label))
    const text = (words[at - 1] ?? '').replace(/ (?=%|$)/, '')
    return [{ where: slide.id, metric, part: '', period: periodLabel(answer.period), text }]
  })
}

/** Figures of a Word file are content controls, tagged `metric@period#field=part`; changes are none. */
function wordFigures(bytes: Bytes): Said[] {
  const xml = officeFile(bytes).text('word/document.xml')
  const controls = xml.matchAll(/<w:tag w:val="([^"]*)"\/>.*?<w:sdtContent>(.*?)<\/w:sdtContent>/gs)
  return [...controls].flatMap(([, tag = '', content = '']) => {
    const [, name, period = '', part = ''] = /^(\w+)@([^#!]+)(?:#(.*))?$/.exec(tag) ?? []
    const metric = METRIC_IDS.find((id) => id === name)
    if (!metric) return []
    return [{ where: tag, metric, period, part, text: wordsIn(content, 'w:t').join('') }]
  })
}

const PAGES = PAGE_IDS.flatMap((page): Export[] =>
  ['', '&v=cum'].flatMap((view) => [
    {
      address: `/boards/${page}/figures.xlsx?p=2024-10${view}`,
      least: 3,
      figures: workbookFigures,
    },
    { address: `/boards/${page}/figures.csv?p=2024-10${view}`, least: 3, figures: csvFigures },
  ]),
)

const EXPORTS: readonly Export[] = [
  ...PAGES,
  { address: '/period.xlsx?p=2024-10', least: 500, figures: workbookFigures },
  { address: '/period.xlsx?p=2024', least: 500, figures: workbookFigures },
  {
    address: '/decks/monthly/pptx?p=2024-10',
    least: 100,
    figures: slideFigures('monthly', '2024-10'),
  },
  { address: '/decks/annual/pptx?p=2024', least: 100, figures: slideFigures('annual', '2024') },
  { address: '/documents/monthly/report.docx?p=2024-10', least: 30, figures: wordFigures },
  { address: '/documents/brief/report.docx?p=2024-10', least: 10, figures: wordFigures },
  { address: '/documents/annual/report.docx?p=2024', least: 20, figures: wordFigures },
]

describe('every figure of an export is the page’s, to the last digit', () => {
  it.each(EXPORTS)('$address', async ({ address, least, figures }) => {
    const response = await desk.app.request(`/api${address}`)
    expect(response.status).toBe(200)
    const said = await figures(new Uint8Array(await response.arrayBuffer()))
    expect(said.length).toBeGreaterThanOrEqual(least)
    const wrong = said.flatMap((one) => {
      const key = keyOf(one.metric, one.period, one.part)
      if (one.text !== undefined && one.text === lines.get(key)) return []
      const figure = truth.get(key)
      if (!figure) return [{ ...one, page: 'knows none' }]
      const text = figureLine(figure, metricOf(one.metric).unit)
      const isSame =
        (one.number === undefined || one.number === valueOf(figure)) &&
        (one.text === undefined || one.text === text)
      return isSame ? [] : [{ ...one, page: text, value: valueOf(figure) }]
    })
    expect(wrong.slice(0, 5)).toEqual([])
  })
})
