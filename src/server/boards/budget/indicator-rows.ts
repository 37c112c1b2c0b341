import {
  INDICATOR_SIGNS,
  INDICATOR_SUBJECTS,
  INDICATOR_TIERS,
  SCORING_RULES,
} from '#shared/ledgers/budget-words.ts'
import type { Cell, Row } from '#shared/ledgers/define.ts'
import { indicators } from '#shared/ledgers/indicators.ts'
import type { Indicator } from '#shared/metrics/budget/indicator-score.ts'
import type { BoardScope } from '../scope.ts'
import { amountOf, textOf } from './line-rows.ts'

/** A record of 绩效指标, as sections of the page read it. */
export interface IndicatorRow {
  readonly id: string
  readonly subject: keyof typeof INDICATOR_SUBJECTS
  /** '' for the department. */
  readonly project: string
  readonly level: string
  readonly second: string
  readonly name: string
  readonly measureUnit: string
  readonly reason: string
  readonly evidence: string
  readonly sample: number | null
  readonly isDropped: boolean
  readonly indicator: Indicator
}

/** The indicators of a year, in the order they were entered. */
export async function indicatorRows(
  { store }: Pick<BoardScope, 'store'>,
  year: number,
): Promise<IndicatorRow[]> {
  const rows = await store.cells({
    ledger: 'indicators',
    fields: ['id', ...Object.keys(indicators.fields)],
    filters: [{ field: 'year', in: [String(year)] }],
  })
  return rows.map(rowOf)
}

function rowOf(row: Row): IndicatorRow {
  const subject = codeOf(INDICATOR_SUBJECTS, row.subject) ?? 'project'
  return {
    id: textOf(row.id),
    subject,
    project: subject === 'department' ? '' : textOf(row.project),
    level: textOf(row.level),
    second: textOf(row.second),
    name: textOf(row.name),
    measureUnit: textOf(row.measureUnit),
    reason: textOf(row.reason),
    evidence: textOf(row.evidence),
    sample: amountOf(row.sample),
    isDropped: row.isDropped === 'yes',
    indicator: {
      rule: codeOf(SCORING_RULES, row.rule),
      sign: codeOf(INDICATOR_SIGNS, row.sign),
      target: wordOrNull(row.target),
      actual: wordOrNull(row.actual),
      weight: textOf(row.weight),
      steps: wordOrNull(row.steps),
      deduction: wordOrNull(row.deduction),
      deductionStep: wordOrNull(row.deductionStep),
      lowest: wordOrNull(row.lowest),
      tier: codeOf(INDICATOR_TIERS, row.tier),
      statedScore: wordOrNull(row.statedScore),
    },
  }
}

const wordOrNull = (cell: Cell | undefined): string | null =>
  cell === null || cell === undefined ? null : String(cell)

function codeOf<D extends object>(
  dictionary: D,
  cell: Cell | undefined,
): (keyof D & string) | null {
  const isCode = (text: string): text is keyof D & string => Object.hasOwn(dictionary, text)
  const text = textOf(cell)
  return isCode(text) ? text : null
}
