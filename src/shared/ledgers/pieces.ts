import { defineLedger } from './define.ts'
import { FORMS, ORIGINS } from './dictionaries.ts'

/** 发稿台账: one row an item on one of the centre's own platforms (domain: platform-post). */
export const pieces = defineLedger({
  label: '发稿台账',
  unit: '条',
  names: ['发稿', '发布台账', '稿件', '内容发布', '内宣发布'],
  fields: {
    code: { label: '编号', kind: 'text', headings: ['稿件编号', '作品ID', 'ID', '视频ID'] },
    day: {
      label: '发布日期',
      kind: 'day',
      required: true,
      headings: ['发布时间', '发表时间', '刊发时间', '刊播时间', '首次发布时间', '日期', '时间'],
    },
    title: {
      label: '标题',
      kind: 'text',
      required: true,
      headings: ['稿件标题', '内容标题', '作品名称', '视频名称', '视频描述', '笔记标题', '微博内容', '题目'],
    },
    platform: {
      label: '平台',
      kind: 'text',
      required: true,
      list: 'platforms',
      headings: ['发布平台', '平台/账号', '账号', '平台账号', '刊播平台'],
    },
    form: {
      label: '体裁',
      kind: 'choice',
      options: FORMS,
      required: true,
      headings: ['类型', '形式', '稿件类型', '作品类型'],
    },
    origin: { label: '原创/转载', kind: 'choice', options: ORIGINS, headings: ['来源类型', '是否原创', '原创'] },
    column: { label: '栏目', kind: 'text', headings: ['栏目/专题', '专栏', '专题'] },
    author: { label: '作者', kind: 'text', list: 'people', headings: ['记者', '编辑', '文字', '通讯员', '供稿人'] },
    department: {
      label: '部门',
      kind: 'text',
      list: 'departments',
      headings: ['供稿部门', '所属部门', '科室', '股室'],
    },
    firstReviewer: { label: '一审', kind: 'text', headings: ['初审', '一审人', '初审人', '责任编辑'] },
    secondReviewer: { label: '二审', kind: 'text', headings: ['复审', '二审人', '复审人'] },
    finalReviewer: { label: '三审', kind: 'text', headings: ['终审', '三审人', '终审人', '签发', '签发人'] },
    reads: {
      label: '阅读量',
      kind: 'count',
      unit: '次',
      headings: ['阅读数', '总阅读次数', '阅读(次)', '播放量', '播放数', '播放次数', '观看量', '浏览量', '阅读/播放'],
    },
    likes: { label: '点赞', kind: 'count', unit: '次', headings: ['点赞量', '点赞数', '赞'] },
    comments: { label: '评论', kind: 'count', unit: '次', headings: ['评论量', '评论数'] },
    shares: { label: '转发', kind: 'count', unit: '次', headings: ['转发量', '转发数', '分享', '分享量', '分享次数', '总分享次数'] },
    link: { label: '链接', kind: 'link', headings: ['原文链接', '内容url', 'URL', '网址'] },
    remark: { label: '备注', kind: 'longText', headings: ['说明'] },
  },
  key: ['code', 'day', 'platform', 'title'],
  measures: {
    records: { label: '发稿', on: 'day' },
    reads: { label: '阅读', on: 'day', sum: 'reads' },
  },
  cuts: [['platform'], ['form'], ['origin'], ['department'], ['author'], ['platform', 'form']],
  columns: ['day', 'title', 'platform', 'form', 'origin', 'author', 'department', 'reads'],
})
