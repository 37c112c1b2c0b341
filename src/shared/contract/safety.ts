import type * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'

export const readSafety = boardEndpoint('safety', {}, {})

export type SafetyAnswer = z.infer<typeof readSafety.output>
