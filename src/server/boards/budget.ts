import type { BudgetAnswer } from '#shared/contract/budget.ts'
import { yearOf } from '#shared/time/period.ts'
import { auditFindings, auditSection, type AuditFindings } from './budget/audit.ts'
import { evaluationSection } from './budget/evaluation.ts'
import { executionSection } from './budget/execution.ts'
import { indicatorRows } from './budget/indicator-rows.ts'
import { paymentsSection } from './budget/payments.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<BudgetAnswer, 'execution' | 'payments' | 'evaluation' | 'audit'>

/** What 预算绩效 shows beside its figures. */
export async function budgetSections(scope: BoardScope): Promise<Sections> {
  const [payments, sides] = await Promise.all([paymentsSection(scope), sidesOf(scope)])
  const audit = auditSection(await auditFindings(scope, sides))
  return { execution: sides.execution, payments, evaluation: sides.evaluation, audit }
}

/** What 审计会问 finds in the period's year, with all its records. */
export async function budgetAudit(scope: BoardScope): Promise<AuditFindings> {
  return auditFindings(scope, await sidesOf(scope))
}

async function sidesOf(scope: BoardScope) {
  const [execution, indicators] = await Promise.all([
    executionSection(scope),
    indicatorRows(scope, yearOf(scope.period)),
  ])
  return { execution, indicators, evaluation: evaluationSection(scope, indicators, execution) }
}
