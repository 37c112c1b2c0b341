import { utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { bookFile, csvFile, onlySection } from '#test/support/import-files.ts'

const HEAD = ['日期', '标题', '平台', '体裁', '阅读量']
const file = (...rows: string[][]) => csvFile('2024年1月发稿台账.csv', [HEAD, ...rows])

describe('同上', () => {
  it('is what stands above it, said for every column', () => {
    const { section, rows } = onlySection(
      file(
        ['1月5日', '春茶开园', '抖音', '视频', '100'],
        ['〃', '茶山新绿', '同上', '"', '200'],
        ['同上', '茶香满城', '"', '同上', '300'],
      ),
    )
    expect(rows.map(({ day, platform, form }) => [day, platform, form])).toEqual(
      Array.from({ length: 3 }, () => ['2024-01-05', '抖音', 'video']),
    )
    expect(section.notes).toContainEqual({
      level: 'info',
      text: '平台有 2 格写作“同上”“〃”之类，按上面一格读',
    })
  })

  it('is no word with nothing above it', () => {
    const { section } = onlySection(file(['同上', '春茶开园', '抖音', '视频', '100']))
    expect(section.refusals.map(({ code }) => code)).toEqual(['IMPORT_DATE_UNREADABLE'])
  })
})

it('rows entered twice are told, and both count', () => {
  const row = ['1月5日', '春茶开园', '抖音', '视频', '100']
  const { section } = onlySection(file(row, ['1月6日', ...row.slice(1)], row))
  expect(section).toMatchObject({ rowsGood: 3, records: 3 })
  expect(section.notes).toContainEqual({
    level: 'warn',
    text: '有 1 行与前面某行的发布日期、平台、标题都相同，会各算一条（第 4 行）；如是重复登记，先在文件里删去',
  })
})

describe('lines under a table', () => {
  it.each([
    [['制表人：张三', '', '审核人：李四']],
    [['制表人', '张三', '', '审核人', '李四']],
    [['填表说明：阅读量为次数']],
    [['备注', '以上数据截至2月1日']],
    [['单位负责人（签字）：', '', '联系电话：', '0833-1234567']],
  ])('%j is no record', (line) => {
    const { section } = onlySection(file(['1月5日', '春茶开园', '抖音', '视频', '100'], line))
    expect(section).toMatchObject({ rowsGood: 1, rowsRefused: 0, rowsSkipped: 1 })
  })

  it('a record whose first cell is such a word is not lost', () => {
    const row = ['说明', '1月5日', '春茶开园', '抖音', '视频', '100']
    const { section } = onlySection(csvFile('2024年发稿台账.csv', [['栏目', ...HEAD], row]))
    expect(section).toMatchObject({ rowsGood: 1, rowsSkipped: 0 })
  })
})

it('a formula that was never calculated is refused, and is no 0 and no absence', () => {
  const sheet = utils.aoa_to_sheet([HEAD, ['2024-01-05', '春茶开园', '抖音', '视频', null]])
  sheet.E2 = { t: 'n', f: '100+20' }
  const { section } = onlySection(bookFile('发稿台账.xlsx', { Sheet1: sheet }))
  expect(section).toMatchObject({ rowsGood: 0, rowsRefused: 1 })
  expect(section.refusals[0]).toMatchObject({ column: 'E', code: 'IMPORT_FORMULA_NO_RESULT' })
})
