import { onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { fullScreen } from '../present/use-talk.ts'

const NEXT = new Set(['ArrowRight', 'ArrowDown', 'PageDown'])
const BACK = new Set(['ArrowLeft', 'ArrowUp', 'PageUp'])

/**
 * Which of some pages is shown, from 0; each for its own seconds, then the next. Space holds it, ← →
 * turn, F fills the screen. `turning` is called between two pages.
 */
export function useTurns(seconds: Ref<readonly number[]>, turning: () => void) {
  const n = ref(0)
  const isHeld = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Starts the time of the page shown anew. */
  function start(): void {
    clearTimeout(timer)
    const now = seconds.value[n.value]
    if (now !== undefined && !isHeld.value) timer = setTimeout(turn, now * 1000)
  }

  function turn(): void {
    show(n.value + 1)
    turning()
  }

  function show(page: number): void {
    const count = seconds.value.length
    n.value = count === 0 ? 0 : (page + count) % count
    start()
  }

  function hold(): void {
    isHeld.value = !isHeld.value
    start()
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key: pressed, target } = event
    const isOnControl = target instanceof HTMLElement && target.closest('a, button') !== null
    if (pressed === ' ' && !isOnControl) hold()
    else if (NEXT.has(pressed)) show(n.value + 1)
    else if (BACK.has(pressed)) show(n.value - 1)
    else if (/^f$/i.test(pressed)) fullScreen()
    else return
    event.preventDefault()
  }

  // A page that was taken away leaves its place to the first.
  watch(
    () => seconds.value.join(),
    () => show(n.value < seconds.value.length ? n.value : 0),
  )
  onMounted(() => {
    addEventListener('keydown', key)
    start()
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    removeEventListener('keydown', key)
  })
  return { n, isHeld, hold, show }
}
