import { describe, expect, it } from 'vitest'
import { correctImport, type Correction } from '#shared/contract/import-sections.ts'
import {
  confirmImport,
  importPreviewSchema,
  type ImportPreview,
  type ImportSection,
} from '#shared/contract/imports.ts'
import { ask, sendFiles, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const HEAD = '发稿那天,稿名,在哪发,类型,点击量'
const may = (...rows: string[]) => `${[HEAD, ...rows].join('\r\n')}\r\n`
const GOOD = ['2024-05-01,春茶开采,爱峨边,图文,120', '2024-05-02,林区巡护,抖音,视频,80']

async function send(desk: TestDesk, name: string, text: string): Promise<ImportPreview> {
  const response = await sendFiles(desk, [{ name, bytes: new TextEncoder().encode(text) }])
  expect(response.status).toBe(200)
  return importPreviewSchema.parse(await response.json())
}

const correct = (desk: TestDesk, { id }: ImportPreview, correction: Correction) =>
  ask(desk, correctImport, `/imports/${id}/corrections`, correction)

const confirm = (desk: TestDesk, { id, sections }: ImportPreview) =>
  ask(desk, confirmImport, `/imports/${id}/confirm`, { sections: sections.map((one) => one.id) })

function only({ sections }: ImportPreview): ImportSection {
  const [section, ...others] = sections
  if (!section || others.length > 0) throw new Error(`${sections.length} sections`)
  return section
}

const COLUMNS = { 发稿那天: 'day', 稿名: 'title', 在哪发: 'platform' }
const mapping = (preview: ImportPreview, columns: Record<string, string>, given = {}) => ({
  headings: only(preview).headings,
  ledger: 'pieces' as const,
  isForced: true,
  columns,
  given,
})

const piecesOf = (desk: TestDesk) =>
  desk.context.store.cells({
    ledger: 'pieces',
    fields: ['day', 'title', 'platform', 'reads'],
    filters: [],
  })

it('months after the last record are left out where the user says so, and back again', async () => {
  const desk = testDesk()
  const head = '发布日期,标题,平台,体裁'
  const lines = [head, '2024-03-05,春耕,抖音,视频', '2024-05-28,茶山,抖音,视频']
  const preview = await send(desk, '2024年发稿台账.csv', lines.join('\r\n'))
  const year = { from: '2024-01-01', to: '2024-12-31' }
  expect(only(preview)).toMatchObject({ coverage: year, silence: 'counted' })
  const { table } = only(preview)
  const cut = await correct(desk, preview, { tables: [{ table, isCut: true }] })
  expect(only(cut)).toMatchObject({
    coverage: { from: '2024-01-01', to: '2024-05-31' },
    silence: 'left',
  })
  expect(only(cut).notes.filter(({ level }) => level === 'warn')).toEqual([])
  const back = await correct(desk, cut, { tables: [{ table, isCut: false }] })
  expect(only(back)).toMatchObject({ coverage: year, silence: 'counted' })
})

describe('a word the user says once', () => {
  const wording = (preview: ImportPreview, texts: Record<string, string>) => ({
    headings: only(preview).headings,
    ledger: 'pieces' as const,
    columns: { 类型: texts },
  })
  const SAID = ['2024-05-01,春茶开采,爱峨边,消息,120', '2024-05-02,林区巡护,抖音,消息,80']

  it('is read so in all rows, beside the columns, and in the next sheet of these headings', async () => {
    const desk = testDesk()
    const all = { ...COLUMNS, 点击量: 'reads' }
    const first = await send(desk, '五月.csv', may(...SAID, '2024-05-03,彝绣,抖音,通讯,60'))
    const mapped = await correct(desk, first, { mapping: mapping(first, all) })
    expect(only(mapped)).toMatchObject({ records: 0, rowsRefused: 3 })
    const said = await correct(desk, mapped, { words: wording(mapped, { 消息: '图文' }) })
    expect(only(said)).toMatchObject({ records: 2, rowsRefused: 1 })
    expect(only(said).refusals[0]).toMatchObject({ value: '通讯' })
    const both = await correct(desk, said, { words: wording(said, { 通讯: '视频' }) })
    expect(only(both)).toMatchObject({ records: 3, rowsRefused: 0 })
    expect(only(both).notes).toContainEqual({ level: 'info', text: '类型“消息”按“图文”读' })
    // Columns said once more keep the words.
    const again = await correct(desk, both, { mapping: mapping(both, all) })
    expect(only(again)).toMatchObject({ records: 3 })
    const next = await send(desk, '六月.csv', may('2024-06-01,防汛演练,爱峨边,消息,77'))
    expect(only(next)).toMatchObject({ records: 1, rowsRefused: 0, correctedOn: '2025-02-10' })
    const forgotten = await correct(desk, next, { forget: only(next).headings })
    expect(only(forgotten).ledger).toBeNull()
  })
})

describe('a mapping the user corrects', () => {
  it('names what still lacks once the ledger is said, and reads once the columns are', async () => {
    const desk = testDesk()
    const preview = await send(desk, '五月.csv', may(...GOOD))
    expect(only(preview)).toMatchObject({ ledger: null, records: 0, rowsSkipped: 2 })
    const named = await correct(desk, preview, { mapping: mapping(preview, {}) })
    expect(only(named)).toMatchObject({
      ledger: 'pieces',
      missing: ['day', 'title', 'platform'],
      records: 0,
      rowsRead: 2,
      rowsSkipped: 2,
    })
    const read = await correct(desk, named, { mapping: mapping(named, COLUMNS) })
    expect(only(read)).toMatchObject({ missing: [], records: 2, correctedOn: '2025-02-10' })
    expect(only(read).mapping.map(({ field, how }) => [field, how])).toEqual([
      ['day', 'chosen'],
      ['title', 'chosen'],
      ['platform', 'chosen'],
      ['form', 'synonym'],
      [null, 'asked'],
    ])
  })

  it('is used for the next sheet of the same headings, in any order, until it is forgotten', async () => {
    const desk = testDesk()
    const first = await send(desk, '五月.csv', may(...GOOD))
    const all = { ...COLUMNS, 点击量: 'reads' }
    await confirm(desk, await correct(desk, first, { mapping: mapping(first, all) }))
    const next = await send(
      desk,
      '六月.csv',
      '点击量,稿名,发稿那天,类型,在哪发\r\n95,秋粮收购,2024-06-03,图文,爱峨边\r\n',
    )
    expect(only(next)).toMatchObject({ ledger: 'pieces', records: 1, correctedOn: '2025-02-10' })
    expect(only(next).notes).toContainEqual({ level: 'info', text: '按 2025-02-10 的改法读' })
    await confirm(desk, next)
    expect(await piecesOf(desk)).toEqual([
      { day: '2024-05-01', title: '春茶开采', platform: '爱峨边', reads: 120 },
      { day: '2024-05-02', title: '林区巡护', platform: '抖音', reads: 80 },
      { day: '2024-06-03', title: '秋粮收购', platform: '爱峨边', reads: 95 },
    ])
    const july = await send(desk, '七月.csv', may('2024-07-01,甲,爱峨边,图文,1'))
    const forgotten = await correct(desk, july, { forget: only(july).headings })
    expect(only(forgotten)).toMatchObject({ ledger: null, correctedOn: null })
  })

  it('sets a column aside, and gives what no column holds', async () => {
    const desk = testDesk()
    const text = '发布日期,标题,体裁,阅读量\r\n2024-05-01,春茶开采,图文,120\r\n'
    const preview = await send(desk, '五月.csv', text)
    const read = await correct(desk, preview, {
      mapping: mapping(preview, { 阅读量: '' }, { platform: '爱峨边' }),
    })
    expect(only(read).mapping[3]).toMatchObject({ heading: '阅读量', field: null, how: 'chosen' })
    expect(only(read).given).toEqual({ platform: '爱峨边' })
    await confirm(desk, read)
    expect(await piecesOf(desk)).toEqual([
      { day: '2024-05-01', title: '春茶开采', platform: '爱峨边', reads: null },
    ])
  })

  it('is refused where a value for all rows cannot be read', async () => {
    const desk = testDesk()
    const preview = await send(desk, '五月.csv', may(...GOOD))
    const wrong = { mapping: mapping(preview, COLUMNS, { form: '油画' }) }
    await expect(correct(desk, preview, wrong)).rejects.toThrow('体裁：油画')
  })
})

describe('a cell mended in the preview', () => {
  const text = [
    '发布日期,标题,平台,体裁,阅读量',
    '2024-05-01,春茶开采,爱峨边,图文,1O2',
    '2024年13月5日,林区巡护,爱峨边,图文,80',
    '2024-05-03,秋粮收购,爱峨边,油画,7',
  ].join('\r\n')

  it('is read by the same reader; what the file says stays with the batch', async () => {
    const desk = testDesk()
    const preview = await send(desk, '五月.csv', text)
    const { table, refusals } = only(preview)
    expect(refusals.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'E', '1O2'],
      [3, 'A', '2024年13月5日'],
      [4, 'D', '油画'],
    ])
    const cells = { '2 E': '102', '3 A': '2024年5月2日', '4 D': '壁画' }
    const mended = await correct(desk, preview, { tables: [{ table, cells }] })
    expect(only(mended)).toMatchObject({ rowsRead: 3, rowsGood: 2, rowsRefused: 1 })
    expect(only(mended).refusals.map(({ value }) => value)).toEqual(['壁画'])
    expect(only(mended).changes[0]).toEqual({
      row: 2,
      column: 'E',
      heading: '阅读量',
      from: '1O2',
      to: '102',
    })
    const whole = await correct(desk, mended, { tables: [{ table, cells: { '4 D': '图文' } }] })
    const batch = await confirm(desk, whole)
    expect(batch.counts.pieces).toEqual({ added: 3, changed: 0, same: 0 })
    expect(batch.notes).toContain('五月：E2（阅读量）文件里是“1O2”，导入时改为“102”')
    expect(batch.notes).toContain('五月：D4（体裁）文件里是“油画”，导入时改为“图文”')
  })

  it('goes back to what the file says', async () => {
    const desk = testDesk()
    const preview = await send(desk, '五月.csv', text)
    const { table } = only(preview)
    const mended = await correct(desk, preview, { tables: [{ table, cells: { '2 E': '102' } }] })
    expect(only(mended).rowsRefused).toBe(2)
    const back = await correct(desk, mended, { tables: [{ table, restored: ['2 E'] }] })
    expect(only(back)).toMatchObject({ rowsRefused: 3, changes: [] })
  })
})

