import { auditWords } from '../headlines/audit.ts'
import type { LedgerId } from '../ledgers/index.ts'
import type { AuditId } from '../metrics/budget/audit.ts'
import { LEAP_METRICS } from '../metrics/leaps.ts'

/** How much a finding matters. `hint` asks; `error` is certainly wrong somewhere. */
export const SEVERITIES = {
  error: { label: '错误' },
  warning: { label: '警告' },
  hint: { label: '提示' },
} as const

export type Severity = keyof typeof SEVERITIES

/** An automatic check. Its function stands under the same id in src/server/checks. */
export interface Check {
  /** Shown with it; never given to another. */
  readonly number: number
  readonly label: string
  /** What is compared with what, so that a finding can be checked by hand. */
  readonly how: string
  /** All it reads: it is made again once one of them is written. */
  readonly ledgers: readonly LedgerId[]
  /** Until the centre sets another. */
  readonly severity: Severity
}

/** 审计会问 is asked as a whole, and of these. */
const AUDITED = ['budgetLines', 'payments', 'indicators', 'statedFigures'] as const

/** A check of 审计会问 is called the same here. */
function audited(id: AuditId): Pick<Check, 'label' | 'how' | 'ledgers'> {
  const { label, how } = auditWords(id)
  return { label, how, ledgers: AUDITED }
}

/** Every check, by number. */
export const CHECKS = {
  statedSums: {
    number: 1,
    label: '填报的合计与分项不符',
    how: '同一份报告里，合计与它的分项之和、全年与各段之和比较',
    ledgers: ['statedFigures'],
    severity: 'error',
  },
  budgetSums: {
    number: 2,
    label: '预算合计对不上',
    how: '填报的基本支出、项目支出与合计比较，填报的预算、支付与台账合计比较',
    ledgers: AUDITED,
    severity: 'error',
  },
  fundRows: {
    number: 3,
    ...audited('fundRows'),
    severity: 'error',
  },
  weights: {
    number: 4,
    ...audited('weights'),
    severity: 'error',
  },
  scores: {
    number: 5,
    ...audited('statedScore'),
    severity: 'error',
  },
  lowExecution: {
    number: 6,
    ...audited('lowExecution'),
    severity: 'warning',
  },
  farAbove: {
    number: 7,
    ...audited('farAbove'),
    severity: 'warning',
  },
  noSample: {
    number: 8,
    ...audited('noSample'),
    severity: 'warning',
  },
  sameReviewer: {
    number: 9,
    label: '同一人审了两道',
    how: '一审、二审、三审的人互相比较',
    ledgers: ['pieces'],
    severity: 'warning',
  },
  publishedEarly: {
    number: 10,
    label: '签发前就已发布',
    how: '发布时刻与签发时间比较',
    ledgers: ['pieces'],
    severity: 'error',
  },
  dormant: {
    number: 11,
    label: '账号停更',
    how: '期末距最后一条发稿的天数超过“设置”里的停更天数',
    ledgers: ['pieces', 'platforms'],
    severity: 'warning',
  },
  overdue: {
    number: 12,
    label: '预警、信访超时未办结，或办了没有时间',
    how: '期内发现、至今没有办结时间的预警和信访与时限比较；写了处置结果却没有时间的也列出',
    ledgers: ['alerts', 'petitions'],
    severity: 'error',
  },
  stoppages: {
    number: 13,
    label: '停播时间有矛盾',
    how: '结束与开始、同频道的重叠、排期外的停播、秒数与起止、垫播与停播比较',
    ledgers: ['faults', 'maintenance'],
    severity: 'error',
  },
  protection: {
    number: 14,
    label: '重保期内检修，或停播检修没有事先报备',
    how: '检修起止与重保期比较，报备日期与检修开始比较',
    ledgers: ['maintenance', 'protections'],
    severity: 'warning',
  },
  scoredTwice: {
    number: 15,
    label: '同一采用可能登记、计分两次',
    how: '同一媒体几天内的同题采用，或链接相同的记录',
    ledgers: ['adoptions'],
    severity: 'warning',
  },
  outletLevels: {
    number: 16,
    label: '媒体不在级别名录里，或级别与名录不同',
    how: '采用台账的媒体和级别与媒体名录（含又名）逐家对照',
    ledgers: ['adoptions', 'outlets'],
    severity: 'warning',
  },
  unitJump: {
    number: 17,
    ...audited('unitJump'),
    severity: 'error',
  },
  leaps: {
    number: 18,
    label: '某月比前十二个月高出或低下许多',
    how: '对数的中位数加减 3.5 倍中位绝对偏差；只请核实，不说有错',
    ledgers: [...new Set(LEAP_METRICS.map(({ ledger }) => ledger))],
    severity: 'hint',
  },
  sameText: {
    number: 19,
    label: '报告文字逐字相同',
    how: '不同指标、不同项目的原因、结论、问题、措施，同一年各份报告里填写的段落，是否用了同一段话',
    ledgers: [...AUDITED, 'reportTexts'],
    severity: 'hint',
  },
  textLimits: {
    number: 20,
    label: '自评表文字超过字数',
    how: '四川自评表：原因、目标完成情况 100 字，结论、问题、措施 200 字',
    ledgers: AUDITED,
    severity: 'hint',
  },
} as const satisfies Readonly<Record<string, Check>>

export type CheckId = keyof typeof CHECKS

export const CHECK_IDS = Object.keys(CHECKS).filter(isCheckId)

export function isCheckId(text: string): text is CheckId {
  return Object.hasOwn(CHECKS, text)
}

export function checkOf(id: CheckId): Check {
  return CHECKS[id]
}
