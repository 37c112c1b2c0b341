import { describe, expect, it } from 'vitest'
import { preparedSchema } from '#server/ingest/prepared.ts'
import {
  bookFile,
  csvFile,
  goldenBytes,
  goldenFile,
  onlySection,
  prepared,
  rowsOf,
  SIX_FILES,
  sum,
  tally,
  textFile,
} from '#test/support/import-files.ts'

describe('the year of a centre, from its own six files', () => {
  const all = prepared(...SIX_FILES.map(goldenFile))
  const counted = (ledger: string) => rowsOf(all, ledger).length

  it('has 8,785 pieces, 7,798 图文 and 987 视频', () => {
    expect(counted('pieces')).toBe(8785)
    expect(tally(rowsOf(all, 'pieces'), 'form')).toEqual({ text: 7798, video: 987 })
  })

  it('has 1,245 adoptions: 166 national, 476 provincial, 603 municipal', () => {
    const levels = tally(rowsOf(all, 'adoptions'), 'level')
    expect(levels).toEqual({ national: 166, provincial: 476, municipal: 603 })
    expect(tally(rowsOf(all, 'adoptions'), 'levelWord')).toEqual({
      国家级: 166,
      省级: 476,
      市级: 603,
    })
  })

  it('has 366 days of monitoring: 70,838 monitored, 1,362 alerted, 48 forwarded, 42 pushed', () => {
    const rows = rowsOf(all, 'monitoring')
    expect(new Set(rows.map(({ day }) => day)).size).toBe(366)
    const totals = ['monitored', 'alerted', 'forwarded', 'pushed'].map((field) => sum(rows, field))
    expect(totals).toEqual([70838, 1362, 48, 42])
  })

  it('keeps a day on which nothing was forwarded as nothing, not 0', () => {
    const [first] = rowsOf(all, 'monitoring')
    expect(first).toMatchObject({
      day: '2024-01-01',
      monitored: 200,
      forwarded: null,
      pushed: null,
    })
  })

  it('has 1,362 alerts, 48 forwarded and 42 pushed, 18 of them open', () => {
    const rows = rowsOf(all, 'alerts')
    expect(tally(rows, 'handling')).toEqual({ forwarded: 48, pushed: 42, tracked: 1272 })
    expect(rows.filter(({ closedAt }) => closedAt === null)).toHaveLength(18)
  })

  it('has 64 checks and 7 faults of 484 seconds', () => {
    expect(counted('checks')).toBe(64)
    expect(tally(rowsOf(all, 'checks'), 'result')).toEqual({ passed: 57, danger: 7 })
    expect(counted('faults')).toBe(7)
    expect(sum(rowsOf(all, 'faults'), 'stoppageSeconds')).toBe(484)
  })

  it('has four budget lines of 426.45 万元 and 48 payments of exactly as much', () => {
    expect(rowsOf(all, 'budgetLines').map(({ project, initial }) => [project, initial])).toEqual([
      ['基本支出', 361_250_000],
      ['峨边在线项目', 35_000_000],
      ['推广服务费及保障安全播出经费项目', 24_400_000],
      ['数字化建设项目', 5_800_000],
    ])
    expect(counted('payments')).toBe(48)
    expect(sum(rowsOf(all, 'payments'), 'amount')).toBe(426_450_000)
    expect(rowsOf(all, 'payments')[11]).toEqual({
      category: 'basic',
      project: '基本支出',
      paidOn: '2024-12',
      amount: 30_104_174,
    })
  })

  it('refuses no row, and finds every total the files state in their rows', () => {
    const { sections } = all.preview
    expect(sections.flatMap(({ refusals }) => refusals)).toEqual([])
    const totals = sections.flatMap((section) => section.totals)
    expect(totals).toHaveLength(76)
    expect(totals.filter(({ agrees }) => !agrees)).toEqual([])
  })

  it('covers the whole year in every ledger, the month sheets month by month', () => {
    const spans = all.preview.sections.map(({ ledger, coverage }) => [ledger, coverage])
    const months = spans.filter(([ledger]) => ledger === 'monitoring')
    expect(months).toHaveLength(12)
    expect(months[1]).toEqual(['monitoring', { from: '2024-02-01', to: '2024-02-29' }])
    const others = spans
      .filter(([ledger]) => ledger !== 'monitoring')
      .map(([, coverage]) => coverage)
    expect(new Set(others.map((coverage) => JSON.stringify(coverage)))).toEqual(
      new Set(['{"from":"2024-01-01","to":"2024-12-31"}']),
    )
  })

  it('says that 阅读量 written in 万 is rounded', () => {
    const notes = all.preview.sections.flatMap((section) => section.notes)
    expect(notes).toContainEqual({
      level: 'info',
      text: '阅读量有 1,427 格写作“万”，按四舍五入的万计',
    })
  })

  it('survives JSON unchanged', () => {
    const { rows, ...prepared } = all
    expect(preparedSchema.parse(JSON.parse(JSON.stringify(prepared)))).toEqual(prepared)
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
  })
})

describe('expected reports', () => {
  it.each([...SIX_FILES, 'report-2024.json'])('%s reads as its report says', async (name) => {
    const { preview } = prepared(goldenFile(name))
    const sections = preview.sections.map((section) => ({ ...section, sample: [] }))
    const report = `${JSON.stringify({ files: preview.files, sections }, null, 2)}\n`
    const stem = name.replace(/\.[^.]*$/, '')
    await expect(report).toMatchFileSnapshot(`../../golden/expected/${stem}.json`)
  })
})

