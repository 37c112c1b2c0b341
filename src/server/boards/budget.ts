import type { BudgetAnswer } from '#shared/contract/budget.ts'
import { executionSection } from './budget/execution.ts'
import { paymentsSection } from './budget/payments.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<BudgetAnswer, 'execution' | 'payments'>

/** What 预算绩效 shows beside its figures. */
export async function budgetSections(scope: BoardScope): Promise<Sections> {
  const [execution, payments] = await Promise.all([executionSection(scope), paymentsSection(scope)])
  return { execution, payments }
}
