import type { RecordsQueryText } from '#shared/contract/records.ts'
import { countText } from '#shared/headlines/figure-words.ts'
import { sourceLine, type FiguresSource } from '#shared/headlines/source-line.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { addSheet } from './added-sheet.ts'
import { gridColumns, gridText, sortOf, usualColumns, type GridColumn } from '../grid/columns.ts'
import { footRule } from './print.ts'
import { countLine } from '../records/record-words.ts'
import { recordsOf } from './records-csv.ts'
import '../theme/print-list.css'

/** More rows than these, some fifty sheets, are for a spreadsheet. */
const MOST = 2_000
/** Widths of the grid in pixels: what fits upright, and what fits across in letters of usual size. */
const UPRIGHT = 760
const ACROSS = 1_300

/** Takes the last list away once it is on paper. */
let undo = (): void => undefined

/** A list of records as its page shows it. */
export interface PrintedList {
  readonly ledger: LedgerId
  readonly asked: RecordsQueryText
  /** Fields separated by commas; undefined for the usual columns. */
  readonly cols: string | undefined
  /** What the list is narrowed to, in words. */
  readonly conditions: readonly string[]
  /** What else its head says: sums, what is not reviewed. */
  readonly remarks: readonly string[]
}

/**
 * Prints the records of a list as a table, its first 2,000 rows at most, and says so where there are
 * more. Throws ApiError. A grid cannot be printed itself: it draws only the rows in view.
 */
export async function printRecords(
  list: PrintedList,
  source: Omit<FiguresSource, 'freeze'>,
): Promise<void> {
  const { ledger, asked, cols } = list
  const { total, records } = await recordsOf(ledger, asked, MOST)
  const columns = gridColumns(ledger, cols?.split(',') ?? usualColumns(ledger))
  const rows = records.map((record) => columns.map((column) => gridText(ledger, column, record)))
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const sheet = element('section', '')
  sheet.className = 'print-list'
  sheet.classList.toggle('is-dense', width > ACROSS)
  const side = width > UPRIGHT ? 'landscape' : 'portrait'
  const from = sourceLine({ ...source, freeze: null }, Date.now())
  sheet.append(
    element('h1', ledgerOf(ledger).label),
    ...headLines(list, total).map((line) => element('p', line)),
    tableOf(columns, rows),
  )
  undo()
  document.body.append(sheet)
  const upright = addSheet(
    `@page { size: A4 ${side} } ${footRule(`${from} · ${ledgerOf(ledger).label}`)}`,
  )
  undo = () => {
    sheet.remove()
    upright()
  }
  addEventListener('afterprint', undo, { once: true })
  window.print()
}

function headLines({ ledger, asked, conditions, remarks }: PrintedList, total: number): string[] {
  const { field, isDown } = sortOf(ledger, asked.sort)
  const label = ledgerOf(ledger).fields[field]?.label
  const all = countLine(ledger, total)
  const { unit } = ledgerOf(ledger)
  const count = total > MOST ? `只印前 ${countText(MOST)} ${unit}，${all}；全部请导出` : all
  const sorted = label === undefined ? '' : `按${label}${isDown ? '降序' : '升序'}`
  return [
    conditions.length === 0 ? '' : `条件：${conditions.join('；')}`,
    [count, ...remarks, sorted].filter(Boolean).join(' · '),
  ].filter(Boolean)
}

function tableOf(columns: readonly GridColumn[], rows: readonly (readonly string[])[]) {
  const table = document.createElement('table')
  const widths = document.createElement('colgroup')
  const all = [40, ...columns.map((column) => column.width)]
  const sum = all.reduce((one, other) => one + other, 0)
  // Shares, as fixed widths would make the table wider than its sheet.
  for (const width of all) {
    const col = document.createElement('col')
    col.style.width = `${(100 * width) / sum}%`
    widths.append(col)
  }
  const head = document.createElement('thead')
  const heads = head.insertRow()
  heads.append(element('th', '序号'), ...columns.map((column) => element('th', column.head)))
  const body = document.createElement('tbody')
  for (const [at, row] of rows.entries())
    body.insertRow().append(
      element('td', String(at + 1)),
      ...row.map((text, col) => {
        const cell = element('td', text)
        cell.classList.toggle('is-number', columns[col]?.isNumber === true)
        return cell
      }),
    )
  table.append(widths, head, body)
  return table
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
