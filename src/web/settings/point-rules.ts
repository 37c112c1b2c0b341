import { FORMS, LEVELS } from '#shared/ledgers/dictionaries.ts'
import type { PointRule } from '#shared/settings/points.ts'

/** A rule for points as its form holds it: points and factors as typed, blank for none. */
export interface RuleRow {
  name: string
  year: string
  pieces: Record<string, string>
  adoptions: Record<string, string>
  positions: { word: string; factor: string }[]
  counting: PointRule['counting']
}

/** Whole hundredths as typed: 150 is `1.5`. */
const typed = (hundredths: number): string => String(hundredths / 100)

const typedAll = (
  keys: Readonly<Record<string, unknown>>,
  points: Readonly<Record<string, number>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.keys(keys).map((key) => {
      const value = points[key]
      return [key, value === undefined ? '' : typed(value)]
    }),
  )

/** A rule in its form: every form and level has a field. */
export const ruleRow = (rule: PointRule): RuleRow => ({
  name: rule.name,
  year: String(rule.year),
  pieces: typedAll(FORMS, rule.pieces),
  adoptions: typedAll(LEVELS, rule.adoptions),
  positions: rule.positions.map(({ word, percent }) => ({ word, factor: typed(percent) })),
  counting: rule.counting,
})

const MOST = 100_000

/** Typed points or a factor as whole hundredths; null unless 0 to 1000 with at most two decimals. */
function hundredths(text: string): number | null {
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(text.trim())) return null
  const value = Math.round(Number(text) * 100)
  return value <= MOST ? value : null
}

/** What is wrong with the rules as typed, a sentence each; empty where they can be kept. */
export function ruleFaults(rows: readonly RuleRow[]): string[] {
  const names = rows.map(({ name }) => name.trim())
  const isNumber = (text: string): boolean => hundredths(text) !== null
  const areNumbers = rows.every((row) =>
    [...Object.values(row.pieces), ...Object.values(row.adoptions)].every(
      (text) => text.trim() === '' || isNumber(text),
    ),
  )
  const arePlaces = rows.every(({ positions }) =>
    positions.every(({ word, factor }) => word.trim() !== '' && isNumber(factor)),
  )
  return [
    names.some((name) => name === '') && '每份计分办法都要有名称。',
    new Set(names).size < names.length && '两份计分办法不能同名。',
    rows.some(({ year }) => !/^20\d{2}$/.test(year.trim())) && '年份写四位数，如 2024。',
    !areNumbers && '分值在 0 到 1000 之间，最多两位小数；没有分的留空。',
    !arePlaces && '版面位置要写明字样，倍数在 0 到 1000 之间，最多两位小数。',
  ].filter((fault) => fault !== false)
}

/** The rules as kept, of rows without faults. */
export const rulesOf = (rows: readonly RuleRow[]): PointRule[] =>
  rows.map((row) => ({
    name: row.name.trim(),
    year: Number(row.year),
    pieces: kept(row.pieces),
    adoptions: kept(row.adoptions),
    positions: row.positions.map(({ word, factor }) => ({
      word: word.trim(),
      percent: hundredths(factor) ?? 0,
    })),
    counting: row.counting,
  }))

const kept = (points: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(points).flatMap(([key, text]) => {
      const value = hundredths(text)
      return value === null ? [] : [[key, value]]
    }),
  )

/** A further rule to start from: the newest of them for the year after it, under a name of its own. */
export function nextRule(rows: readonly RuleRow[]): RuleRow {
  const [newest] = [...rows].sort((a, b) => Number(b.year) - Number(a.year))
  if (!newest)
    return ruleRow({
      name: '计分办法',
      year: new Date().getFullYear(),
      pieces: {},
      adoptions: {},
      positions: [],
      counting: 'highestPerWork',
    })
  const year = String(Number(newest.year) + 1)
  return {
    ...newest,
    name: `${year} 年计分办法`,
    year,
    pieces: { ...newest.pieces },
    adoptions: { ...newest.adoptions },
    positions: newest.positions.map((position) => ({ ...position })),
  }
}
