import type { Row } from '#shared/ledgers/define.ts'
import { addDays, type Day, type Month } from '#shared/time/day.ts'
import { exampleOwnPosts, withEvidence, withRepeats } from './adoption-evidence.ts'
import { LEVEL_WORDS, OUTLETS, type Level } from './lists.ts'
import { createRandom, type Random } from './random.ts'
import { monthsOfYear, spread } from './rhythm.ts'

/**
 * 上级采用台账: 166 national, 476 provincial and 603 municipal in 2024, 1,048 in all in 2023.
 * The works are pieces of the same days, each carried by one outlet or by several.
 */
export function exampleAdoptions(pieces: readonly Row[]): Row[] {
  const tools = { random: createRandom(20_231_002), lags: createRandom(20_231_020) }
  const works = originalsByDay(pieces)
  const rows = YEARS.flatMap(({ year, months }) =>
    monthsOfYear(year)
      .flatMap((month, n) => monthAdoptions(month, months[n] ?? [0, 0, 0], works, tools))
      .map((row, n) => ({ code: `示例CY${year}${String(n + 1).padStart(4, '0')}`, ...row })),
  )
  return [...withRepeats(withEvidence(rows)), ...exampleOwnPosts(pieces)]
}

/** `lags` draws apart, so that what is carried where does not hang on when it was published. */
interface Tools {
  readonly random: Random
  readonly lags: Random
}

type Counts = readonly [national: number, provincial: number, municipal: number]

/** Adoptions a month as national, provincial, municipal. */
const YEARS: readonly { readonly year: number; readonly months: readonly Counts[] }[] = [
  {
    year: 2023,
    months: [
      [9, 27, 36],
      [7, 24, 31],
      [10, 31, 41],
      [11, 32, 41],
      [11, 33, 42],
      [11, 32, 42],
      [11, 34, 43],
      [11, 34, 45],
      [12, 36, 48],
      [15, 45, 58],
      [12, 35, 47],
      [12, 35, 44],
    ],
  },
  {
    year: 2024,
    months: [
      [11, 34, 43],
      [9, 27, 36],
      [12, 36, 47],
      [13, 37, 47],
      [13, 39, 49],
      [13, 39, 48],
      [13, 40, 50],
      [14, 42, 52],
      [16, 44, 56],
      [24, 56, 70],
      [15, 42, 53],
      [13, 40, 52],
    ],
  },
]

const FIRST_DAY: Day = '2023-01-01'

/** How many outlets carry a work. */
const CARRIED = [
  { outlets: 1, weight: 70 },
  { outlets: 2, weight: 21 },
  { outlets: 3, weight: 7 },
  { outlets: 4, weight: 2 },
] as const

type Outlet = (typeof OUTLETS)[number]

function originalsByDay(pieces: readonly Row[]): Map<Day, Row[]> {
  const works = new Map<Day, Row[]>()
  const seen = new Set<string>()
  for (const piece of pieces) {
    const day = String(piece.day)
    const title = String(piece.title)
    const work = `${day.slice(0, 4)} ${title}`
    if (piece.origin !== 'original' || seen.has(work)) continue
    seen.add(work)
    works.set(day, [...(works.get(day) ?? []), piece])
  }
  return works
}

function monthAdoptions(
  month: Month,
  [national, provincial, municipal]: Counts,
  works: Map<Day, Row[]>,
  { random, lags }: Tools,
): Row[] {
  const levels = random.shuffled<Level>([
    ...Array.from({ length: national }, (): Level => 'national'),
    ...Array.from({ length: provincial }, (): Level => 'provincial'),
    ...Array.from({ length: municipal }, (): Level => 'municipal'),
  ])
  const days = spread(levels.length, month, random).flatMap(({ day, count }) =>
    Array.from({ length: count }, () => day),
  )
  let carried: { work: Row; left: number; by: Outlet[] } | null = null
  return levels.map((level, n) => {
    const day = days[n] ?? `${month}-28`
    if (!carried || carried.left === 0) {
      const work = takeWork(works, publishedOn(day, lags), random)
      carried = { work, left: random.weighted(CARRIED).outlets, by: [] }
    }
    const outlet = chooseOutlet(level, carried.by, random)
    carried.left -= 1
    carried.by.push(outlet)
    return adoption(day, carried.work, outlet, random)
  })
}

/** Days from publishing to the first use, negative where it goes to an outlet before. */
const LAGS = [
  { days: 0, weight: 34 },
  { days: 1, weight: 27 },
  { days: 2, weight: 13 },
  { days: 3, weight: 8 },
  { days: 5, weight: 6 },
  { days: 9, weight: 4 },
  { days: 17, weight: 3 },
  { days: 38, weight: 1 },
  { days: -1, weight: 4 },
] as const

function publishedOn(day: Day, lags: Random): Day {
  const published = addDays(day, -lags.weighted<(typeof LAGS)[number]>(LAGS).days)
  return published.slice(0, 4) === day.slice(0, 4) ? published : day
}

/** An original of the day, or of the nearest day before it, that no outlet has carried yet. */
function takeWork(works: Map<Day, Row[]>, day: Day, random: Random): Row {
  const left = works.get(day) ?? []
  if (left.length === 0 && day > FIRST_DAY) return takeWork(works, addDays(day, -1), random)
  const work = random.pick(left)
  works.set(
    day,
    left.filter((piece) => piece !== work),
  )
  return work
}

function chooseOutlet(level: Level, taken: readonly Outlet[], random: Random): Outlet {
  const ofLevel = OUTLETS.filter((outlet) => outlet.level === level)
  const free = ofLevel.filter((outlet) => !taken.includes(outlet))
  return random.weighted<Outlet>(free.length > 0 ? free : ofLevel)
}

function adoption(day: Day, work: Row, outlet: Outlet, random: Random): Row {
  const { name, level, medium, positions } = outlet
  const title = String(work.title)
  const isRetitled = level !== 'municipal' && random.chance(0.5)
  return {
    day,
    work: title,
    title: isRetitled ? `四川峨边：${title.replace(/^(我县|峨边(?!各|县))/, '')}` : null,
    outlet: name,
    level,
    levelWord: LEVEL_WORDS[level],
    medium,
    position: positions.length > 0 && random.chance(0.5) ? random.pick<string>(positions) : null,
    form: work.form ?? null,
    author: work.author ?? null,
    department: work.department ?? null,
  }
}
