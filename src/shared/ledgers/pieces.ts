import { isoWeekday } from '../time/day.ts'
import { secondsBetween } from '../time/clock.ts'
import { defineLedger, type Cell, type Row } from './define.ts'
import { EDITIONS, FLAG, FORMS, ORIGINS, REVIEWS, SIGNINGS, WEEKDAYS } from './dictionaries.ts'
import { pieceFigures } from './piece-figures.ts'
import { PIECE_HEADINGS } from './piece-headings.ts'
import { REVIEW_SPANS, reviewSpan } from './review-spans.ts'
import { inOrder } from './rules.ts'

/** 发稿台账: one row an item on one of the centre's own platforms (domain: platform-post). */
export const pieces = defineLedger({
  label: '发稿台账',
  unit: '条',
  wall: 'figures',
  names: ['发稿', '发布台账', '稿件', '内容发布', '内宣发布'],
  fields: {
    code: { label: '编号', kind: 'text', headings: ['稿件编号'] },
    postId: {
      label: '平台作品ID',
      kind: 'text',
      headings: ['作品ID', '视频ID', '笔记ID', '稿件ID', '文章ID', 'ID', 'BV号'],
    },
    day: {
      label: '发布日期',
      kind: 'day',
      wall: 'words',
      required: true,
      headings: PIECE_HEADINGS.day,
    },
    title: {
      label: '标题',
      kind: 'text',
      wall: 'words',
      required: true,
      headings: PIECE_HEADINGS.title,
    },
    platform: {
      label: '平台',
      kind: 'text',
      wall: 'words',
      required: true,
      list: 'platforms',
      headings: PIECE_HEADINGS.platform,
    },
    form: {
      label: '体裁',
      kind: 'choice',
      wall: 'words',
      options: FORMS,
      required: true,
      headings: PIECE_HEADINGS.form,
    },
    origin: {
      label: '原创/转载',
      kind: 'choice',
      wall: 'words',
      options: ORIGINS,
      headings: ['来源类型', '是否原创', '原创'],
    },
    edition: {
      label: '首发/重播',
      kind: 'choice',
      wall: 'words',
      options: EDITIONS,
      headings: ['首播/重播', '播次', '版次', '首重播', '是否重播'],
    },
    publishedAt: {
      label: '发布时刻',
      kind: 'dateTime',
      headings: ['发布日期时间', '播出时刻', '播出时间'],
    },
    column: {
      label: '栏目',
      kind: 'text',
      headings: ['栏目/专题', '专栏', '专题', '所属栏目', '栏目名称', '所属专栏'],
    },
    author: {
      label: '作者',
      kind: 'text',
      list: 'people',
      headings: PIECE_HEADINGS.author,
    },
    department: {
      label: '部门',
      kind: 'text',
      list: 'departments',
      headings: PIECE_HEADINGS.department,
    },
    firstReviewer: {
      label: '一审',
      kind: 'text',
      headings: ['初审', '一审人', '初审人', '责任编辑'],
    },
    secondReviewer: { label: '二审', kind: 'text', headings: ['复审', '二审人', '复审人'] },
    finalReviewer: {
      label: '三审',
      kind: 'text',
      headings: ['终审', '三审人', '终审人', '签发', '签发人'],
    },
    submittedAt: { label: '送审时间', kind: 'dateTime', headings: ['提交审核时间', '送审日期'] },
    signedAt: {
      label: '签发时间',
      kind: 'dateTime',
      headings: ['终审时间', '三审时间', '签发日期'],
    },
    ...pieceFigures,
    link: {
      label: '链接',
      kind: 'link',
      headings: ['原文链接', '内容url', '内容链接', 'URL', '网址'],
    },
    remark: { label: '备注', kind: 'longText', headings: ['说明'] },
    weekday: { label: '发布星期', kind: 'choice', options: WEEKDAYS, derive: weekday },
    hour: { label: '发布钟点', kind: 'text', derive: hour },
    reviews: { label: '三审情况', kind: 'choice', options: REVIEWS, derive: reviews },
    sameReviewer: { label: '同一人审两道', kind: 'choice', options: FLAG, derive: sameReviewer },
    signing: { label: '签发先后', kind: 'choice', options: SIGNINGS, derive: signing },
    reviewSeconds: { label: '审签用时', kind: 'seconds', unit: '秒', derive: reviewSeconds },
    reviewSpan: { label: '审签用时段', kind: 'choice', options: REVIEW_SPANS, derive: spanOf },
  },
  key: ['code', 'day', 'platform', 'title'],
  ownKey: ['platform', 'postId'],
  measures: {
    records: { label: '发稿', on: 'day' },
    reads: {
      label: '阅读',
      on: 'day',
      sum: 'reads',
      cuts: [['platform'], ['form'], ['column'], ['platform', 'form']],
    },
    aired: {
      label: '注明首发、重播的',
      on: 'day',
      when: { edition: 'present' },
      cuts: [['edition'], ['title']],
    },
    reviewed: {
      label: '写明审签人的',
      on: 'day',
      when: { reviews: ['three', 'some'] },
      cuts: [],
    },
    sameReviewer: { label: '同一人审两道', on: 'day', when: { sameReviewer: ['yes'] }, cuts: [] },
    signed: { label: '知道签发先后的', on: 'day', when: { signing: 'present' }, cuts: [] },
    early: { label: '先发后签', on: 'day', when: { signing: ['before'] }, cuts: [] },
    timed: {
      label: '有送审和签发时间的',
      on: 'day',
      when: { reviewSeconds: 'present' },
      cuts: [['reviewSeconds'], ['reviewSpan']],
    },
  },
  cuts: [
    ['platform'],
    ['form'],
    ['origin'],
    ['edition'],
    ['column'],
    ['department'],
    ['author'],
    ['platform', 'form'],
    ['department', 'form'],
    ['author', 'form'],
    ['weekday', 'hour'],
    ['reviews'],
  ],
  columns: ['day', 'title', 'platform', 'form', 'origin', 'author', 'department', 'reads'],
  rules: [
    {
      id: 'reviewers-differ',
      words: '三审中同一人审了两步',
      fields: ['firstReviewer', 'secondReviewer', 'finalReviewer'],
      severity: 'warn',
      holds: ({ sameReviewer }) => sameReviewer !== 'yes',
    },
    {
      id: 'signed-first',
      words: '签发前就已发布',
      fields: ['signedAt', 'publishedAt'],
      severity: 'warn',
      holds: ({ signing }) => signing !== 'before',
    },
    inOrder(['submittedAt', 'signedAt'], '签发时间早于送审时间', 'warn'),
    {
      id: 'published-that-day',
      words: '发布时刻不在发布日期这一天',
      fields: ['day', 'publishedAt'],
      severity: 'warn',
      holds: ({ day, publishedAt }) =>
        typeof publishedAt !== 'string' || publishedAt.slice(0, 10) === day,
    },
  ],
  alike: { text: 'title', on: 'day', days: 3, place: 'platform' },
})

