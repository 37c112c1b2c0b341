import type { BoardScope } from './scope.ts'

/** What sentiment shows beside its figures. */
export async function sentimentSections(_scope: BoardScope): Promise<object> {
  return {}
}
