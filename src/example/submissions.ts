import type { Row } from '#shared/ledgers/define.ts'
import { addDays, type Day } from '#shared/time/day.ts'
import { OUTLETS } from './lists.ts'
import { createRandom, type Random } from './random.ts'

/** The days for which somebody kept 报送台账: two quarters of 2024, invented. */
export const SUBMISSIONS_KEPT = { from: '2024-04-01', to: '2024-09-30' } as const

/**
 * 报送台账: what was sent to outlets from April to September 2024. Most uses go back to one of these
 * rows, some to none; more was sent than was taken.
 */
export function exampleSubmissions(pieces: readonly Row[], adoptions: readonly Row[]): Row[] {
  const random = createRandom(20_231_024)
  const rows = [...taken(adoptions, random), ...declined(pieces, random)]
  return rows
    .toSorted((a, b) => (String(a.day) < String(b.day) ? -1 : a.day === b.day ? 0 : 1))
    .map((row, n) => ({ code: `示例BS2024${String(n + 1).padStart(4, '0')}`, ...row }))
}

const isKept = (day: Day): boolean => day >= SUBMISSIONS_KEPT.from && day <= SUBMISSIONS_KEPT.to

function taken(adoptions: readonly Row[], random: Random): Row[] {
  return adoptions.flatMap((adoption) => {
    const day = addDays(String(adoption.day), -random.whole(0, 3))
    const isSent = random.chance(0.88)
    const said = random.chance(0.9) ? 'adopted' : null
    if (adoption.kind === 'own' || !isSent || !isKept(day)) return []
    const { work, outlet, level, author, department } = adoption
    return [{ day, ...sent({ work, outlet, level, author, department }), result: said }]
  })
}

const sent = (cells: Readonly<Record<string, Row[string] | undefined>>): Row =>
  Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, cell ?? null]))

function declined(pieces: readonly Row[], random: Random): Row[] {
  return pieces.flatMap((piece) => {
    const isSent = random.chance(0.22)
    const { name: outlet, level } = random.weighted<(typeof OUTLETS)[number]>(OUTLETS)
    const result = random.chance(0.8) ? 'declined' : random.chance(0.6) ? 'pending' : null
    const day = String(piece.day)
    if (!isSent || !isKept(day) || piece.origin !== 'original') return []
    const { title: work, author, department } = piece
    return [{ day, ...sent({ work, outlet, level, author, department }), result }]
  })
}
