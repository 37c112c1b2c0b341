import { useMutation, useQueryCache } from '@pinia/colada'
import { computed, ref, watch } from 'vue'
import { saveText, type DocumentKind, type DocumentSlot } from '#shared/contract/documents.ts'
import { charactersOf } from '#shared/ledgers/rules.ts'
import { call } from '../api/client.ts'
import { isLate } from '../api/problem.ts'
import { DOCUMENTS_KEY } from '../queries/documents.ts'
import { refresh } from '../queries/refresh.ts'

export interface DraftPlace {
  readonly kind: DocumentKind
  readonly p: string
  readonly by: string
}

/**
 * A text of a report while somebody writes it. What is typed stays when the report is read again;
 * where somebody else saved meanwhile, both are shown and nothing is overwritten unasked.
 */
export function useTextDraft(slot: () => DocumentSlot, place: () => DraftPlace) {
  const cache = useQueryCache()
  const draft = ref(slot().text)
  const carried = ref(slot().carried?.key)
  /** The state the draft was begun on, and its words. */
  const base = ref({ at: slot().at, text: slot().text })
  const isTouched = computed(() => draft.value !== base.value.text)
  const others = ref<DocumentSlot | null>(null)

  watch(slot, (now) => {
    if (now.at === base.value.at && now.text === base.value.text) return
    if (isTouched.value && draft.value !== now.text) others.value = now
    else take(now)
  })

  function take(now: DocumentSlot): void {
    draft.value = now.text
    carried.value = now.carried?.key
    base.value = { at: now.at, text: now.text }
    others.value = null
  }

  const saving = useMutation({
    async mutation() {
      const { kind, p, by } = place()
      const text = draft.value
      const { at } = await call(saveText, {
        params: { kind, slot: slot().id },
        body: {
          p,
          text,
          seen: base.value.at,
          by,
          ...(carried.value !== undefined && { carried: carried.value }),
        },
      })
      base.value = { at, text }
      // A text of a ledger stands in other reports and on other pages as well.
      void refresh(cache, slot().record ? undefined : { key: DOCUMENTS_KEY })
    },
    async onError(error) {
      const isOverwriting = isLate(error)
      if (isOverwriting) await refresh(cache, { key: DOCUMENTS_KEY })
    },
  })

  return {
    draft,
    others,
    isTouched,
    isSaving: saving.isLoading,
    savedAt: computed(() => base.value.at),
    error: computed(() => (others.value ? null : saving.error.value)),
    size: computed(() => charactersOf(draft.value)),
    /** Somebody's own words: no longer those of the period before. */
    touch: () => (carried.value = undefined),
    save: () => {
      if (isTouched.value) saving.mutate()
    },
    /** The words of the period before, marked until somebody changes them. */
    takeOffered() {
      const { offered } = slot()
      if (!offered) return
      draft.value = offered.text
      carried.value = offered.period.key
      saving.mutate()
    },
    takeTheirs: () => others.value && take(others.value),
    keepMine() {
      if (!others.value) return
      base.value = { at: others.value.at, text: others.value.text }
      others.value = null
      saving.mutate()
    },
  }
}
