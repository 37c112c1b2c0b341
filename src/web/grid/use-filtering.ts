import { computed, ref } from 'vue'
import type { RecordsQueryText } from '#shared/contract/records.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { writeWhere, type WherePart } from '#shared/records/where-text.ts'
import { partsOf } from '#shared/headlines/records-heading.ts'

/** Pixels a filter's box is wide, with its margin. */
const BOX = 280

/** Which column is being filtered, and where its box stands: under the button that opened it. */
export function useFiltering(
  ledger: LedgerId,
  asked: () => RecordsQueryText,
  ask: (change: { readonly where: string | undefined }) => void,
) {
  const open = ref<{ field: string; style: Record<string, string> } | null>(null)
  let opener: HTMLElement | null = null
  const parts = computed(() => partsOf(asked()))

  function close(): void {
    opener?.focus()
    open.value = null
  }

  return {
    open,
    close,
    field: computed(() => ledgerOf(ledger).fields[open.value?.field ?? '']),
    own: computed(() => parts.value.filter(({ field }) => field === open.value?.field)),
    filtered: computed(() => new Set(parts.value.map(({ field }) => field))),
    show(field: string, button: HTMLElement): void {
      const { bottom, left } = button.getBoundingClientRect()
      opener = button
      const at = Math.max(8, Math.min(left, window.innerWidth - BOX))
      open.value = { field, style: { top: `${bottom + 4}px`, left: `${at}px` } }
    },
    /** Holds the column to these and nothing else. */
    hold(held: readonly WherePart[]): void {
      const others = parts.value.filter(({ field }) => field !== open.value?.field)
      close()
      ask({ where: writeWhere([...others, ...held]) || undefined })
    },
  }
}
