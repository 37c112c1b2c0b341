import type { Option } from './define.ts'

type Dictionary = Readonly<Record<string, Option>>

/** Most characters a text of Sichuan's 部门预算项目支出绩效自评表 (510000_0013zp) may have. */
export const FORM_LIMITS = {
  reason: 100,
  goalDone: 100,
  conclusion: 200,
  problems: 200,
  improvements: 200,
} as const

/** Which money a payment is made of: this year's budget, or what the year before left. */
export const POTS = {
  thisYear: { label: '本年预算', words: ['本年', '当年', '当年预算', '否'] },
  carriedOver: { label: '上年结转', words: ['结转', '结转资金', '上年结转资金', '是'] },
} as const satisfies Dictionary

/** What an indicator speaks of. Scores of the two are shown side by side, never averaged. */
export const INDICATOR_SUBJECTS = {
  department: { label: '部门整体', words: ['部门', '整体', '部门整体支出'] },
  project: { label: '项目', words: ['项目支出', '部门预算项目'] },
} as const satisfies Dictionary

/** First level of an indicator. Source: 财预〔2020〕10号. */
export const INDICATOR_LEVELS = {
  execution: { label: '预算执行', words: ['预算执行率', '预算执行情况', '执行率'] },
  cost: { label: '成本', words: ['成本指标'] },
  output: { label: '产出', words: ['产出指标', '项目产出', '履职产出'] },
  benefit: { label: '效益', words: ['效益指标', '项目效益', '履职效益', '履职效果'] },
  satisfaction: { label: '满意度', words: ['满意度指标'] },
  management: { label: '管理', words: ['综合管理', '部门决策', '过程', '投入', '决策'] },
} as const satisfies Dictionary

/** 指标性质: how the actual value is held against the target. */
export const INDICATOR_SIGNS = {
  atLeast: { label: '≥', words: ['>=', '不低于', '大于等于', '正向'] },
  atMost: { label: '≤', words: ['<=', '不超过', '小于等于', '反向'] },
  equal: { label: '＝', words: ['=', '等于'] },
  qualitative: { label: '定性' },
} as const satisfies Dictionary

/** The four kinds of scoring rule that the forms of the provinces come down to. */
export const SCORING_RULES = {
  ratio: { label: '按比例', words: ['比例', '比率'] },
  steps: { label: '分档', words: ['分段', '阶梯'] },
  deduction: { label: '扣分', words: ['每单位扣分', '递减'] },
  tier: { label: '定性分档', words: ['定性', '人工评定'] },
} as const satisfies Dictionary

/** Outcome of a qualitative indicator; the points each allows: `metrics/budget/indicator-score.ts`. */
export const INDICATOR_TIERS = {
  reached: { label: '达成', words: ['达成年度指标', '完成', '已完成'] },
  partly: { label: '部分达成', words: ['部分达成并具有一定效果', '部分完成'] },
  missed: { label: '未达成', words: ['未达成且效果较差', '未完成'] },
} as const satisfies Dictionary
