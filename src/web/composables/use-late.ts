import { shallowRef, watch, type ShallowRef } from 'vue'
import { afterPaint } from '../after-paint.ts'

/**
 * The same value one painted frame later: what takes long to draw follows the figures, which are
 * then not kept waiting by it.
 */
export function useLate<T>(value: () => T): Readonly<ShallowRef<T>> {
  const late = shallowRef(value())
  watch(value, () => afterPaint(() => (late.value = value())), { flush: 'post' })
  return late
}
