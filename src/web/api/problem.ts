import * as z from 'zod/mini'

/** What the API answers when it cannot do what was asked. */
export const problemSchema = z.object({
  code: z.string(),
  message: z.string(),
  why: z.string(),
  fix: z.string(),
  requestId: z.string(),
  fields: z.optional(
    z.array(
      z.object({
        field: z.string(),
        code: z.string(),
        why: z.string(),
        fix: z.string(),
        part: z.optional(z.enum(['adds', 'changes', 'removals'])),
        at: z.optional(z.int()),
      }),
    ),
  ),
})

export type Problem = z.infer<typeof problemSchema>

/** A failed call, with what a person can do about it. */
export class ApiError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

/** The code of the desk's refusal; null of any other error. */
export const codeOf = (error: unknown): string | null =>
  error instanceof ApiError ? error.problem.code : null

/** Somebody else was faster; what they wrote is shown before one decides. */
export const isLate = (error: unknown): boolean => codeOf(error) === 'RECORD_CHANGED_MEANWHILE'

/** What was wrong with single fields of a failed call; none of any other error. */
export const faultsOf = (error: unknown): NonNullable<Problem['fields']> =>
  error instanceof ApiError ? (error.problem.fields ?? []) : []
