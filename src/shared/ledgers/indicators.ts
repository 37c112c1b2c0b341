import {
  FORM_LIMITS,
  INDICATOR_LEVELS,
  INDICATOR_SIGNS,
  INDICATOR_SUBJECTS,
  INDICATOR_TIERS,
  SCORING_RULES,
} from './budget-words.ts'
import { defineLedger } from './define.ts'
import { FLAG } from './dictionaries.ts'
import { between, needs, noLonger, notMore } from './rules.ts'

/** 绩效指标: one row an indicator of a year's self-evaluation, of the department or of a project. */
export const indicators = defineLedger({
  label: '绩效指标',
  unit: '项',
  names: ['绩效指标', '绩效自评', '绩效自评表', '指标'],
  fields: {
    year: { label: '年度', kind: 'year', required: true, headings: ['预算年度', '年份'] },
    subject: {
      label: '评价对象',
      kind: 'choice',
      options: INDICATOR_SUBJECTS,
      required: true,
      headings: ['评价类型', '自评类型'],
    },
    project: { label: '项目名称', kind: 'text', list: 'projects', headings: ['预算项目'] },
    level: {
      label: '一级指标',
      kind: 'choice',
      options: INDICATOR_LEVELS,
      required: true,
    },
    second: { label: '二级指标', kind: 'text' },
    name: { label: '三级指标', kind: 'text', required: true, headings: ['绩效指标名称'] },
    sign: {
      label: '指标性质',
      kind: 'choice',
      options: INDICATOR_SIGNS,
      headings: ['指标方向', '性质'],
    },
    target: {
      label: '指标值',
      kind: 'decimal',
      unitIn: 'measureUnit',
      headings: ['年度指标值', '年初指标值', '目标值'],
    },
    measureUnit: { label: '度量单位', kind: 'text', headings: ['计量单位'] },
    actual: {
      label: '完成值',
      kind: 'decimal',
      unitIn: 'measureUnit',
      headings: ['实际完成值', '全年完成值', '完成情况'],
    },
    weight: { label: '权重', kind: 'decimal', required: true, headings: ['分值', '指标权重'] },
    rule: {
      label: '评分方法',
      kind: 'choice',
      options: SCORING_RULES,
      headings: ['评分规则', '计分方法'],
    },
    steps: { label: '分档标准', kind: 'text', headings: ['评分标准', '分档'] },
    deduction: { label: '每单位扣分', kind: 'decimal', headings: ['扣分值'] },
    deductionStep: { label: '扣分单位', kind: 'decimal', headings: ['每超'] },
    lowest: { label: '最低得分', kind: 'decimal' },
    tier: { label: '达成情况', kind: 'choice', options: INDICATOR_TIERS, headings: ['达成档次'] },
    statedScore: {
      label: '自评得分',
      kind: 'decimal',
      headings: ['得分', '指标得分', '评定得分'],
    },
    reason: {
      label: '偏差原因',
      kind: 'longText',
      headings: ['未完成原因分析', '偏差原因分析及改进措施', '扣分原因和其他说明'],
    },
    evidence: { label: '佐证材料', kind: 'text', headings: ['依据', '佐证'] },
    sample: { label: '样本量', kind: 'count', unit: '份', headings: ['调查样本', '有效问卷'] },
    isDropped: { label: '不适用', kind: 'choice', options: FLAG },
  },
  key: ['year', 'subject', 'project', 'level', 'name'],
  measures: { records: { label: '绩效指标', on: 'year' } },
  cuts: [],
  columns: [
    'year',
    'subject',
    'project',
    'level',
    'name',
    'sign',
    'target',
    'actual',
    'weight',
    'reason',
  ],
  rules: [
    between('weight', [0, 100], '权重不在 0 到 100 之间'),
    between('statedScore', [0, 100], '得分不在 0 到 100 之间'),
    notMore(['weight', 'statedScore'], '得分高于权重'),
    needs(
      'sample',
      'level',
      ({ level, actual }) => level === 'satisfaction' && (actual ?? null) !== null,
      '满意度没有样本量',
    ),
    noLonger('reason', FORM_LIMITS.reason, `偏差原因超过 ${FORM_LIMITS.reason} 字`),
  ],
})
