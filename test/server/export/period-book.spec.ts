import { read, utils, type WorkBook } from '@e965/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBudget } from '#shared/contract/budget.ts'
import { makeFreeze } from '#shared/contract/freezes.ts'
import { addRecords } from '#shared/contract/records.ts'
import { ask, exampleDesk, testDesk, type TestDesk } from '#test/support/memory-desk.ts'
import { chartSeries, faultsOf, officeFile, type OfficeFile } from '#test/support/office-parts.ts'

let desk: TestDesk
let file: OfficeFile
let book: WorkBook
beforeAll(async () => {
  desk = await exampleDesk()
  const bytes = await fileOf(desk, '/period.xlsx?p=2024-10')
  file = officeFile(bytes)
  book = read(bytes, { type: 'array', cellNF: true })
})

async function fileOf({ app }: TestDesk, address: string): Promise<Uint8Array> {
  const response = await app.request(`/api${address}`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

const rowsOf = (from: WorkBook, name: string): unknown[][] =>
  utils.sheet_to_json(from.Sheets[name] ?? {}, { header: 1, raw: true })
const sheetXml = (name: string): string =>
  file.text(`xl/worksheets/sheet${book.SheetNames.indexOf(name) + 1}.xml`)

describe('a whole period as a workbook', () => {
  it('is sound, with a sheet an area and its charts', () => {
    expect(faultsOf(file)).toEqual([])
    for (const area of ['总览', '内容生产', '上级采用', '舆情监测', '安全播出', '预算绩效'])
      expect(book.SheetNames.filter((name) => name.startsWith(area))).toEqual([area, `${area}图表`])
  })

  it('has charts that draw the very cells they refer to', () => {
    const charts = file.names.filter((name) => name.startsWith('xl/charts/'))
    expect(charts.length).toBeGreaterThan(20)
    for (const name of charts)
      for (const { formula, values } of chartSeries(file.text(name))) {
        const [, sheet = '', range = ''] = /^'(.*)'!(.*)$/.exec(formula) ?? []
        const cells: unknown[][] = utils.sheet_to_json(book.Sheets[sheet] ?? {}, {
          header: 1,
          raw: true,
          defval: null,
          range: range.replaceAll('$', ''),
        })
        const found = values.map((_, n) => cells[n]?.[0] ?? null)
        expect([name, formula, found]).toEqual([name, formula, values])
      }
  })

  it('holds budget lines in exact 元 and rates as parts of one', async () => {
    const { execution } = await ask(desk, readBudget, '/boards/budget?p=2024-10')
    const lines = rowsOf(book, '预算项目')
    expect(lines[0]?.slice(0, 4)).toEqual([
      '项目',
      '年初预算（元）',
      '本年预算（元）',
      '已支付（元）',
    ])
    expect(lines.at(-1)?.slice(2, 4)).toEqual([4_264_500, 3_607_800])
    expect(lines.at(-1)?.[6]).toBe(execution.total.ofYear)
    const cell = book.Sheets['预算项目']?.G2
    expect(cell).toMatchObject({ t: 'n', z: '0.0%' })
  })

  it('says what it stands on: batches, files, days covered and what was stated', () => {
    const basis = rowsOf(book, '来源与依据')
    const items = new Set(basis.map(([item]) => item))
    expect(items).toContain('批次')
    expect(items).toContain('登记完整')
    const pieces = basis.find(([, what]) => String(what).startsWith('发稿台账：'))
    expect(pieces?.[4]).toBe(1044)
  })

  it('is printed on A4 across, its heads on every page, said of when and whose', () => {
    const xml = sheetXml('内容生产')
    expect(xml).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    )
    expect(xml).toContain('数据截至 2025-02-10 10:00')
    expect(xml).toContain('state="frozen"')
    expect(file.text('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'总览'!$1:$1</definedName>`,
    )
  })

  it('of a 定稿 is that of then, and stands on no later batch', async () => {
    const other = testDesk()
    const use = { work: '梯田', outlet: '四川日报', level: '省级' }
    const add = (day: string) =>
      ask(other, addRecords, '/ledgers/adoptions/records', { rows: [{ ...use, day }] })
    await add('2024-10-08')
    await ask(other, makeFreeze, '/freezes', { p: '2024-10' })
    const frozen = read(await fileOf(other, '/period.xlsx?p=2024-10&freeze=1'), { type: 'array' })
    await add('2024-10-09')
    const later = read(await fileOf(other, '/period.xlsx?p=2024-10&freeze=1'), { type: 'array' })
    const adopted = (from: WorkBook) =>
      rowsOf(from, '上级采用').find(([name]) => name === '上级采用')
    expect(adopted(later)?.[2]).toBe(1)
    expect(adopted(frozen)?.[2]).toBe(1)
    const basis = rowsOf(frozen, '来源与依据')
    expect(basis.filter(([item]) => item === '批次')).toHaveLength(1)
    expect(rowsOf(later, '来源与依据')).toEqual(basis)
    expect(rowsOf(later, '口径与说明').map((row) => row.slice(0, 2))).toContainEqual([
      '定稿',
      '第1稿',
    ])
  })
})
