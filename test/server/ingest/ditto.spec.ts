import { utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { prepareImport } from '#server/ingest/prepare.ts'
import { bookFile, CONTEXT, csvFile, onlySection } from '#test/support/import-files.ts'

const HEAD = ['发布日期', '标题', '平台', '体裁']

describe('days that stand in the first row of their block alone', () => {
  const file = csvFile('发稿2024.csv', [
    HEAD,
    ['', '零', '爱峨边', '图文'],
    ['1月5日', '甲', '爱峨边', '图文'],
    ['', '乙', '爱峨边', '图文'],
    ['', '丙', '', '视频'],
    ['1月6日', '丁', '爱峨边', '图文'],
    ['小计', '', '', ''],
    ['', '戊', '爱峨边', '图文'],
  ])
  const table = onlySection(file).section.table
  const read = (above: string[]) => {
    const corrections = {
      encodings: {},
      tables: { [table]: { given: {}, year: null, cells: {}, above } },
    }
    const { preview, rows } = prepareImport([file], { ...CONTEXT, corrections })
    const [section] = preview.sections
    return { section, rows: rows[section?.id ?? ''] ?? [] }
  }

  it('are refused, and asked about where a row lacks nothing else and one above says its day', () => {
    const { section, rows } = onlySection(file)
    expect(rows.map(({ title }) => title)).toEqual(['甲', '丁'])
    expect(section.blanks).toEqual([{ column: 'A', heading: '发布日期', rows: 1, isAbove: false }])
  })

  it('are read as the user says, which is told; nothing stands over the first row or a total', () => {
    const { section, rows } = read(['A'])
    expect(rows.map(({ day, title }) => [day, title])).toEqual([
      ['2024-01-05', '甲'],
      ['2024-01-05', '乙'],
      ['2024-01-06', '丁'],
    ])
    expect(section?.refusals.map(({ row, column }) => [row, column])).toEqual([
      [2, 'A'],
      [5, 'C'],
      [8, 'A'],
    ])
    expect(section?.notes).toContainEqual({
      level: 'warn',
      text: '发布日期有 1 格是空的，照你说的按上面一格读',
    })
    // Now the row that lacks its platform lacks nothing else.
    expect(section?.blanks?.map(({ column, isAbove }) => [column, isAbove])).toEqual([
      ['A', true],
      ['C', false],
    ])
  })

  it('are as they were once that is taken back', () => {
    expect(read([]).rows).toHaveLength(2)
  })
})

it('a day merged over the rows of its block is the day of each', () => {
  const sheet = utils.aoa_to_sheet([
    HEAD,
    [45_296, '甲', '爱峨边', '图文'],
    [null, '乙', '爱峨边', '图文'],
    [45_297, '丙', '爱峨边', '图文'],
  ])
  sheet['A2'].z = 'yyyy-mm-dd'
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }]
  const { rows } = onlySection(bookFile('发稿2024.xlsx', { 一月: sheet }))
  expect(rows.map(({ day }) => day)).toEqual(['2024-01-05', '2024-01-05', '2024-01-06'])
})
