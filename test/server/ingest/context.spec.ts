import { expect, it } from 'vitest'
import { contextOf } from '#server/ingest/context.ts'

const year = (from: string, to: string) => ({ from: `2024-${from}`, to: `2024-${to}` })

it.each([
  [['2024年上级采用统计表'], 'Sheet1', 'a.xlsx', 2024, year('01-01', '12-31')],
  [[], '1月', '舆情监测日报2024.xls', 2024, year('01-01', '01-31')],
  [['2月舆情监测日报'], 'Sheet2', '舆情监测日报2024.xls', 2024, year('02-01', '02-29')],
  [[], '十二月', '2024.xls', 2024, year('12-01', '12-31')],
  [['2024年1-6月采用统计'], 'Sheet1', 'a.xlsx', 2024, year('01-01', '06-30')],
  [['2024年1月至9月采用统计'], 'Sheet1', 'a.xlsx', 2024, year('01-01', '09-30')],
  [[], 'Sheet1', '2024年第三季度.xlsx', 2024, year('07-01', '09-30')],
  [[], 'Sheet1', '2024年上半年发稿.xlsx', 2024, year('01-01', '06-30')],
  [[], '202403', '发稿.xlsx', 2024, year('03-01', '03-31')],
  [[], 'Sheet1', '内容分析_20240101_20240315.xls', 2024, year('01-01', '03-15')],
  [[], 'Sheet1', '发稿.xlsx', null, null],
  [[], 'Sheet1', '2023-2024发稿.xlsx', null, null],
  // When it was saved or by which document it was ordered says nothing of the rows.
  [[], 'Sheet1', '发稿台账20250103.xlsx', null, null],
  [['填报日期：2025年1月5日'], 'Sheet1', '发稿2024.xlsx', 2024, year('01-01', '12-31')],
  [['按财预〔2020〕10号填报', '2024年度'], 'Sheet1', 'a.xlsx', 2024, year('01-01', '12-31')],
])('above %j, sheet %s, file %s: year %s', (banner, sheet, file, named, span) => {
  expect(contextOf(banner, sheet, file)).toMatchObject({ year: named, span })
})

it.each([
  ['单位：元', '元'],
  ['单位：万元', '万元'],
  ['（单位:人民币元）', '元'],
  ['金额单位：万元', '万元'],
  ['编制单位：元宝山融媒体中心', null],
  ['单位：峨边彝族自治县融媒体中心', null],
])('%s gives amounts in %s', (words, unit) => {
  expect(contextOf([words], '', '').moneyUnit).toBe(unit)
})

it('two years named apart: the nearer to the table holds, and it is said', () => {
  const { year: taken, notes } = contextOf(['2024年统计表'], 'Sheet1', '台账2025.xlsx')
  expect(taken).toBe(2024)
  expect(notes).toEqual([
    { level: 'info', text: '年份 2024 取自表头上方' },
    { level: 'warn', text: '文件名写的是 2025 年，按表头上方的 2024 年读' },
  ])
})
