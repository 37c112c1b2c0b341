import { DeskError } from '#shared/diagnostics.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import type { Rights } from '#shared/rights/rights.ts'
import { GRANTED_LEDGERS } from '#shared/rights/roles.ts'
import type { Gate, Store } from '../store/store.ts'
import { colleagues, isOwn } from './sight.ts'

/**
 * A store that writes what somebody may write: records of ledgers they have the right to, of their
 * own department where it reaches no further. What the desk keeps itself follows its route's right,
 * and names that records use join their lists.
 */
export function gatedStore(
  store: Store,
  { ledgers: { write } }: Rights,
  department: string,
): Store {
  if (GRANTED_LEDGERS.every((id) => write.get(id) === 'all')) return store
  const people = colleagues(store, department)
  return {
    ...store,
    async write(run) {
      const names = await people()
      const gate: Gate = ({ ledger, before, after }) => {
        const { kind, label } = ledgerOf(ledger)
        if (kind === 'desk' || (kind === 'list' && before === null)) return
        const reach = write.get(ledger)
        if (reach === undefined) throw new DeskError('RIGHT_MISSING', `填写${label}`)
        if (reach === 'all') return
        const rows = [before, after].filter((row) => row !== null)
        if (!rows.every((row) => isOwn(ledger, row, department, names)))
          throw new DeskError('ROWS_NOT_OWN', label)
      }
      // Without how long it is: a gate cannot be taken to another thread.
      return store.write((writer) => {
        writer.holdTo(gate)
        return run(writer)
      })
    },
  }
}
