import { defineLedger, type Cell, type Row } from './define.ts'
import { SPENDING_KINDS } from './dictionaries.ts'

/** 预算项目: one row a budget line of a year, amounts in 分. */
export const budgetLines = defineLedger({
  label: '预算项目',
  unit: '项',
  names: ['预算', '预算项目', '预算指标'],
  fields: {
    year: { label: '年度', kind: 'year', required: true, headings: ['预算年度', '年份'] },
    code: { label: '项目编码', kind: 'text', headings: ['指标文号'] },
    category: {
      label: '支出类别',
      kind: 'choice',
      options: SPENDING_KINDS,
      required: true,
      headings: ['类别', '支出类型', '项目类别'],
    },
    project: {
      label: '项目名称',
      kind: 'text',
      required: true,
      headings: ['预算项目', '项目', '指标名称'],
    },
    initial: {
      label: '年初预算',
      kind: 'money',
      unit: '元',
      required: true,
      headings: ['年初预算数', '预算数', '预算金额', '指标金额', '项目预算数'],
    },
    adjusted: {
      label: '调整后预算',
      kind: 'money',
      unit: '元',
      headings: ['调整后预算数', '全年预算数', '调整预算数'],
    },
    inPlace: {
      label: '到位资金',
      kind: 'money',
      unit: '元',
      headings: ['到账', '已到位', '资金到位'],
    },
    carriedOver: {
      label: '上年结转',
      kind: 'money',
      unit: '元',
      headings: ['上年结转资金', '结转'],
    },
    fiscal: {
      label: '财政拨款',
      kind: 'money',
      unit: '元',
      headings: ['本年财政拨款', '其中：本年财政拨款', '其中：财政资金', '财政资金'],
    },
    otherFunds: {
      label: '其他资金',
      kind: 'money',
      unit: '元',
      headings: ['单位资金', '财政专户管理资金'],
    },
    approvedOn: {
      label: '批复日期',
      kind: 'day',
      headings: ['下达日期', '指标下达日期', '预算批复日期'],
    },
    adjustReason: { label: '调整原因', kind: 'longText', headings: ['预算调整原因', '调整说明'] },
    deviationReason: {
      label: '执行偏差原因',
      kind: 'longText',
      headings: ['偏差原因', '未完成原因', '执行率偏低原因'],
    },
    fund: { label: '资金来源', kind: 'text', headings: ['资金性质'] },
    remark: { label: '备注', kind: 'longText' },
    budget: { label: '预算数', kind: 'money', unit: '元', derive: budget },
    available: { label: '可用资金', kind: 'money', unit: '元', derive: available },
  },
  key: ['year', 'code', 'category', 'project'],
  measures: {
    records: { label: '预算项目', on: 'year' },
    budget: { label: '预算', on: 'year', sum: 'budget' },
    initial: { label: '年初预算', on: 'year', sum: 'initial' },
    carriedOver: { label: '上年结转', on: 'year', sum: 'carriedOver' },
    available: { label: '可用资金', on: 'year', sum: 'available' },
  },
  cuts: [['project'], ['category']],
  columns: ['year', 'category', 'project', 'initial', 'adjusted', 'carriedOver', 'fund'],
  derivation: 2,
})

/** 调整后预算 is the denominator of 执行率 (domain §4.1); the initial one stands until adjusted. */
function budget(row: Row): Cell {
  return row.adjusted ?? row.initial ?? null
}

/** This year's budget with what was carried over; a carry-over that is not entered adds nothing. */
function available(row: Row): Cell {
  const own = budget(row)
  const carried = row.carriedOver ?? null
  return typeof own === 'number' ? own + (typeof carried === 'number' ? carried : 0) : null
}
