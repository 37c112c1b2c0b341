import { utils } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import { readFile } from '#server/ingest/read.ts'
import { shownText } from '#server/ingest/cells.ts'
import {
  bookFile,
  csvFile,
  goldenBytes,
  goldenFile,
  onlySection,
  prepared,
} from '#test/support/import-files.ts'

/** Cells of a golden sheet as text, to be broken and written again. */
function cellsOf(name: string, sheet = 0): string[][] {
  const cells = readFile(name, goldenBytes(name)).sheets[sheet]?.cells ?? []
  return cells.map((row) => row.map(shownText))
}

function changed(rows: string[][], changes: Record<string, string>): string[][] {
  const copy = rows.map((row) => [...row])
  for (const [address, value] of Object.entries(changes)) {
    const { r, c } = utils.decode_cell(address)
    const row = copy[r]
    if (row) row[c] = value
  }
  return copy
}

describe('a broken copy', () => {
  it('is refused cell by cell, by file, sheet, row, column, value and code', () => {
    const rows = changed(cellsOf('上级采用台账2024.xlsx'), {
      B10: '2024-02-30',
      E12: '部级',
      D14: '',
    })
    const { section } = onlySection(bookFile('采用2024.xlsx', { '2024': rows }))
    const place = { file: '采用2024.xlsx', sheet: '2024' }
    expect(section.refusals).toMatchObject([
      {
        ...place,
        row: 10,
        column: 'B',
        heading: '采用时间',
        field: 'day',
        value: '2024-02-30',
        code: 'IMPORT_DATE_IMPOSSIBLE',
      },
      {
        ...place,
        row: 12,
        column: 'E',
        heading: '采用媒体 级别',
        field: 'level',
        value: '部级',
        code: 'IMPORT_WORD_UNKNOWN',
      },
      {
        ...place,
        row: 14,
        column: 'D',
        heading: '采用媒体 名称',
        field: 'outlet',
        value: '',
        code: 'IMPORT_CELL_EMPTY',
      },
    ])
    expect(section.refusals[0]).toMatchObject({
      why: DIAGNOSTICS.IMPORT_DATE_IMPOSSIBLE.why,
      fix: DIAGNOSTICS.IMPORT_DATE_IMPOSSIBLE.fix,
    })
    expect(section).toMatchObject({
      rowsRead: 1258,
      rowsGood: 1242,
      rowsRefused: 3,
      rowsSkipped: 13,
      records: 1242,
    })
  })

  it('no longer adds up to what it states, and says so', () => {
    const rows = changed(cellsOf('上级采用台账2024.xlsx'), { B10: '2024-02-30' })
    const { section } = onlySection(bookFile('采用2024.xlsx', { '2024': rows }))
    expect(section.totals.filter(({ agrees }) => !agrees)).toEqual([
      { words: '1月小计 行数', stated: 96, counted: 95, agrees: false },
      { words: '合计 行数', stated: 1245, counted: 1244, agrees: false },
    ])
    expect(section.notes.filter(({ level }) => level === 'warn').map(({ text }) => text)).toEqual([
      '1月小计 行数写的是 96，加起来是 95，相差 1',
      '合计 行数写的是 1,245，加起来是 1,244，相差 1',
    ])
  })

  it('counts a row with two bad cells once', () => {
    const { section } = onlySection(
      csvFile('发稿.csv', [
        ['发布日期', '标题', '平台', '体裁', '阅读量'],
        ['昨天', '甲', '爱峨边', '图文', '很多'],
        ['2024-01-05', '乙', '爱峨边', '图文', '5'],
      ]),
    )
    expect(section.refusals.map(({ code }) => code)).toEqual([
      'IMPORT_DATE_UNREADABLE',
      'IMPORT_NUMBER_UNREADABLE',
    ])
    expect(section).toMatchObject({ rowsRead: 2, rowsGood: 1, rowsRefused: 1 })
  })
})

it('a total is one wherever its word stands among figures, not among words', () => {
  const head = ['预警（条）', '推送（条）', '监测信息（条）', '转发（条）', '日期']
  const sheet = [head, [3, 0, 200, 1, '1月1日'], [4, 1, 198, 0, '1月2日'], [7, 1, 398, 1, '合计']]
  const { section } = onlySection(bookFile('2024年舆情监测日报.xlsx', { '1月': sheet }))
  expect(section).toMatchObject({ rowsRead: 3, rowsGood: 2, rowsRefused: 0, rowsSkipped: 1 })
  expect(section.totals.map(({ stated, agrees }) => [stated, agrees])).toEqual([
    [7, true],
    [1, true],
    [398, true],
    [1, true],
  ])
  const titled = [...sheet.slice(0, 3), [2, 0, 190, 0, '1月3日', '合计']]
  const other = onlySection(bookFile('2024年舆情监测日报.xlsx', { '1月': titled }))
  expect(other.section).toMatchObject({ rowsGood: 3, rowsSkipped: 0 })
})

