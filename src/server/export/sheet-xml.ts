import { drawingParts, drawingTypes, type SheetChart } from './drawing-parts.ts'
import { columnLetters } from '../ingest/cells.ts'
import { escaped, PACKAGE, RELATIONS, XML } from './xml.ts'

/** What a cell holds: text, a number (days and moments as serials of 1900), or nothing. */
export type Value = string | number | null

/** A cell that looks otherwise than its column. */
export interface Styled {
  readonly value: Value
  readonly look: Look
}

export type Cell = Value | Styled

export const plainValue = (cell: Cell): Value =>
  typeof cell === 'object' && cell !== null ? cell.value : cell

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
  title: 11,
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
  /** Ranges whose cells are shaded by their numbers, e.g. `B3:Y9`. */
  readonly shaded?: readonly string[]
  /** No filter, and a head that is not kept in sight: several tables stand under one another. */
  readonly isLoose?: boolean
  /** Said below each printed page. */
  readonly footer?: string
  readonly charts?: readonly SheetChart[]
  /** Rows after which a printed page ends. */
  readonly breaks?: readonly number[]
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
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}${drawingTypes(sheets)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((n, { name, isHidden }) => `<sheet name="${escaped(name)}" sheetId="${n}"${isHidden ? ' state="hidden"' : ''} r:id="rId${n}"/>`)}</sheets>${headNames(sheets)}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
    ...drawingParts(sheets),
  ]
}

/** The first row of each sheet is printed on all of its pages. */
function headNames(sheets: readonly SheetLook[]): string {
  const names = sheets.flatMap(({ name, isLoose }, n) =>
    isLoose
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${escaped(`'${name.replaceAll("'", "''")}'!$1:$1`)}</definedName>`,
        ],
  )
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`
}

/** Fonts 0 plain, 1 bold, 2 bold red, 3 grey; fills 2 the head's. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="#,##0.00"/><numFmt numFmtId="167" formatCode="0.0%"/></numFmts><fonts count="4"><font><sz val="11"/><name val="微软雅黑"/></font><font><b/><sz val="11"/><name val="微软雅黑"/></font><font><b/><sz val="11"/><color rgb="FFA4261D"/><name val="微软雅黑"/></font><font><sz val="11"/><color rgb="FF948D84"/><name val="微软雅黑"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF6F4EF"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="12"><xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf fontId="2" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="3" applyNumberFormat="1" applyFont="1"/><xf numFmtId="167" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`

/** A sheet down to its first row; the head stays in sight. */
export function sheetHead({ columns, isLoose }: SheetLook): string {
  const widths = columns.map(
    ({ width, look }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${LOOKS[look]}" customWidth="1"/>`,
  )
  const pane = isLoose
    ? ''
    : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
}

/** A row; `at` counts from 1. */
export function rowXml(
  at: number,
  row: readonly Cell[],
  { columns, exampleRow }: SheetLook,
): string {
  const cells = row.map((cell, i) => {
    const isStyled = typeof cell === 'object' && cell !== null
    const value = plainValue(cell)
    if (value === null || value === '') return ''
    const column = columns[i]
    const own = at === 1 ? column?.headLook : at === exampleRow ? 'example' : column?.look
    const look = isStyled ? cell.look : own
    const place = `r="${columnLetters(i)}${at}" s="${LOOKS[look ?? 'plain']}"`
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`
  })
  return `<row r="${at}">${cells.join('')}</row>`
}

/** On A4 across, as wide as the page, with its charts. */
function printed({ footer, charts = [], breaks = [] }: SheetLook): string {
  const below =
    footer === undefined
      ? ''
      : `<headerFooter><oddFooter>${escaped(`&L&8${footer.replaceAll('&', '&&')}&R&8第 &P 页，共 &N 页`)}</oddFooter></headerFooter>`
  const each = breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('')
  const count = breaks.length
  const ends =
    count === 0 ? '' : `<rowBreaks count="${count}" manualBreakCount="${count}">${each}</rowBreaks>`
  const drawing = charts.length === 0 ? '' : '<drawing r:id="rId1"/>'
  return `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${below}${ends}${drawing}`
}

/** What follows the rows: the filter over all of them, and the words that columns are held to. */
export function sheetTail(sheet: SheetLook, rows: number): string {
  const { columns, wordsTo = 1000, isLoose, shaded = [] } = sheet
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
  const filter = isLoose ? '' : `<autoFilter ref="A1:${last}"/>`
  const shades = shaded.map(
    (range, n) =>
      `<conditionalFormatting sqref="${range}"><cfRule type="colorScale" priority="${n + 1}"><colorScale><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FFDD9580"/></colorScale></cfRule></conditionalFormatting>`,
  )
  return `</sheetData>${filter}${shades.join('')}${words}${printed(sheet)}</worksheet>`
}

/** A cell's text, cut where a spreadsheet takes no more. */
const cellText = (text: string): string =>
  escaped(text.length > LONGEST ? `${text.slice(0, LONGEST - 12)}…（全文见运行台）` : text)
