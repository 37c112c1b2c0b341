import type { BudgetLine, Execution } from '#shared/contract/budget.ts'
import type { Evaluation, IndicatorLine, Sheet } from '#shared/contract/evaluation.ts'
import { percentText } from '#shared/headlines/figure-words.ts'
import { projectKey } from '#shared/metrics/budget/execution.ts'
import { scoreOf, type Score } from '#shared/metrics/budget/indicator-score.ts'
import { hundredths, pointsText, shareOf } from '#shared/metrics/budget/score-points.ts'
import {
  demandOf,
  sheetScore,
  weightFaults,
  type Marked,
} from '#shared/metrics/budget/self-evaluation.ts'
import { fenToYuan } from '#shared/money.ts'
import type { BudgetSettings } from '#shared/settings/budget.ts'
import { WEIGHT_PRESETS } from '#shared/settings/weights.ts'
import { isComplete, yearOf } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import type { IndicatorRow } from './indicator-rows.ts'

/** The year's self-evaluation sheets, the department's first; each stands for itself. */
export function evaluationSection(
  { period, today, settings }: Pick<BoardScope, 'period' | 'today' | 'settings'>,
  rows: readonly IndicatorRow[],
  execution: Execution,
): Evaluation {
  const sheets = new Map<string, IndicatorRow[]>()
  for (const row of rows) {
    const known = sheets.get(row.project)
    if (known) known.push(row)
    else sheets.set(row.project, [row])
  }
  const order = [...sheets.keys()].toSorted((a, b) => Number(a !== '') - Number(b !== ''))
  const isYearOver = period.to.endsWith('-12-31') && isComplete(period, today)
  return {
    year: yearOf(period),
    isYearOver,
    sheets: order.map((project) =>
      sheetOf(project, sheets.get(project) ?? [], {
        line: lineBehind(project, execution),
        settings: settings.budget,
        isYearOver,
      }),
    ),
  }
}

/** The line whose execution a sheet scores: all of them for the department; spellings may differ. */
function lineBehind(project: string, { lines, total }: Execution): BudgetLine | null {
  if (project === '') return lines.length > 0 ? total : null
  const exact = lines.find((line) => line.project === project)
  return exact ?? lines.find((line) => projectKey(line.project) === projectKey(project)) ?? null
}

interface Basis {
  readonly line: BudgetLine | null
  readonly settings: BudgetSettings
  /** Only then is a low execution rate asked about. */
  readonly isYearOver: boolean
}

function sheetOf(project: string, rows: readonly IndicatorRow[], basis: Basis): Sheet {
  const { settings } = basis
  const subject = project === '' ? 'department' : 'project'
  const preset = subject === 'department' ? settings.departmentWeights : settings.projectWeights
  const marked = rows.map((row) => markedOf(row))
  const lines = rows.map((row, n) => lineOf(row, marked[n] ?? markedOf(row), settings))
  const hasOwn = rows.some(({ level }) => level === 'execution')
  const counted = executionMark(WEIGHT_PRESETS[preset].execution, basis.line)
  const all = hasOwn ? marked : [counted, ...marked]
  return {
    subject,
    project,
    preset,
    rows: hasOwn ? lines : [executionLine(counted, basis), ...lines],
    ...sheetScore(all),
    weightFaults: weightFaults(all, WEIGHT_PRESETS[preset]),
  }
}

function markedOf({ level, isDropped, indicator }: IndicatorRow): Marked {
  return {
    level,
    isDropped,
    weight: hundredths(indicator.weight) ?? 0,
    score: scoreOf(indicator),
  }
}

function lineOf(row: IndicatorRow, mark: Marked, settings: BudgetSettings): IndicatorLine {
  const { indicator } = row
  return {
    id: row.id,
    level: row.level,
    second: row.second,
    name: row.name,
    sign: indicator.sign,
    target: indicator.target,
    actual: indicator.actual,
    measureUnit: row.measureUnit,
    weight: hundredths(indicator.weight),
    ...scored(mark.score),
    statedPoints: hundredths(indicator.statedScore),
    demand: row.isDropped ? 'none' : demandOf(indicator, mark, settings),
    reason: row.reason,
    evidence: row.evidence,
    sample: row.sample,
    isDropped: row.isDropped,
  }
}

const scored = (score: Score): Pick<IndicatorLine, 'points' | 'why' | 'working'> =>
  score.state === 'scored'
    ? { points: score.points, why: null, working: score.working }
    : { points: null, why: score.why, working: '' }

/** min(1, 执行数 ÷ 全年预算数) × weight, carried over money on both sides. Source: 财预〔2020〕10号. */
function executionMark(weight: number, line: BudgetLine | null): Marked {
  return {
    level: 'execution',
    weight: weight * 100,
    isDropped: false,
    score: executionScore(weight * 100, line),
  }
}

function executionScore(weight: number, line: BudgetLine | null): Score {
  if (!line || line.available === null || line.available <= 0)
    return { state: 'unscored', why: 'noTarget' }
  if (line.paidOfYear === null || line.paidCarried === null)
    return { state: 'unscored', why: 'noActual' }
  const paid = line.paidOfYear + line.paidCarried
  const points =
    paid >= line.available ? weight : shareOf(weight, String(paid), String(line.available))
  const sides = `已支付 ${fenToYuan(paid)} ÷ 全年预算 ${fenToYuan(line.available)}（元，含结转）`
  return {
    state: 'scored',
    points,
    working: `${pointsText(weight)} × min(1, ${sides}) = ${pointsText(points)}`,
  }
}

/** Both sides with what was carried over; null where a side is absent. */
function executedPercent(line: BudgetLine | null): string | null {
  if (!line?.available || line.paidOfYear === null || line.paidCarried === null) return null
  return percentText((line.paidOfYear + line.paidCarried) / line.available)
}

function executionLine(
  { weight, score }: Marked,
  { line, settings, isYearOver }: Basis,
): IndicatorLine {
  const isShort =
    isYearOver && score.state === 'scored' && score.points * 100 < weight * settings.reasonBelow
  return {
    id: null,
    level: 'execution',
    second: '',
    name: '预算执行率',
    sign: 'atLeast',
    target: '100',
    actual: executedPercent(line),
    measureUnit: '%',
    weight,
    ...scored(score),
    statedPoints: null,
    demand: isShort ? 'below' : 'none',
    reason: line?.reasonText ?? '',
    evidence: '支付台账',
    sample: null,
    isDropped: false,
  }
}
