import type { IncomingMessage } from 'node:http'

/** Milliseconds within which a request's head, and the whole of it, must have come. */
export interface Patience {
  readonly head: number
  readonly whole: number
  /** Who may take as long as it gets on has to send so many bytes each so many milliseconds. */
  readonly pace: { readonly bytes: number; readonly within: number }
}

const taking = new WeakMap<Request, () => void>()

/**
 * Lets the body of a request take as long as it gets on. For a handler to call that knows who sends it:
 * before that nobody may hold a line open with a body that does not come.
 */
export function letTakeLong(request: Request): void {
  taking.get(request)?.()
}

/** What `letTakeLong` does for a request that came in so. */
export function mayTakeLong(request: Request, watched: BodyWatch | undefined): void {
  if (watched) taking.set(request, watched.letTakeLong)
}

export interface BodyWatch {
  letTakeLong(): void
}

/** Calls `late` where the body of a request does not come in time; nothing to watch without one. */
export function watchBody(
  incoming: IncomingMessage,
  { whole, pace }: Pick<Patience, 'whole' | 'pace'>,
  late: () => void,
): BodyWatch | undefined {
  const { headers, socket } = incoming
  if (!Number(headers['content-length'] ?? 0) && !headers['transfer-encoding']) return undefined
  let timer = setTimeout(late, whole)
  let isOver = false
  const stop = (): void => {
    isOver = true
    clearTimeout(timer)
  }
  incoming.once('end', stop).once('close', stop)
  function hold(): void {
    const before = socket.bytesRead
    clearTimeout(timer)
    if (isOver) return
    timer = setTimeout(() => {
      if (incoming.complete || socket.bytesRead - before >= pace.bytes) return hold()
      late()
    }, pace.within)
  }
  return { letTakeLong: hold }
}