describe('names that join the reference lists', () => {
  it('are unique, and outlets take their level along', () => {
    const { preview, lists } = prepared(goldenFile('上级采用台账2024.xlsx'))
    const { outlets, people } = lists[preview.sections[0]?.id ?? ''] ?? {}
    expect(outlets).toContainEqual({ name: '乐山日报', level: 'municipal', levelWord: '市级' })
    expect(new Set(outlets?.map(({ name }) => name)).size).toBe(outlets?.length)
    expect(people).toHaveLength(8)
  })

  it('take no level where an outlet was written with two', () => {
    const file = csvFile('采用2024.csv', [
      ['日期', '标题', '媒体名称', '媒体级别', '作者'],
      ['2024-01-01', '甲', '川观新闻', '省级', '张三、李四'],
      ['2024-01-02', '乙', '川观新闻', '国家级', '李四'],
    ])
    const { lists, preview } = prepared(file)
    expect(lists[preview.sections[0]?.id ?? '']).toEqual({
      outlets: [{ name: '川观新闻' }],
      people: [{ name: '张三' }, { name: '李四' }],
    })
  })
})

describe('files that cannot be opened', () => {
  const problemOf = (name: string, bytes: Uint8Array) =>
    prepared({ name, bytes, hash: name }).preview.files[0]?.problem?.code

  it('say why, and the others are still read', () => {
    const broken = textFile('坏.xlsx', '%PDF-1.4')
    const { preview } = prepared(broken, goldenFile('预算执行2024.xlsx'))
    expect(preview.files.map(({ problem }) => problem?.code)).toEqual([
      'IMPORT_FILE_KIND',
      undefined,
    ])
    expect(preview.sections).toHaveLength(2)
  })

  it('are told apart: empty, cut short, not a table, not a report', () => {
    expect(problemOf('空.csv', new Uint8Array())).toBe('IMPORT_FILE_UNREADABLE')
    const whole = goldenBytes('安全播出记录2024.xlsx')
    expect(problemOf('半截.xlsx', whole.subarray(0, 9000))).toBe('IMPORT_FILE_UNREADABLE')
    expect(
      problemOf('图.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)),
    ).toBe('IMPORT_FILE_KIND')
    expect(problemOf('表.json', new TextEncoder().encode('{"a":1}'))).toBe('IMPORT_FILE_KIND')
    expect(problemOf('表.json', new TextEncoder().encode('{"a":'))).toBe('IMPORT_FILE_UNREADABLE')
  })

  it('are refused when they would inflate to gigabytes', () => {
    const bytes = bookFile('大.xlsx', { 表: [['日期']] }).bytes
    const view = new DataView(bytes.buffer)
    const entry = [...bytes.keys()].find(
      (at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
    )
    view.setUint32((entry ?? 0) + 24, 0xf0000000, true)
    expect(problemOf('大.xlsx', bytes)).toBe('IMPORT_FILE_TOO_LARGE')
  })

  it('a text table whose quote never closes is refused, not swallowed', () => {
    const file = textFile('发稿.csv', '发布日期,标题\n2024-01-01,"甲\n2024-01-02,乙\n')
    expect(prepared(file).preview.files[0]?.problem).toMatchObject({
      code: 'IMPORT_FILE_UNREADABLE',
      why: expect.stringContaining('第 2 行的引号没有成对'),
    })
  })
})

describe('sheets that fit no ledger', () => {
  it('are shown with what they lack, and all their rows as passed over', () => {
    const file = csvFile('名单.csv', [
      ['标题', '发布日期', '放哪'],
      ['甲', '2024-01-01', '爱峨边'],
    ])
    const { section } = onlySection(file)
    expect(section).toMatchObject({ ledger: null, rowsRead: 1, rowsSkipped: 1, rowsGood: 0 })
    expect(section.candidates[0]).toBe('pieces')
    expect(section.notes.at(-1)?.text).toBe('最像发稿台账，但缺少必填的列：“平台”、“体裁”')
  })

  it('are taken for the one they come nearest to by far, ask for what lacks and read no row', () => {
    const file = csvFile('名单.csv', [
      ['标题', '发布日期', '平台'],
      ['甲', '2024-01-01', '爱峨边'],
    ])
    const { section } = onlySection(file)
    expect(section).toMatchObject({ ledger: 'pieces', missing: ['form'] })
    expect(section).toMatchObject({ rowsRead: 1, rowsSkipped: 1, rowsGood: 0, records: 0 })
    expect(section.skips).toEqual([{ why: '缺少必填的项，补上才能读', count: 1, rows: [2] }])
    expect(section.notes.at(0)?.text).toBe(
      '按发稿台账读还缺 “体裁”：指定一列，或填一个所有行共用的值',
    )
  })

  it('are called empty when they are', () => {
    const { preview } = prepared(bookFile('空.xlsx', { Sheet1: [], Sheet2: [] }))
    expect(preview.sections.map(({ ledger, notes }) => [ledger, notes[0]?.text])).toEqual([
      [null, '这张表是空的。确认数据在这张表里；空表可以忽略。'],
      [null, '这张表是空的。确认数据在这张表里；空表可以忽略。'],
    ])
  })

  it('two files of one name keep their sections apart', () => {
    const rows = (title: string) => [
      ['发布日期', '标题', '平台', '体裁'],
      ['2024-01-01', title, '爱峨边', '图文'],
    ]
    const { preview, rows: loaded } = prepared(
      csvFile('发稿.csv', rows('甲')),
      csvFile('发稿.csv', rows('乙')),
    )
    expect(preview.sections.map(({ id }) => loaded[id]?.[0]?.title)).toEqual(['甲', '乙'])
  })
})
