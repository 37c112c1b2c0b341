import { readdirSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withNoResults } from '#server/ingest/no-results.ts'
import { takeTexts } from '#server/ingest/shared-texts.ts'
import { sheetsOfZip } from '#server/ingest/workbook.ts'
import { goldenBytes } from '#test/support/import-files.ts'

const GOLDEN = path.resolve(import.meta.dirname, '../../golden')
const NEVER = Number.POSITIVE_INFINITY

const goldenBooks = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.xlsx'),
)

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Styles 1 to 6: a day, a moment, a percentage, text, two decimals, a day as Chinese sheets build it in. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><cellXfs count="7">${[0, 14, 176, 10, 49, 2, 31].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`

const ITEMS = '<si><t>标题</t></si><si><r><t>春耕</t></r><r><t>一线</t></r></si><si><t></t></si>'

/** A workbook of one sheet whose rows, and the shared strings, stand as written here. */
function book(rows: string, after = '', isFrom1904 = false, items = ITEMS): Uint8Array {
  const parts = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${SHEET_TYPE}.sharedStrings+xml"/></Types>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${isFrom1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${items}</sst>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
}

describe('rows read as they are inflated are those the library reads', () => {
  it.each(goldenBooks)('of %s', (name) => {
    const bytes = goldenBytes(name)
    expect(sheetsOfZip(bytes, 0)).toEqual(sheetsOfZip(bytes, NEVER))
  })

  it.each([
    [
      'rows and cells left out',
      '<row r="2"><c r="B2" t="s"><v>0</v></c></row><row r="5"><c r="D5"><v>7</v></c></row>',
    ],
    [
      'rows that say no number',
      '<row><c r="A1"><v>1</v></c></row><row/><row><c r="A3"><v>3</v></c></row>',
    ],
    [
      'empty cells, empty and lacking values',
      '<row r="1"><c r="A1" s="1"/><c r="B1"><v></v></c><c r="C1" t="s"/><c r="D1" t="s"><v>2</v></c><c r="E1"><v>1</v></c></row>',
    ],
    ['rich text', '<row r="1"><c r="A1" t="s"><v>1</v></c></row>'],
    [
      'days, moments, shares',
      '<row r="1"><c r="A1" s="1"><v>45292</v></c><c r="B1" s="2"><v>45292.5</v></c><c r="C1" s="3"><v>0.125</v></c><c r="D1" s="1"><v>45292</v></c></row>',
    ],
    [
      'numbers as text and to two places',
      '<row r="1"><c r="A1" s="4"><v>007</v></c><c r="B1" s="5"><v>1.005</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>-1.5E3</v></c><c r="E1"><v>12345678901234567</v></c></row>',
    ],
    [
      'results of formulas',
      '<row r="1"><c r="A1" t="str"><f>A2&amp;"x"</f><v>a &amp;amp; b</v></c><c r="B1"><f t="shared" si="0"/><v>3</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    ],
    [
      'text in its cell',
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 &lt;乙&gt; &#20013;_x000D_\n</t></is></c></row>',
    ],
    [
      'attributes in another order',
      '<row r="1" spans="1:3" ht="14.25"><c r="A1" t="s" s="4"><v>0</v></c></row>',
    ],
    ['truths, which the library reads', '<row r="1"><c r="A1" t="b"><v>1</v></c></row>'],
    [
      'another prefix, which the library reads',
      '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>',
    ],
    [
      'rows in disorder, which the library reads',
      '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
    ],
  ])('with %s', (_, rows) => {
    const bytes = book(rows)
    expect(sheetsOfZip(bytes, 0)).toEqual(sheetsOfZip(bytes, NEVER))
  })

  it.each([
    [
      'with spaces and escapes',
      '<si><t xml:space="preserve"> 甲 &lt;乙&gt; &#20013;_x000D_\n</t></si>',
    ],
    [
      'with how it sounds left open',
      '<si><t>标题</t><phoneticPr fontId="1" type="noConversion"/></si>',
    ],
    [
      'of runs in fonts of their own',
      '<si><r><rPr><b/><sz val="11"/></rPr><t>春&amp;</t></r><r><t xml:space="preserve"> 一线</t></r><phoneticPr fontId="1"/></si>',
    ],
    ['that is empty', '<si><t/></si>'],
    ['of nothing', '<si></si>'],
    ['with how it sounds', '<si><r><t>漢字</t></r><rPh sb="0" eb="2"><t>かんじ</t></rPh></si>'],
    ['set apart', '<si><t><![CDATA[甲<乙]]></t></si>'],
    ['of another prefix', '<x:si><x:t>甲</x:t></x:si>'],
  ])('with a shared string %s', (_, item) => {
    const cells = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    const bytes = book(`<row r="1">${cells}</row>`, '', false, `${item}<si><t>乙</t></si>`)
    const [sheet] = sheetsOfZip(bytes, 0)
    expect(sheet?.cells[0]?.[1]).toBe('乙')
    expect(sheetsOfZip(bytes, NEVER)).toEqual([sheet])
  })

  it('with truths beside a shared string, which the library reads', () => {
    const bytes = book('<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>')
    expect(sheetsOfZip(bytes, 0)[0]?.cells).toEqual([['TRUE', '标题']])
  })

  it('with cells merged below, in a workbook that counts from 1904', () => {
    const merged = '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>'
    const bytes = book('<row r="1"><c r="A1" s="1"><v>43830</v></c></row>', merged, true)
    const [sheet] = sheetsOfZip(bytes, 0)
    expect(sheet).toEqual({
      name: '甲',
      cells: [[{ number: 43_830, format: 'date', shown: '2024-01-01' }]],
      merges: [{ top: 0, left: 0, bottom: 1, right: 0 }],
      serialShift: 1462,
      isHidden: false,
    })
    expect(sheetsOfZip(bytes, NEVER)).toEqual([sheet])
  })
})

it.each([0, NEVER])('a Chinese day is one from its first cell on', (long) => {
  const bytes = book(
    '<row r="1"><c r="A1" s="6"><v>45292</v></c><c r="B1" s="6"><v>45293</v></c></row>',
  )
  expect(sheetsOfZip(bytes, long)[0]?.cells).toEqual([
    [
      { number: 45_292, format: 'date', shown: '2024-01-01' },
      { number: 45_293, format: 'date', shown: '2024-01-02' },
    ],
  ])
})

it('midnight of an OpenDocument sheet is a moment, and a day is a day', () => {
  const cell = (shown: string) =>
    `<table:table-cell office:value-type="date" office:date-value="2024-10-08"><text:p>${shown}</text:p></table:table-cell>`
  const content = `${XML}<office:document-content><office:body><office:spreadsheet><table:table table:name="甲"><table:table-row>${cell('2024-10-08 00:00')}${cell('2024-10-08')}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'META-INF/manifest.xml': strToU8(`${XML}<manifest:manifest/>`),
    'styles.xml': strToU8(`${XML}<office:document-styles/>`),
    'content.xml': strToU8(content),
  })
  expect(sheetsOfZip(bytes)[0]?.cells[0]).toMatchObject([
    { format: 'dateTime' },
    { format: 'date' },
  ])
})

