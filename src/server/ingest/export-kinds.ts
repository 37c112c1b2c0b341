import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Head } from './head.ts'
import { headingOf } from './heading.ts'

/** A file that a platform itself hands out, told by its headings. */
export interface ExportKind {
  readonly label: string
  readonly ledger: LedgerId
  /** Headings that must all be there. */
  readonly needs: readonly string[]
  /** Cells no column holds, as a person would type them; proposed, and changeable. */
  readonly given: Readonly<Record<string, string>>
  /** Headings that mean something of their own here. */
  readonly fields?: Readonly<Record<string, string | null>>
  /** How bare numbers of rate columns are meant: 0–1, or percent. */
  readonly rates?: Readonly<Record<string, 'ratio' | 'percent'>>
  /** −1 stands for "no data". */
  readonly hasMinusOne?: boolean
  /** Rows by channel stand beside their own sum, 渠道=全部. */
  readonly channel?: string
  /** The address tells the post, since there is no number of it. */
  readonly isToldByLink?: boolean
  /** A caption may be left out. */
  readonly mayLackTitle?: boolean
}

const WECHAT = { platform: '微信公众号' }
const post = (platform: string, form: string) => ({ platform, form })

const KINDS: readonly ExportKind[] = [
  {
    label: '公众号 内容分析（单篇明细）',
    ledger: 'pieces',
    needs: ['内容标题', '发表时间', '总阅读人数', '总阅读次数'],
    given: post('微信公众号', '图文'),
    isToldByLink: true,
  },
  {
    label: '公众号 流量分析（按天分渠道）',
    ledger: 'accountFigures',
    needs: ['日期', '渠道', '阅读次数', '阅读人数'],
    given: WECHAT,
    channel: '渠道',
  },
  {
    label: '公众号 图文群发每日数据（阅读）',
    ledger: 'accountFigures',
    needs: ['日期', '渠道', '阅读人数'],
    given: WECHAT,
    channel: '渠道',
  },
  {
    label: '公众号 图文群发每日数据（分享、收藏）',
    ledger: 'accountFigures',
    needs: ['日期', '分享人数', '跳转阅读原文', '微信收藏人数'],
    given: WECHAT,
  },
  {
    label: '公众号 用户分析',
    ledger: 'accountFigures',
    needs: ['时间', '新关注人数', '取消关注人数', '累积关注人数'],
    given: WECHAT,
  },
  {
    label: '公众号 单篇详情',
    ledger: 'pieces',
    needs: ['阅读(次)', '完读率', '送达人数'],
    given: post('微信公众号', '图文'),
  },
  {
    label: '视频号 单篇视频',
    ledger: 'pieces',
    needs: ['视频描述', '视频ID', '推荐', '喜欢'],
    given: post('视频号', '视频'),
    // 推荐 is the ♡ every other platform calls 点赞; 喜欢 is 👍, a like of its own.
    fields: { 推荐: 'likes', 喜欢: 'thumbs' },
    mayLackTitle: true,
  },
  {
    label: '抖音 作品列表',
    ledger: 'pieces',
    needs: ['作品名称', '发布时间', '播放量', '5s完播率'],
    given: post('抖音', '视频'),
    rates: { 完播率: 'ratio' },
  },
  {
    label: '今日头条 文章',
    ledger: 'pieces',
    needs: ['标题', '展现量', '粉丝展现量', '阅读量', '平均阅读完成率'],
    given: post('今日头条', '图文'),
    rates: { 平均阅读完成率: 'percent' },
    hasMinusOne: true,
  },
  {
    label: '今日头条 视频',
    ledger: 'pieces',
    needs: ['标题', '展现量', '播放量', '粉丝播放量', '平均播放完成率'],
    given: post('今日头条', '视频'),
    rates: { 平均播放完成率: 'percent' },
    hasMinusOne: true,
  },
  {
    label: '今日头条 数据趋势',
    ledger: 'accountFigures',
    needs: ['时间', '展现量', '粉丝展现量', '阅读(播放)量'],
    given: { platform: '今日头条' },
    hasMinusOne: true,
  },
  {
    label: '今日头条 粉丝趋势',
    ledger: 'accountFigures',
    needs: ['时间', '总粉丝数', '新增粉丝数', '流失粉丝数', '总铁粉数'],
    given: { platform: '今日头条' },
    hasMinusOne: true,
  },
  {
    label: '微博 每日数据',
    ledger: 'accountFigures',
    needs: ['日期', '粉丝总数', '阅读数', '发博数', '转评赞数'],
    given: { platform: '微博' },
  },
  {
    label: '微博 单条数据',
    ledger: 'pieces',
    needs: ['微博内容', '阅读数', '转评赞数'],
    given: post('微博', '图文'),
    isToldByLink: true,
  },
  {
    label: '小红书 笔记列表明细',
    ledger: 'pieces',
    needs: ['笔记标题', '首次发布时间', '曝光', '观看量'],
    given: post('小红书', '图文'),
  },
  {
    label: 'B站 近期稿件对比',
    ledger: 'pieces',
    needs: ['播放量', '弹幕', '硬币'],
    given: post('哔哩哔哩', '视频'),
  },
  {
    label: '知乎 日报表',
    ledger: 'accountFigures',
    needs: ['日期', '阅读量', '赞同数', '评论数', '收藏数'],
    given: { platform: '知乎' },
  },
]

/** The export a head is of, the one that asks for most; null for any other table. */
export function exportKindOf(head: Head): ExportKind | null {
  const keys = new Set(head.columns.map(({ text }) => headingOf(text).key))
  return KEYED.find(({ needs }) => needs.every((need) => keys.has(need)))?.kind ?? null
}

const KEYED = KINDS.map((kind) => ({
  kind,
  needs: kind.needs.map((need) => headingOf(need).key),
})).toSorted((a, b) => b.needs.length - a.needs.length)

/** What a table says under a heading, whatever its width or case. */
export function underHeading<T>(
  table: Readonly<Record<string, T>> | undefined,
  text: string,
): T | undefined {
  const { key } = headingOf(text)
  return Object.entries(table ?? {}).find(([name]) => headingOf(name).key === key)?.[1]
}

/** A post's own address as its number: what tells WeChat articles apart, else host and path. */
export function postIdOf(link: string): string | null {
  if (!URL.canParse(link)) return null
  const { host, pathname, searchParams } = new URL(link)
  const told = ['__biz', 'mid', 'idx'].map((name) => searchParams.get(name))
  if (told.every((part) => part !== null)) return told.join('_')
  return pathname === '/' ? null : `${host}${pathname}`
}
