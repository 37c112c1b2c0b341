import type { BoardScope } from './scope.ts'

/** What safety shows beside its figures. */
export async function safetySections(_scope: BoardScope): Promise<object> {
  return {}
}
