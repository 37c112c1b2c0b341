import { FORM_LIMITS } from './budget-words.ts'
import { defineLedger, type Cell, type Row } from './define.ts'
import { SPENDING_KINDS } from './dictionaries.ts'
import { needs, noLonger, notMore } from './rules.ts'

/** Texts of the project's self-evaluation form and what they are called. */
export const FORM_TEXTS = [
  ['goalDone', '目标完成情况'],
  ['conclusion', '评价结论'],
  ['problems', '存在问题'],
  ['improvements', '改进措施'],
] as const

/** 预算项目: one row a budget line of a year, amounts in 分. */
export const budgetLines = defineLedger({
  label: '预算项目',
  unit: '项',
  wall: 'figures',
  names: ['预算', '预算项目', '预算指标'],
  fields: {
    year: { label: '年度', kind: 'year', required: true, headings: ['预算年度', '年份'] },
    code: { label: '项目编码', kind: 'text', headings: ['指标文号'] },
    category: {
      label: '支出类别',
      kind: 'choice',
      saidBy: 'project',
      options: SPENDING_KINDS,
      required: true,
      headings: ['类别', '支出类型', '项目类别', '资金类别', '经费类型', '支出性质'],
    },
    project: {
      label: '项目名称',
      kind: 'text',
      wall: 'words',
      list: 'projects',
      required: true,
      headings: ['预算项目', '项目', '指标名称', '项目内容', '经费项目'],
    },
    initial: {
      label: '年初预算',
      kind: 'money',
      unit: '元',
      required: true,
      headings: [
        '年初预算数',
        '预算数',
        '预算金额',
        '指标金额',
        '项目预算数',
        '年初预算金额',
        '年初批复数',
        '预算批复数',
        '批复金额',
        '年度预算',
        '年初预算安排',
      ],
    },
    adjusted: {
      label: '调整后预算',
      kind: 'money',
      unit: '元',
      headings: [
        '调整后预算数',
        '全年预算数',
        '调整预算数',
        '调整后预算金额',
        '调整后金额',
        '年度调整预算',
      ],
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
    goal: { label: '年度目标', kind: 'longText', headings: ['项目年度目标', '预期目标'] },
    goalDone: {
      label: '目标完成情况',
      kind: 'longText',
      headings: ['年度目标完成情况', '实际完成情况'],
    },
    conclusion: { label: '评价结论', kind: 'longText', headings: ['自评结论'] },
    problems: { label: '存在问题', kind: 'longText' },
    improvements: { label: '改进措施', kind: 'longText', headings: ['改进建议'] },
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
  rules: [
    {
      id: 'funds-add-up',
      words: '财政拨款加其他资金不等于预算数',
      fields: ['initial', 'adjusted', 'fiscal', 'otherFunds'],
      severity: 'warn',
      holds: (row) => !fundGap(row),
    },
    notMore(['available', 'inPlace'], '到位资金多于可用资金'),
    needs(
      'adjustReason',
      'adjusted',
      ({ initial, adjusted }) => (adjusted ?? null) !== null && adjusted !== initial,
      '预算有调整，没有写原因',
    ),
    ...FORM_TEXTS.map(([field, label]) =>
      noLonger(field, FORM_LIMITS[field], `${label}超过 ${FORM_LIMITS[field]} 字`),
    ),
  ],
})

/** What 财政拨款 and 其他资金 make more than the budget, whole 分; null where neither is entered. */
export function fundGap({ fiscal = null, otherFunds = null, budget = null }: Row): number | null {
  if (fiscal === null && otherFunds === null) return null
  return Number(fiscal ?? 0) + Number(otherFunds ?? 0) - Number(budget ?? 0)
}

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
