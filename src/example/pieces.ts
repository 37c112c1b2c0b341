import type { Row } from '#shared/ledgers/define.ts'
import type { Day, Month } from '#shared/time/day.ts'
import { PEOPLE, type Person } from './lists.ts'
import { withReviewers, withRuns } from './piece-runs.ts'
import { withTimes } from './piece-times.ts'
import { createRandom, type Random } from './random.ts'
import { apportion, monthsOfYear, spread } from './rhythm.ts'
import { composeTitle, topicsOf, type Subject, type Topic } from './titles.ts'

/** 发稿台账: 图文 7,798 and 视频 987 in 2024 as the report says; the months are invented. */
export function examplePieces(): Row[] {
  const names = PEOPLE.map(({ name }) => name)
  return withTimes(withReviewers(withRuns(publishedPieces()), names))
}

function publishedPieces(): Row[] {
  const random = createRandom(20_231_001)
  return YEARS.flatMap(({ year, months, videos }) => {
    let number = 0
    const nextCode = (): string => {
      number += 1
      return `示例FG${year}${String(number).padStart(5, '0')}`
    }
    const videosByMonth = apportion(videos, months)
    return monthsOfYear(year).flatMap((month, n) => {
      const all = months[n] ?? 0
      return monthPieces(month, all, videosByMonth[n] ?? 0, { random, nextCode })
    })
  })
}

type Form = 'text' | 'video'

interface Tools {
  readonly random: Random
  readonly nextCode: () => string
}

const YEARS = [
  { year: 2023, months: [508, 412, 525, 531, 548, 552, 556, 581, 612, 801, 668, 663], videos: 741 },
  {
    year: 2024,
    months: [640, 502, 640, 655, 680, 690, 700, 740, 858, 1044, 838, 798],
    videos: 987,
  },
] as const

/** `reads` and `most` are the median and the peak of a piece's reads; nobody counts them on air. */
const PLATFORMS = {
  峨边在线: { reads: 640, most: 32_000 },
  爱峨边: { reads: 260, most: 9_000 },
  今日峨边: { reads: 480, most: 21_000 },
  短视频号: { reads: 2_600, most: 186_000 },
  综合频道: null,
  综合广播: null,
} as const

type Platform = keyof typeof PLATFORMS

const PLATFORMS_OF = {
  text: [
    { platform: '爱峨边', weight: 42 },
    { platform: '峨边在线', weight: 26 },
    { platform: '今日峨边', weight: 22 },
    { platform: '综合广播', weight: 10 },
  ],
  video: [
    { platform: '短视频号', weight: 45 },
    { platform: '综合频道', weight: 33 },
    { platform: '爱峨边', weight: 15 },
    { platform: '峨边在线', weight: 4 },
    { platform: '今日峨边', weight: 3 },
  ],
} as const satisfies Record<Form, readonly { platform: Platform; weight: number }[]>

function monthPieces(month: Month, all: number, videos: number, tools: Tools): Row[] {
  const forms = tools.random.shuffled(
    Array.from({ length: all }, (_, n): Form => (n < videos ? 'video' : 'text')),
  )
  const topics = topicsOf(month)
  let taken = 0
  return spread(all, month, tools.random).flatMap(({ day, count }) => {
    const ofDay = forms.slice(taken, taken + count)
    taken += count
    return dayPieces(day, ofDay, topics, tools)
  })
}

/** One work, and the platforms it went out on so far. */
interface Work extends Subject {
  readonly form: Form
  readonly author: Person
  readonly origin: 'original' | 'forwarded' | null
  readonly platforms: Set<Platform>
}

function dayPieces(
  day: Day,
  forms: readonly Form[],
  topics: readonly Topic[],
  tools: Tools,
): Row[] {
  const works: Work[] = []
  return forms.map((form) => {
    const { platform } = tools.random.weighted<{ platform: Platform; weight: number }>(
      PLATFORMS_OF[form],
    )
    const known = works.find((work) => work.form === form && !work.platforms.has(platform))
    const work = known && tools.random.chance(0.35) ? known : newWork(topics, form, tools.random)
    if (work !== known) works.push(work)
    work.platforms.add(platform)
    return piece(day, work, platform, tools)
  })
}

function newWork(topics: readonly Topic[], form: Form, random: Random): Work {
  const subject = composeTitle(topics, random)
  const original = random.chance(0.71) ? 'original' : 'forwarded'
  return {
    ...subject,
    form,
    author: random.weighted<Person>(PEOPLE),
    origin: random.chance(0.85) ? original : null,
    platforms: new Set(),
  }
}

function piece(day: Day, work: Work, platform: Platform, { random, nextCode }: Tools): Row {
  const { name: author, department } = work.author
  const secondReviewer = author === '编辑乙' ? '编辑丙' : '编辑乙'
  const others = PEOPLE.filter(({ name }) => name !== author && name !== secondReviewer)
  return {
    code: nextCode(),
    day,
    title: work.title,
    platform,
    form: work.form,
    origin: work.origin,
    column: work.column,
    author,
    department,
    firstReviewer: random.pick(others).name,
    secondReviewer,
    finalReviewer: author === '编辑甲' ? '编辑乙' : '编辑甲',
    ...response(platform, random),
  }
}

/** Reads and what readers did; empty where the platform does not say or nobody wrote it down. */
function response(platform: Platform, random: Random): Row {
  const usual = PLATFORMS[platform]
  if (!usual || random.chance(0.03))
    return { reads: null, likes: null, comments: null, shares: null }
  const reads = random.skewed(usual.reads, usual.most)
  const part = (percent: number): number => Math.floor((reads * percent * random.next()) / 100)
  return { reads, likes: part(4), comments: part(1), shares: part(2) }
}
