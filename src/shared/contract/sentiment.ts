import type * as z from 'zod/mini'
import { boardEndpoint } from './boards.ts'

export const readSentiment = boardEndpoint('sentiment', {}, {})

export type SentimentAnswer = z.infer<typeof readSentiment.output>
