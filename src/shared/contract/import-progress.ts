import * as z from 'zod/mini'
import { defineEndpoint } from './define.ts'

/** How far an import is. Bytes while `reading`, rows after that. */
const importStepSchema = z.object({
  /** Opening the file, checking its rows, keeping them until they are confirmed, loading them. */
  stage: z.enum(['reading', 'checking', 'keeping', 'loading']),
  /** '' where it is of all files. */
  file: z.string(),
  done: z.int(),
  total: z.int(),
})

export type ImportStep = z.infer<typeof importStepSchema>

export const readProgress = defineEndpoint({
  method: 'GET',
  path: '/imports/:id/progress',
  summary: 'How far an import is while it is read or loaded; null when nothing is under way',
  right: { write: 'some' },
  params: z.object({ id: z.string() }),
  output: z.object({ step: z.nullable(importStepSchema) }),
})
