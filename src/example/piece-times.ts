import type { Row } from '#shared/ledgers/define.ts'
import { addSeconds } from '#shared/time/clock.ts'
import type { Day } from '#shared/time/day.ts'
import { createRandom, type Random } from './random.ts'

/** From here on the ledger is exported from the editing system, which knows when a piece was signed. */
const SYSTEM_SINCE: Day = '2024-06-03'

/**
 * Gives pieces the minute they went out, and those of the editing system the times they were sent
 * to review and signed. Some have none: nobody wrote it down.
 */
export function withTimes(pieces: readonly Row[]): Row[] {
  const random = createRandom(20_231_013)
  return pieces.map((piece) => {
    const publishedAt = random.chance(0.93) ? outAt(piece, random) : null
    return { ...piece, publishedAt, ...review(piece, publishedAt, random) }
  })
}

/** Hours at which a kind of platform publishes, and how often. */
const HOURS: Readonly<
  Record<string, readonly { readonly hour: number; readonly weight: number }[]>
> = {
  综合频道: hours([12, 20], [19, 26], [20, 44], [22, 10]),
  综合广播: hours([7, 36], [12, 30], [18, 34]),
  online: hours(
    ...([
      [7, 4],
      [8, 9],
      [9, 13],
      [10, 10],
      [11, 9],
      [12, 8],
    ] as const),
    ...([
      [14, 5],
      [15, 8],
      [16, 9],
      [17, 14],
      [18, 9],
      [19, 4],
      [20, 6],
      [21, 2],
    ] as const),
  ),
}

function hours(...pairs: readonly (readonly [hour: number, weight: number])[]) {
  return pairs.map(([hour, weight]) => ({ hour, weight }))
}

function outAt({ day, platform }: Row, random: Random): string {
  const { hour } = random.weighted(HOURS[String(platform)] ?? HOURS.online ?? [])
  return `${day}T${two(hour)}:${two(random.whole(0, 59))}`
}

/** Mostly some minutes from 送审 to 签发, at times more than a day; and then out, rarely before. */
function review({ day }: Row, publishedAt: string | null, random: Random): Row {
  if (String(day) < SYSTEM_SINCE || publishedAt === null || random.chance(0.04)) {
    return { submittedAt: null, signedAt: null }
  }
  const isLate = random.chance(0.012)
  const minutes = isLate ? random.whole(3, 90) : -random.whole(2, 55)
  const signedAt = addSeconds(publishedAt, minutes * 60)
  const took = random.skewed(38, 2400)
  const submittedAt = random.chance(0.02) ? null : addSeconds(signedAt, -took * 60)
  return { submittedAt, signedAt }
}

const two = (number: number): string => String(number).padStart(2, '0')
