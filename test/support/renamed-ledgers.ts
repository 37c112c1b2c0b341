import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { read, utils, write, type BookType, type WorkBook } from '@e965/xlsx'

/** How a centre next door keeps a sheet: its heads by their names here, its columns in another order. */
interface Habit {
  /** 0-based rows of the head. */
  readonly head: readonly number[]
  readonly names: Readonly<Record<string, string>>
  /** Places of the columns as they stand now, in their new order. */
  readonly order: readonly number[]
}

interface Broken {
  readonly sheet: string
  /** As it stands in the file it came from: 0-based row, and the head of its column. */
  readonly row: number
  readonly head: string
  readonly text: string
}

const GOLDEN = path.resolve(import.meta.dirname, '../golden')

const HABITS: Readonly<Record<string, Habit>> = {
  '发稿台账2024.csv': {
    head: [0],
    names: { 发布日期: '刊发时间', 标题: '稿件标题', 发布平台: '在哪发', 阅读量: '阅读数' },
    order: [1, 3, 4, 2, 10, 5, 6, 7, 8, 9, 0, 11],
  },
  '上级采用台账2024.xlsx': {
    head: [1, 2],
    names: { 采用时间: '刊发日期', 作品: '作品名称', 名称: '媒体名称', 级别: '媒体级别' },
    order: [3, 4, 0, 6, 1, 2, 5],
  },
  '舆情监测日报2024.xls': {
    head: [1],
    names: { '监测信息（条）': '监测条数', '预警（条）': '预警数', 值班人: '值班员' },
    order: [5, 0, 2, 1, 4, 3],
  },
  '舆情预警台账2024.xlsx': {
    head: [0],
    names: { '标题/摘要': '反映的事', 发现时间: '监测时间', 预警级别: '级别' },
    order: [4, 1, 5, 0, 3, 2, 7, 6, 8],
  },
  '安全播出记录2024.xlsx': {
    head: [0],
    names: { 检查类别: '检查类型', 检查对象: '检查部位', 停播时长: '中断时长', 影响频道: '频道' },
    order: [2, 0, 1, 5, 4, 3],
  },
  '预算执行2024.xlsx': {
    head: [2],
    names: { 年初预算: '年初预算数', 累计支出: '支出合计' },
    order: [1, 0, 2, ...Array.from({ length: 12 }, (_, month) => month + 3), 16, 15],
  },
}

/** Three cells nobody can read: a letter in a number, a month that is none, a level of no list. */
const BROKEN: Readonly<Record<string, Broken>> = {
  '发稿台账2024.csv': { sheet: 'Sheet1', row: 2, head: '阅读量', text: '19B9' },
  '上级采用台账2024.xlsx': { sheet: '2024', row: 3, head: '级别', text: '国字号' },
  '舆情预警台账2024.xlsx': {
    sheet: '预警台账',
    row: 2,
    head: '发现时间',
    text: '2024-13-01 08:28',
  },
}

/** The six golden ledgers with columns renamed and in another order; three cells broken where so said. */
export function renamedLedgers({
  isBroken,
}: {
  isBroken: boolean
}): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  return Promise.all(
    Object.entries(HABITS).map(async ([name, habit]) => {
      const book = await (books[name] ??= bookOf(name))
      const renamed = rewritten(book, habit, isBroken ? BROKEN[name] : undefined)
      const buffer: unknown = write(renamed, { type: 'buffer', bookType: typeOf(name) })
      if (!Buffer.isBuffer(buffer)) throw new Error(`${name} was not written`)
      return { name, mimeType: 'application/octet-stream', buffer }
    }),
  )
}

/** Those read once; nothing writes into them. */
const books: Record<string, Promise<WorkBook>> = {}

async function bookOf(name: string): Promise<WorkBook> {
  const bytes = await readFile(path.join(GOLDEN, name))
  if (!name.endsWith('.csv')) return read(bytes)
  return read(new TextDecoder('gb18030').decode(bytes), { type: 'string', raw: true })
}

function rewritten(book: WorkBook, { head, names, order }: Habit, broken?: Broken): WorkBook {
  const result = utils.book_new()
  for (const name of book.SheetNames) {
    const sheet = book.Sheets[name]
    if (!sheet) continue
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null })
    if (broken?.sheet === name) breakCell(rows, head, broken)
    const moved = rows.map((row, at) => {
      if (at < Math.min(...head)) return row
      return order.map((place) => {
        const cell = row[place] ?? null
        return head.includes(at) ? (names[String(cell)] ?? cell) : cell
      })
    })
    const written = utils.aoa_to_sheet(moved)
    written['!merges'] = headMerges(sheet['!merges'] ?? [], order, Math.min(...head))
    utils.book_append_sheet(result, written, name)
  }
  return result
}

function breakCell(rows: unknown[][], head: readonly number[], { row, head: name, text }: Broken) {
  const place = head.map((at) => rows[at]?.indexOf(name) ?? -1).find((at) => at >= 0)
  const cells = rows[row]
  if (place === undefined || !cells) throw new Error(`no cell ${name} ${row}`)
  cells[place] = text
}

type Merge = NonNullable<NonNullable<WorkBook['Sheets'][string]>['!merges']>[number]

/** Merges of the lines above the head as they were, those of the head where their columns went. */
const headMerges = (merges: readonly Merge[], order: readonly number[], first: number): Merge[] =>
  merges.map((merge) => {
    if (merge.s.r < first) return merge
    const from = order.indexOf(merge.s.c)
    return { s: { r: merge.s.r, c: from }, e: { r: merge.e.r, c: from + merge.e.c - merge.s.c } }
  })

function typeOf(name: string): BookType {
  if (name.endsWith('.csv')) return 'csv'
  return name.endsWith('.xls') ? 'biff8' : 'xlsx'
}
