import { defineQueryOptions } from '@pinia/colada'
import { readReview } from '#shared/contract/review.ts'
import { call } from '../api/client.ts'

export const reviewQuery = defineQueryOptions({
  key: ['review'],
  query: ({ signal }) => call(readReview, { signal }),
})
