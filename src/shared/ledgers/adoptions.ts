import { defineLedger } from './define.ts'
import { FORMS, LEVELS } from './dictionaries.ts'

/** 上级采用台账: one row a work carried by one outlet (an adoption instance). */
export const adoptions = defineLedger({
  label: '上级采用台账',
  unit: '条',
  names: ['上级采用', '上级媒体采用', '采用台账', '采用统计', '上稿', '外宣'],
  fields: {
    code: { label: '编号', kind: 'text' },
    day: {
      label: '采用日期',
      kind: 'day',
      required: true,
      headings: ['采用时间', '刊播日期', '刊播时间', '刊发日期', '发布时间', '日期', '时间'],
    },
    work: {
      label: '原稿标题',
      kind: 'text',
      required: true,
      headings: ['作品', '标题', '稿件标题', '作品标题', '作品名称', '稿件', '题目'],
    },
    title: { label: '采用标题', kind: 'text', headings: ['刊播标题'] },
    outlet: {
      label: '媒体名称',
      kind: 'text',
      required: true,
      list: 'outlets',
      headings: ['媒体', '采用媒体', '刊播媒体', '采用媒体名称', '名称'],
    },
    level: {
      label: '媒体级别',
      kind: 'choice',
      options: LEVELS,
      required: true,
      headings: ['级别', '层级', '采用媒体级别', '采用级别'],
    },
    levelWord: { label: '级别原文', kind: 'text' },
    medium: { label: '媒体形态', kind: 'text', headings: ['媒体类型'] },
    position: {
      label: '版面/位置',
      kind: 'text',
      headings: ['版面', '位置', '栏目', '版面/栏目/位置'],
    },
    form: { label: '体裁', kind: 'choice', options: FORMS, headings: ['形式', '类型', '稿件类型'] },
    author: { label: '作者', kind: 'text', list: 'people', headings: ['记者', '通讯员', '供稿人'] },
    department: {
      label: '报送单位',
      kind: 'text',
      list: 'departments',
      headings: ['供稿单位', '单位', '部门'],
    },
    link: { label: '链接', kind: 'link', headings: ['链接/截图', '网址', 'URL'] },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['code', 'day', 'outlet', 'work'],
  measures: { records: { label: '采用', on: 'day' } },
  cuts: [['level'], ['outlet'], ['work'], ['author'], ['level', 'outlet']],
  columns: ['day', 'work', 'outlet', 'level', 'form', 'position', 'author'],
})
