import { compareFreeze, listFreezes, type Freeze } from '#shared/contract/freezes.ts'
import { call } from '../api/client.ts'

const FREEZES_KEY = ['freezes']

/** The freezes of a period, newest first. */
export const freezesQuery = (period: string) => ({
  key: [...FREEZES_KEY, period],
  query: ({ signal }: { signal: AbortSignal }) =>
    call(listFreezes, { query: { p: period }, signal }),
})

/** A freeze beside the desk as it is now. */
export const freezeChangesQuery = ({ period, number }: Pick<Freeze, 'period' | 'number'>) => ({
  key: [...FREEZES_KEY, period.key, String(number)],
  query: ({ signal }: { signal: AbortSignal }) =>
    call(compareFreeze, { params: { period: period.key, number: String(number) }, signal }),
})
