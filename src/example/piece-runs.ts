import type { Row } from '#shared/ledgers/define.ts'
import { addDays, type Day } from '#shared/time/day.ts'
import { createRandom, type Random } from './random.ts'

/**
 * Says which run each item on air is: some television and radio items are a repeat, a Yi version or
 * a digest of a work of the days before, and then bear its title, column, author and reviewers.
 * Posts online are 首发 where somebody wrote it down. Forms, platforms, origins and days stay.
 */
export function withRuns(pieces: readonly Row[]): Row[] {
  const random = createRandom(20_231_011)
  const aired = new Map<string, Row[]>()
  return pieces.map((piece) => {
    if (!isOnAir(piece)) return { ...piece, edition: random.chance(0.4) ? 'first' : null }
    const slot = [piece.platform, piece.form, piece.origin].join(' ')
    const since = addDays(String(piece.day), -RERUN_DAYS)
    const recent = (aired.get(slot) ?? []).filter((work) => isBetween(work, since, piece))
    const { edition } = random.weighted<{ edition: string | null; weight: number }>(RUNS)
    const isRun = edition !== 'first' && edition !== null && recent.length > 0
    const run = isRun ? runOf(piece, random.pick(recent), edition) : firstRun(piece, edition)
    aired.set(slot, run.edition === 'first' ? [...recent, run] : recent)
    return run
  })
}

const RERUN_DAYS = 3

/** Nobody wrote down the run of some. */
const RUNS = [
  { edition: 'first', weight: 56 },
  { edition: 'repeat', weight: 24 },
  { edition: 'translation', weight: 8 },
  { edition: 'digest', weight: 4 },
  { edition: null, weight: 8 },
] as const

const isOnAir = ({ platform }: Row): boolean => platform === '综合频道' || platform === '综合广播'

const isBetween = ({ day }: Row, since: Day, before: Row): boolean =>
  String(day) >= since && String(day) < String(before.day)

const firstRun = (piece: Row, edition: string | null): Row => ({
  ...piece,
  edition: edition === null ? null : 'first',
})

const COPIED = [
  ...(['title', 'column', 'author', 'department'] as const),
  ...(['firstReviewer', 'secondReviewer', 'finalReviewer'] as const),
] as const

function runOf(piece: Row, work: Row, edition: string): Row {
  const copied = Object.fromEntries(COPIED.map((field) => [field, work[field] ?? null]))
  return { ...piece, ...copied, edition }
}

/** What reviewing leaves behind: now and then a step nobody signed, or one person in two steps. */
export function withReviewers(pieces: readonly Row[], names: readonly string[]): Row[] {
  const random = createRandom(20_231_012)
  return pieces.map((piece) => ({ ...piece, ...reviewers(piece, names, random) }))
}

function reviewers(piece: Row, names: readonly string[], random: Random): Row {
  const { author, firstReviewer, secondReviewer, finalReviewer } = piece
  const free = names.filter((name) => ![author, secondReviewer, finalReviewer].includes(name))
  const isTwice = firstReviewer === secondReviewer || firstReviewer === finalReviewer
  const first = isTwice && !random.chance(0.06) ? random.pick(free) : (firstReviewer ?? null)
  const left = random.next()
  return {
    firstReviewer: left < 0.004 ? null : first,
    secondReviewer: left < 0.024 ? null : (secondReviewer ?? null),
    finalReviewer: left < 0.001 ? null : (finalReviewer ?? null),
  }
}
