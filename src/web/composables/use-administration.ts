import { useMutation, useQueryCache } from '@pinia/colada'
import type { Administration } from '#shared/contract/accounts.ts'
import { administrationQuery } from '../queries/accounts.ts'
import { meQuery } from '../queries/session.ts'

/** An act on accounts, roles or tokens: its answer is what the page shows from then on. */
export function useAdministration<T, A extends Administration>(
  act: (asked: T) => Promise<A>,
  done: (answer: A, asked: T) => void = () => undefined,
) {
  const cache = useQueryCache()
  return useMutation({
    mutation: act,
    onSuccess: async (answer: A, asked: T) => {
      cache.setQueryData(administrationQuery.key, answer)
      done(answer, asked)
      await cache.invalidateQueries({ key: meQuery.key, exact: true })
    },
  })
}
