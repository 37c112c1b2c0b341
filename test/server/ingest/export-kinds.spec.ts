import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import { prepared } from '#test/support/import-files.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../golden/platforms')
const SCRIPT = path.resolve(import.meta.dirname, '../../support/platform-files.ts')

const bytesOf = (name: string, folder = FOLDER) =>
  new Uint8Array(readFileSync(path.join(folder, name)))
const fileOf = (name: string) => ({ name, bytes: bytesOf(name), hash: name })

/** The file's sections, each with its rows without their empty cells. */
function read(name: string) {
  const { preview, rows } = prepared(fileOf(name))
  const filled = (row: Row) => Object.fromEntries(Object.entries(row).filter(([, c]) => c !== null))
  const sections = preview.sections.map((section) => ({
    ...section,
    rows: (rows[section.id] ?? []).map(filled),
    unused: section.mapping.filter(({ how }) => how === 'unused').map(({ heading }) => heading),
    texts: section.notes.map(({ text }) => text),
  }))
  const [first] = sections
  if (!first) throw new Error(`${name} has no section`)
  return { ...first, file: preview.files[0], sections }
}

/** Every part of a workbook unpacked, any other file whole. */
const held = (name: string, bytes: Uint8Array): Record<string, Uint8Array> =>
  /\.(?:xlsx|ods)$/.test(name) ? unzipSync(bytes) : { [name]: bytes }

describe('the files of platforms and finance offices', () => {
  it('are what the script makes', () => {
    const made = mkdtempSync(path.join(os.tmpdir(), 'rongmei-platforms-'))
    // In a process of its own: a workbook written also holds number formats of those read before.
    execFileSync(process.execPath, [SCRIPT, made])
    const names = readdirSync(made)
    expect(readdirSync(FOLDER).toSorted()).toEqual(names.toSorted())
    // What a workbook is packed to depends on what the packer did before; what it holds does not.
    for (const name of names)
      expect(held(name, bytesOf(name)), name).toEqual(held(name, bytesOf(name, made)))
    rmSync(made, { recursive: true })
  })

  it.each(readdirSync(FOLDER))('%s: every row is good, refused or passed over by name', (name) => {
    for (const each of read(name).sections) {
      expect(each.rowsRead).toBe(each.rowsGood + each.rowsRefused + each.rowsSkipped)
      expect(each.skips.reduce((sum, { count }) => sum + count, 0)).toBe(each.rowsSkipped)
      expect(each.rowsRefused).toBe(0)
    }
  })
})

describe('公众号', () => {
  it('内容分析: persons and times apart, told by the address whatever its chksm', () => {
    const { rows, exportKind, unused } = read('公众号内容分析.xlsx')
    expect(exportKind).toBe('公众号 内容分析（单篇明细）')
    expect(rows[0]).toMatchObject({
      day: '2024-08-06',
      platform: '微信公众号',
      form: 'text',
      reads: 1043,
      readers: 820,
      shares: 41,
      sharers: 35,
      gained: 6,
      delivered: 5210,
      completion: '61.5',
      postId: 'MzA5_2650001_1',
    })
    expect(unused).toEqual([
      '公众号消息阅读次数',
      '送达阅读率',
      '首次分享次数',
      '分享产生阅读次数',
      '首次分享率',
      '每次分享带来阅读次数',
    ])
  })

  it('流量分析: a day counts once, though 全部 stands beside its channels', () => {
    const { rows, skips } = read('公众号流量分析.xlsx')
    expect(rows.map(({ day, reads, readers }) => [day, reads, readers])).toEqual([
      ['2024-08-01', 1000, 800],
      ['2024-08-02', 700, 610],
    ])
    expect(skips).toEqual([
      { why: '分渠道的行，已含在当天“全部”里', count: 4, rows: [3, 4, 6, 7] },
      { why: '分渠道的行，当天没有“全部”，人数不能相加', count: 1, rows: [8] },
    ])
  })

  it('tendency .xls: two tables side by side are two sections, the second with its own 日期', () => {
    const { file, sections } = read('tendency_20240801_20240803.xls')
    expect(file?.format).toBe('Excel（.xls）')
    expect(sections.map(({ headRows, rows }) => [headRows, rows])).toEqual([
      [
        [2],
        [
          { day: '2024-08-01', platform: '微信公众号', readers: 800 },
          { day: '2024-08-02', platform: '微信公众号', readers: 610 },
        ],
      ],
      [
        [2],
        [
          { day: '2024-08-01', platform: '微信公众号', sharers: 25, savers: 8, published: 2 },
          { day: '2024-08-02', platform: '微信公众号', sharers: 11, savers: 3, published: 1 },
          { day: '2024-08-03', platform: '微信公众号', sharers: 6, savers: 2, published: 0 },
        ],
      ],
    ])
    expect(sections[1]?.mapping.map(({ column }) => column)).toEqual(['E', 'F', 'G', 'H', 'I'])
  })

  it('user_analysis.xls is a web page', () => {
    const { file, rows } = read('user_analysis.xls')
    expect(file?.format).toBe('网页表格')
    expect(rows).toEqual([
      { day: '2024-08-01', platform: '微信公众号', gained: 12, lost: 5, followers: 48007 },
      { day: '2024-08-02', platform: '微信公众号', gained: 9, lost: 11, followers: 48005 },
    ])
  })

  it('单篇详情: one article, its day from the trend; 人数版 and 次数版 fill different fields', () => {
    const common = {
      title: '峨边开展森林防火演练',
      day: '2024-08-06',
      platform: '微信公众号',
      form: 'text',
      reads: 1043,
      readers: 820,
      completion: '61.5',
      gained: 6,
      likes: 19,
      comments: 3,
      delivered: 5210,
    }
    const persons = read('单篇详情（人数版）.xls')
    expect(persons.rows).toEqual([{ ...common, sharers: 35 }])
    expect(read('单篇详情（次数版）.xls').rows).toEqual([{ ...common, shares: 41 }])
    expect(persons.skips.map(({ why, rows }) => [why, rows])).toEqual([
      ['“数据概况”里没有用到的项', [2, 5]],
      ['“阅读转化”里没有用到的项', [11]],
      ['没有读的部分：数据趋势明细', [13, 14, 16, 17]],
      ['没有读的部分：年龄分布', [18, 19, 20]],
    ])
    expect(persons.texts).toContain('发布日期取自“数据趋势明细”的第一天，请核对')
  })
})

