import type * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'

export const readContent = boardEndpoint('content', {}, {})

export type ContentAnswer = z.infer<typeof readContent.output>
