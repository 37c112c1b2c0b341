import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'

/*
 * Sheets of totals as centres keep them that keep no ledger of single items.
 * `node test/support/totals-files.ts` writes them to test/golden/totals.
 */

const MONTHS = Array.from({ length: 12 }, (_, i) => `${i + 1}月`)

/** Platforms down, months across: words for numbers, gaps, a total that is one too many. */
const PLATFORMS = [
  ['某县融媒体中心2024年各平台发稿统计表'],
  ['单位：条'],
  ['序号', '平台', ...MONTHS, '合计', '同比'],
  [1, '公众号', 120, 110, '约120', 118, 121, 119, 125, 122, 118, 120, 121, 126, 1440, 0.05],
  [2, '微博', 60, '—', 58, 61, 60, 59, 62, 60, 61, 58, 60, 62, 661, ''],
  [3, '抖音', '近百', 45, 46, 44, '40余', 45, 47, 44, '若干', 45, 45, 46, '', ''],
  ['', '合计', '', 155, 224, 223, '', 224, 234, 226, '', 223, 226, 234, '', ''],
  ['注：约数照各平台后台所报'],
]

/** Quarters across, in tens of thousands; nothing but the year is said of one account. */
const READS = [
  ['2024年各平台账号阅读统计'],
  ['平台（次）', '一季度', '二季度', '三季度', '四季度', '全年'],
  ['公众号', '1.2万', '1.5万', '10万+', '1.1万', '约13.8万'],
  ['抖音', '', '', '', '', '三百万'],
  ['微博', '', '', '', '', '5.3万'],
]

/** Measures down: what one word may mean is asked, another is of another ledger. */
const MEASURES = `\uFEFF2024年上半年发稿与采用统计,,,,,,,
指标,1月,2月,3月,一季度,4月,5月,6月
首发,100,90,95,285,98,97,99
转载,20,22,21,63,19,20,23
省级采用,12,10,11,33,13,12,12
中央级采用,1,0,2,3,1,1,
满意度,好,好,好,,好,好,好
`.replaceAll('\n', '\r\n')

/** Months down, measures across under groups, a remark and a comparison among them. */
const TRANSPOSED = [
  ['2024年宣传工作月度统计'],
  ['月份', '内宣发布', '', '上级采用', '', '', '舆情预警（条）', '同比', '备注'],
  ['', '图文', '视频', '国家级', '省级', '市级', '', '', ''],
  ['1月', 650, 80, 14, 40, 50, 110, '3%', ''],
  ['2月', '600余', 70, 10, 35, 48, 95, '-2%', '春节'],
  ['3月', 660, 85, 15, '约40', 52, 112, '5%', ''],
  ['一季度小计', 1910, 235, 39, 115, 151, 317, '', ''],
]

/** Two years beside one another, each with its own total. */
const TWO_YEARS = [
  ['某县融媒体中心上级媒体采用情况'],
  ['层级', '2023年', '', '', '2024年', '', ''],
  ['', '1月', '2月', '合计', '1月', '2月', '合计'],
  ['国家级', 10, 12, 22, 14, 10, 24],
  ['省级', 30, 31, 61, 40, 35, 76],
  ['市级', 45, 44, 89, 50, 48, 98],
  ['合计', 85, 87, 172, 104, 93, 197],
]

type Sheet = readonly [rows: readonly (readonly unknown[])[], merges: readonly string[]]

function book(sheets: Readonly<Record<string, Sheet>>): Uint8Array {
  const made = utils.book_new()
  for (const [name, [rows, merges]] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    utils.book_append_sheet(made, sheet, name)
  }
  const bytes: ArrayBuffer = write(made, { type: 'array', bookType: 'xlsx' })
  return new Uint8Array(bytes)
}

/** By name, as they stand in the folder. */
export const TOTALS_FILES: Readonly<Record<string, Uint8Array>> = {
  '2024年各平台统计.xlsx': book({
    发稿: [PLATFORMS, ['A1:P1', 'A2:P2', 'A8:P8']],
    阅读: [READS, ['A1:F1']],
  }),
  '发稿与采用.csv': new TextEncoder().encode(MEASURES),
  '宣传工作月度统计.xlsx': book({
    统计: [TRANSPOSED, ['A1:I1', 'A2:A3', 'B2:C2', 'D2:F2', 'G2:G3', 'H2:H3', 'I2:I3']],
  }),
  '上稿两年对比.xlsx': book({ 对比: [TWO_YEARS, ['A1:G1', 'A2:A3', 'B2:D2', 'E2:G2']] }),
}

if (import.meta.main) {
  const folder = path.resolve(import.meta.dirname, '../golden/totals')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(TOTALS_FILES))
    writeFileSync(path.join(folder, name), bytes)
}
