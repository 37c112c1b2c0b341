import type { BoardScope } from './scope.ts'

/** What budget shows beside its figures. */
export async function budgetSections(_scope: BoardScope): Promise<object> {
  return {}
}
