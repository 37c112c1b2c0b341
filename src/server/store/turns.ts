/** Runs one task at a time, in the order asked; a task that fails does not hold up the next. */
export function inTurns(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const turn = last.then(task)
    last = turn.catch(() => null)
    return turn
  }
}

/** Runs so many tasks at a time, in the order asked; a task that fails does not hold up the next. */
export function atMost(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      // Whoever waits takes over the place, so that nobody comes between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}

/** Rows handled before the event loop gets its turn. */
export const PART = 200

const LONGEST_MS = 8
let rested = 0

// Browsers have no setImmediate; a timer rests a whole millisecond, a tenth of a long write.
const nextTask: (task: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : (task) => setTimeout(task, 0)

/** Lets whatever else waits run, when it has waited long: a macrotask, in Node and browsers alike. */
export async function breathe(): Promise<void> {
  if (performance.now() - rested < LONGEST_MS) return
  await new Promise<void>((resolve) => nextTask(() => resolve()))
  rested = performance.now()
}

/** The same after a whole part: what is shorter is the last, and others wait for the writer's turn. */
export async function breatheAfter({ length }: readonly unknown[]): Promise<void> {
  if (length >= PART) await breathe()
}

/** What becomes of each in its order; whoever else waits has a turn between the parts of a long list. */
export async function eachInTurn<T, R>(
  list: readonly T[],
  make: (item: T, at: number) => R,
): Promise<R[]> {
  const made: R[] = []
  for (const part of inParts(list, PART)) {
    for (const item of part) made.push(make(item, made.length))
    await breatheAfter(part)
  }
  return made
}

/** The list in parts of at most `size`. */
export function inParts<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < list.length; start += size)
    parts.push(list.slice(start, start + size))
  return parts
}
