import { computed, shallowRef, type ShallowRef } from 'vue'
import type { RecordAnswer } from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { faultsOf } from '../api/problem.ts'
import { clashesOf, recordsNow } from './clashes.ts'
import type { Draft } from './draft.ts'
import { codeOf } from '../api/problem.ts'

/** An act that was refused: the keys of the rows sent, in their order, and how to write it as 补报. */
interface Refused {
  readonly rows: readonly string[]
  readonly again: (belated: string) => void
}

/** What one may do about a refusal that mending a cell does not cure. */
export function useWays(
  ledger: LedgerId,
  draft: Readonly<ShallowRef<Draft>>,
  save: (ids: readonly string[], label: string) => Promise<boolean>,
) {
  /** Records that somebody else wrote first, as they stand now. */
  const late = shallowRef<readonly RecordAnswer[]>([])
  /** The last act that a closed month kept out, and which of its rows did. */
  const shut = shallowRef<(Refused & { readonly closed: readonly string[] }) | null>(null)

  async function offer(error: unknown, act: Refused): Promise<void> {
    const rowsOf = (wanted: string): string[] =>
      faultsOf(error).flatMap(({ code, at }) =>
        code === wanted && at !== undefined ? (act.rows[at] ?? []) : [],
      )
    const code = codeOf(error)
    if (code === 'MONTH_CLOSED') shut.value = { ...act, closed: rowsOf(code) }
    if (code === 'RECORD_CHANGED_MEANWHILE')
      late.value = await recordsNow(ledger, rowsOf(code)).catch(() => [])
  }

  const isWaiting = (row: string): boolean =>
    draft.value.changes[row] !== undefined || draft.value.adds.some(({ key }) => key === row)

  return {
    offer,
    /** Rows that wait no more: what is typed next is not judged by what stood there then. */
    forget(rows: ReadonlySet<string>): void {
      late.value = late.value.filter(({ id }) => !rows.has(id))
      if (shut.value?.rows.some((row) => rows.has(row))) shut.value = null
    },
    lateRecord: (id: string) => late.value.find((each) => each.id === id),
    clashes: computed(() => clashesOf(ledger, late.value, draft.value)),
    /** What a closed month kept out, with the ways on; null where nothing of it waits. */
    shut: computed(() => {
      const { rows, closed, again } = shut.value ?? { rows: [], closed: [], again: () => {} }
      if (!rows.some(isWaiting)) return null
      const open = rows.filter((row) => draft.value.changes[row] && !closed.includes(row))
      const label = `改动，留下已结账的 ${closed.length} 条`
      return {
        sent: rows.length,
        closed: closed.length,
        again,
        /** Writes the rest of what was sent; null where there is none. */
        others: open.length > 0 && closed.length > 0 ? () => save(open, label) : null,
      }
    }),
  }
}
