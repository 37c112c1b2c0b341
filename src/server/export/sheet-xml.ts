import { columnLetters } from '../ingest/cells.ts'
import { escaped, PACKAGE, RELATIONS, XML } from './xml.ts'

/** What a cell holds: text, a number (days and moments as serials of 1900), or nothing. */
export type Value = string | number | null

/** How a column's cells look; the places of CELL_LOOKS in styles.xml. */
export const LOOKS = {
  plain: 0,
  head: 1,
  required: 2,
  whole: 3,
  money: 4,
  day: 5,
  dateTime: 6,
  text: 7,
  example: 8,
  percent: 9,
  decimal: 10,
} as const

export type Look = keyof typeof LOOKS

export interface SheetColumn {
  /** In characters. */
  readonly width: number
  readonly look: Look
  readonly headLook: Look
  /** A range whose words may stand in the column, e.g. `'选项'!$A$2:$A$9`. */
  readonly words?: string
}

/** All of a sheet but its rows; the first row is its head. */
export interface SheetLook {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly isHidden?: boolean
  /** 1-based rows written as examples: grey. */
  readonly exampleRow?: number
  /** Rows down to which `words` hold. */
  readonly wordsTo?: number
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Longest text that a spreadsheet takes in one cell. */
const LONGEST = 32_767

/** The parts round the sheets, by name. */
export function partsAround(sheets: readonly SheetLook[]): [string, string][] {
  const each = (xml: (n: number, sheet: SheetLook) => string): string =>
    sheets.map((sheet, i) => xml(i + 1, sheet)).join('')
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n, { name, isHidden }) => `<sheet name="${escaped(name)}" sheetId="${n}"${isHidden ? ' state="hidden"' : ''} r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ]
}

/** Fonts 0 plain, 1 bold, 2 bold red, 3 grey; fills 2 the head's. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="#,##0.00"/><numFmt numFmtId="167" formatCode="0.0%"/></numFmts><fonts count="4"><font><sz val="11"/><name val="微软雅黑"/></font><font><b/><sz val="11"/><name val="微软雅黑"/></font><font><b/><sz val="11"/><color rgb="FFA4261D"/><name val="微软雅黑"/></font><font><sz val="11"/><color rgb="FF948D84"/><name val="微软雅黑"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF6F4EF"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="11"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf fontId="2" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="3" applyNumberFormat="1" applyFont="1"/><xf numFmtId="167" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** A sheet down to its first row; the head stays in sight. */
export function sheetHead({ columns }: SheetLook): string {
  const widths = columns.map(
    ({ width, look }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${LOOKS[look]}" customWidth="1"/>`,
  )
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
}

/** A row; `at` counts from 1. */
export function rowXml(
  at: number,
  row: readonly Value[],
  { columns, exampleRow }: SheetLook,
): string {
  const cells = row.map((value, i) => {
    if (value === null || value === '') return ''
    const column = columns[i]
    const look = at === 1 ? column?.headLook : at === exampleRow ? 'example' : column?.look
    const place = `r="${columnLetters(i)}${at}" s="${LOOKS[look ?? 'plain']}"`
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`
  })
  return `<row r="${at}">${cells.join('')}</row>`
}

/** What follows the rows: the filter over all of them, and the words that columns are held to. */
export function sheetTail({ columns, wordsTo = 1000 }: SheetLook, rows: number): string {
  const last = `${columnLetters(Math.max(0, columns.length - 1))}${Math.max(1, rows)}`
  const held = columns.flatMap(({ words }, i) => {
    if (words === undefined) return []
    const letter = columnLetters(i)
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="不在选项里" error="请从下拉列表里选，或先在名录里加上。" sqref="${letter}2:${letter}${wordsTo}"><formula1>${escaped(words)}</formula1></dataValidation>`,
    ]
  })
  const words =
    held.length > 0
      ? `<dataValidations count="${held.length}">${held.join('')}</dataValidations>`
      : ''
  return `</sheetData><autoFilter ref="A1:${last}"/>${words}</worksheet>`
}

/** A cell's text, cut where a spreadsheet takes no more. */
const cellText = (text: string): string =>
  escaped(text.length > LONGEST ? `${text.slice(0, LONGEST - 12)}…（全文见运行台）` : text)
