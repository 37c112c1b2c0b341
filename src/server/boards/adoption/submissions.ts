import type { SubmissionsSection } from '#shared/contract/adoption.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { plainTitle } from '#shared/metrics/adoption/duplicates.ts'
import { addDays, daysBetween } from '#shared/time/day.ts'
import {
  intersect,
  mergeIntervals,
  rangePeriod,
  uncovered,
  type Interval,
} from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import { rememberedRead, wholeYears } from '../remembered.ts'
import { text, usesOver, type RecordedUse } from './uses.ts'

interface Submission {
  readonly day: string
  readonly plain: string
  readonly outlet: string
  readonly level: string
  readonly author: string
  readonly result: string
}

const recorded = rememberedRead(async ({ store }, days): Promise<readonly Submission[]> => {
  const rows = await store.cells({
    ledger: 'submissions',
    fields: ['day', 'work', 'outlet', 'level', 'author', 'result'],
    filters: [{ field: 'day', ...days }],
  })
  return rows.map((row: Row) => ({
    day: text(row.day),
    plain: plainTitle(text(row.work)),
    outlet: text(row.outlet),
    level: text(row.level),
    author: text(row.author),
    result: text(row.result),
  }))
})

/** A work sent out may be carried so many days later; or entered as sent only after it was. */
const CARRIED_WITHIN = { after: 60, before: 7 } as const

/** Adopted against submitted, over days for which both ledgers are whole and no others. */
export async function submissionsSection(scope: BoardScope): Promise<SubmissionsSection> {
  const { period, end, snapshot } = scope
  const asked: Interval = { from: period.from, to: end < period.from ? period.from : end }
  const sent = snapshot.coverage.submissions ?? []
  const adopted = snapshot.coverage.adoptions ?? []
  const missing = { submissions: uncovered(asked, sent), adoptions: uncovered(asked, adopted) }
  const isExact =
    end >= period.from && missing.submissions.length === 0 && missing.adoptions.length === 0
  const days = isExact ? asked : longestCommon(asked, sent, adopted)
  if (!days) {
    const last = commonDays(sent, adopted).at(-1)
    return { ...NOTHING, missing, elsewhere: last ? rangePeriod(last.from, last.to) : null }
  }
  const isWhole = days.from === period.from && days.to === period.to
  return {
    ...(await sumsOver(scope, days)),
    isExact,
    missing,
    elsewhere: null,
    span: isWhole ? period : rangePeriod(days.from, days.to),
  }
}

const NOTHING: Omit<SubmissionsSection, 'missing' | 'elsewhere'> = {
  isExact: false,
  span: null,
  submitted: 0,
  adopted: 0,
  matched: 0,
  unsubmitted: 0,
  results: [],
  byLevel: [],
  byOutlet: [],
  byAuthor: [],
}

const commonDays = (sent: readonly Interval[], adopted: readonly Interval[]): Interval[] =>
  mergeIntervals(sent.flatMap((one) => adopted.flatMap((other) => intersect(one, other) ?? [])))

/** The longest run of days within those asked for which both are whole; the earlier of equals. */
function longestCommon(
  asked: Interval,
  sent: readonly Interval[],
  adopted: readonly Interval[],
): Interval | null {
  const common = commonDays(sent, adopted).flatMap((days) => intersect(days, asked) ?? [])
  const length = ({ from, to }: Interval) => daysBetween(from, to)
  return common.toSorted((a, b) => length(b) - length(a))[0] ?? null
}

type Sums = Omit<SubmissionsSection, 'isExact' | 'missing' | 'span' | 'elsewhere'>

const sumsOver = rememberedRead(async (scope, days): Promise<Sums> => {
  const around = {
    from: addDays(days.from, -CARRIED_WITHIN.after),
    to: addDays(days.to, CARRIED_WITHIN.after),
  }
  const [all, near] = await Promise.all([
    recorded(scope, wholeYears(around)),
    usesOver(scope, around),
  ])
  const inside = ({ day }: { readonly day: string }) => day >= days.from && day <= days.to
  const submitted = all.filter(inside)
  const adopted = near.uses.filter(inside)
  const carriedOn = daysByKey(near.uses)
  const sentOn = daysByKey(all)
  return {
    submitted: submitted.length,
    adopted: adopted.length,
    matched: submitted.filter((one) => answers(carriedOn, one, 1)).length,
    unsubmitted: adopted.filter((one) => !answers(sentOn, one, -1)).length,
    results: counts(submitted, ({ result }) => result),
    byLevel: sides(submitted, adopted, ({ level }) => level),
    byOutlet: sides(submitted, adopted, ({ outlet }) => outlet),
    byAuthor: sides(submitted, adopted, ({ author }) => author),
  }
})

type Side = Pick<RecordedUse | Submission, 'day' | 'plain' | 'outlet' | 'level' | 'author'>

const keyOf = ({ outlet, plain }: Side): string => `${outlet}\u001F${plain}`

function daysByKey(list: readonly Side[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const one of list) {
    const known = found.get(keyOf(one))
    if (known) known.push(one.day)
    else found.set(keyOf(one), [one.day])
  }
  return found
}

/** Whether the other ledger holds the same title at the same outlet near that day; `way` 1 looks ahead. */
function answers(others: ReadonlyMap<string, readonly string[]>, one: Side, way: 1 | -1): boolean {
  return (others.get(keyOf(one)) ?? []).some((day) => {
    const later = daysBetween(one.day, day) * way
    return later <= CARRIED_WITHIN.after && later >= -CARRIED_WITHIN.before
  })
}

const counts = <T>(list: readonly T[], nameOf: (one: T) => string) => {
  const found = new Map<string, number>()
  for (const one of list) found.set(nameOf(one), (found.get(nameOf(one)) ?? 0) + 1)
  return [...found]
    .map(([result, count]) => ({ result, count }))
    .toSorted((a, b) => b.count - a.count)
}

const MOST_SIDES = 15

/** Both counts by name, most submitted first. */
function sides(
  submitted: readonly Side[],
  adopted: readonly Side[],
  nameOf: (one: Side) => string,
): SubmissionsSection['byLevel'] {
  const found = new Map<string, { submitted: number; adopted: number }>()
  const add = (one: Side, side: 'submitted' | 'adopted') => {
    const known = found.get(nameOf(one)) ?? { submitted: 0, adopted: 0 }
    known[side] += 1
    found.set(nameOf(one), known)
  }
  for (const one of submitted) add(one, 'submitted')
  for (const one of adopted) add(one, 'adopted')
  return [...found]
    .map(([name, both]) => ({ name, ...both }))
    .toSorted((a, b) => b.submitted - a.submitted || b.adopted - a.adopted)
    .slice(0, MOST_SIDES)
}
