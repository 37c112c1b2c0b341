import { setTimeout as delay } from 'node:timers/promises'
import { secondsOfWork, type DeskProcess } from '#test/support/desk-process.ts'

/** How many milliseconds this process itself was late at most: what it measures is no better than that. */
export function watchOwnLag(): () => number {
  let worst = 0
  let last = performance.now()
  const timer = setInterval(() => {
    worst = Math.max(worst, performance.now() - last - 20)
    last = performance.now()
  }, 20)
  return () => {
    clearInterval(timer)
    return worst
  }
}

/**
 * Seconds of work that a thousand requests take a desk and this process, `after` so many milliseconds:
 * unlike times of answers they hardly vary with what else the machine does.
 */
export function watchWork(desk: DeskProcess, after: number): (requests: number) => Promise<string> {
  const work = () => Promise.all([desk, process].map(secondsOfWork))
  const begun = delay(after).then(() => work())
  return async (requests) => {
    const [before, now] = [await begun, await work()]
    const each = (of: number) =>
      ((((now[of] ?? 0) - (before[of] ?? 0)) / requests) * 1000).toFixed(2)
    return `work for 1,000 requests: desk ${each(0)} s, this process ${each(1)} s`
  }
}
