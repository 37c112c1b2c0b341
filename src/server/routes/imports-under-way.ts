import type { ImportStep } from '#shared/contract/imports.ts'
import { DeskError } from '#shared/diagnostics.ts'

/** What one reading or loading says of itself, and how it learns that nobody wants it any more. */
export interface Doing {
  told(step: ImportStep): void
  readonly signal: AbortSignal
}

export interface ImportsUnderWay {
  /** Runs under an import's name. Throws IMPORT_UNDER_WAY when something runs under it already. */
  run<T>(id: string, task: (doing: Doing) => Promise<T>): Promise<T>
  step(id: string): ImportStep | null
  /** Ends what runs under the name, and waits until it has; whether there was anything. */
  cancel(id: string): Promise<boolean>
}

/** Readings and loadings of this process: they end with it, and so does what is known of them. */
export function importsUnderWay(): ImportsUnderWay {
  const running = new Map<
    string,
    { step: ImportStep | null; readonly end: AbortController; readonly over: Promise<unknown> }
  >()
  return {
    async run(id, task) {
      if (running.has(id)) throw new DeskError('IMPORT_UNDER_WAY')
      const end = new AbortController()
      const told = (step: ImportStep) => {
        const known = running.get(id)
        if (known) known.step = step
      }
      const work = Promise.resolve().then(() => task({ told, signal: end.signal }))
      running.set(id, { step: null, end, over: work.catch(() => null) })
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
      await found?.over
      return found !== undefined
    },
  }
}
