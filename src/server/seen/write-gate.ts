import type { Rights } from '#shared/rights/rights.ts'
import { GRANTED_LEDGERS } from '#shared/rights/roles.ts'
import type { Store } from '../store/store.ts'
import { colleagues } from './sight.ts'

/**
 * A store that writes what somebody may write: records of ledgers they have the right to, of their
 * own department where it reaches no further.
 */
export function gatedStore(
  store: Store,
  { ledgers: { write: ledgers } }: Rights,
  department: string,
): Store {
  if (GRANTED_LEDGERS.every((id) => ledgers.get(id) === 'all')) return store
  const namesOf = colleagues(store, department)
  return {
    ...store,
    async write(run, about) {
      const people = await namesOf()
      return store.write((writer) => {
        writer.holdTo({ ledgers, department, people })
        return run(writer)
      }, about)
    },
  }
}
