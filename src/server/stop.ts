import type { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { SqliteStore } from './store/sqlite.ts'

/** How long requests under way may take once the desk is told to stop, and then to say why they failed. */
const PATIENCE = 10_000
const LAST_WORDS = 2000

/** The first signal stops with care, the second at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const heard = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    void stop().finally(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard)
}

/** Answers what was asked; what takes too long is told so, and what it wrote is rolled back. */
export async function endRequests(server: Server, store: SqliteStore): Promise<void> {
  const closed = new Promise<true>((resolve) => server.close(() => resolve(true)))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const isClosed = await Promise.race([closed, delay(PATIENCE)])
  if (isClosed !== true) {
    store.endWriting('DESK_STOPPING')
    await Promise.race([closed, delay(LAST_WORDS)])
  }
  clearInterval(sweep)
  server.closeAllConnections()
}
