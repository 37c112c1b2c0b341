import { defineQueryOptions } from '@pinia/colada'
import { readAdministration } from '#shared/contract/accounts.ts'
import { call } from '../api/client.ts'

export const administrationQuery = defineQueryOptions({
  key: ['accounts'],
  query: ({ signal }) => call(readAdministration, { signal }),
})
