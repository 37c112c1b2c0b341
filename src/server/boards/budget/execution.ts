import type { BudgetLine, Execution, ProjectForm } from '#shared/contract/budget.ts'
import { executionRates, lightOf, pacePoints, type Pots } from '#shared/metrics/budget/execution.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import {
  forecastByLastYear,
  forecastByMonths,
  type PaidSoFar,
} from '#shared/metrics/budget/year-end.ts'
import { lastDay, monthOf } from '#shared/time/day.ts'
import { isComplete, yearOf } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import { budgetRows, type LineRow } from './line-rows.ts'
import { paidByProject, paidThrough, type Paid } from './paid.ts'

/** Every budget line of the period's year with what was paid of it, and what its year may end at. */
export async function executionSection(scope: BoardScope): Promise<Execution> {
  const { period, evaluate } = scope
  const months = wholeMonths(scope)
  const [rows, ofYear, carried, paidMonths, progress] = await Promise.all([
    budgetRows(scope, yearOf(period)),
    paidByProject(scope, 'paidOfYear', period),
    paidByProject(scope, 'paidCarried', period),
    paidThrough(scope, months),
    evaluate.figure('timeProgress', period),
  ])
  const pace = valueOf(progress)
  const facts = { ofYear, carried, paidMonths, pace, months, scope }
  const projects = new Set([...rows.keys(), ...paidNames(ofYear), ...paidNames(carried)])
  const lines = [...projects].map((project) => lineOf(project, rows.get(project) ?? [], facts))
  const total = totalOf([...rows.values()].flat(), facts)
  return { pace, paceRule: scope.settings.timeProgress, lines, total, months }
}

interface Facts {
  readonly ofYear: Paid
  readonly carried: Paid
  readonly paidMonths: Awaited<ReturnType<typeof paidThrough>>
  readonly pace: number | null
  readonly months: number
  readonly scope: BoardScope
}

const paidNames = (paid: Paid): string[] =>
  [...(paid?.entries() ?? [])].filter(([, amount]) => amount !== 0).map(([project]) => project)

/** Months of the period's year that are over by the last day seen. */
function wholeMonths({ end, today }: BoardScope): number {
  const month = Number(end.slice(5, 7))
  return end === lastDay(monthOf(end)) && end < today ? month : month - 1
}

function lineOf(project: string, rows: readonly LineRow[], facts: Facts): BudgetLine {
  const { paidMonths, months } = facts
  return drawn(project, rows, facts, {
    paidOfYear: facts.ofYear && (facts.ofYear.get(project) ?? 0),
    paidCarried: facts.carried && (facts.carried.get(project) ?? 0),
    so: {
      months,
      paid: paidMonths.now && (paidMonths.now.get(project) ?? 0),
      lastYear: paidMonths.before?.(project) ?? null,
    },
  })
}

function totalOf(rows: readonly LineRow[], facts: Facts): BudgetLine {
  const { paidMonths, months } = facts
  return drawn('合计', rows, facts, {
    paidOfYear: all(facts.ofYear),
    paidCarried: all(facts.carried),
    so: { months, paid: all(paidMonths.now), lastYear: paidMonths.before?.(null) ?? null },
  })
}

const all = (paid: Paid): number | null =>
  paid && [...paid.values()].reduce((sum, amount) => sum + amount, 0)

interface Spent {
  readonly paidOfYear: number | null
  readonly paidCarried: number | null
  readonly so: PaidSoFar
}

function drawn(
  project: string,
  rows: readonly LineRow[],
  { pace, scope }: Facts,
  { paidOfYear, paidCarried, so }: Spent,
): BudgetLine {
  const { settings, period, today } = scope
  const pots: Pots = {
    budget: sum(rows, 'budget'),
    carriedOver: sum(rows, 'carriedOver'),
    paidOfYear,
    paidCarried,
  }
  const rates = executionRates(pots)
  const isOver = period.to.endsWith('-12-31') && isComplete(period, today)
  const isAsked =
    isOver && rates.ofYear !== null && rates.ofYear * 100 < settings.budget.reasonBelow
  return {
    project,
    records: rows.map(({ id }) => id),
    initial: sum(rows, 'initial'),
    adjusted: rows.some(({ adjusted }) => adjusted !== null) ? pots.budget : null,
    inPlace: sum(rows, 'inPlace'),
    ...pots,
    available: pots.budget === null ? null : pots.budget + (pots.carriedOver ?? 0),
    left: leftOf(pots),
    ...rates,
    points: rates.ofYear === null || pace === null ? null : pacePoints(rates.ofYear, pace),
    light: lightOf(rates.ofYear, pace, settings.budget),
    reason: isAsked
      ? firstText(rows, 'deviationReason') === ''
        ? 'missing'
        : 'given'
      : 'notAsked',
    reasonText: firstText(rows, 'deviationReason'),
    byMonths: forecastByMonths(so),
    byLastYear: forecastByLastYear(so),
    form: formOf(rows),
  }
}

function formOf(rows: readonly LineRow[]): ProjectForm {
  return {
    record: rows[0]?.id ?? null,
    code: firstText(rows, 'code'),
    category: firstText(rows, 'category'),
    fiscal: sum(rows, 'fiscal'),
    otherFunds: sum(rows, 'otherFunds'),
    approvedOn: firstText(rows, 'approvedOn'),
    adjustReason: firstText(rows, 'adjustReason'),
    goal: firstText(rows, 'goal'),
    goalDone: firstText(rows, 'goalDone'),
    conclusion: firstText(rows, 'conclusion'),
    problems: firstText(rows, 'problems'),
    improvements: firstText(rows, 'improvements'),
  }
}

type TextField = Exclude<keyof ProjectForm, 'record' | 'fiscal' | 'otherFunds'> | 'deviationReason'

const firstText = (rows: readonly LineRow[], field: TextField): string =>
  rows.map((row) => row[field]).find((text) => text !== '') ?? ''

/** The sum of what is registered; null where no line registers it. */
function sum(
  rows: readonly LineRow[],
  field: 'initial' | 'budget' | 'inPlace' | 'carriedOver' | 'fiscal' | 'otherFunds',
): number | null {
  const known = rows.flatMap((row) => row[field] ?? [])
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0)
}

function leftOf({ budget, carriedOver, paidOfYear, paidCarried }: Pots): number | null {
  if (budget === null || paidOfYear === null || paidCarried === null) return null
  return budget + (carriedOver ?? 0) - paidOfYear - paidCarried
}
