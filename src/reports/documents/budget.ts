import type { Block, DocumentCell, FigureRun } from '#shared/contract/documents.ts'
import type { BudgetLine } from '#shared/contract/budget.ts'
import {
  leftOf,
  LIGHT_WORDS,
  linesTitle,
  paceWords,
  potsTitle,
  rateText,
  signedPoints,
  totalTitle,
} from '#shared/headlines/budget.ts'
import { valueWords } from '#shared/headlines/figure-words.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import type { Period } from '#shared/time/period.ts'
import { shortLabel } from '#shared/time/words.ts'
import type { Pages } from '../pages.ts'
import { cell, number, paragraph, strong, table, text } from './write.ts'

export const money = (amount: number | null): string =>
  amount === null ? '未登记' : valueWords(amount, 'money').text

/** A cell of a project's line, in 万元, as the budget page prints it; of the whole without a project. */
export function lineFigure(
  metric: MetricId,
  { project, records }: BudgetLine,
  period: Period,
  words: string,
): FigureRun {
  const isTotal = project === '合计'
  const [record] = records
  return {
    kind: 'figure',
    text: words,
    label: `${metricOf(metric).label}${isTotal ? '' : `（${project}）`} ${shortLabel(period)}`,
    tag: `${metric}@${period.key}${isTotal ? '' : `#project=${project}`}`.slice(0, 64),
    mark: '',
    metric,
    part: isTotal ? null : { field: 'project', value: project },
    period,
    record: isTotal || record === undefined ? null : { ledger: 'budgetLines', id: record },
  }
}

/** How far the year's money is spent, line by line. */
export function executionSection({ budget }: Pages): Block[] {
  const { execution, period } = budget
  const { lines, total } = execution
  if (lines.length === 0) return paragraph(...text('本年没有登记预算项目。'))
  const rows = [...lines, ...(lines.length > 1 ? [total] : [])]
  return [
    ...paragraph(strong(`${totalTitle(execution)}。`)),
    ...paragraph(
      ...text(`${paceWords(execution)}；${linesTitle(execution)}。${potsTitle(execution)}。`),
    ),
    table(
      '各预算项目执行（万元）',
      [
        { label: '项目', width: 28 },
        { label: '预算', width: 12 },
        { label: '已支付', width: 12 },
        { label: '结余', width: 12 },
        { label: '执行率', width: 12 },
        { label: '与序时差（百分点）', width: 14 },
        { label: '情况', width: 10 },
      ],
      rows.map((line) => lineRow(line, period)),
    ),
  ]
}

function lineRow(line: BudgetLine, period: Period): DocumentCell[] {
  const { left } = leftOf(line)
  return [
    cell(line.project),
    number(lineFigure('budget', line, period, money(line.budget))),
    number(lineFigure('paidOfYear', line, period, money(line.paidOfYear))),
    number(money(left)),
    number(
      line.ofYear === null ? '—' : lineFigure('executionRate', line, period, rateText(line.ofYear)),
    ),
    number(line.points === null ? '—' : signedPoints(line.points)),
    cell(LIGHT_WORDS[line.light]),
  ]
}
