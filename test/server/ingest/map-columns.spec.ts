import { describe, expect, it } from 'vitest'
import { mapColumns } from '#server/ingest/map-columns.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'

/** The field one heading is read into; `asked` where only a person can tell. */
function read(ledger: LedgerId, heading: string): string {
  const column = { index: 0, text: heading, names: [heading], group: '' }
  const [mapped] = mapColumns(ledger, { rows: [0], columns: [column] })
  return mapped?.field ?? mapped?.how ?? 'none'
}

/** The headings that files are known to use, one by one. */
const DICTIONARY: readonly (readonly [LedgerId, string, string])[] = [
  [
    'pieces',
    'title',
    '标题 内容标题 作品名称 视频名称 视频描述 笔记标题 微博内容 稿件标题 作品标题 题目',
  ],
  ['adoptions', 'work', '原稿标题 稿件标题 作品标题'],
  ['pieces', 'day', '发布时间 发表时间 发布日期 刊发时间 刊播时间 首次发布时间 日期 时间'],
  ['pieces', 'reads', '阅读量 阅读数 总阅读次数 阅读(次) 播放量 播放数 播放次数 观看量 浏览量'],
  ['pieces', 'readers', '总阅读人数 阅读(人)'],
  ['pieces', 'asked', '点击量 点击数 推荐量'],
  ['pieces', 'impressions', '展现量 曝光 曝光量 曝光次数'],
  ['pieces', 'likes', '点赞 点赞量 点赞数 赞'],
  ['pieces', 'thumbs', '喜欢'],
  ['pieces', 'comments', '评论 评论量 评论数'],
  ['pieces', 'shares', '转发 转发量 分享 分享量 总分享次数'],
  ['pieces', 'saves', '收藏 收藏量 收藏次数'],
  ['pieces', 'interactions', '转评赞数'],
  ['pieces', 'gained', '涨粉 粉丝增量 关注量 阅读后关注人数'],
  ['pieces', 'completion', '完播率 完读率 阅读完成率 平均阅读完成率 平均播放完成率'],
  ['pieces', 'unused', '5s完播率'],
  ['adoptions', 'outlet', '媒体 媒体名称 刊播媒体 采用媒体'],
  ['adoptions', 'level', '媒体级别 级别 层级'],
  ['adoptions', 'author', '作者 记者 通讯员 供稿人'],
  ['adoptions', 'department', '报送单位 供稿单位 单位'],
  ['budgetLines', 'initial', '年初预算 年初预算数 指标金额'],
  ['budgetLines', 'adjusted', '调整后预算数 全年预算数'],
  ['payments', 'amount', '执行数 支出数 已支付'],
  // A running total beside its items is no item.
  ['payments', 'total', '累计支出'],
]

describe('the starter dictionary of headings', () => {
  it.each(DICTIONARY)('of %s.%s is known word by word', (ledger, field, words) => {
    const found = words.split(' ').map((heading) => [heading, read(ledger, heading)])
    expect(found).toEqual(words.split(' ').map((heading) => [heading, field]))
  })
})

it('of 快手, whose files nobody has seen, the common words are known', () => {
  const words = '作品描述 发布时间 播放量 点赞量 评论量 收藏量 分享量 完播率 涨粉量'.split(' ')
  expect(words.map((heading) => read('pieces', heading))).toEqual([
    'title',
    'day',
    'reads',
    'likes',
    'comments',
    'saves',
    'shares',
    'completion',
    'gained',
  ])
})