it('renamed and reordered columns give the same records', () => {
  const rows = cellsOf('舆情预警台账2024.xlsx')
  const names = [
    '预警编号',
    '预警时间',
    '平台',
    '乡镇',
    '信息标题',
    '等级',
    '处理方式',
    '完成时间',
    '值班人',
  ]
  const order = [7, 2, 0, 8, 4, 1, 6, 3, 5]
  const moved = [names, ...rows.slice(1)].map((row) => order.map((at) => row[at] ?? ''))
  const before = onlySection(goldenFile('舆情预警台账2024.xlsx'))
  const after = onlySection(bookFile('导出.xlsx', { Sheet1: moved }))
  expect(after.section.ledger).toBe('alerts')
  expect(after.rows).toEqual(before.rows)
})

describe('orders that cannot be', () => {
  it('a fault ends before it begins', () => {
    const { section } = onlySection(
      csvFile('故障.csv', [
        ['发生时间', '恢复时间', '频道'],
        ['2024-01-22 09:33', '2024-01-22 09:32', '综合频道'],
        ['2024-01-22 09:33', '2024-01-22 09:33', '综合频道'],
      ]),
    )
    expect(section.refusals).toMatchObject([
      { row: 2, column: 'B', field: 'endedAt', code: 'IMPORT_ORDER_WRONG' },
    ])
    expect(section.rowsGood).toBe(1)
  })
})

describe('months across', () => {
  const HEAD = ['支出类别', '项目名称', '年初预算', '1月', '2月', '3月', '累计支出', '执行率']
  const book = (...rows: string[][]) =>
    prepared(csvFile('预算.csv', [['2024年预算执行', '', '单位：元'], HEAD, ...rows]))

  it('an empty month is no payment; a 0 is none either, and it is said', () => {
    const { preview, rows } = book(['项目支出', '数字化', '100', '—', '0.00', '50', '50', '50%'])
    const [, payments] = preview.sections
    expect(rows[payments?.id ?? '']).toEqual([
      { category: 'project', project: '数字化', paidOn: '2024-03', amount: 5000 },
    ])
    expect(payments?.notes).toContainEqual({
      level: 'info',
      text: '有 1 格写的是 0，不作为一笔支付',
    })
    expect(payments?.coverage).toEqual({ from: '2024-02-01', to: '2024-03-31' })
  })

  it('a sum that its months do not make, and a rate that they do not, are told', () => {
    const { preview } = book(['项目支出', '数字化', '100', '10', '20', '30', '61', '61%'])
    const [, payments] = preview.sections
    expect(payments?.totals).toEqual([
      { words: '第 3 行 累计支出（元）', stated: 61, counted: 60, agrees: false },
    ])
    expect(payments?.notes.map(({ text }) => text)).toContain(
      '第 3 行执行率写的是 61%，各月之和 ÷ 预算是 60.00%',
    )
  })

  it('a month that cannot be read refuses the payments of its row, not its budget', () => {
    const { preview } = book(['项目支出', '数字化', '100', '10', '二十', '30', '', ''])
    expect(
      preview.sections.map(({ ledger, rowsGood, rowsRefused, records }) => [
        ledger,
        rowsGood,
        rowsRefused,
        records,
      ]),
    ).toEqual([
      ['budgetLines', 1, 0, 1],
      ['payments', 0, 1, 0],
    ])
  })

  it('without a unit no amount is taken', () => {
    const { preview } = prepared(
      csvFile('2024.csv', [HEAD, ['项目支出', '数字化', '100', '10', '', '', '', '']]),
    )
    expect(
      new Set(preview.sections.flatMap(({ refusals }) => refusals.map(({ code }) => code))),
    ).toEqual(new Set(['IMPORT_MONEY_NO_UNIT']))
  })

  it('the unit of a heading holds for its column alone', () => {
    const head = ['年度', '支出类别', '项目名称', '年初预算（万元）', '到位资金（元）']
    const { rows } = onlySection(
      csvFile('预算.csv', [head, ['2024', '项目支出', '数字化', '5.8', '58000']]),
    )
    expect(rows).toEqual([
      {
        year: '2024',
        category: 'project',
        project: '数字化',
        initial: 5_800_000,
        inPlace: 5_800_000,
      },
    ])
  })
})

