import type { Evaluation, IndicatorLine, Sheet } from '../contract/evaluation.ts'
import { INDICATOR_LEVELS, INDICATOR_SIGNS } from '../ledgers/budget-words.ts'
import type { Option } from '../ledgers/define.ts'
import type { Unscored } from '../metrics/budget/indicator-score.ts'
import { pointsText } from '../metrics/budget/score-points.ts'
import { gradeOf } from '../metrics/budget/self-evaluation.ts'

const LEVELS: Readonly<Record<string, Option>> = INDICATOR_LEVELS

/** The first level as it is printed. */
export const levelWord = (level: string): string => LEVELS[level]?.label ?? level

const SIGNS: Readonly<Record<string, Option>> = INDICATOR_SIGNS

/** 指标性质 as forms print it; ≥ where nobody said. */
export const signWord = (sign: string | null): string => SIGNS[sign ?? 'atLeast']?.label ?? ''

/** `≥ 8000 条`, 定性, or `missing` where there is no target. */
export function targetWords(
  { sign, target, measureUnit, id }: IndicatorLine,
  missing = '未填',
): string {
  if (id === null) return `${target ?? missing} ${measureUnit}`
  if (sign === 'qualitative') return '定性'
  return target === null ? missing : `${signWord(sign)} ${target} ${measureUnit}`.trim()
}

/** `8785 条`, with its sample where it has one; `missing` where there is no value. */
export function actualWords(
  { sign, actual, measureUnit, sample }: IndicatorLine,
  missing = '未填',
): string {
  if (sign === 'qualitative') return '—'
  const value = actual === null ? missing : `${actual} ${measureUnit}`.trim()
  return sample === null ? value : `${value}（${sample} 份）`
}

/** `98 分（优）`, or how much of the sheet is scored so far. */
export function sheetWords({ total, points, scoredWeight, weight }: Sheet): string {
  if (total !== null) return `${pointsText(total)} 分（${gradeOf(total)}）`
  return `已评 ${pointsText(points)} 分，满分 ${pointsText(scoredWeight)}；还有 ${pointsText(weight - scoredWeight)} 分未评`
}

/** The department and the projects side by side; nothing is averaged. */
export function evaluationTitle({ year, sheets }: Evaluation): string {
  if (sheets.length === 0) return `${year}年没有登记绩效指标`
  const department = sheets.find(({ subject }) => subject === 'department')
  const projects = sheets.filter(({ subject }) => subject === 'project')
  const missing = sheets.reduce((count, sheet) => count + reasonsMissing(sheet), 0)
  return [
    department ? `部门整体 ${sheetWords(department)}` : '部门整体没有登记指标',
    projects.length > 0 ? projectWords(projects) : '没有登记项目指标',
    missing > 0 ? `${missing} 项缺原因说明` : '',
  ]
    .filter((part) => part !== '')
    .join('；')
}

function projectWords(projects: readonly Sheet[]): string {
  const known = projects.flatMap(({ total }) => total ?? [])
  const count = `${projects.length} 个项目`
  if (known.length < projects.length)
    return `${count}中 ${projects.length - known.length} 个没有评完`
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (low === high) return `${count}${projects.length > 1 ? '都是' : ''} ${pointsText(low)} 分`
  return `${count} ${pointsText(low)}—${pointsText(high)} 分`
}

/** Whether an indicator lacks the reason that is demanded of it. */
export const lacksReason = ({ demand, reason }: IndicatorLine): boolean =>
  demand !== 'none' && reason === ''

const reasonsMissing = ({ rows }: Sheet): number => rows.filter(lacksReason).length

const WHY: Readonly<Record<Unscored, string>> = {
  badWeight: '权重不是数',
  noTarget: '没有指标值',
  noActual: '没有完成值',
  negative: '数值为负，不能按比例计',
  badSteps: '分档标准读不出来，或高于权重',
  noDeduction: '没有每单位扣分',
  noTier: '没有达成情况',
  noAward: '没有评定得分',
  outsideTier: '评定得分不在这一档之内',
}

/** Why an indicator has no score. */
export const unscoredWords = (why: Unscored): string => WHY[why]

/** `权重合计 105，应为 100`. */
export const weightFaultWords = ({ level, is, should }: Sheet['weightFaults'][number]): string =>
  `${level === null ? '权重合计' : `“${levelWord(level)}”权重`} ${pointsText(is)}，应为 ${pointsText(should)}`
