import type { Day } from '../time/day.ts'
import type { Row } from './define.ts'
import { LEVELS } from './dictionaries.ts'

/** Where a record's level is from; nothing where the record states it itself. */
export const LEVEL_SOURCES = { list: { label: '按媒体名录' } } as const

/** A level an outlet has from a day on, and the centre's own word for it then. */
export interface DatedLevel {
  readonly from: Day
  readonly level: string
  readonly word: string | null
}

export interface LevelAt {
  readonly level: string
  readonly word: string | null
}

const ENTRY = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\s*起\s*([^（(\s]+)(?:[（(](.+)[）)])?$/

const BETWEEN = /[；;\n]/

const CODES = new Map<string, string>(
  Object.entries<{ readonly label: string; readonly words: readonly string[] }>(LEVELS).flatMap(
    ([code, { label, words }]) => [label, ...words].map((word) => [word, code] as const),
  ),
)

/**
 * 级别沿革 as its cell holds it, earliest first: `2023起 市级；2024-07-01起 省级（省直）`. Null when any
 * part of it cannot be read: a level is never guessed.
 */
export function readLevels(text: string): DatedLevel[] | null {
  const parts = text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const levels: DatedLevel[] = []
  for (const part of parts) {
    const [, year, month = '01', day = '01', word = '', own = null] = ENTRY.exec(part) ?? []
    const level = CODES.get(word)
    if (year === undefined || level === undefined) return null
    levels.push({ from: `${year}-${month}-${day}`, level, word: own })
  }
  return levels.sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The cell for dated levels, which `readLevels` reads back. */
export const writeLevels = (levels: readonly DatedLevel[]): string =>
  levels
    .map(({ from, level, word }) => `${from}起 ${labelOf(level)}${word ? `（${word}）` : ''}`)
    .join('；')

const labelOf = (level: string): string =>
  [...CODES].find(([, code]) => code === level)?.[0] ?? level

/** The level of an outlet on a day: the latest that has begun, else the one it always had; null when nobody said. */
export function levelOn({ level, levelWord, levels }: Row, day: Day): LevelAt | null {
  const dated = typeof levels === 'string' ? readLevels(levels) : []
  if (dated === null) return null
  const begun = dated.filter(({ from }) => from <= day).at(-1)
  if (begun) return { level: begun.level, word: begun.word }
  if (typeof level !== 'string') return null
  return { level, word: typeof levelWord === 'string' ? levelWord : null }
}