describe('what a file does not say', () => {
  it('the year of dates without one is given for the table', async () => {
    const desk = testDesk()
    const preview = await send(desk, '发稿.csv', '日期,标题,平台,体裁\r\n5月1日,甲,爱峨边,图文\r\n')
    expect(only(preview).refusals.map(({ code }) => code)).toEqual(['IMPORT_DATE_NO_YEAR'])
    const { table } = only(preview)
    const read = await correct(desk, preview, { tables: [{ table, year: 2023 }] })
    expect(only(read).sample).toMatchObject([{ day: '2023-05-01', title: '甲' }])
    expect(only(read).notes).toContainEqual({ level: 'info', text: '年份 2023 是你填的' })
  })

  it('the encoding is changed and the kept bytes are read anew', async () => {
    const desk = testDesk()
    const preview = await send(
      desk,
      '五月.csv',
      '日期,标题,平台,体裁\r\n2024-05-01,甲,爱峨边,图文\r\n',
    )
    expect(preview.files[0]?.encoding).toBe('UTF-8')
    const wrong = await correct(desk, preview, { encoding: { file: 0, name: 'GB18030' } })
    expect(wrong.files[0]?.encoding).toBe('GB18030（你选的）')
    expect(only(wrong).ledger).toBeNull()
    const right = await correct(desk, wrong, { encoding: { file: 0, name: 'UTF-8' } })
    expect(only(right)).toMatchObject({ ledger: 'pieces', records: 1 })
  })

  it('the account of a platform’s own export replaces the platform’s name', async () => {
    const desk = testDesk()
    const text = '时间,新关注人数,取消关注人数,累积关注人数\r\n2024-08-01,12,5,48007\r\n'
    const preview = await send(desk, 'user_analysis.csv', text)
    const { table, given } = only(preview)
    expect(given).toEqual({ platform: '微信公众号' })
    const read = await correct(desk, preview, {
      tables: [{ table, given: { platform: '峨边在线' } }],
    })
    expect(only(read).sample).toMatchObject([{ platform: '峨边在线', followers: 48007 }])
  })
})

describe('a platform’s export imported again', () => {
  it('updates its posts by their number, though title and figures changed', async () => {
    const desk = testDesk()
    const head = '视频描述,视频ID,发布时间,播放量,推荐,喜欢'
    const first = `${head}\r\n彝历新年,export/a,2024/5/29,100,5,2\r\n`
    await confirm(desk, await send(desk, '视频号.csv', first))
    const second = `${head}\r\n彝历新年到了,export/a,2024/5/29,180,9,2\r\n`
    const batch = await confirm(desk, await send(desk, '视频号.csv', second))
    expect(batch.counts.pieces).toEqual({ added: 0, changed: 1, same: 0 })
    expect(await piecesOf(desk)).toEqual([
      { day: '2024-05-29', title: '彝历新年到了', platform: '视频号', reads: 180 },
    ])
  })
})
