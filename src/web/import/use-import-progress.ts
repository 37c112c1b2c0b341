import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { readProgress, type ImportStep } from '#shared/contract/import-progress.ts'
import { dropImport } from '#shared/contract/imports.ts'
import { call } from '../api/client.ts'

const EVERY_MS = 400

/** Follows an import while `id` names one that is under way; `cancel` ends it and waits until it has ended. */
export function useImportProgress(id: Readonly<Ref<string>>): {
  step: Readonly<Ref<ImportStep | null>>
  isCancelling: Readonly<Ref<boolean>>
  cancel(): Promise<void>
} {
  const step = ref<ImportStep | null>(null)
  const isCancelling = ref(false)
  let timer = 0

  const ask = async (asked: string): Promise<void> => {
    // An answer that fails is asked for again: the import itself goes on without it.
    const answer = await call(readProgress, { params: { id: asked } }).catch(() => null)
    if (id.value !== asked) return
    if (answer) step.value = answer.step
    timer = window.setTimeout(() => void ask(asked), EVERY_MS)
  }
  watch(
    id,
    (asked) => {
      window.clearTimeout(timer)
      step.value = null
      isCancelling.value = false
      if (asked !== '') timer = window.setTimeout(() => void ask(asked), EVERY_MS)
    },
    { immediate: true },
  )
  onScopeDispose(() => window.clearTimeout(timer))

  return {
    step,
    isCancelling,
    async cancel() {
      if (id.value === '') return
      isCancelling.value = true
      await call(dropImport, { params: { id: id.value } }).catch(() => null)
      isCancelling.value = false
    },
  }
}

/** A name for an import that is about to be sent, so that it can be followed from the start. */
export function newImportId(): string {
  const parts = [...crypto.getRandomValues(new Uint32Array(3))]
  return `import-${parts.map((part) => part.toString(36)).join('')}`
}
