import { computed, onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** A finger has to move so far, in CSS pixels, to turn a slide. */
const SWIPE = 50
const NEXT = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' '])
/** What blanks the screen, as PowerPoint and clickers have it. */
const BLANKS: Readonly<Record<string, 'black' | 'white'>> = {
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
}
const BACK = new Set(['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace'])

/**
 * Which of `count` slides is shown, as the address holds it (`n`, from 1), turned by keys, clicker
 * and finger; windows of the same talk follow one another.
 */
export function useTalk(
  count: Ref<number>,
  { name, leave, openNotes }: { name: () => string; leave: () => void; openNotes: () => void },
) {
  const route = useRoute()
  const router = useRouter()
  /** What stands in the slide's place; '' for the slide. */
  const blank = ref<'' | 'black' | 'white'>('')
  const typed = ref('')
  const n = computed(() => {
    const asked = Number(route.query.n)
    return Math.min(Math.max(1, Number.isInteger(asked) ? asked : 1), Math.max(1, count.value))
  })
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name()) : null

  function show(number: number, isTold = true): void {
    blank.value = ''
    const next = Math.min(Math.max(1, number), Math.max(1, count.value))
    void router.replace({ query: { ...route.query, n: String(next) } })
    if (isTold) channel?.postMessage(next)
  }

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { key: pressed, target } = event
    const isOnControl = target instanceof HTMLElement && target.closest('a, button, input') !== null
    if (isOnControl && (pressed === ' ' || pressed === 'Enter')) return
    const blanked = BLANKS[pressed.toLowerCase()]
    if (NEXT.has(pressed)) show(n.value + 1)
    else if (BACK.has(pressed)) show(n.value - 1)
    else if (pressed === 'Home') show(1)
    else if (pressed === 'End') show(count.value)
    else if (pressed === 'Enter' && typed.value !== '') show(Number(typed.value))
    else if (/^\d$/.test(pressed)) typed.value = (typed.value + pressed).slice(-3)
    else if (blanked) blank.value = blank.value === blanked ? '' : blanked
    else if (/^f$/i.test(pressed)) fullScreen()
    else if (/^p$/i.test(pressed)) openNotes()
    else if (pressed === 'Escape') leave()
    else return
    if (!/^\d$/.test(pressed)) typed.value = ''
    event.preventDefault()
  }

  let from: number | null = null
  const down = (event: PointerEvent): void => {
    from = event.pointerType === 'mouse' ? null : event.clientX
  }
  const up = ({ clientX }: PointerEvent): void => {
    const by = from === null ? 0 : clientX - from
    from = null
    if (Math.abs(by) >= SWIPE) show(n.value + (by < 0 ? 1 : -1))
  }

  onMounted(() => {
    addEventListener('keydown', key)
    channel?.addEventListener('message', ({ data }) => {
      if (typeof data === 'number') show(data, false)
    })
  })
  onBeforeUnmount(() => {
    removeEventListener('keydown', key)
    channel?.close()
  })
  return { n, blank, typed, show, down, up }
}

/** The browser may refuse, as on a phone: then the slide is as large as its window. */
export function fullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  done.catch(() => undefined)
}
