import type { BoardScope } from './scope.ts'

/** What adoption shows beside its figures. */
export async function adoptionSections(_scope: BoardScope): Promise<object> {
  return {}
}
