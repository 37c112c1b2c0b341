import type { ImportStep } from '#shared/contract/import-progress.ts'
import { DeskError } from '#shared/diagnostics.ts'

/** What one reading or loading says of itself, and how it learns that nobody wants it any more. */
export interface Doing {
  told(step: ImportStep): void
  readonly signal: AbortSignal
}

export interface ImportsUnderWay {
  /**
   * Runs under an import's name. Throws IMPORT_UNDER_WAY when something runs under it already,
   * IMPORT_CANCELLED when it was cancelled before it came here, while its files were still sent.
   */
  run<T>(id: string, task: (doing: Doing) => Promise<T>): Promise<T>
  step(id: string): ImportStep | null
  /** Ends what runs under the name, and waits until it has: `finished` where it was too late, `absent` where nothing ran. */
  cancel(id: string): Promise<'ended' | 'finished' | 'absent'>
  /** Cancels what is still to come under the name: its files may be on their way. */
  forestall(id: string): void
}

/** Names remembered of imports that were cancelled before they came. */
const MOST_EARLY = 100

/** Readings and loadings of this process: they end with it, and so does what is known of them. */
export function importsUnderWay(): ImportsUnderWay {
  const running = new Map<
    string,
    {
      step: ImportStep | null
      readonly end: AbortController
      readonly over: Promise<'ended' | 'finished'>
    }
  >()
  const early = new Set<string>()
  return {
    async run(id, task) {
      if (running.has(id)) throw new DeskError('IMPORT_UNDER_WAY')
      if (early.delete(id)) throw new DeskError('IMPORT_CANCELLED')
      const end = new AbortController()
      const told = (step: ImportStep) => {
        const known = running.get(id)
        if (known) known.step = step
      }
      const work = Promise.resolve().then(() => task({ told, signal: end.signal }))
      running.set(id, {
        step: null,
        end,
        over: work.then(
          () => 'finished' as const,
          () => 'ended' as const,
        ),
      })
      try {
        return await work
      } finally {
        running.delete(id)
      }
    },
    step: (id) => running.get(id)?.step ?? null,
    async cancel(id) {
      const found = running.get(id)
      found?.end.abort()
      return found ? found.over : 'absent'
    },
    forestall(id) {
      const [oldest] = early
      if (early.size >= MOST_EARLY && oldest !== undefined) early.delete(oldest)
      early.add(id)
    },
  }
}
