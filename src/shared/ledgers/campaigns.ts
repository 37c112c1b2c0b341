import { defineLedger } from './define.ts'
import { inOrder } from './rules.ts'

/** 专栏: what a column is for, how long it runs and what it is to reach; pieces name it by its name. */
export const campaigns = defineLedger({
  label: '专栏',
  kind: 'list',
  unit: '个',
  names: ['专栏台账', '专栏名录', '专栏专题', '专栏'],
  fields: {
    name: {
      label: '专栏名称',
      kind: 'text',
      required: true,
      headings: ['专栏', '栏目名称', '专题名称', '名称'],
    },
    from: {
      label: '开设日期',
      kind: 'day',
      required: true,
      headings: [
        '开始日期',
        '开栏日期',
        '上线日期',
        '起',
        '开设时间',
        '开栏时间',
        '开始时间',
        '推出时间',
        '上线时间',
      ],
    },
    to: {
      label: '结束日期',
      kind: 'day',
      headings: ['截止日期', '收官日期', '止', '结束时间', '收官时间', '截止时间'],
    },
    target: {
      label: '目标条数',
      kind: 'count',
      unit: '条',
      headings: ['目标', '计划条数', '任务数', '计划发稿'],
    },
    leader: { label: '负责人', kind: 'text', list: 'people', headings: ['责任编辑', '牵头人'] },
    purpose: { label: '主题', kind: 'longText', headings: ['宣传主题', '内容', '主要内容'] },
    remark: { label: '备注', kind: 'longText' },
  },
  key: ['name', 'from'],
  measures: {
    records: { label: '开设专栏', on: 'from' },
    ended: { label: '结束专栏', on: 'to' },
  },
  cuts: [],
  columns: ['name', 'from', 'to', 'target', 'leader', 'purpose'],
  rules: [inOrder(['from', 'to'], '结束日期早于开设日期')],
})
