import { ref, watch, type Ref } from 'vue'
import type { LedgerId } from '#shared/ledgers/index.ts'

/** What stands in a form, by field, as typed. */
export type Typed = Readonly<Record<string, string>>

/** What every form of a record is given. */
export interface RecordFormProps {
  ledger: LedgerId
  initial: Typed
  isChange: boolean
  /** What the server could not read, by field. */
  errors: Typed
  isBusy: boolean
}

/** What every form of a record says. */
export interface RecordFormEmits {
  save: [typed: Typed, why: string]
  cancel: []
  typing: [typed: Typed]
}

/** The form's own cells, told on as they are typed. */
export function useTyped(
  initial: Typed,
  tell: (typed: Typed) => void,
): Ref<Record<string, string>> {
  const typed = ref<Record<string, string>>({ ...initial })
  watch(typed, (cells) => tell({ ...cells }), { deep: true })
  return typed
}
