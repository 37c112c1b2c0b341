import type { ContentAnswer, SilentAccount } from '#shared/contract/content.ts'
import { longestGap, silenceLight, zeroMonths } from '#shared/metrics/content/silence.ts'
import { addDays, daysBetween, EARLIEST, type Day } from '#shared/time/day.ts'
import { intersect, yearOf, yearPeriod, type Interval } from '#shared/time/period.ts'
import { rememberedRead } from '../remembered.ts'
import { text } from '../adoption/uses.ts'
import type { BoardScope } from '../scope.ts'

/** An account as the list of platforms names it; one found in the ledger alone has a name only. */
interface Account {
  readonly platform: string
  readonly medium: string
  readonly runBy: string
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

type Silence = NonNullable<ContentAnswer['silence']>

/** Every account with its last post up to `asOf`, longest silent first. */
export const silenceSection = (scope: BoardScope, asOf: Day): Promise<Silence> =>
  silenceAt(scope, { from: asOf, to: asOf < scope.today ? asOf : scope.today })

/** `from` is the day looked at. */
const silenceAt = rememberedRead(async (scope, { from: asOf }): Promise<Silence> => {
  const { accounts, posted } = await postsUntil(scope, asOf)
  const isBegun = ({ validFrom }: Account): boolean => validFrom === null || validFrom <= asOf
  const isClosed = ({ validTo }: Account): boolean => validTo !== null && validTo < asOf
  const begun = accounts.filter(isBegun)
  const rows = begun
    .filter((account) => !isClosed(account))
    .map((account) => silenceOf(account, posted.get(account.platform) ?? [], asOf, scope))
  const closed = begun.filter(isClosed).map(({ platform, validTo }) => {
    return { platform, on: validTo ?? '' }
  })
  const size = ({ daysSince }: SilentAccount): number => daysSince ?? Number.MAX_SAFE_INTEGER
  return { asOf, rows: rows.toSorted((a, b) => size(b) - size(a)), closed }
})

function silenceOf(
  { platform, medium, runBy, validFrom }: Account,
  all: readonly Day[],
  asOf: Day,
  { settings, snapshot, today }: BoardScope,
): SilentAccount {
  const days = all.filter((day) => day <= asOf)
  const lastDay = days.at(-1) ?? null
  const daysSince = lastDay === null ? null : daysBetween(lastDay, asOf)
  const { silentNoticeDays: notice, silentWarnDays: warn, silentAfterDays } = settings.content
  const year = `${yearOf({ from: asOf, to: asOf })}-01-01`
  const from = validFrom !== null && validFrom > year ? validFrom : year
  const to = asOf < today ? asOf : addDays(today, -1)
  const covered: Interval[] = (snapshot.coverage.pieces ?? []).flatMap(
    (span) => (from <= to && intersect(span, { from, to })) || [],
  )
  return {
    platform,
    medium,
    runBy,
    lastDay,
    daysSince,
    longestGap: longestGap(days, covered),
    zeroMonths: zeroMonths(days, covered),
    light: silenceLight(daysSince, { notice, warn, silent: silentAfterDays }),
  }
}

interface Posts {
  readonly accounts: readonly Account[]
  /** Days with a post of each platform, in order. */
  readonly posted: ReadonlyMap<string, readonly Day[]>
}

/** Accounts with the days of all their posts, later ones than `asOf` as well. */
async function postsUntil(scope: BoardScope, asOf: Day): Promise<Posts> {
  const until = `${asOf.slice(0, 4)}-12-31`
  const [accounts, years] = await Promise.all([
    listed(scope, EVER),
    yearsPosted(scope, { from: EARLIEST, to: until }),
  ])
  const posted = new Map<string, Day[]>()
  for (const year of await Promise.all(years.map((year) => daysPosted(scope, yearPeriod(year)))))
    for (const [platform, days] of year) {
      const known = posted.get(platform)
      if (known) known.push(...days)
      else posted.set(platform, [...days])
    }
  const known = new Set(accounts.map(({ platform }) => platform))
  const found = [...posted.keys()]
    .filter((platform) => !known.has(platform))
    .map((platform) => ({ platform, medium: '', runBy: '', validFrom: null, validTo: null }))
  return { accounts: [...accounts, ...found], posted }
}

const EVER = { from: '', to: '' }

const listed = rememberedRead(async ({ store }): Promise<readonly Account[]> => {
  const fields = ['name', 'medium', 'runBy', 'validFrom', 'validTo']
  const rows = await store.cells({ ledger: 'platforms', fields, filters: [] })
  return rows.map(({ name, medium, runBy, validFrom, validTo }) => ({
    platform: text(name),
    medium: text(medium),
    runBy: text(runBy),
    validFrom: text(validFrom) || null,
    validTo: text(validTo) || null,
  }))
})

const POSTS = { ledger: 'pieces', measure: 'records' } as const

const yearsPosted = rememberedRead(async ({ store }, days): Promise<readonly number[]> => {
  const months = await store.sums({ ...POSTS, cut: [], ...days, grain: 'month' })
  return [...new Set(months.map(({ at }) => Number(at.slice(0, 4))))].toSorted((a, b) => a - b)
})

/** A year at a time: a write moves its own year alone. */
const daysPosted = rememberedRead(
  async ({ store }, { from, to }): Promise<ReadonlyMap<string, readonly Day[]>> => {
    const rows = await store.sums({ ...POSTS, cut: ['platform'], from, to, grain: 'day' })
    const posted = new Map<string, Day[]>()
    for (const { at, values, records } of rows) {
      const platform = values[0] ?? ''
      if (records === 0 || platform === '') continue
      const days = posted.get(platform)
      if (days) days.push(at)
      else posted.set(platform, [at])
    }
    return posted
  },
)
