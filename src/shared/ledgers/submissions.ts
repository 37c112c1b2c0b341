import { defineLedger } from './define.ts'
import { LEVELS, SUBMISSION_RESULTS } from './dictionaries.ts'
import { LEVEL_SOURCES } from './outlet-levels.ts'

/** 报送台账: one row a work sent to one outlet, whatever came of it. */
export const submissions = defineLedger({
  label: '报送台账',
  unit: '条',
  names: ['报送台账', '报送记录', '投稿台账', '外宣报送', '报送统计'],
  fields: {
    code: { label: '报送编号', kind: 'text' },
    day: {
      label: '报送日期',
      kind: 'day',
      required: true,
      headings: ['报送时间', '投稿日期', '投稿时间'],
    },
    work: {
      label: '报送稿件',
      kind: 'text',
      required: true,
      headings: ['报送标题', '投稿标题', '原稿标题', '稿件标题'],
    },
    outlet: {
      label: '报送媒体',
      kind: 'text',
      required: true,
      list: 'outlets',
      headings: ['投稿媒体', '拟报媒体'],
    },
    level: { label: '媒体级别', kind: 'choice', options: LEVELS, headings: ['级别', '层级'] },
    author: {
      label: '作者',
      kind: 'text',
      list: 'people',
      headings: ['报送人', '投稿人', '记者', '通讯员'],
    },
    department: {
      label: '报送单位',
      kind: 'text',
      list: 'departments',
      headings: ['报送部门', '单位', '部门'],
    },
    result: {
      label: '报送结果',
      kind: 'choice',
      options: SUBMISSION_RESULTS,
      headings: ['是否采用', '采用情况', '结果'],
    },
    remark: { label: '备注', kind: 'longText' },
    levelBy: { label: '级别依据', kind: 'choice', options: LEVEL_SOURCES, byDesk: true },
  },
  key: ['code', 'day', 'outlet', 'work'],
  measures: { records: { label: '报送', on: 'day' } },
  cuts: [['level'], ['outlet'], ['author']],
  columns: ['day', 'work', 'outlet', 'level', 'result', 'author', 'department'],
  alike: { text: 'work', on: 'day', days: 7, place: 'outlet' },
})
