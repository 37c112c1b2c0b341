import type { BoardScope } from './scope.ts'

/** What content shows beside its figures. */
export async function contentSections(_scope: BoardScope): Promise<object> {
  return {}
}
