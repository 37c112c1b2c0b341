import type { Server } from 'node:http'
import type { BlockList, Socket } from 'node:net'
import { allowanceOf, isLoopbackAddress, isOneOf, plain } from './source.ts'

/** Of one source at once: a browser opens six, and an office may share an address. */
const MOST_OF_SOURCE = 200

/**
 * Counts connections by source. Opening one gives what is called when it closes, or null where the
 * source holds as many as it may; this machine and trusted proxies are not counted.
 */
export function connectionCounter(
  proxies: BlockList | null,
  most = MOST_OF_SOURCE,
): (address: string) => (() => void) | null {
  const held = new Map<string, number>()
  return (address) => {
    const peer = plain(address)
    if (isLoopbackAddress(peer) || isOneOf(proxies, peer)) return () => undefined
    const source = allowanceOf(peer)
    const count = held.get(source) ?? 0
    if (count >= most) return null
    held.set(source, count + 1)
    return () => {
      const left = (held.get(source) ?? 1) - 1
      if (left > 0) held.set(source, left)
      else held.delete(source)
    }
  }
}

/** Hangs up on a source that holds too many connections. */
export function limitConnections(server: Server, proxies: BlockList | null): void {
  const opened = connectionCounter(proxies)
  server.on('connection', (socket: Socket) => {
    const closed = opened(socket.remoteAddress ?? '')
    if (closed) socket.once('close', closed)
    else socket.destroy()
  })
}
