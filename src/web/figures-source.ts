import { inject, type InjectionKey } from 'vue'
import type { FiguresSource } from '#shared/headlines/source-line.ts'

/** What the figures of a page come from; null while they are not there, or where no page says so. */
type Source = () => FiguresSource | null

export const FIGURES_SOURCE: InjectionKey<Source> = Symbol('the source of the figures')

export const useFiguresSource = (): Source => inject(FIGURES_SOURCE, () => null)

/** Whose figures a file holds and of which moment, as rows below its own; made by what is loaded only then. */
export async function sourceRows(from: FiguresSource | null, now: number): Promise<string[][]> {
  if (!from) return []
  const { sourceLine } = await import('#shared/headlines/source-line.ts')
  return [[], [sourceLine(from, now)]]
}
