import { onBeforeUnmount, onMounted, ref, shallowRef } from 'vue'
import { readWall, type WallAnswer } from '#shared/contract/wall.ts'
import { apiBase } from '../api/client.ts'

const EVERY = 10_000
const PATIENCE = 8000
const NAME = 'wall'

/**
 * What the last question came to: not answered yet, as it is now, nobody answers, or whoever asks may
 * not know: not signed in (`stranger`), or without the right.
 */
type FeedState = 'asking' | 'live' | 'lost' | 'stranger' | 'noRight'

/** Statuses by which the desk says that it may not be asked. */
const REFUSED: ReadonlyMap<number, FeedState> = new Map([
  [401, 'stranger'],
  [403, 'noRight'],
])

/**
 * What the desk lets stand on a wall, asked for every ten seconds by its revision: figures that did
 * not change are not sent again, and those on screen stay while nobody answers, but not when whoever
 * asks may no longer know them. `at` is when they were last known to be right, in UTC milliseconds.
 * Asked with the wall's own token where there is one, else, or when it is ended, by who is signed in.
 */
export function useWallFeed(period: string | undefined, token: string) {
  const kept = keptAnswer()
  const answer = shallowRef<WallAnswer | null>(kept?.answer ?? null)
  const at = ref(kept?.at ?? 0)
  const state = ref<FeedState>(kept ? 'lost' : 'asking')
  const address = `${apiBase}/wall${period === undefined ? '' : `?p=${encodeURIComponent(period)}`}`
  let tag = ''
  let shown = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOn = true

  const askWith = (bearer: string, signal: AbortSignal): Promise<Response> =>
    fetch(address, {
      cache: 'no-store',
      headers: {
        ...(bearer !== '' && { authorization: `Bearer ${bearer}` }),
        ...(tag !== '' && { 'if-none-match': tag }),
      },
      signal,
    })

  async function ask(signal: AbortSignal): Promise<void> {
    const first = await askWith(token, signal)
    const response = token !== '' && first.status === 401 ? await askWith('', signal) : first
    const refused = REFUSED.get(response.status)
    if (refused) return refuse(refused)
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

  function refuse(how: FeedState): void {
    answer.value = null
    at.value = 0
    tag = ''
    shown = ''
    state.value = how
    forget()
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

function forget(): void {
  try {
    sessionStorage.removeItem(NAME)
  } catch {
    // Then nothing was kept.
  }
}

function keptAnswer(): { at: number; answer: WallAnswer } | null {
  try {
    const { at, answer } = JSON.parse(sessionStorage.getItem(NAME) ?? '')
    return { at: Number(at), answer: readWall.output.parse(answer) }
  } catch {
    return null
  }
}
