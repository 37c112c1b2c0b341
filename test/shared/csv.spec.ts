import { expect, it } from 'vitest'
import { csvOf } from '#shared/csv.ts'
import { fileName } from '#shared/file-name.ts'

it('rows begin with a byte order mark, end by CRLF, and keep signs inside quotes', () => {
  expect(
    csvOf([
      ['标题', '阅读量（次）'],
      ['说“好”, "行"', 1204],
      ['两\n行', null],
    ]),
  ).toBe('\uFEFF标题,阅读量（次）\r\n"说“好”, ""行""",1204\r\n"两\n行",\r\n')
})

it('text that a spreadsheet would run as a formula is kept from running; numbers stay numbers', () => {
  expect(csvOf([['=HYPERLINK("x")', '+86', '-1', '@甲', -1, 0]])).toBe(
    '\uFEFF"\'=HYPERLINK(""x"")",\'+86,\'-1,\'@甲,-1,0\r\n',
  )
})

it('a file is named by its words without signs that file systems refuse', () => {
  expect(fileName('上级采用台账 · 2024年10月 · 媒体级别 国家级', 'csv')).toBe(
    '上级采用台账-2024年10月-媒体级别_国家级.csv',
  )
  expect(fileName('含“a/b”', 'csv')).toBe('含“a_b”.csv')
  expect(fileName(`${'长'.repeat(79)}😀😀`, 'csv')).toBe(`${'长'.repeat(79)}😀.csv`)
})
