import { defineLedger } from './define.ts'
import { TARGET_KINDS, TARGET_STEPS } from './dictionaries.ts'
import { inOrder, notMore } from './rules.ts'

const remark = { label: '备注', kind: 'longText' } as const

/** 目标: what a contract or a plan asks of a metric, in its own words. */
export const targets = defineLedger({
  label: '目标',
  kind: 'list',
  unit: '项',
  names: ['目标', '目标任务', '指标任务'],
  fields: {
    label: { label: '名称', kind: 'text', required: true, headings: ['目标名称', '任务'] },
    metric: { label: '指标', kind: 'text', required: true, isMetric: true, headings: ['对应指标'] },
    partField: { label: '分项字段', kind: 'text', isField: true },
    partValue: { label: '分项', kind: 'text', headings: ['平台', '账号', '项目'] },
    kind: { label: '类型', kind: 'choice', options: TARGET_KINDS, required: true },
    step: { label: '按', kind: 'choice', options: TARGET_STEPS, headings: ['周期'] },
    low: {
      label: '下限/目标值',
      kind: 'decimal',
      unitIn: 'unit',
      headings: ['目标值', '指标值', '下限'],
    },
    high: { label: '上限', kind: 'decimal', unitIn: 'unit' },
    unit: { label: '单位', kind: 'text', headings: ['计量单位', '度量单位'] },
    from: { label: '起', kind: 'day', required: true, headings: ['开始日期'] },
    to: { label: '止', kind: 'day', required: true, headings: ['结束日期'] },
    wording: { label: '原文', kind: 'longText', headings: ['合同原文', '约定'] },
    source: { label: '出处', kind: 'text', headings: ['来源', '合同'] },
    remark,
  },
  key: ['label', 'metric', 'from'],
  measures: {},
  cuts: [],
  rules: [inOrder(['from', 'to'], '止早于起'), notMore(['high', 'low'], '下限高于上限', 'refuse')],
  columns: ['label', 'metric', 'partValue', 'kind', 'step', 'low', 'high', 'from', 'to'],
})

/** 注记: what happened on a day or over some, drawn on every time axis. */
export const notes = defineLedger({
  label: '时间注记',
  kind: 'list',
  unit: '条',
  names: ['时间注记', '注记', '大事记'],
  fields: {
    from: { label: '日期', kind: 'day', required: true, headings: ['开始日期', '起'] },
    to: { label: '到', kind: 'day', headings: ['结束日期', '止'] },
    title: {
      label: '注记',
      kind: 'text',
      required: true,
      citizen: 'mentioned',
      headings: ['事项', '标题', '内容'],
    },
    detail: { label: '说明', kind: 'longText' },
  },
  key: ['from', 'title'],
  measures: {},
  cuts: [],
  rules: [inOrder(['from', 'to'], '结束早于开始')],
  columns: ['from', 'to', 'title', 'detail'],
})

/** 重保期: a key protection period, a band across content, sentiment and safety. */
export const protections = defineLedger({
  label: '重保期',
  kind: 'list',
  unit: '个',
  names: ['重保期', '重要保障期', '安全播出重要保障期'],
  fields: {
    name: { label: '名称', kind: 'text', required: true, headings: ['重保期名称', '保障期'] },
    from: {
      label: '开始',
      kind: 'day',
      required: true,
      headings: ['开始日期', '起', '开始时间', '起始日期', '起始时间'],
    },
    to: {
      label: '结束',
      kind: 'day',
      required: true,
      headings: ['结束日期', '止', '结束时间', '终止日期', '截止日期'],
    },
    duty: { label: '带班领导', kind: 'text', headings: ['领导带班', '带班'] },
    source: { label: '依据', kind: 'text', headings: ['文件', '来源'] },
    remark,
  },
  key: ['name', 'from'],
  measures: {},
  cuts: [],
  rules: [inOrder(['from', 'to'], '结束早于开始')],
  columns: ['name', 'from', 'to', 'duty', 'source'],
})
