import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { readWall, type WallAnswer } from '#shared/contract/wall.ts'
import { apiBase } from '../api/client.ts'

const EVERY = 10_000
const PATIENCE = 8000
const NAME = 'wall'

/** What the last question came to: not answered yet, as it is now, or nobody answers. */
export type FeedState = 'asking' | 'live' | 'lost'

/**
 * What the desk lets stand on a wall, asked for every ten seconds by its revision: figures that did
 * not change are not sent again, and those on screen stay while nobody answers. `at` is when they
 * were last known to be right, in UTC milliseconds.
 */
export function useWallFeed(period: string | undefined) {
  const kept = keptAnswer()
  const answer = shallowRef<WallAnswer | null>(kept?.answer ?? null)
  const at = ref(kept?.at ?? 0)
  const state = ref<FeedState>(kept ? 'lost' : 'asking')
  const address = `${apiBase}/wall${period === undefined ? '' : `?p=${encodeURIComponent(period)}`}`
  let tag = ''
  let shown = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOn = true

  async function ask(signal: AbortSignal): Promise<void> {
    const response = await fetch(address, {
      cache: 'no-store',
      headers: tag === '' ? {} : { 'if-none-match': tag },
      signal,
    })
    if (response.status !== 304) {
      if (!response.ok) throw new Error(String(response.status))
      const text = await response.text()
      if (text !== shown) answer.value = readWall.output.parse(JSON.parse(text))
      shown = text
      tag = response.headers.get('etag') ?? ''
    }
    at.value = Date.now()
    state.value = 'live'
  }

  async function again(): Promise<void> {
    clearTimeout(timer)
    const stop = new AbortController()
    const patience = setTimeout(() => stop.abort(), PATIENCE)
    try {
      await ask(stop.signal)
    } catch {
      state.value = 'lost'
    }
    clearTimeout(patience)
    clearTimeout(timer)
    if (isOn) timer = setTimeout(again, EVERY)
  }

  /** So that a page that starts anew has something to show at once. */
  function keep(): void {
    if (answer.value === null) return
    try {
      sessionStorage.setItem(NAME, JSON.stringify({ at: at.value, answer: answer.value }))
    } catch {
      // Then it starts with its frame.
    }
  }

  onMounted(() => {
    void again()
    addEventListener('online', again)
    addEventListener('pagehide', keep)
  })
  onBeforeUnmount(() => {
    isOn = false
    clearTimeout(timer)
    removeEventListener('online', again)
    removeEventListener('pagehide', keep)
  })
  return { answer, at, state }
}

function keptAnswer(): { at: number; answer: WallAnswer } | null {
  try {
    const { at, answer } = JSON.parse(sessionStorage.getItem(NAME) ?? '')
    return { at: Number(at), answer: readWall.output.parse(answer) }
  } catch {
    return null
  }
}