describe('视频号 and 抖音', () => {
  it('视频号: ♡ 推荐 is 点赞, 👍 喜欢 stands apart; captions break lines or are missing', () => {
    const { rows, texts } = read('视频号.csv')
    expect(rows).toEqual([
      {
        title: '彝历新年到了\n#峨边 #彝历新年',
        postId: 'export/UzFf01',
        day: '2024-05-29',
        platform: '视频号',
        form: 'video',
        reads: 12035,
        likes: 210,
        thumbs: 95,
        comments: 18,
        shares: 77,
        gained: 9,
        completion: '4.41',
      },
      {
        title: '（无描述）',
        postId: 'export/UzFf02',
        day: '2024-05-30',
        platform: '视频号',
        form: 'video',
        reads: 406,
        likes: 5,
        thumbs: 2,
        comments: 0,
        shares: 1,
        gained: 0,
        completion: '0',
      },
    ])
    expect(texts).toContain('标题有 1 格是空的，记作“（无描述）”')
  })

  it('抖音 v1 and v2 have other orders; 完播率 is 0–1 and is not 5s完播率', () => {
    const figures = (name: string) => {
      const [row] = read(name).rows
      return [row?.reads, row?.completion, row?.likes, row?.shares, row?.comments, row?.saves]
    }
    expect(figures('抖音作品列表v1.xlsx')).toEqual([15000, '18.32', 320, 41, 25, 33])
    expect(figures('抖音作品列表v2.xlsx')).toEqual([18000, '19', 350, 44, 26, 36])
    expect(read('抖音作品列表v1.xlsx').unused).toContain('5s完播率')
    expect(read('抖音作品列表v1.xlsx').rows[0]?.publishedAt).toBe('2024-05-03T18:20')
  })
})

describe('今日头条', () => {
  it('opens a book with a broken style sheet; −1 is nothing; 完成率 is percent beside 点击率 of 0–1', () => {
    const { rows, unused } = read('图文_-_1-45.xlsx')
    expect(rows).toEqual([
      {
        title: '峨边春茶开采',
        day: '2024-03-12',
        publishedAt: '2024-03-12T09:15',
        postId: '7345000000000000001',
        link: 'https://www.toutiao.com/item/7345000000000000001/',
        platform: '今日头条',
        form: 'text',
        impressions: 52000,
        reads: 4100,
        completion: '16.55',
        likes: 36,
        comments: 12,
        shares: 5,
        saves: 14,
      },
      {
        title: '林区巡护二十年',
        day: '2024-03-15',
        publishedAt: '2024-03-15T17:40',
        postId: '7345000000000000002',
        link: 'https://www.toutiao.com/item/7345000000000000002/',
        platform: '今日头条',
        form: 'text',
        impressions: 310,
        reads: 0,
        shares: 0,
        saves: 0,
      },
    ])
    expect(unused).toEqual(['粉丝展现量', '粉丝阅读量', '点击率', '平均阅读时长', '分享量'])
  })

  it('video: 平均播放完成率 0.9 is 0.9 %, not 90 %', () => {
    expect(read('头条视频.xlsx').rows).toMatchObject([{ reads: 3300, completion: '0.9' }])
  })

  it('数据趋势: the 累计 row on top is no day, and is added up against the days', () => {
    const { rows, totals } = read('数据趋势_2024-03.xlsx')
    expect(rows.map(({ day, reads }) => [day, reads])).toEqual([
      ['2024-03-12', 4100],
      ['2024-03-13', 3300],
    ])
    expect(totals[1]).toEqual({
      words: '累计 阅读(播放)量',
      stated: 7400,
      counted: 7400,
      agrees: true,
    })
    expect(totals.every(({ agrees }) => agrees)).toBe(true)
  })

  it('粉丝趋势: the stock, who came and who went', () => {
    expect(read('粉丝趋势_2024-03.xlsx').rows).toEqual([
      { day: '2024-03-12', platform: '今日头条', followers: 30210, gained: 9, lost: 12 },
      { day: '2024-03-13', platform: '今日头条', followers: 30222, gained: 15, lost: 3 },
    ])
  })
})

