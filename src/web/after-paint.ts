const waiting: (() => void)[] = []

/** Runs a job once what is on the page now has been painted; jobs run one a task, in order. */
export function afterPaint(job: () => void): void {
  waiting.push(job)
  if (waiting.length === 1) requestAnimationFrame(() => setTimeout(next))
}

function next(): void {
  waiting[0]?.()
  waiting.shift()
  if (waiting.length > 0) setTimeout(next)
}
