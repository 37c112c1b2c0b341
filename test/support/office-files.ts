import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'

/*
 * Ledgers as an office keeps them, with a banner, a total, spans of words and gaps.
 * `node test/support/office-files.ts` writes them to test/golden/office.
 */

const MEETINGS = [
  ['某县融媒体中心2024年会议与学习台账'],
  ['序号', '召开时间', '会议类别', '会议内容', '主持', '应到', '实到', '备注'],
  [1, '2024年1月8日', '编委会', '一月选题', '编辑甲', '17人', '16人', ''],
  [2, '2024.3.5', '中心组学习', '专题学习', '编辑甲', 17, 17, ''],
  [3, '2024/3/20', '主题党日', '社区志愿服务', '编辑乙', 9, '/', '实到未签'],
  [4, 45_412, '意识形态研判', '二季度研判', '编辑甲', 17, 15, ''],
  [5, '2024-07-01', '茶话会', '离退休人员座谈', '编辑乙', 12, 12, ''],
  ['合计', '', '', '', '', 72, 60, ''],
]

const RECTIFICATIONS = `\uFEFF巡察反馈问题整改台账,,,,,,,,
序号,反馈时间,问题来源,具体问题,整改措施,责任领导,整改时限,完成时间,整改进度
1,2024.5.20,县委巡察,"客户端更新不及时，
内容重复",每天更新,编辑庚,2024年7月31日,2024.7.19,整改完成
2,2024.5.20,县委巡察,客户端下载量较低,进社区推广,编辑庚,2024年10月31日,,推进中
3,2024.5.20,县委巡察,培训计划未落实,制定计划,编辑乙,长期坚持,,长期坚持
4,2024.5.20,县委巡察,登记不完整,统一登记本,编辑己,2024年6月30日,—,已完成
5,2024.5.20,县委巡察,,补充台账,编辑己,2024年6月30日,2024.6.28,已销号
`.replaceAll('\n', '\r\n')

function meetingsBook(): Uint8Array {
  const sheet = utils.aoa_to_sheet(MEETINGS)
  sheet['!merges'] = [utils.decode_range('A1:H1')]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '会议记录')
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' })
  return new Uint8Array(bytes)
}

/** By name, as they stand in the folder. */
export const OFFICE_FILES: Readonly<Record<string, Uint8Array>> = {
  '会议与学习台账2024.xlsx': meetingsBook(),
  '巡察反馈问题整改台账.csv': new TextEncoder().encode(RECTIFICATIONS),
}

if (import.meta.main) {
  const folder = path.resolve(import.meta.dirname, '../golden/office')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(OFFICE_FILES))
    writeFileSync(path.join(folder, name), bytes)
}
