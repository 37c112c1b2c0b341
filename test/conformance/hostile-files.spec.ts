import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from '#server/ingest/read.ts'
import { patientWorker } from '#server/ingest/worker.ts'
import {
  bookFile,
  CONTEXT,
  csvFile,
  goldenBytes,
  goldenFile,
  onlySection,
  prepared,
  UNWATCHED,
} from '#test/support/import-files.ts'

const HEAD = ['发布日期', '标题', '平台', '体裁']
const ROW = ['2024-03-05', '县庆', '爱峨边', '图文']

const open = (name: string, bytes: Uint8Array) => readFile(name, bytes)
const refusal = (name: string, bytes: Uint8Array): string | undefined =>
  open(name, bytes).problem?.code

/** A sound workbook of one sheet with some of its parts put in place of others. */
function workbookWith(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const { bytes } = bookFile('发稿.xlsx', { 发稿: [HEAD, ROW] })
  const changed = Object.entries(parts).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed) })
}

const sheetOf = (rows: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const headRow = `<row r="1">${HEAD.map((word, i) => textCell(`${'ABCD'[i]}1`, word)).join('')}</row>`

/** Overwrites the sizes and the sum that the central directory tells of the first part. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const told = bytes.slice()
  const view = new DataView(told.buffer)
  const at = told.findIndex(
    (_, i) => i + 4 <= told.length && view.getUint32(i, true) === 0x02014b50,
  )
  view.setUint32(at + 24, size, true)
  return told
}

describe('zip bombs', () => {
  const ZEROS = new Uint8Array(16 * 1024 * 1024)

  it('are refused by what they say they grow to, before anything is inflated', () => {
    const bomb = lying(
      zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(100) }),
      700 * 1024 * 1024,
    )
    const before = process.memoryUsage().arrayBuffers
    expect(refusal('账.xlsx', bomb)).toBe('IMPORT_FILE_TOO_LARGE')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * 1024 * 1024)
  })

  it('that grow to more than they say are stopped where they should have ended', () => {
    const bomb = lying(zipSync({ 'xl/worksheets/sheet1.xml': ZEROS }, { level: 9 }), 1000)
    expect(bomb.length).toBeLessThan(100_000)
    const { problem } = open('账.xlsx', bomb)
    expect(problem).toMatchObject({ code: 'IMPORT_FILE_UNREADABLE' })
    expect(problem?.why).toContain('文件损坏')
  })

  it('of thousands of parts are refused', () => {
    const parts = Object.fromEntries(
      Array.from({ length: 2001 }, (_, n) => [`xl/worksheets/sheet${n}.xml`, new Uint8Array(1)]),
    )
    expect(refusal('账.xlsx', zipSync(parts, { level: 0 }))).toBe('IMPORT_FILE_TOO_LARGE')
  })
})

describe('sheets that claim too much', () => {
  it('of a million columns are refused', () => {
    const wide = sheetOf(`${headRow}<row r="2">${textCell('BDWGN2', '远')}</row>`)
    expect(refusal('账.xlsx', workbookWith({ 'xl/worksheets/sheet1.xml': wide }))).toBe(
      'IMPORT_FILE_TOO_LARGE',
    )
    const commas = new TextEncoder().encode(`${HEAD.join(',')}\n${','.repeat(1_000_000)}`)
    expect(refusal('账.csv', commas)).toBe('IMPORT_FILE_TOO_LARGE')
  })

  it('with a dimension of a thousand million cells are read as far as they go', () => {
    const claimed = sheetOf(headRow).replace(
      '<sheetData>',
      '<dimension ref="A1:XFD1048576"/><sheetData>',
    )
    const [sheet] = open('账.xlsx', workbookWith({ 'xl/worksheets/sheet1.xml': claimed })).sheets
    expect(sheet?.cells).toEqual([HEAD])
  })

  it('of hundreds of sheets, or a cell of a hundred thousand characters, are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`表${n}`, [[n]]]))
    expect(refusal('账.xlsx', bookFile('账.xlsx', many).bytes)).toBe('IMPORT_FILE_TOO_LARGE')
    const long = csvFile('账.csv', [HEAD, ['2024-03-05', '长'.repeat(100_001), '爱峨边', '图文']])
    expect(refusal('账.csv', long.bytes)).toBe('IMPORT_FILE_TOO_LARGE')
  })

  it('whose markup is nested without end, or defines entities, grow no further', () => {
    const deep = sheetOf(
      `${headRow}<row r="2">${'<c>'.repeat(50_000)}${'</c>'.repeat(50_000)}</row>`,
    )
    const opened = open('账.xlsx', workbookWith({ 'xl/worksheets/sheet1.xml': deep }))
    expect(opened.problem ?? opened.sheets[0]?.cells[0]).toEqual(HEAD)
    const laughs = sheetOf(`${headRow}<row r="2">${textCell('A2', '&c;')}</row>`).replace(
      '<worksheet',
      '<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]><worksheet',
    )
    const [sheet] = open('账.xlsx', workbookWith({ 'xl/worksheets/sheet1.xml': laughs })).sheets
    expect(JSON.stringify(sheet?.cells ?? [])).not.toContain('哈')
  })
})

describe('files that are not what they are called', () => {
  it.each([
    ['a program', '账.xlsx', [0x4d, 0x5a, 0x90, 0x00, 0x03]],
    ['a picture', '账.csv', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]],
    ['a PDF', '账.xls', [...'%PDF-1.7'].map((sign) => sign.charCodeAt(0))],
    [
      'a web page without a table',
      '账.csv',
      [...'<html><body>hi'].map((sign) => sign.charCodeAt(0)),
    ],
    ['text with a NUL in it', '账.csv', [...'a,b\n1,\0'].map((sign) => sign.charCodeAt(0))],
  ])('%s is not taken', (_, name, bytes) => {
    expect(refusal(name, Uint8Array.from(bytes))).toBe('IMPORT_FILE_KIND')
  })

  it.each(['账.xlsx', '账.csv', '账.json'])('an empty %s is told as empty', (name) => {
    expect(open(name, new Uint8Array(0)).problem?.why).toContain('文件是空的')
  })

  it('a zip that holds no workbook, and one cut short, cannot be opened', () => {
    expect(refusal('账.xlsx', zipSync({ 'a.txt': strToU8('你好') }))).toBe('IMPORT_FILE_UNREADABLE')
    const whole = goldenBytes('预算执行2024.xlsx')
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const cut = whole.slice(0, Math.floor(whole.length * share))
      expect(refusal('账.xlsx', cut)).toBe('IMPORT_FILE_UNREADABLE')
    }
  })

  it('one flipped bit in a packed sheet is found out by its sum, never read as another number', () => {
    const whole = bookFile('账.xlsx', { 账: [HEAD, ROW] }).bytes
    const parts = unzipSync(whole)
    const stored = zipSync(parts, { level: 0 })
    const text = new TextDecoder('latin1').decode(stored)
    const at = text.indexOf('2024-03-05')
    expect(at).toBeGreaterThan(0)
    const flipped = stored.slice()
    flipped[at + 3] = '5'.charCodeAt(0)
    expect(open('账.xlsx', flipped).problem?.why).toContain('文件损坏')
  })

  it('a workbook with a password says so', () => {
    const sealed = zipSync({ 'xl/workbook.xml': strToU8('x') })
    const view = new DataView(sealed.buffer)
    const at = sealed.findIndex(
      (_, i) => i + 4 <= sealed.length && view.getUint32(i, true) === 0x02014b50,
    )
    view.setUint16(at + 8, 1, true)
    expect(refusal('账.xlsx', sealed)).toBe('IMPORT_FILE_ENCRYPTED')
  })
})

describe('what a cell tries to do', () => {
  it('formulas are never worked out: what the file says they gave is read, as text it stays text', () => {
    const rows = sheetOf(
      `${headRow}<row r="2">${textCell('A2', '2024-03-05')}<c r="B2" t="str"><f>WEBSERVICE("http://x/")</f><v>县庆</v></c>${textCell('C2', '爱峨边')}${textCell('D2', '图文')}</row>`,
    )
    const bytes = workbookWith({ 'xl/worksheets/sheet1.xml': rows })
    const { rows: read } = onlySection({ name: '发稿.xlsx', bytes, hash: '' })
    expect(read).toMatchObject([{ title: '县庆' }])
  })

  it('text that looks like a formula is kept as the text it is', () => {
    const file = csvFile('发稿.csv', [
      HEAD,
      ['2024-03-05', '=HYPERLINK("http://x")', '爱峨边', '图文'],
    ])
    expect(onlySection(file).rows).toMatchObject([{ title: '=HYPERLINK("http://x")' }])
  })

  it('a quote that never closes is refused with its row, so that no row hides in a cell', () => {
    const bytes = new TextEncoder().encode(`${HEAD.join(',')}\n2024-03-05,"县庆,爱峨边,图文\n`)
    expect(open('发稿.csv', bytes).problem?.why).toContain('第 2 行的引号没有成对')
  })

  it('a file name with a path or control signs is only ever a name', () => {
    const name = '../../etc/\u0007发稿<script>.csv'
    const { preview } = prepared({ ...csvFile(name, [HEAD, ROW]), name })
    expect(preview.files[0]?.problem).toBeNull()
    expect(preview.sections[0]?.rowsGood).toBe(1)
  })
})

it('a workbook that sends its reader round for ever is given up, and the server goes on', async () => {
  const endless = goldenFile('舆情监测日报2024.xls')
  for (const [at, byte] of ENDLESS) endless.bytes[at] = byte
  await expect(patientWorker(1500)([endless], CONTEXT, UNWATCHED)).rejects.toMatchObject({
    code: 'IMPORT_FILE_SLOW',
    detail: '舆情监测日报2024.xls',
  })
})

/** Bytes of the golden .xls that make its table of sectors lead in a circle. */
const ENDLESS = [
  [28_807, 6],
  [35_205, 206],
] as const
