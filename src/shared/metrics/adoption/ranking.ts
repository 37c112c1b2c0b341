import type { Use } from './points.ts'

/** What one person or department has: every use, those that count, and their points in hundredths. */
export interface Standing {
  /** '' where the records leave the name empty. */
  readonly name: string
  readonly uses: number
  readonly counted: number
  readonly points: number
}

type Named<U> = (use: U) => string

/**
 * Standings by name: most points first, then most counted uses, then most uses, then by name. Who is
 * not named (未填) stands last whatever they have, for nobody can be ranked by it.
 */
export function standings<U extends Use>(
  uses: readonly U[],
  counted: readonly U[],
  nameOf: Named<U>,
): Standing[] {
  const found = new Map<string, { uses: number; counted: number; points: number }>()
  const at = (use: U) => {
    const name = nameOf(use)
    const known = found.get(name) ?? { uses: 0, counted: 0, points: 0 }
    found.set(name, known)
    return known
  }
  for (const use of uses) at(use).uses += 1
  for (const use of counted) {
    const own = at(use)
    own.counted += 1
    own.points += use.points
  }
  return [...found].map(([name, own]) => ({ name, ...own })).toSorted(byStanding)
}

function byStanding(a: Standing, b: Standing): number {
  if ((a.name === '') !== (b.name === '')) return a.name === '' ? 1 : -1
  const size = b.points - a.points || b.counted - a.counted || b.uses - a.uses
  return size === 0 ? (a.name < b.name ? -1 : 1) : size
}
