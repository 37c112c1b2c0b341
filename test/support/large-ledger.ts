import { utils, write } from '@e965/xlsx'
import { createRandom } from '#example/random.ts'

const HEAD = '序号,发布日期,标题,发布平台,类型,作者,部门,初审,复审,终审,阅读量,备注'.split(',')
const TOWNS = ['杨河乡', '新林镇', '宜坪乡', '勒乌乡', '毛坪镇', '五渡镇', '黑竹沟镇']
const THEMES = ['反诈宣传', '人居环境整治', '春耕备耕', '校园开学第一课', '防汛演练', '电商助农']
const PLATFORMS = ['综合频道', '爱峨边', '短视频号', '峨边在线', '今日峨边']
const PEOPLE = ['编辑甲', '编辑乙', '编辑丙', '编辑丁', '编辑戊', '编辑己', '编辑庚']

/** Three different ones, as the rule is, but once in a hundred the same twice. */
const reviewers = (i: number): string[] =>
  [0, i % 100 === 99 ? 0 : 1, 2].map((step) => PEOPLE[(i + step) % PEOPLE.length] ?? '')

/**
 * 发稿台账 of so many rows over 2024, head first, as text cells. Every 997th row has a date that is
 * none. The same rows for the same number.
 */
export function largeLedger(rows: number): string[][] {
  const random = createRandom(2024)
  const { pick } = random
  const all = Array.from({ length: rows }, (_, i) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor((i * 366) / rows)))
    const at = day.toISOString().slice(0, 10)
    return [
      String(i + 1),
      i % 997 === 996 ? at.replace(/-\d\d$/, '-32') : at,
      `${pick(TOWNS)}${i % 2 === 0 ? '聚焦' : '推进'}${pick(THEMES)}（${i + 1}）`,
      pick(PLATFORMS),
      i % 9 === 0 ? '视频' : '图文',
      pick(PEOPLE),
      i % 3 === 0 ? '采编一组' : '采编二组',
      ...reviewers(i),
      String(random.whole(0, 5000)),
      '',
    ]
  })
  return [HEAD, ...all]
}

export const asCsv = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`)

/** With shared strings, as Excel and WPS save it; numbers stand as numbers. */
export function asWorkbook(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const cells = rows.map((row) => row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)))
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { dense: true }), '发稿台账')
  const bytes: ArrayBuffer = write(book, {
    type: 'array',
    bookType: 'xlsx',
    bookSST: true,
    compression: true,
  })
  return new Uint8Array(bytes)
}
