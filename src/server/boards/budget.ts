import type { BudgetAnswer } from '#shared/contract/budget.ts'
import { yearOf } from '#shared/time/period.ts'
import { auditSection } from './budget/audit.ts'
import { evaluationSection } from './budget/evaluation.ts'
import { executionSection } from './budget/execution.ts'
import { indicatorRows } from './budget/indicator-rows.ts'
import { paymentsSection } from './budget/payments.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<BudgetAnswer, 'execution' | 'payments' | 'evaluation' | 'audit'>

/** What 预算绩效 shows beside its figures. */
export async function budgetSections(scope: BoardScope): Promise<Sections> {
  const [execution, payments, indicators] = await Promise.all([
    executionSection(scope),
    paymentsSection(scope),
    indicatorRows(scope, yearOf(scope.period)),
  ])
  const evaluation = evaluationSection(scope, indicators, execution)
  const audit = await auditSection(scope, { execution, evaluation, indicators })
  return { execution, payments, evaluation, audit }
}