it('a sheet that names a text the workbook lacks is not read', () => {
  const bytes = book('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')
  expect(() => sheetsOfZip(bytes, 0)).toThrow('文件损坏')
})

it.each([0, NEVER])('a formula that nothing ever calculated is told from an empty cell', (long) => {
  const bytes = book(
    '<row r="1"><c r="A1" s="1"><f>B1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1" t="str"><f>IF(1,"","")</f><v></v></c><c r="D1"><f t="shared" si="0"/><v></v></c><c r="E1" t="e" s="1"><f>2+2</f></c><c r="F1"><f>2+2</f><v>4</v></c></row>',
  )
  const none = '公式没有结果'
  expect(sheetsOfZip(bytes, long)[0]?.cells).toEqual([
    [none, none, null, none, none, { number: 4, format: 'plain', shown: '4' }],
  ])
})

it('a formula that nothing ever calculated is told in a long sheet that only the library can read', () => {
  const row = '<c r="A1" s="3"><f>B1+1</f></c><c r="B1" t="b"><v>1</v></c>'
  expect(sheetsOfZip(book(`<row r="1">${row}</row>`), 0)[0]?.cells).toEqual([
    ['公式没有结果', 'TRUE'],
  ])
})

describe('parts whose bytes come one at a time are read as whole ones', () => {
  const each = (text: string) => Array.from(strToU8(text), (byte) => Uint8Array.of(byte))

  it('formulas without results', () => {
    const cells =
      '<c r="A1" s="3"><f>B1+1</f></c><c r="B1"><v>1</v></c><c r="C1" s="1"/><c r="D1"><f>中</f><v/></c>'
    const part = `<cols><col min="1"/></cols><sheetData><row r="1">${cells}</row></sheetData><mergeCells/>`
    const none = (attributes: string) => `<c${attributes} t="str"><v>公式没有结果</v></c>`
    expect(strFromU8(withNoResults(each(part)))).toBe(
      `<cols><col min="1"/></cols><sheetData><row r="1">${none(' r="A1" s="3"')}<c r="B1"><v>1</v></c><c r="C1" s="1"/>${none(' r="D1"')}</row></sheetData><mergeCells/>`,
    )
  })

  it('shared strings', () => {
    const part = `${XML}<sst xmlns="${MAIN}" count="3">${ITEMS}</sst>`
    expect(takeTexts(each(part))).toEqual({
      texts: ['标题', '春耕一线', null],
      part: `${XML}<sst xmlns="${MAIN}" count="3"></sst>`,
    })
  })
})
