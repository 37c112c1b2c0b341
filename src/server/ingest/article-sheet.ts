import type { ImportSection } from '#shared/contract/imports.ts'
import {
  cellName,
  columnLetters,
  saysNothing,
  shownText,
  type RawCell,
  type ReadSheet,
} from './cells.ts'
import type { PreparedSection } from './sections.ts'

/** A value of the sheet and the label it stands under; 0-based. */
interface Item {
  readonly label: string
  readonly cell: RawCell
  readonly row: number
  readonly column: number
}

/** 公众号's sheet of one article, as a table of one row. */
export interface ArticleSheet {
  readonly table: ReadSheet
  readonly items: readonly Item[]
  readonly source: ReadSheet
  /** The part each row stands in; '' for the line that names a part. */
  readonly parts: readonly string[]
}

const READ = ['数据概况', '阅读转化', '推荐转化']
const TREND = '数据趋势明细'
const PARTS = [...READ, TREND, '性别分布', '年龄分布', '地域分布']

/** The sheet as a table of one row, when it is one article in parts; null for any other sheet. */
export function articleSheet(sheet: ReadSheet): ArticleSheet | null {
  const names = sheet.cells.map((row) => shownText(row[0]))
  const [title = ''] = names
  if (title === '' || PARTS.includes(title) || !names.slice(0, 6).includes('数据概况')) return null
  if (!names.includes('阅读转化') && !names.includes(TREND)) return null
  const parts: string[] = []
  for (const name of names) parts.push(PARTS.includes(name) ? name : (parts.at(-1) ?? ''))
  const items = [
    { label: '标题', cell: title, row: 0, column: 0 },
    ...firstDay(sheet, parts),
    ...sheet.cells.flatMap((row, at) => (READ.includes(parts[at] ?? '') ? pairs(row, at) : [])),
  ]
  const once = items.filter((item, i) => items.findIndex(({ label }) => label === item.label) === i)
  const cells = [once.map(({ label }) => label), once.map(({ cell }) => cell)]
  return { table: { ...sheet, cells, merges: [] }, items: once, source: sheet, parts }
}

/** Labels with a value to their right. */
function pairs(row: readonly RawCell[], at: number): Item[] {
  return row.flatMap((cell, column) => {
    const value = row[column + 1] ?? null
    const isLabel = typeof cell === 'string' && /\p{Script=Han}/u.test(cell)
    return isLabel && !saysNothing(value)
      ? [{ label: cell.trim(), cell: value, row: at, column: column + 1 }]
      : []
  })
}

/** The day of an article is the first of its trend. */
function firstDay(sheet: ReadSheet, parts: readonly string[]): Item[] {
  const head = sheet.cells.findIndex(
    (row, at) => parts[at] === TREND && shownText(row[0]) === '日期',
  )
  const days = sheet.cells.flatMap((row, at) =>
    head >= 0 && at > head && parts[at] === TREND && !saysNothing(row[0])
      ? [{ label: '日期', cell: row[0] ?? null, row: at, column: 0 }]
      : [],
  )
  const [first] = days.toSorted((a, b) => (shownText(a.cell) < shownText(b.cell) ? -1 : 1))
  return first ? [first] : []
}

/** The section as the sheet itself counts: its own rows and places, each row once. */
export function asOnSheet(article: ArticleSheet, prepared: PreparedSection): PreparedSection {
  const { items, source, parts } = article
  const itemAt = (letters: string) => items.find((_, i) => columnLetters(i) === letters)
  const { section } = prepared
  const used = new Set(
    section.mapping.flatMap(({ column, field }) => {
      const row = itemAt(column)?.row
      return field === null || row === undefined || row === 0 ? [] : [row]
    }),
  )
  const rest = source.cells.map((_, row) => row).filter((row) => row > 0 && !used.has(row))
  const isGood = section.records > 0
  const isRefused = section.rowsRefused > 0
  const passed = isGood || isRefused ? rest : source.cells.map((_, row) => row).slice(1)
  const whys = [...new Set(passed.map((row) => whyPassed(parts[row] ?? '')))]
  return {
    ...prepared,
    section: {
      ...section,
      headRows: [1],
      mapping: section.mapping.map((each) => ({ ...each, column: placeOf(itemAt(each.column)) })),
      refusals: section.refusals.map((refusal) => placed(refusal, itemAt(refusal.column))),
      rowsRead: source.cells.length - 1,
      rowsGood: isGood ? used.size : 0,
      rowsRefused: isRefused ? used.size : 0,
      rowsSkipped: passed.length,
      skips: whys.map((why) => {
        const rows = passed.filter((row) => whyPassed(parts[row] ?? '') === why).map((r) => r + 1)
        return { why, count: rows.length, rows }
      }),
      notes: [
        ...section.notes,
        ...(isGood
          ? [{ level: 'info' as const, text: `发布日期取自“${TREND}”的第一天，请核对` }]
          : []),
      ],
    },
  }
}

const whyPassed = (part: string): string =>
  READ.includes(part) ? `“${part}”里没有用到的项` : `没有读的部分：${part || '表头'}`

const placeOf = (item: Item | undefined): string => (item ? cellName(item) : '')

function placed(
  refusal: ImportSection['refusals'][number],
  item: Item | undefined,
): ImportSection['refusals'][number] {
  return item ? { ...refusal, row: item.row + 1, column: columnLetters(item.column) } : refusal
}
