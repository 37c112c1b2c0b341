import type * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'

export const readAdoption = boardEndpoint('adoption', {}, {})

export type AdoptionAnswer = z.infer<typeof readAdoption.output>
