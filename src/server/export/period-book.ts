import { boardOf, type BoardId } from '#shared/boards/index.ts'
import type { Answer } from '#shared/contract/figures.ts'
import type { Freeze } from '#shared/contract/freezes.ts'
import { ledgerNames, ownText } from '#shared/headlines/own-records.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { metricOf } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'
import { periodLabel } from '#shared/time/words.ts'
import { PAGE_IDS, type Pages } from '#reports/pages.ts'
import { basisRows, type Basis } from './basis-rows.ts'
import { budgetRows } from './budget-rows.ts'
import { chartSheet } from './chart-sheet.ts'
import { FIGURE_HEAD, figureRows, monthRows, unique } from './figure-rows.ts'
import { ABOUT_SHEET } from './sheet-names.ts'
import { plainValue, type Cell, type SheetColumn, type Value } from './sheet-xml.ts'
import { targetRows } from './target-rows.ts'
import { workbook, type Sheet } from './workbook.ts'

/** Figures of a period, page by page, as the pages show them. Answers are only read. */
export interface PeriodFigures {
  readonly centre: string
  readonly period: Period
  /** An instant of the centre's own clock, `YYYY-MM-DD HH:mm`. */
  readonly asOf: string
  /** Set where the figures are those of a 定稿. */
  readonly freeze: Pick<Freeze, 'number' | 'by' | 'note'> | null
  readonly boards: readonly { readonly board: BoardId; readonly answers: readonly Answer[] }[]
  /** Ledgers that registered no day of the period. */
  readonly absent: readonly LedgerId[]
  /** Ledgers behind them of which only the reader's own department is counted. */
  readonly own: readonly LedgerId[]
  /** Who took it away and when; '' for nobody in particular. */
  readonly mark: string
}

const MONTHS_SHEET = '分月'
const BASIS_SHEET = '来源与依据'

/** What the workbook of a whole period holds besides the figures of its pages. */
export interface WholePeriod {
  readonly pages: Pages
  readonly basis: Basis
}

/**
 * A sheet for each page with its figures and their parts, one of all months, and one that says what
 * was asked, when, and how each figure is counted; of a whole period also the charts of each page,
 * budget lines, targets, and what it all stands on. Numbers stay numbers: 元, shares of one, seconds.
 */
export function periodBook(
  figures: PeriodFigures,
  whole?: WholePeriod,
): ReadableStream<Uint8Array> {
  const answers = figures.boards.flatMap((page) => page.answers)
  const sheets = [
    ...figures.boards.flatMap(({ board, answers: own }) => [
      sheet(
        boardOf(board).label,
        [22, 14, 16, 8, 20, 24, 20, 20, 22, 28, 60],
        [FIGURE_HEAD, ...figureRows(own)],
      ),
      ...(whole ? beside(board, whole) : []),
    ]),
    ...(whole
      ? [sheet('目标', [34, 20, 10, 14, 14, 14, 14, 12, 40, 24], targetRows(answers))]
      : []),
    sheet(MONTHS_SHEET, [22, 14, 10, 16, 8, 20, 28], monthRows(answers)),
    ...(whole
      ? [sheet(BASIS_SHEET, [18, 30, 24, 18, 16, 44, 30], basisRows(whole.basis, answers))]
      : []),
    sheet(ABOUT_SHEET, [18, 70, 30], aboutRows(figures, answers)),
  ]
  return workbook(sheets.map((each) => ({ ...each, footer: footerOf(figures) })))
}

/** What a page shows besides figures. */
function beside(board: BoardId, { pages }: WholePeriod): Sheet[] {
  const page = PAGE_IDS.find((id) => id === board)
  if (!page) return []
  const charts = chartSheet(page, pages)
  return [
    ...(page === 'budget'
      ? [sheet('预算项目', [30, 16, 16, 16, 16, 16, 12, 12, 14, 14], budgetRows(pages.budget))]
      : []),
    ...(charts ? [charts] : []),
  ]
}

const footerOf = ({ centre, period, asOf, freeze, own, mark }: PeriodFigures): string =>
  [
    centre,
    periodLabel(period),
    freeze ? `第${freeze.number}稿` : '',
    `数据截至 ${asOf}`,
    ownText(own),
    mark,
  ]
    .filter((word) => word !== '')
    .join(' · ')

/**
 * The figures of one page as rows of a table, its head first. Each row says whose it is and of when,
 * so that no line stands in the way of a program that reads it.
 */
export function pageRows({ boards, centre, freeze, asOf, own, mark }: PeriodFigures): Value[][] {
  const further = [
    ['只含本部门', ledgerNames(own)],
    ['导出', mark],
  ].filter(([, text]) => text !== '')
  const about = [
    centre,
    freeze ? `第${freeze.number}稿` : null,
    asOf,
    ...further.map(([, text = '']) => text),
  ]
  return [
    [...FIGURE_HEAD, '中心', '定稿', '数据截至', ...further.map(([head = '']) => head)],
    ...boards.flatMap(({ answers }) =>
      figureRows(answers).map((row) => [...row.map(plainValue), ...about]),
    ),
  ]
}

function sheet(name: string, widths: readonly number[], rows: readonly (readonly Cell[])[]): Sheet {
  const columns = widths.map((width): SheetColumn => ({ width, look: 'plain', headLook: 'head' }))
  async function* blocks() {
    yield rows
  }
  return { name, columns, blocks: blocks() }
}

function aboutRows(
  { centre, period, asOf, freeze, boards, absent, own, mark }: PeriodFigures,
  answers: readonly Answer[],
): Value[][] {
  const metrics = unique(answers, ({ metric }) => metric).map(({ metric }) => metricOf(metric))
  return [
    ['项', '内容', '备注'],
    ...(centre === '' ? [] : [['单位', centre, null]]),
    ['期间', periodLabel(period), `${period.from} 至 ${period.to}`],
    ['截至', asOf, '此后的改动不在内'],
    ...(mark ? [['导出', mark, null]] : []),
    ...(own.length > 0 ? [['只含本部门', ledgerNames(own), '不是全中心的数']] : []),
    ...(freeze ? [['定稿', `第${freeze.number}稿`, `${freeze.by} ${freeze.note}`.trim()]] : []),
    ['板块', boards.map(({ board }) => boardOf(board).label).join('、'), null],
    ...absent.map((id) => ['未登记', ledgerOf(id).label, '期内没有登记，不当作零']),
    ['读法', '数列按单位列的单位，可直接计算；读作列与页面一致。', '空格是没有数，不是零'],
    ...metrics.map((metric) => [
      '指标口径',
      `${metric.label}：${metric.definition}`,
      metric.source ?? null,
    ]),
  ]
}
