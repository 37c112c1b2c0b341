import { defineLedger } from './define.ts'

const times = { kind: 'count', unit: '次' } as const
const persons = { kind: 'count', unit: '人' } as const

/** 粉丝与阅读: what a platform says of an account on a day. Followers are a stock, the rest flow. */
export const accountFigures = defineLedger({
  label: '账号数据台账',
  unit: '条',
  wall: 'figures',
  names: ['粉丝', '账号数据', '用户分析', '数据趋势'],
  fields: {
    day: {
      label: '日期',
      kind: 'day',
      required: true,
      isEachDay: true,
      headings: ['时间', '统计日期'],
    },
    platform: {
      label: '平台',
      kind: 'text',
      wall: 'words',
      required: true,
      list: 'platforms',
      headings: ['账号', '平台/账号'],
    },
    followers: {
      label: '粉丝总数',
      kind: 'count',
      unit: '人',
      isLevel: true,
      headings: ['总粉丝数', '累积关注人数', '累计关注人数', '粉丝数', '用户数', '下载量'],
    },
    gained: {
      label: '新增粉丝',
      kind: 'count',
      unit: '人',
      headings: ['新增粉丝数', '新关注人数'],
    },
    lost: {
      label: '流失粉丝',
      kind: 'count',
      unit: '人',
      headings: ['流失粉丝数', '取消关注人数', '减少粉丝数'],
    },
    reads: {
      label: '阅读/播放',
      ...times,
      headings: ['阅读量', '阅读数', '播放量', '阅读次数', '阅读(播放)量'],
      mayBe: ['点击量', '点击数'],
    },
    readers: { label: '阅读人数', ...persons, headings: ['阅读(人)', '播放人数'] },
    impressions: {
      label: '展现量',
      ...times,
      headings: ['曝光', '曝光量'],
      mayBe: ['推荐量'],
    },
    likes: { label: '点赞', ...times, headings: ['点赞量', '点赞数', '赞同数'] },
    comments: { label: '评论', ...times, headings: ['评论量', '评论数'] },
    shares: { label: '转发', ...times, headings: ['转发数', '转发量', '分享次数', '分享数'] },
    sharers: { label: '分享人数', ...persons },
    saves: { label: '收藏', ...times, headings: ['收藏次数', '收藏量', '收藏数'] },
    savers: { label: '收藏人数', ...persons, headings: ['微信收藏人数'] },
    published: {
      label: '发布条数',
      kind: 'count',
      unit: '条',
      headings: ['群发篇数', '发表篇数', '发博数', '发文数'],
    },
    interactions: { label: '互动', ...times, headings: ['转评赞数', '互动量'] },
  },
  key: ['day', 'platform'],
  measures: {
    records: { label: '账号数据', on: 'day' },
    followers: { label: '粉丝', on: 'day', sum: 'followers' },
    reads: { label: '账号阅读', on: 'day', sum: 'reads' },
  },
  cuts: [['platform']],
  columns: ['day', 'platform', 'followers', 'gained', 'lost', 'reads', 'interactions'],
})
