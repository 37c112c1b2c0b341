import { inject, type InjectionKey } from 'vue'
import type { FiguresSource } from '#shared/headlines/source-line.ts'
import { DEFAULT_ZONE } from '#shared/settings/zone.ts'
import { readerName } from '../offered.ts'

/** What the figures of a page come from; null while they are not there, or where no page says so. */
type Source = () => FiguresSource | null

export const FIGURES_SOURCE: InjectionKey<Source> = Symbol('the source of the figures')

export const useFiguresSource = (): Source => inject(FIGURES_SOURCE, () => null)

/** Whose figures a file of the page holds, of which moment, and who took it away; made by what is loaded only then. */
export async function footLines(
  from: FiguresSource | null,
  now: number,
  zone = from?.zone ?? DEFAULT_ZONE,
): Promise<string[]> {
  const { sourceLine, takenAwayText } = await import('#shared/headlines/source-line.ts')
  const mark = readerName.value
  return [
    ...(from ? [sourceLine(from, now)] : []),
    ...(mark ? [takenAwayText(mark, zone, now)] : []),
  ]
}

/** The same as rows below those of a table. */
export async function footRows(from: FiguresSource | null, now: number): Promise<string[][]> {
  const lines = await footLines(from, now)
  return lines.length > 0 ? [[], ...lines.map((line) => [line])] : []
}
