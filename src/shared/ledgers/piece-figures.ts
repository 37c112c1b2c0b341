import type { Field } from './define.ts'

const times = { kind: 'count', unit: '次' } as const
const persons = { kind: 'count', unit: '人' } as const

/**
 * What platforms say of one item. 人数 and 次数 are different measures and stand apart; so do 点赞
 * and 视频号's second like, 喜欢.
 */
export const pieceFigures = {
  reads: {
    label: '阅读量',
    ...times,
    headings: [
      '阅读数',
      '总阅读次数',
      '阅读次数',
      '阅读(次)',
      '播放量',
      '播放数',
      '播放次数',
      '观看量',
      '浏览量',
      '阅读/播放',
    ],
    mayBe: ['点击量', '点击数'],
  },
  readers: {
    label: '阅读人数',
    ...persons,
    headings: ['总阅读人数', '阅读(人)', '观看人数', '播放人数'],
    mayBe: ['点击人数'],
  },
  impressions: {
    label: '展现量',
    ...times,
    headings: ['曝光', '曝光量', '曝光次数', '展示量'],
    mayBe: ['推荐量'],
  },
  delivered: { label: '送达人数', ...persons, headings: ['送达(人)'] },
  likes: { label: '点赞', ...times, headings: ['点赞量', '点赞数', '点赞次数', '赞', '赞同数'] },
  thumbs: { label: '喜欢', ...times, headings: ['喜欢数', '喜欢量', '在看', '在看数'] },
  comments: { label: '评论', ...times, headings: ['评论量', '评论数', '评论(条)'] },
  shares: {
    label: '转发',
    ...times,
    headings: [
      '转发量',
      '转发数',
      '分享',
      '分享量',
      '分享数',
      '分享次数',
      '总分享次数',
      '分享(次)',
    ],
  },
  sharers: { label: '分享人数', ...persons, headings: ['总分享人数', '分享(人)'] },
  saves: { label: '收藏', ...times, headings: ['收藏量', '收藏数', '收藏次数'] },
  interactions: { label: '互动', ...times, headings: ['转评赞数', '互动量', '互动数'] },
  gained: {
    label: '带来粉丝',
    ...persons,
    headings: ['涨粉', '涨粉量', '粉丝增量', '关注量', '阅读后关注人数', '阅读后关注(人)'],
  },
  completion: {
    label: '完播/完读率',
    kind: 'decimal',
    unit: '%',
    headings: ['完播率', '完读率', '阅读完成率', '平均阅读完成率', '平均播放完成率'],
  },
} as const satisfies Readonly<Record<string, Field>>
