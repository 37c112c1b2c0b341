import { inject, provide, ref, watch, type InjectionKey, type Ref } from 'vue'
import type * as z from 'zod/mini'
import { tryRecord } from '#shared/contract/record-trial.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'
import type { Typed } from './use-typed.ts'

type Answer = z.infer<typeof tryRecord.output>

/** What saving would be told, of what stands in a form now. */
interface Trial extends Answer {
  readonly ledger: LedgerId
  /** Beside which field records alike are listed. */
  readonly alikeField: string | null
}

const TRIAL: InjectionKey<Readonly<Ref<Trial | null>>> = Symbol('record trial')

/** Long enough that a word is written, short enough to be read before the next field. */
const PAUSE = 300

/**
 * Asks the server what saving would be told whenever `typed` has rested for a moment, and tells the
 * fields below. A failed request leaves what was told before: saving tells it again.
 */
export function provideTrial(
  about: () => { readonly ledger: LedgerId; readonly record: string | undefined },
  typed: Readonly<Ref<Typed | null>>,
): Readonly<Ref<Trial | null>> {
  const trial = ref<Trial | null>(null)
  watch(typed, (cells, _before, onCleanup) => {
    if (cells === null) {
      trial.value = null
      return
    }
    const { ledger, record } = about()
    const controller = new AbortController()
    const timer = setTimeout(() => {
      const body = { cells: { ...cells }, ...(record !== undefined && { record }) }
      const asked = call(tryRecord, { params: { ledger }, body, signal: controller.signal })
      asked.then(
        (answer) => {
          trial.value = { ...answer, ledger, alikeField: ledgerOf(ledger).alike?.text ?? null }
        },
        () => {},
      )
    }, PAUSE)
    onCleanup(() => {
      clearTimeout(timer)
      controller.abort()
    })
  })
  provide(TRIAL, trial)
  return trial
}

/** The trial of the form a field stands in; null outside of one. */
export const useTrial = (): Readonly<Ref<Trial | null>> => inject(TRIAL, () => ref(null), true)
