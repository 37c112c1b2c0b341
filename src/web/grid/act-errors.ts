import { ApiError, codeOf } from '../api/problem.ts'

/** Refusals that trying again does not change; after any other an act can still be undone. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'EDITS_NOT_UNDONE',
  'BATCH_TAKEN_BACK',
  'BATCH_NOT_FOUND',
  'RECORD_CHANGED_MEANWHILE',
  'RECORD_CELLS_REFUSED',
])
export const isForGood = (error: unknown): boolean => FOR_GOOD.has(codeOf(error) ?? '')

/** Why, and what to do. */
export const wordsOf = (error: unknown): string =>
  error instanceof ApiError
    ? [
        error.problem.fields?.[0]?.why ?? error.problem.why,
        error.problem.fields?.[0]?.fix ?? error.problem.fix,
      ].join('')
    : error instanceof Error
      ? error.message
      : String(error)
