import type { Row } from '#shared/ledgers/define.ts'
import { lastDay, monthOf, type Month } from '#shared/time/day.ts'
import { createRandom } from './random.ts'
import { monthsOfYear } from './rhythm.ts'

/**
 * 账号数据台账: followers at each month's end and the reads of the month, for the platforms that
 * tell. An account's reads are those of its pieces of the month and some of older ones.
 */
export function exampleAccountFigures(pieces: readonly Row[]): Row[] {
  const random = createRandom(20_231_005)
  const readsOf = readsByMonth(pieces)
  return ACCOUNTS.flatMap(({ platform, start, gain }) => {
    let followers: number = start
    return [...monthsOfYear(2023), ...monthsOfYear(2024)].map((month) => {
      const boost = month === '2024-10' ? 2 : 1
      const gained = Math.round(gain * boost * (0.7 + 0.6 * random.next()))
      const lost = Math.round(gained * (0.2 + 0.2 * random.next()))
      followers += gained - lost
      const own = readsOf.get(`${platform} ${month}`) ?? 0
      const reads = Math.round(own * (1.08 + 0.1 * random.next()))
      const interactions = Math.floor(reads * (0.02 + 0.02 * random.next()))
      return { day: lastDay(month), platform, followers, gained, lost, reads, interactions }
    })
  }).toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)))
}

/** `start` is the followers at the end of 2022, `gain` the new ones of an ordinary month. */
const ACCOUNTS = [
  { platform: '峨边在线', start: 31_206, gain: 420 },
  { platform: '爱峨边', start: 9_814, gain: 190 },
  { platform: '今日峨边', start: 18_352, gain: 160 },
  { platform: '短视频号', start: 42_670, gain: 980 },
] as const

function readsByMonth(pieces: readonly Row[]): Map<`${string} ${Month}`, number> {
  const sums = new Map<`${string} ${Month}`, number>()
  for (const { day, platform, reads } of pieces) {
    const key = `${platform} ${monthOf(String(day))}` as const
    if (typeof reads === 'number') sums.set(key, (sums.get(key) ?? 0) + reads)
  }
  return sums
}
