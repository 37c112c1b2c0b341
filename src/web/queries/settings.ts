import { defineQueryOptions } from '@pinia/colada'
import { readSettings } from '#shared/contract/settings.ts'
import { call } from '../api/client.ts'

export const settingsQuery = defineQueryOptions({
  key: ['settings'],
  query: ({ signal }) => call(readSettings, { signal }),
})
