/* oxlint-disable unicorn/no-useless-spread -- wide rows are written a few cells a line */
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { utils, write, type BookType, type WorkSheet } from '@e965/xlsx'

/*
 * Small files as platforms and finance offices hand them out, with their traps.
 * `node test/support/platform-files.ts` writes them to test/golden/platforms, or to the folder it names.
 */

type Cells = readonly (readonly (string | number | null)[])[]

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A text table with CRLF; cells with commas, quotes or line breaks are quoted. */
function csv(rows: Cells, delimiter = ','): string {
  const quoted = (cell: string) =>
    /[",\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const lines = rows.map((row) => row.map((cell) => quoted(String(cell ?? ''))).join(delimiter))
  return `${lines.join('\r\n')}\r\n`
}

const BOM = '\uFEFF'

function sheetOf(rows: Cells, merges: readonly string[] = []): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  return sheet
}

function book(sheets: Readonly<Record<string, WorkSheet>>, bookType: BookType): Uint8Array {
  const made = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(made, sheet, name)
  const bytes: ArrayBuffer = write(made, { type: 'array', bookType })
  return new Uint8Array(bytes)
}

const xlsx = (name: string, rows: Cells, merges?: readonly string[]): Uint8Array =>
  book({ [name]: sheetOf(rows, merges) }, 'xlsx')

// 公众号 -----------------------------------------------------------------------------------------

const wechatArticles = xlsx('内容分析', [
  [
    ...['内容标题', '发表时间', '总阅读人数', '总阅读次数', '总分享人数', '总分享次数'],
    ...['阅读后关注人数', '送达人数', '公众号消息阅读次数', '送达阅读率', '首次分享次数'],
    ...['分享产生阅读次数', '首次分享率', '每次分享带来阅读次数', '阅读完成率', '内容url'],
  ],
  [
    ...['峨边开展森林防火演练', '20240806', 820, 1043, 35, 41],
    ...[6, 5210, 640, '12.28%', 20, 310, '3.13%', 7.56, '61.5%'],
    'http://mp.weixin.qq.com/s?__biz=MzA5&mid=2650001&idx=1&sn=ab12&chksm=f0e1#rd',
  ],
  [
    ...['黑竹沟迎来避暑客流', '20240806', 1502, 2010, 88, 97],
    ...[11, 5210, 1200, '23.03%', 52, 700, '4.33%', 7.22, '58.04%'],
    'http://mp.weixin.qq.com/s?__biz=MzA5&mid=2650001&idx=2&sn=cd34&chksm=a1b2#rd',
  ],
])

const wechatFlow = xlsx('流量分析', [
  [
    ...['日期', '渠道', '阅读次数', '阅读人数', '分享次数', '分享人数'],
    ...['阅读原文次数', '阅读原文人数', '收藏次数', '收藏人数', '群发篇数'],
  ],
  ['2024-08-01', '全部', 1000, 800, 30, 25, 4, 4, 9, 8, 2],
  ['2024-08-01', '公众号消息', 600, 500, 10, 9, 2, 2, 4, 4, ''],
  ['2024-08-01', '朋友圈', 400, 350, 20, 17, 2, 2, 5, 4, ''],
  ['2024-08-02', '全部', 700, 610, 12, 11, 0, 0, 3, 3, 1],
  ['2024-08-02', '公众号消息', 450, 400, 5, 5, 0, 0, 1, 1, ''],
  ['2024-08-02', '朋友圈', 250, 230, 7, 6, 0, 0, 2, 2, ''],
  ['2024-08-03', '搜一搜', 20, 18, 0, 0, 0, 0, 0, 0, ''],
])