function weekday({ publishedAt }: Row): Cell {
  return typeof publishedAt === 'string' ? String(isoWeekday(publishedAt.slice(0, 10))) : null
}

function hour({ publishedAt }: Row): Cell {
  return typeof publishedAt === 'string' ? publishedAt.slice(11, 13) : null
}

const reviewersOf = ({ firstReviewer, secondReviewer, finalReviewer }: Row): Cell[] =>
  [firstReviewer, secondReviewer, finalReviewer].filter((name) => typeof name === 'string')

function reviews(row: Row): Cell {
  const named = reviewersOf(row).length
  return named === 3 ? 'three' : named === 0 ? 'none' : 'some'
}

/** No two reviews may be one person's: 三审三校 keeps the duties apart. */
function sameReviewer(row: Row): Cell {
  const names = reviewersOf(row)
  return new Set(names).size < names.length ? 'yes' : null
}

function signing({ publishedAt, signedAt }: Row): Cell {
  if (typeof publishedAt !== 'string' || typeof signedAt !== 'string') return null
  return publishedAt < signedAt ? 'before' : 'after'
}

/** From 送审 to 签发; nothing where a time is missing or the two are the wrong way round. */
function reviewSeconds({ submittedAt, signedAt }: Row): Cell {
  if (typeof submittedAt !== 'string' || typeof signedAt !== 'string') return null
  const seconds = secondsBetween(submittedAt, signedAt)
  return seconds < 0 ? null : seconds
}

function spanOf(row: Row): Cell {
  const seconds = reviewSeconds(row)
  return typeof seconds === 'number' ? reviewSpan(seconds) : null
}
