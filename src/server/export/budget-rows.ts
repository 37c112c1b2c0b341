import type { BudgetAnswer, BudgetLine } from '#shared/contract/budget.ts'
import { LIGHT_WORDS } from '#shared/headlines/budget.ts'
import type { Cell, Look } from './sheet-xml.ts'

const HEAD = [
  ['项目', 'plain'],
  ['年初预算（元）', 'money'],
  ['本年预算（元）', 'money'],
  ['已支付（元）', 'money'],
  ['上年结转（元）', 'money'],
  ['结转支付（元）', 'money'],
  ['执行率', 'percent'],
  ['序时进度', 'percent'],
  ['与序时差（百分点）', 'decimal'],
  ['情况', 'plain'],
] as const satisfies readonly (readonly [string, Look])[]

/** Projects of the year with their amounts in 元 and rates as parts of one, the whole last. */
export function budgetRows({ execution }: Pick<BudgetAnswer, 'execution'>): Cell[][] {
  const { lines, total, pace } = execution
  return [
    HEAD.map(([name]) => name),
    ...[...lines, ...(lines.length > 1 ? [total] : [])].map((line) =>
      cellsOf(line, pace).map((value, n) => ({ value, look: HEAD[n]?.[1] ?? 'plain' })),
    ),
  ]
}

function cellsOf(line: BudgetLine, pace: number | null): (string | number | null)[] {
  const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
  return [
    line.project,
    yuan(line.initial),
    yuan(line.budget),
    yuan(line.paidOfYear),
    yuan(line.carriedOver),
    yuan(line.paidCarried),
    line.ofYear,
    pace,
    line.points,
    LIGHT_WORDS[line.light],
  ]
}