const wechatTendency = book(
  {
    Sheet1: sheetOf(
      [
        ['图文群发每日数据'],
        [
          '日期',
          '渠道',
          '阅读人数',
          '',
          '日期',
          '分享人数',
          '跳转阅读原文',
          '微信收藏人数',
          '发表篇数',
        ],
        ['2024-08-01', '全部', 800, null, '2024-08-01', 25, 4, 8, 2],
        ['2024-08-01', '公众号消息', 500, null, '2024-08-02', 11, 0, 3, 1],
        ['2024-08-01', '朋友圈', 350, null, '2024-08-03', 6, 1, 2, 0],
        ['2024-08-02', '全部', 610],
        ['2024-08-02', '公众号消息', 400],
      ],
      ['A1:I1'],
    ),
  },
  'biff8',
)

const wechatUsers = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table border="1">
<tr><td>时间</td><td>新关注人数</td><td>取消关注人数</td><td>净增关注人数</td><td>累积关注人数</td></tr>
<tr><td>2024-08-01</td><td>12</td><td>5</td><td>7</td><td>48007</td></tr>
<tr><td>2024-08-02</td><td>9</td><td>11</td><td>-2</td><td>48005</td></tr>
</table></body></html>`

const wechatArticle = (unit: '人' | '次', shares: Cells): Uint8Array =>
  book(
    {
      Sheet1: sheetOf([
        ['峨边开展森林防火演练'],
        ['数据概况'],
        ['阅读(次)', 1043],
        ['阅读（人）', 820],
        ['平均停留时长(秒)', 48],
        ['完读率', '61.5%'],
        ['阅读后关注（人）', 6],
        [`分享（${unit}）`, unit === '人' ? 35 : 41],
        ['点赞(次)', 19],
        ['评论（条）', 3],
        ['阅读转化'],
        ['送达人数', 5210],
        ['数据趋势明细'],
        ['日期', '传播渠道', '阅读人数', '阅读次数', '分享人数', '分享次数'],
        ['2024-08-06', '全部', 700, 880, 30, 35],
        ['2024-08-06', '朋友圈', 300, 340, 20, 24],
        ['2024-08-07', '全部', 120, 163, 5, 6],
        ['年龄分布'],
        ...shares,
      ]),
    },
    'biff8',
  )

// 视频号, 抖音, 头条 ------------------------------------------------------------------------------

const channels = `${BOM}${csv([
  [
    ...['视频描述', '视频ID', '发布时间', '完播率', '平均播放时长', '播放量', '推荐', '喜欢'],
    ...['评论量', '分享量', '关注量', '转发聊天和朋友圈', '设为铃声', '设为状态', '设为朋友圈封面'],
  ],
  [
    ...['彝历新年到了\n#峨边 #彝历新年', 'export/UzFf01', '2024/5/29', '4.41%', '14.73秒', '12035'],
    ...['210', '95', '18', '77', '9', '60', '0', '0', '0'],
  ],
  [
    ...['', 'export/UzFf02', '2024/5/30', '0.00%', '3.1秒', '406'],
    ...['5', '2', '0', '1', '0', '1', '0', '0', '0'],
  ],
])}`

const douyin1 = xlsx('作品列表', [
  [
    ...['作品名称', '发布时间', '体裁', '审核状态', '播放量', '完播率', '5s完播率', '封面点击率'],
    ...[
      '2s跳出率',
      '平均播放时长',
      '点赞量',
      '分享量',
      '评论量',
      '收藏量',
      '主页访问量',
      '粉丝增量',
    ],
  ],
  [
    ...['黑竹沟云海\n#峨边', '2024-05-03 18:20:11', '视频', '公开', 15000, 0.1832, 0.4511, 0],
    ...[0.2211, 11.2, 320, 41, 25, 33, 18, 7],
  ],
])

const douyin2 = xlsx('作品列表', [
  [
    ...['作品名称', '发布时间', '体裁', '发布状态', '播放量', '完播率', '5s完播率', '作品时长'],
    ...[
      '2s跳出率',
      '平均播放时长',
      '点赞量',
      '评论量',
      '分享量',
      '收藏量',
      '主页访问量',
      '粉丝增量',
    ],
  ],
  [
    ...['黑竹沟云海\n#峨边', '2024-05-03 18:20:11', '视频', '已发布', 18000, 0.19, 0.46, 30],
    ...[0.21, 11.4, 350, 26, 44, 36, 20, 8],
  ],
])

const TOUTIAO = [
  ...['标题', '发布时间', 'ID', '链接', '展现量', '粉丝展现量', '阅读量', '粉丝阅读量', '点击率'],
  ...['平均阅读完成率', '平均阅读时长', '点赞量', '评论量', '转发量', '分享量', '收藏量'],
]
const toutiaoArticles: Cells = [
  TOUTIAO,
  [
    ...['峨边春茶开采', '2024-03-12 09:15', '7345000000000000001'],
    ...['https://www.toutiao.com/item/7345000000000000001/', 52000, 800, 4100, 120, 0.0788],
    ...[16.55, 41, 36, 12, 5, 9, 14],
  ],
  [
    ...['林区巡护二十年', '2024-03-15 17:40', '7345000000000000002'],
    ...['https://www.toutiao.com/item/7345000000000000002/', 310, 20, 0, 0, 0],
    ...[-1, -1, -1, '-1.00', 0, 0, 0],
  ],
]
const toutiaoVideos = xlsx('视频', [
  [
    ...['标题', '发布时间', 'ID', '链接', '展现量', '粉丝展现量', '播放量', '粉丝播放量'],
    ...['平均播放完成率', '平均播放时长', '点赞量', '评论量', '分享量', '收藏量'],
  ],
  [
    ...['采茶时节', '2024-03-20 08:00', '7345000000000000009', 'https://www.toutiao.com/video/9/'],
    ...[9000, 100, 3300, 50, 0.9, 21, 15, 2, 3, 4],
  ],
])
const toutiaoTrend = xlsx('数据趋势', [
  ['时间', '展现量', '粉丝展现量', '阅读(播放)量', '粉丝阅读(播放)量', '点赞量', '评论量'],
  ['累计', 61310, 900, 7400, 170, 51, 14],
  ['2024-03-12', 52310, 800, 4100, 120, 36, 12],
  ['2024-03-13', 9000, 100, 3300, 50, 15, 2],
])
const toutiaoFans = xlsx('粉丝趋势', [
  ['时间', '总粉丝数', '粉丝变化数', '新增粉丝数', '流失粉丝数', '活跃粉丝数', '总铁粉数'],
  ['2024-03-12', 30210, -3, 9, 12, 2100, 310],
  ['2024-03-13', 30222, 12, 15, 3, 2140, 311],
])

// 微博, 小红书, B站, 知乎 -------------------------------------------------------------------------

const weiboDays = csv([
  [
    ...['日期', '粉丝总数', '粉丝净增数', '新增粉丝数', '减少粉丝数', '阅读数', '发博数'],
    ...['转评赞数', '转发数', '评论数', '点赞数'],
  ],
  ['2024-06-01', 15200, 8, 12, 4, 20300, 6, 61, 20, 11, 30],
  ['2024-06-02', 15195, -5, 3, 8, 9800, 3, 22, 7, 5, 10],
])
const weiboPosts = csv([
  ['发布时间', '微博内容', '阅读数', '转评赞数', '点击数', 'URL'],
  ['2024-06-01 10:02', '【峨边发布】暴雨黄色预警', 8800, 40, 120, 'https://weibo.com/1/Nabc1'],
  ['2024-06-02 15:30', '非遗彝绣进校园', 1200, 7, 15, 'https://weibo.com/1/Nabc2'],
])
const xiaohongshu = xlsx(
  '笔记列表明细表',
  [
    ['最多导出排序后前1000条笔记，数据更新至前一日'],
    [
      ...[
        '笔记标题',
        '首次发布时间',
        '体裁',
        '曝光',
        '观看量',
        '封面点击率',
        '点赞',
        '评论',
        '收藏',
      ],
      ...['涨粉', '分享', '人均观看时长', '弹幕'],
    ],
    [
      '避暑去黑竹沟',
      '2024年05月19日15时39分28秒',
      '图文',
      9100,
      860,
      0.095,
      44,
      6,
      39,
      3,
      8,
      22,
      0,
    ],
    ['彝家火塘', '2024年05月21日08时05分01秒', '视频', 4000, 510, 0.128, 20, 2, 9, 1, 2, 31, 4],
  ],
  ['A1:M1'],
)
const bilibili = (first: number, count: number): string =>
  `${BOM}${csv([
    [
      '稿件名称',
      '稿件发布时间',
      '播放量',
      '完播率',
      '点赞',
      '硬币',
      '收藏',
      '弹幕',
      '评论',
      '分享',
      '涨粉',
    ],
    ...Array.from({ length: count }, (_, i) => [
      `峨边非遗第${first + i}集`,
      `2024年05月${String(first + i).padStart(2, '0')}日 12:40:34`,
      String(1000 + first + i),
      first + i === 3 ? '<0.1%' : `${first + i}.5%`,
      ...['20', '2', '5', '7', '3', '4', '1'],
    ]),
  ])}`
const zhihu = csv([
  ['日期', '阅读量', '赞同数', '评论数', '收藏数', '分享数'],
  ['2024-07-01', '1,204', 33, 4, 15, 2],
  ['2024-07-02', 980, 21, '-', 9, 1],
])

// 财务表, ODS, 宽表, 一张表几个台账 ---------------------------------------------------------------

const finance = xlsx(
  '2024年预算执行',
  [
    ['2024年项目支出预算执行情况表', ...Array.from({ length: 7 }, () => null)],
    ['填报单位：融媒体中心', null, null, null, null, null, '单位：万元', null],
    ['支出类别', '项目名称', '预算数', null, null, '支出数', null, '备注'],
    [null, null, '年初预算', '追加', '调整后预算数', '一般公共预算', null, null],
    [null, null, null, null, null, '1月', '2月', null],
    ['项目支出', '新闻采编经费', 50, 5, 55, 10.5, 4.25, null],
    [null, '设备维护', 20, null, 20, null, 3, null],
    ['基本支出', '人员经费', 30, -5, 25, 2, 1.5, null],
    ['合计', null, 100, 0, 100, 12.5, 8.75, null],
  ],
  [
    ...['A1:H1', 'A3:A5', 'B3:B5', 'C3:E3', 'C4:C5', 'D4:D5', 'E4:E5', 'F3:G3', 'F4:G4'],
    ...['H3:H5', 'A6:A7'],
  ],
)
const ods = book(
  {
    发稿: sheetOf([
      ['发布日期', '标题', '平台', '体裁', '阅读量'],
      ['2024-09-01', '开学第一课', '爱峨边', '图文', 1203],
      ['2024年9月2日', '秋粮收购', '抖音', '视频', '1.2万'],
    ]),
  },
  'ods',
)
const twoLedgers = xlsx('9月', [
  ['2024年9月工作台账'],
  ['一、发稿台账'],
  ['发布日期', '标题', '平台', '体裁', '阅读量'],
  ['9月1日', '开学第一课', '爱峨边', '图文', 1203],
  ['9月2日', '秋粮收购', '抖音', '视频', 800],
  ['合计', null, null, null, 2003],
  [],
  ['二、上级采用台账'],
  ['采用日期', '作品', '采用媒体', '媒体级别'],
  ['9月3日', '开学第一课', '四川日报', '省级'],
  ['9月4日', '秋粮收购', '乐山日报', '市级'],
])
const perMonth = book(
  {
    '1月': sheetOf([
      ['日期', '监测量', '预警数'],
      ['1日', 12, 1],
      ['2日', 9, null],
    ]),
    '2月': sheetOf([
      ['日期', '监测量', '预警数'],
      ['2月1日', 7, 0],
    ]),
  },
  'biff8',
)

/** Every file by its name. */
function platformFiles(): Readonly<Record<string, Uint8Array>> {
  return {
    '公众号内容分析.xlsx': wechatArticles,
    '公众号流量分析.xlsx': wechatFlow,
    'tendency_20240801_20240803.xls': wechatTendency,
    'user_analysis.xls': utf8(wechatUsers),
    '单篇详情（人数版）.xls': wechatArticle('人', [
      ['18岁以下', '3.1%'],
      ['60岁以上', '22%'],
    ]),
    '单篇详情（次数版）.xls': wechatArticle('次', [
      ['18岁以下', 25],
      ['65岁以上', 180],
    ]),
    '视频号.csv': utf8(channels),
    '抖音作品列表v1.xlsx': douyin1,
    '抖音作品列表v2.xlsx': douyin2,
    '图文_-_1-45.xlsx': brokenBook('图文', toutiaoArticles),
    '头条视频.xlsx': toutiaoVideos,
    '数据趋势_2024-03.xlsx': toutiaoTrend,
    '粉丝趋势_2024-03.xlsx': toutiaoFans,
    '微博每日.csv': utf8(weiboDays),
    '微博单条.csv': utf8(weiboPosts),
    '笔记列表明细表.xlsx': xiaohongshu,
    '近期稿件对比1.csv': utf8(bilibili(1, 10)),
    '近期稿件对比2.csv': utf8(bilibili(11, 3)),
    '日报表.xls': utf8(zhihu),
    '项目支出预算执行.xlsx': finance,
    '发稿.ods': ods,
    '9月工作台账.xlsx': twoLedgers,
    '2024年舆情监测.xls': perMonth,
  }
}

/** A workbook whose style sheet is wrong, as 今日头条 writes it: empty fills, counts that lie. */
function brokenBook(name: string, rows: Cells): Uint8Array {
  const cellAt = (cell: string | number | null, place: string) => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
    const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<c r="${place}" s="3" t="inlineStr"><is><t>${text}</t></is></c>`
  }
  const lines = rows.map((row, r) => {
    const cells = row.map((cell, c) => cellAt(cell, `${utils.encode_col(c)}${r + 1}`))
    return `<row r="${r + 1}">${cells.join('')}</row>`
  })
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipped({
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fills count="2"><fill/><fill><unknown/></fill></fills><cellXfs count="1"/></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`,
  })
}

/** A zip of stored parts, all of 1980. */
function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  const body: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const [title, bytes] = [utf8(name), utf8(text)]
    const fields = new DataView(new ArrayBuffer(26))
    fields.setUint16(0, 20, true)
    fields.setUint16(8, 0x21, true)
    fields.setUint32(10, crc32(bytes), true)
    fields.setUint32(14, bytes.length, true)
    fields.setUint32(18, bytes.length, true)
    fields.setUint16(22, title.length, true)
    const shared = new Uint8Array(fields.buffer)
    const local = [Uint8Array.of(0x50, 0x4b, 3, 4), shared, title, bytes]
    const entry = new DataView(new ArrayBuffer(14))
    entry.setUint32(10, offset, true)
    directory.push(
      ...[Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), shared, new Uint8Array(entry.buffer), title],
    )
    body.push(...local)
    offset += size(local)
  }
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, Object.keys(parts).length, true)
  end.setUint16(10, Object.keys(parts).length, true)
  end.setUint32(12, size(directory), true)
  end.setUint32(16, offset, true)
  return joined([...body, ...directory, new Uint8Array(end.buffer)])
}

const size = (parts: readonly Uint8Array[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(size(parts))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

if (import.meta.main) {
  const folder = process.argv[2] ?? path.resolve(import.meta.dirname, '../golden/platforms')
  for (const [name, bytes] of Object.entries(platformFiles()))
    writeFileSync(path.join(folder, name), bytes)
  process.stdout.write(`${readdirSync(folder).length} files\n`)
}
