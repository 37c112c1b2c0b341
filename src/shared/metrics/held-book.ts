import { firstDay, lastDay, monthOf, type Day, type Month } from '../time/day.ts'
import { yearOf, yearPeriod, type Interval } from '../time/period.ts'
import { judgeAlert, judgePetition, type Clockwork, type Verdict } from './deadlines.ts'
import { alertGroups, petitionGroups, type Held } from './held.ts'
import type { ReadSums, TallyReader } from './tally.ts'

export type HeldRules = Pick<Clockwork, 'limits' | 'calendar'>
export type Judged = 'alerts' | 'petitions'

/** How the records of a ledger that came in over a span stand against their limits. */
export type HeldReader = (ledger: Judged, interval: Interval) => Promise<Held>

/** Verdicts in one state of the desk and its settings. */
export interface HeldBook {
  /** As they stand at `now`, `YYYY-MM-DDTHH:mm`; `judged` is told when that had any part in it. */
  at(now: string, judged?: () => void): HeldReader
}

interface Group {
  readonly day: Day
  readonly records: number
  readonly isOpen: boolean
  judge(now: string): Verdict
}

interface JudgedMonth {
  readonly all: Record<Verdict, number>
  readonly days: Map<Day, Record<Verdict, number>>
}

interface JudgedYear {
  readonly settled: ReadonlyMap<Month, JudgedMonth>
  readonly open: readonly Group[]
}

/**
 * Judges each record once: what is over keeps its verdict whatever the time, so it is added up by
 * day, a year at a time; only what is open is judged at every question.
 */
export function heldBook(read: ReadSums, rules: HeldRules): HeldBook {
  const years = new Map<string, Promise<JudgedYear>>()

  function judgedYear(ledger: Judged, year: number): Promise<JudgedYear> {
    const key = `${ledger} ${year}`
    const known = years.get(key)
    if (known) return known
    const judged = groupsOf(ledger, read, yearPeriod(year), rules).then(settle)
    years.set(key, judged)
    judged.catch(() => years.delete(key))
    return judged
  }

  return {
    at: (now, judged) => async (ledger, interval) => {
      const held = { ...NOTHING }
      const isInside = (day: Day): boolean => day >= interval.from && day <= interval.to
      const isWhole = (month: Month): boolean =>
        isInside(firstDay(month)) && isInside(lastDay(month))
      for (let year = Number(interval.from.slice(0, 4)); year <= yearOf(interval); year += 1) {
        // Years are read in turn: seldom more than one, and each is remembered.
        // oxlint-disable-next-line no-await-in-loop
        const { settled, open } = await judgedYear(ledger, year)
        for (const [month, { all, days }] of settled) {
          if (isWhole(month)) add(held, all)
          else for (const [day, own] of days) if (isInside(day)) add(held, own)
        }
        const asked = open.filter(({ day }) => isInside(day))
        if (asked.length > 0) judged?.()
        for (const group of asked) held[group.judge(now)] += group.records
      }
      return held
    },
  }
}

const NOTHING: Held = { inTime: 0, late: 0, pending: 0, noLimit: 0, noTime: 0 }

async function groupsOf(
  ledger: Judged,
  read: ReadSums,
  interval: Interval,
  rules: HeldRules,
): Promise<Group[]> {
  const tallies: Pick<TallyReader, 'days'> = {
    days: ({ ledger: of, measure, cut }, { from, to }) =>
      read({ ledger: of, measure, cut, from, to, grain: 'day' }),
  }
  if (ledger === 'alerts')
    return (await alertGroups(tallies, interval)).map((group) => ({
      day: group.foundOn,
      records: group.records,
      isOpen: group.openAt !== null,
      judge: (now) => judgeAlert(group, { ...rules, now }),
    }))
  return (await petitionGroups(tallies, interval)).map((group) => ({
    day: group.receivedOn,
    records: group.records,
    isOpen: group.answeredOn === null,
    judge: (now) => judgePetition(group, { ...rules, now }),
  }))
}

function settle(groups: readonly Group[]): JudgedYear {
  const settled = new Map<Month, JudgedMonth>()
  for (const group of groups) {
    if (group.isOpen) continue
    const verdict = group.judge('')
    const month = settled.get(monthOf(group.day)) ?? { all: { ...NOTHING }, days: new Map() }
    const day = month.days.get(group.day) ?? { ...NOTHING }
    month.all[verdict] += group.records
    day[verdict] += group.records
    settled.set(monthOf(group.day), month)
    month.days.set(group.day, day)
  }
  return { settled, open: groups.filter(({ isOpen }) => isOpen) }
}

function add(
  held: Record<Verdict, number>,
  { inTime, late, pending, noLimit, noTime }: Held,
): void {
  held.inTime += inTime
  held.late += late
  held.pending += pending
  held.noLimit += noLimit
  held.noTime += noTime
}
