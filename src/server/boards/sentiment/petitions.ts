import type { Petitions, PetitionTally, TimedPetition } from '#shared/contract/sentiment.ts'
import type { Row } from '#shared/ledgers/define.ts'
import type { SATISFACTIONS } from '#shared/ledgers/dictionaries.ts'
import { judgePetition, petitionLimit, type Clockwork } from '#shared/metrics/deadlines.ts'
import { heldOf, petitionGroups, type PetitionGroup } from '#shared/metrics/held.ts'
import type { BoardScope } from '../scope.ts'
import { PETITION_CELLS, petitionTimes, textOf } from './row-cells.ts'
import { CALENDAR } from './working-calendar.ts'

const SHOWN = 20

/** Petitions received in the period: answered, in time, in how many working days, how satisfied. */
export async function petitionSection(scope: BoardScope): Promise<Petitions> {
  const { tallies, period, settings, today } = scope
  // Their limits are days.
  const clockwork = { limits: settings.sentiment, calendar: CALENDAR, now: today }
  const groups = await petitionGroups(tallies, period)
  const by = (field: 'category' | 'source') =>
    [...Map.groupBy(groups, (group) => group[field])]
      .map(([word, own]) => tally(word, own, clockwork))
      .toSorted((a, b) => b.received - a.received)
  const { petitionLimits } = settings.sentiment
  return {
    all: tally('', groups, clockwork),
    categories: by('category').map((row) => ({
      ...row,
      limitDays: petitionLimits.find(({ category }) => category === row.word)?.workingDays ?? null,
    })),
    sources: by('source'),
    satisfaction: await satisfaction(scope),
    late: await latePetitions(groups, clockwork, scope),
    calendar: CALENDAR.known,
  }
}

const count = (groups: readonly PetitionGroup[]): number =>
  groups.reduce((sum, { records }) => sum + records, 0)

function tally(
  word: string,
  groups: readonly PetitionGroup[],
  clockwork: Clockwork,
): PetitionTally {
  const answered = groups.filter(({ answeredOn }) => answeredOn !== null)
  const timed = answered.flatMap(({ receivedOn, answeredOn, records }) => {
    const days = answeredOn === null ? null : CALENDAR.between(receivedOn, answeredOn)
    return days === null ? [] : [{ days, records }]
  })
  const records = timed.reduce((sum, each) => sum + each.records, 0)
  const days = timed.reduce((sum, each) => sum + each.days * each.records, 0)
  return {
    word,
    received: count(groups),
    answered: count(answered),
    held: heldOf(groups, (group) => judgePetition(group, clockwork)),
    workingDays: records === 0 ? null : days / records,
    timed: records,
    limitDays: null,
  }
}

async function satisfaction({ tallies, period }: BoardScope): Promise<Petitions['satisfaction']> {
  const found = await tallies.over(
    { ledger: 'petitions', measure: 'records', cut: ['satisfaction'] },
    period,
  )
  const of = (code: keyof typeof SATISFACTIONS | ''): number => found?.get(code)?.records ?? 0
  return {
    satisfied: of('satisfied'),
    fair: of('fair'),
    dissatisfied: of('dissatisfied'),
    unasked: of('unasked'),
    blank: of(''),
  }
}

const LISTED_CELLS = [...PETITION_CELLS, 'id', 'content', 'source', 'department']

/** How many are late, and the last received of them. */
async function latePetitions(
  groups: readonly PetitionGroup[],
  clockwork: Clockwork,
  { store, period }: BoardScope,
): Promise<Petitions['late']> {
  const late = groups
    .filter((group) => judgePetition(group, clockwork) === 'late')
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? 1 : -1))
  const listed = late.slice(0, SHOWN)
  const first = listed.at(-1)?.receivedOn
  if (first === undefined) return { total: 0, petitions: [] }
  const rows = await store.cells({
    ledger: 'petitions',
    fields: LISTED_CELLS,
    filters: [
      { field: 'receivedOn', from: first, to: period.to },
      { field: 'answeredOn', in: listed.map(({ answeredOn }) => answeredOn ?? '') },
    ],
    sort: { field: 'receivedOn', descending: true },
  })
  const petitions = rows
    .filter((row) => judgePetition(petitionTimes(row), clockwork) === 'late')
    .map((row) => timedPetition(row, clockwork))
  return { total: count(late), petitions: petitions.slice(0, SHOWN) }
}

const timedPetition = (row: Row, clockwork: Clockwork): TimedPetition => ({
  id: String(row.id),
  content: textOf(row, 'content') ?? '',
  source: textOf(row, 'source') ?? '',
  category: textOf(row, 'category'),
  department: textOf(row, 'department'),
  receivedOn: String(row.receivedOn),
  limitOn: petitionLimit(petitionTimes(row), clockwork),
  answeredOn: textOf(row, 'answeredOn'),
})
