import type { QueryCache } from '@pinia/colada'

/**
 * Asks anew for what a write may have changed. What cannot be read again says so where it is shown:
 * it is no failure of the write, which is done.
 */
export async function refresh(
  cache: QueryCache,
  ...asked: Parameters<QueryCache['invalidateQueries']>
): Promise<void> {
  await cache.invalidateQueries(...asked).catch(() => undefined)
}
