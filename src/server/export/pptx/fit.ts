import { textWidth, wrapped } from '#charts/text.ts'
import { LINE_HEIGHT } from './shapes.ts'

/** Fonts differ from machine to machine: words are taken a little wider than they should be. */
const SLACK = 1.05

export const linesOf = (text: string, size: number, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + wrapped(line, size * SLACK, width).length, 0)

/** Where Han and Latin signs meet, some programs leave a quarter of an em. */
const MEETINGS = /(?<=[\u2E80-\uFFEF])[\w%]|(?<=[\w%])[\u2E80-\uFFEF]/g

export const widthOf = (text: string, size: number): number =>
  textWidth(text, size * SLACK) + (text.match(MEETINGS)?.length ?? 0) * size * 0.25

/** Height of some paragraphs in pixels, each with a space after it. */
export const heightOf = (
  texts: readonly string[],
  size: number,
  width: number,
  spaceAfter = 0,
): number =>
  texts.reduce((sum, text) => sum + linesOf(text, size, width) * size * LINE_HEIGHT + spaceAfter, 0)

/** The first size at which it fits; the last one where none does. */
export const fittingSize = (sizes: readonly number[], fits: (size: number) => boolean): number =>
  sizes.find(fits) ?? sizes.at(-1) ?? 12

/** A title broken between its clauses where it is longer than a line; a long clause breaks by itself. */
export function titleLines(title: string, size: number, width: number): string[] {
  const clauses = title.match(/[^，；：]+[，；：]?/g) ?? [title]
  return clauses.reduce<string[]>((lines, clause) => {
    const line = lines.at(-1)
    return line !== undefined && widthOf(line + clause, size) <= width
      ? [...lines.slice(0, -1), line + clause]
      : [...lines, clause]
  }, [])
}