it('words merged downwards are said of each row, numbers are not repeated', () => {
  const sheet = utils.aoa_to_sheet([
    ['日期', '平台', '阅读量', '粉丝总数'],
    ['2024-01-05', '爱峨边', '10', '7'],
    [null, '今日峨边', '20', null],
  ])
  sheet['!merges'] = ['A2:A3', 'D2:D3'].map((range) => utils.decode_range(range))
  expect(onlySection(bookFile('粉丝.xlsx', { 粉丝: sheet })).rows).toEqual([
    { day: '2024-01-05', platform: '爱峨边', reads: 10, followers: 7 },
    { day: '2024-01-05', platform: '今日峨边', reads: 20, followers: null },
  ])
})

it('two review steps by one person are told, not refused', () => {
  const { section } = onlySection(
    csvFile('发稿.csv', [
      ['发布日期', '标题', '平台', '体裁', '初审', '复审', '终审'],
      ['2024-01-05', '甲', '爱峨边', '图文', '张三', '李四', '张三'],
      ['2024-01-05', '乙', '爱峨边', '图文', '张三', '', ''],
    ]),
  )
  expect(section.rowsGood).toBe(2)
  expect(section.notes).toContainEqual({
    level: 'warn',
    text: '有 1 行三审中同一人审了两步（第 2 行）',
  })
})

describe('whatever is done to a table', () => {
  const rows = cellsOf('安全播出记录2024.xlsx').slice(0, 30)
  const odd = fc.constantFrom(
    '',
    '—',
    '合计',
    '3月小计',
    '日期',
    '2024-02-30',
    '注：',
    'x',
    '0',
    '1月5日',
    '无',
  )
  const change = fc.tuple(fc.nat(29), fc.nat(5), odd)

  it('every row below the head is good, refused or skipped, once', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 40 }),
        fc.array(fc.nat(29), { maxLength: 5 }),
        (changes, doubled) => {
          const table = rows.map((row) => [...row])
          for (const [r, c, value] of changes) {
            const row = table[r]
            if (row) row[c] = value
          }
          table.push(...doubled.map((at) => [...(table[at] ?? [])]))
          for (const section of prepared(csvFile('检查2024.csv', table)).preview.sections) {
            const { rowsRead, rowsGood, rowsRefused, rowsSkipped } = section
            expect(rowsGood + rowsRefused + rowsSkipped).toBe(rowsRead)
            expect(section.skips.reduce((sum, { count }) => sum + count, 0)).toBe(rowsSkipped)
            expect(section.skips.flatMap((skip) => skip.rows)).toHaveLength(rowsSkipped)
            expect(new Set(section.refusals.map(({ row }) => row)).size).toBe(rowsRefused)
          }
        },
      ),
      { numRuns: 100, seed: 2024 },
    )
  }, 30_000)
})

it('a place that a sheet parts over 版面 and 栏目 is read from both, and that is said', () => {
  const { section, rows } = onlySection(
    csvFile('采用2024.csv', [
      ['日期', '标题', '媒体名称', '媒体级别', '版面', '栏目'],
      ['2024-01-05', '甲', '乐山日报', '市级', '3版', '要闻'],
      ['2024-01-06', '乙', '乐山日报', '市级', '', '要闻'],
      ['2024-01-07', '丙', '乐山日报', '市级', '1版', ''],
    ]),
  )
  expect(rows.map(({ position }) => position)).toEqual(['3版 要闻', '要闻', '1版'])
  expect(section.notes).toContainEqual({
    level: 'info',
    text: '“版面”、“栏目”几列合起来记在版面/位置',
  })
})

it('days that stand in one cell count on the first, and that is said', () => {
  const { section, rows } = onlySection(
    csvFile('采用2024.csv', [
      ['日期', '标题', '媒体名称', '媒体级别'],
      ['1月24日-25日', '甲', '乐山日报', '市级'],
      ['1月31日-2月1日', '乙', '乐山日报', '市级'],
    ]),
  )
  expect(rows.map(({ day }) => day)).toEqual(['2024-01-24'])
  expect(section.refusals.map(({ row, code }) => [row, code])).toEqual([[3, 'IMPORT_DATE_SEVERAL']])
  expect(section.notes).toContainEqual({
    level: 'warn',
    text: '采用日期有 1 格写的是连着的几天，如“1月24日-25日”，都记在第一天',
  })
})
