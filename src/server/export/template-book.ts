import { isEntered, type Field } from '#shared/ledgers/define.ts'
import { isLedgerId, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import type { Store } from '../store/store.ts'
import { headOf, lookOf, widthOf } from './cells.ts'
import { columnLetters } from '../ingest/cells.ts'
import { EXAMPLE_MARK } from '../ingest/rows.ts'
import { ABOUT_SHEET, WORDS_SHEET } from './sheet-names.ts'
import type { SheetColumn, Value } from './sheet-xml.ts'
import { workbook } from './workbook.ts'

const MOST_WORDS = 2000

/**
 * An empty spreadsheet of a ledger: heads as an import knows them, required ones in red, a list to
 * choose from for every choice and every name, an example row in grey and a sheet of explanations.
 */
export async function templateBook(
  ledger: LedgerId,
  store: Store,
): Promise<ReadableStream<Uint8Array>> {
  const definition = ledgerOf(ledger)
  const fields = Object.values(definition.fields).filter(isEntered)
  const words = await Promise.all(fields.map((field) => wordsFor(field, store)))
  const lists = words.filter((list) => list.length > 0)
  const columns = fields.map((field, i): SheetColumn => {
    const own = words[i] ?? []
    return {
      width: widthOf(field),
      look: lookOf(field),
      headLook: field.required ? 'required' : 'head',
      ...(own.length > 0 && { words: wordsRange(lists.indexOf(own), own.length) }),
    }
  })
  const plain = (width: number): SheetColumn => ({ width, look: 'text', headLook: 'head' })
  const tallest = Math.max(0, ...lists.map((list) => list.length))
  return workbook([
    {
      // A list's label alone, 部门, says less than an import asks for.
      name: (definition.kind === 'list' && definition.names[0]) || definition.label,
      columns: [...columns, plain(26)],
      exampleRow: 2,
      wordsTo: 5000,
      blocks: once([
        [...fields.map(headOf), ''],
        [...fields.map((field, i) => exampleOf(field, words[i] ?? [])), EXAMPLE_MARK],
      ]),
    },
    {
      name: ABOUT_SHEET,
      columns: [plain(22), plain(12), plain(70)],
      blocks: once([
        ['列', '必填', '怎么填'],
        ...fields.map((field) => [headOf(field), field.required ? '必填' : '', howTo(field)]),
        [
          '',
          '',
          `带“${EXAMPLE_MARK}”的一行只是样子，留着或删掉都可以。列的顺序可以改，不用的列可以删。`,
        ],
      ]),
    },
    ...(lists.length === 0
      ? []
      : [
          {
            name: WORDS_SHEET,
            isHidden: true,
            columns: lists.map(() => plain(18)),
            blocks: once(
              Array.from({ length: tallest }, (_, n) => lists.map((list) => list[n] ?? null)),
            ),
          },
        ]),
  ])
}

async function* once(rows: readonly (readonly Value[])[]) {
  yield rows
}

function wordsRange(column: number, length: number): string {
  const letter = columnLetters(column)
  return `'${WORDS_SHEET}'!$${letter}$1:$${letter}$${length}`
}

/** The words of a closed dictionary, or the names of the list the field draws on. */
async function wordsFor({ options, list }: Field, store: Store): Promise<readonly string[]> {
  if (options) return Object.values(options).map(({ label }) => label)
  if (list === undefined || !isLedgerId(list)) return []
  const rows = await store.cells({
    ledger: list,
    fields: ['name'],
    filters: [],
    sort: { field: 'name', descending: false },
    limit: MOST_WORDS,
  })
  return rows.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
}

function exampleOf({ kind, label, unit }: Field, [first]: readonly string[]): string {
  if (first !== undefined) return first
  const ways = {
    day: '2024-10-08',
    dayOrMonth: '2024-10',
    year: '2024',
    dateTime: '2024-10-08 09:30',
    count: '12',
    money: '1,234.50',
    seconds: '80',
    decimal: '95.5',
    link: 'https://example.com/',
    choice: '',
    text: `${label}${unit ?? ''}示例`,
    longText: '',
  }
  return ways[kind]
}

function howTo({ kind, options, list, isMetric }: Field): string {
  if (options)
    return `从下拉列表里选：${Object.values(options)
      .map(({ label }) => label)
      .join('、')}`
  if (list !== undefined) return '从下拉列表里选；没有的名字可以直接写，导入时加进名录'
  if (isMetric) return '指标的名称，如“发布量”'
  const ways = {
    day: '日期，如 2024-10-08 或 2024年10月8日',
    dayOrMonth: '日期或月份，如 2024-10-08、2024年10月',
    year: '年份，如 2024',
    dateTime: '日期和时刻，如 2024-10-08 09:30',
    count: '整数；没有就空着，是零就写 0',
    money: '以元为单位，如 1,234.50',
    seconds: '以秒为单位的整数',
    decimal: '数字',
    link: '完整的网址',
    choice: '',
    text: '',
    longText: '',
  }
  return ways[kind]
}
