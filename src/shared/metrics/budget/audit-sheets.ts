import type { Evaluation, IndicatorLine, Sheet } from '../../contract/evaluation.ts'
import { FORM_LIMITS } from '../../ledgers/budget-words.ts'
import { charactersOf } from '../../ledgers/rules.ts'
import { checked, unable, type AuditFinding, type AuditRecord } from './audit.ts'
import { pointsText } from './score-points.ts'

const NONE = '本年没有登记绩效指标'

/** Sheets whose weights are not what their preset says. */
export function weights({ sheets }: Evaluation): AuditFinding {
  if (sheets.length === 0) return unable(NONE)
  const records = sheets
    .filter(({ weightFaults }) => weightFaults.length > 0)
    .flatMap((sheet) => {
      const first = sheet.rows.find(({ id }) => id !== null)
      return first ? [recordOf(first, `${nameOf(sheet)}的权重`)] : []
    })
  return checked(records, sheets.length)
}

/** Points the sheet states that the rule does not give, or that exceed the weight. */
export const statedScore = (evaluation: Evaluation): AuditFinding =>
  found(
    evaluation,
    ({ statedPoints }) => statedPoints !== null,
    ({ statedPoints, points, weight, why }) =>
      (points !== null && statedPoints !== points) ||
      (statedPoints ?? 0) > (weight ?? 0) ||
      why === 'outsideTier',
  )

/** Less than the set share of its points, and no reason. */
export const missingReason = (evaluation: Evaluation): AuditFinding =>
  found(
    evaluation,
    ({ points }) => points !== null,
    ({ demand, reason }) => demand === 'below' && reason === '',
  )

/** Far above its target, and no reason. */
export const farAbove = (evaluation: Evaluation): AuditFinding =>
  found(
    evaluation,
    ({ target, actual }) => target !== null && actual !== null,
    ({ demand, reason }) => demand === 'above' && reason === '',
  )

/** Satisfaction without the size of its sample. */
export const noSample = (evaluation: Evaluation): AuditFinding =>
  found(
    evaluation,
    ({ level, isDropped }) => level === 'satisfaction' && !isDropped,
    ({ sample }) => sample === null || sample === 0,
  )

/** Reasons longer than the Sichuan form takes. */
export const longReason = (evaluation: Evaluation): AuditFinding =>
  found(
    evaluation,
    ({ reason }) => reason !== '',
    ({ reason }) => charactersOf(reason) > FORM_LIMITS.reason,
  )

/** One reason given for different indicators, word for word. */
export function sameText(evaluation: Evaluation): AuditFinding {
  const given = entered(evaluation).filter(({ reason }) => reason !== '')
  const groups = Map.groupBy(given, ({ reason }) => reason)
  return found(
    evaluation,
    ({ reason }) => reason !== '',
    ({ reason }) => (groups.get(reason) ?? []).length > 1,
  )
}

/** Every line paid in full and every sheet at full marks: 全部 100 分 wants evidence. */
export function allPerfect(
  evaluation: Evaluation,
  execution: { readonly lines: readonly { readonly ofYear: number | null }[] },
): AuditFinding {
  const projects = evaluation.sheets.filter(({ subject }) => subject === 'project')
  if (projects.length === 0) return unable('本年没有登记项目绩效指标')
  if (!evaluation.isYearOver) return unable('本年还没有结束')
  const isPaid = execution.lines.length > 0 && execution.lines.every(({ ofYear }) => ofYear === 1)
  const isFull = projects.every(({ total }) => total === 100_00)
  const bare = projects.flatMap(({ rows }) =>
    rows.filter(({ id, evidence }) => id !== null && evidence === ''),
  )
  return checked(
    isPaid && isFull ? bare.map((row) => recordOf(row, row.name)) : [],
    projects.length,
  )
}

const nameOf = ({ subject, project }: Sheet): string =>
  subject === 'department' ? '部门整体' : project

const entered = ({ sheets }: Evaluation): IndicatorLine[] =>
  sheets.flatMap(({ rows }) => rows.filter(({ id }) => id !== null))

function found(
  evaluation: Evaluation,
  isJudged: (row: IndicatorLine) => boolean,
  isHit: (row: IndicatorLine) => boolean,
): AuditFinding {
  const rows = entered(evaluation)
  if (rows.length === 0) return unable(NONE)
  const judged = rows.filter(isJudged)
  const label = ({ name, points, weight }: IndicatorLine) =>
    points === null || weight === null
      ? name
      : `${name}（${pointsText(points)} / ${pointsText(weight)}）`
  return checked(
    judged.filter(isHit).map((row) => recordOf(row, label(row))),
    judged.length,
  )
}

const recordOf = (row: IndicatorLine, label: string): AuditRecord => ({
  ledger: 'indicators',
  id: row.id ?? '',
  label,
  amount: null,
})
