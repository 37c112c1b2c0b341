import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { readFile } from '#server/ingest/read.ts'
import { bookFile, onlySection, textFile } from '#test/support/import-files.ts'

const TABLE = [
  '发布日期,标题,平台,类型,阅读量',
  '2024-01-01,"开学第一课,""开讲""",爱峨边,图文,"1,234"',
  '2024年1月2日,县庆巡游,今日峨边,视频,1.2万',
].join('\r\n')

function utf16(text: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const marked = hasMark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i += 1) view.setUint16(i * 2, marked.charCodeAt(i), isLittle)
  return bytes
}

/** GB18030 of the words this table uses; Node encodes UTF-8 only. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return Uint8Array.from([...text].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]))
}

describe('text tables', () => {
  const utf8 = new TextEncoder().encode(TABLE)
  const files: [string, string, Uint8Array][] = [
    ['UTF-8', 'UTF-8', utf8],
    ['UTF-8 with a mark', 'UTF-8（带 BOM）', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16LE', 'UTF-16LE', utf16(TABLE, true, true)],
    ['UTF-16BE', 'UTF-16BE', utf16(TABLE, false, true)],
    ['UTF-16LE without a mark', 'UTF-16LE', utf16(TABLE, true, false)],
    ['UTF-16BE without a mark', 'UTF-16BE', utf16(TABLE, false, false)],
    ['GB18030', 'GB18030', gb18030(TABLE)],
  ]

  it.each(files)('in %s give the same rows', (_, encoding, bytes) => {
    const file = { name: '发稿.csv', bytes, hash: '' }
    expect(readFile(file.name, bytes).encoding).toBe(encoding)
    expect(onlySection(file).rows).toEqual([
      {
        day: '2024-01-01',
        title: '开学第一课,"开讲"',
        platform: '爱峨边',
        form: 'text',
        reads: 1234,
      },
      { day: '2024-01-02', title: '县庆巡游', platform: '今日峨边', form: 'video', reads: 12_000 },
    ])
  })

  it.each([';', '\t'])('parted by %j are parted so', (delimiter) => {
    const text = `发布日期${delimiter}标题\n2024-01-01${delimiter}甲,乙,丙\n`
    const [sheet] = readFile('a.csv', new TextEncoder().encode(text)).sheets
    expect(sheet?.cells).toEqual([
      ['发布日期', '标题'],
      ['2024-01-01', '甲,乙,丙'],
    ])
  })

  it('named .xls are still text', () => {
    const { format, sheets } = readFile(
      '知乎日报表.xls',
      new TextEncoder().encode('日期\t阅读\n1\t2'),
    )
    expect([format, sheets[0]?.cells.length]).toEqual(['文本表格', 2])
  })
})

describe('web tables named .xls', () => {
  const html = `<html><head><meta charset="utf-8"></head><body><table>
    <tr><td colspan="3">用户分析</td></tr>
    <tr><td>时间</td><td>平台</td><td>累积关注人数</td></tr>
    <tr><td>2024-01-05</td><td>峨边&amp;在线</td><td>12,345</td></tr></table></body></html>`

  it('are read as written: nothing turns into a number or a date on the way', () => {
    const { format, sheets } = readFile('user_analysis.xls', new TextEncoder().encode(html))
    expect(format).toBe('网页表格')
    expect(sheets[0]?.cells[2]).toEqual(['2024-01-05', '峨边&在线', '12,345'])
    expect(onlySection(textFile('user_analysis.xls', html)).rows).toEqual([
      { day: '2024-01-05', platform: '峨边&在线', followers: 12_345 },
    ])
  })
})

describe('workbooks', () => {
  const rows = [
    ['发布日期', '标题', '平台', '类型'],
    [{ t: 'n', v: 45296, z: 'yyyy/m/d' }, '甲', '爱峨边', '图文'],
    [45296, '乙', '爱峨边', '图文'],
  ]

  it.each(['xlsx', 'biff8'] as const)(
    '%s: serials are days, with a date format or without',
    (bookType) => {
      const { rows: read } = onlySection(bookFile('a', { 发稿: rows }, { bookType }))
      expect(read.map(({ day }) => day)).toEqual(['2024-01-05', '2024-01-05'])
    },
  )

  it('that count from 1904 give the days of 1904', () => {
    const { rows: read } = onlySection(bookFile('a.xlsx', { 发稿: rows }, { date1904: true }))
    expect(read.map(({ day }) => day)).toEqual(['2028-01-06', '2028-01-06'])
  })

  it('show codes with their leading zeros and long numbers in full', () => {
    const cells = [
      [{ t: 'n', v: 12, z: '00000' }, { t: 'n', v: 123456789012345 }, { t: 'e', v: 7 }, true],
    ]
    const [sheet] = readFile('a.xlsx', bookFile('a.xlsx', { a: cells }).bytes).sheets
    const shown = sheet?.cells[0]?.map((cell) => (typeof cell === 'object' ? cell?.shown : cell))
    expect(shown).toEqual(['00012', '123456789012345', '#DIV/0!', 'TRUE'])
  })

  it('with a stray cell far away are still only as large as what they hold', () => {
    const sheet = utils.aoa_to_sheet([['a']])
    sheet.XFD9 = { t: 's', v: 'z' }
    sheet['!ref'] = 'A1:XFD9'
    const [read] = readFile('a.xlsx', bookFile('a.xlsx', { a: sheet }).bytes).sheets
    expect(read?.cells.length).toBe(9)
    expect(read?.cells.map((row) => row.length)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 16384])
  })

  it('of Excel 95 hold text in the code page of their time', () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['AAAA', 'BB']]), 'a')
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff5' }))
    const at = bytes.findIndex((_, i) => bytes.subarray(i, i + 4).every((byte) => byte === 0x41))
    bytes.set([0xb1, 0xea, 0xcc, 0xe2], at)
    expect(readFile('a.xls', bytes).sheets[0]?.cells).toEqual([['标题', 'BB']])
  })
})