describe('微博, 小红书, B站, 知乎', () => {
  it('微博 daily and per post; 点击数 is asked, not guessed', () => {
    expect(read('微博每日.csv').rows[0]).toEqual({
      day: '2024-06-01',
      platform: '微博',
      followers: 15200,
      gained: 12,
      lost: 4,
      reads: 20300,
      published: 6,
      interactions: 61,
      shares: 20,
      comments: 11,
      likes: 30,
    })
    const { rows, mapping } = read('微博单条.csv')
    expect(rows[0]).toMatchObject({ reads: 8800, interactions: 40, postId: 'weibo.com/1/Nabc1' })
    expect(mapping[4]).toMatchObject({ heading: '点击数', field: null, how: 'asked' })
  })

  it('小红书: below a notice, moments with 时分秒', () => {
    const { rows, headRows } = read('笔记列表明细表.xlsx')
    expect(headRows).toEqual([2])
    expect(rows[0]).toMatchObject({
      day: '2024-05-19',
      publishedAt: '2024-05-19T15:39',
      impressions: 9100,
      reads: 860,
      saves: 39,
      gained: 3,
    })
  })

  it('B站: two files of one list make 13 pieces; <0.1% is said to be less', () => {
    const [first, second] = [read('近期稿件对比1.csv'), read('近期稿件对比2.csv')]
    expect([first.records, second.records]).toEqual([10, 3])
    expect(first.rows[2]).toMatchObject({ day: '2024-05-03', completion: '0.1' })
    expect(first.texts).toContain('完播/完读率有 1 格写作“<0.1%”之类，按写出的数计，实际更低')
  })

  it('知乎: text by the name of a workbook', () => {
    const { file, rows } = read('日报表.xls')
    expect(file?.format).toBe('文本表格')
    expect(rows.map(({ reads, likes, comments }) => [reads, likes, comments])).toEqual([
      [1204, 33, 4],
      [980, 21, undefined],
    ])
  })
})

describe('tables of other shapes', () => {
  it('finance: three head lines, 万元, merged cells said of each row, 合计 checked', () => {
    const { sections } = read('项目支出预算执行.xlsx')
    expect(sections.map(({ ledger, headRows, rows }) => [ledger, headRows, rows])).toEqual([
      [
        'budgetLines',
        [3, 4, 5],
        [
          budgetLine('project', '新闻采编经费', 50_000_000, 55_000_000),
          budgetLine('project', '设备维护', 20_000_000, 20_000_000),
          budgetLine('basic', '人员经费', 30_000_000, 25_000_000),
        ],
      ],
      [
        'payments',
        [3, 4, 5],
        [
          { category: 'project', project: '新闻采编经费', paidOn: '2024-01', amount: 10_500_000 },
          { category: 'project', project: '新闻采编经费', paidOn: '2024-02', amount: 4_250_000 },
          { category: 'project', project: '设备维护', paidOn: '2024-02', amount: 3_000_000 },
          { category: 'basic', project: '人员经费', paidOn: '2024-01', amount: 2_000_000 },
          { category: 'basic', project: '人员经费', paidOn: '2024-02', amount: 1_500_000 },
        ],
      ],
    ])
    const totals = sections.flatMap((section) => section.totals)
    expect(totals.map(({ stated, agrees }) => [stated, agrees])).toEqual([
      [1_000_000, true],
      [1_000_000, true],
      [125_000, true],
      [87_500, true],
    ])
  })

  it('ODS opens as any workbook', () => {
    const { file, rows } = read('发稿.ods')
    expect(file?.format).toBe('开放文档（.ods）')
    expect(rows.map(({ day, reads }) => [day, reads])).toEqual([
      ['2024-09-01', 1203],
      ['2024-09-02', 12000],
    ])
  })

  it('two ledgers on one sheet are two sections, under the year over both', () => {
    const { sections } = read('9月工作台账.xlsx')
    expect(sections.map(({ ledger, headRows, records }) => [ledger, headRows, records])).toEqual([
      ['pieces', [3], 2],
      ['adoptions', [9], 2],
    ])
    expect(sections[0]?.totals).toMatchObject([{ stated: 2003, counted: 2003, agrees: true }])
    expect(sections[1]?.rows[0]).toMatchObject({ day: '2024-09-03', outlet: '四川日报' })
  })

  it('a sheet a month: 1日 is a day of the month its sheet names', () => {
    const { sections } = read('2024年舆情监测.xls')
    expect(sections.flatMap(({ rows }) => rows.map(({ day }) => day))).toEqual([
      '2024-01-01',
      '2024-01-02',
      '2024-02-01',
    ])
  })
})

const budgetLine = (category: string, project: string, initial: number, adjusted: number) => ({
  year: '2024',
  category,
  project,
  initial,
  adjusted,
})
