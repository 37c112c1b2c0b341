/**
 * Runs in the page before its scripts: the time stands still, and `passTime(ms)` lets it pass at
 * once. Each timer that is due fires once, as after a sleep of the machine.
 */
export function holdTime(): void {
  let now = Date.now()
  let last = 0
  const waiting = new Map<number, { at: number; run: () => void }>()
  const setTimer = (run: () => void, delay = 0): number => {
    last += 1
    waiting.set(last, { at: now + delay, run })
    return last
  }
  const clearTimer = (id: number): void => void waiting.delete(id)
  const passTime = async (ms: number): Promise<void> => {
    now += ms
    const due = [...waiting].filter(([, { at }]) => at <= now).sort(([, a], [, b]) => a.at - b.at)
    for (const [id, { run }] of due) {
      if (waiting.delete(id)) run()
    }
    // What they started goes through its promises and is drawn into the page.
    for (let turns = 0; turns < 12; turns += 1) await Promise.resolve()
  }
  Date.now = () => now
  Object.assign(window, { setTimeout: setTimer, clearTimeout: clearTimer, passTime })
}

declare global {
  interface Window {
    /** See `holdTime`. */
    passTime: (ms: number) => Promise<void>
  }
}
