import { ALERT_TIMES } from '../ledgers/alerts.ts'
import { PETITION_TIMES } from '../ledgers/petitions.ts'
import type { Interval } from '../time/period.ts'
import type { AlertTimes, PetitionTimes, Verdict } from './deadlines.ts'
import type { SumsRow } from './sums.ts'
import type { Source, TallyReader } from './tally.ts'

/** Records of a span by how they stand against their limit. */
export type Held = Readonly<Record<Verdict, number>>

/** Alerts that are alike in all that lateness is judged by. */
export interface AlertGroup extends AlertTimes {
  readonly records: number
}

export interface PetitionGroup extends PetitionTimes {
  readonly source: string
  readonly records: number
}

const ALERTS: Source = { ledger: 'alerts', measure: 'records', cut: ALERT_TIMES }
const PETITIONS: Source = { ledger: 'petitions', measure: 'records', cut: PETITION_TIMES }

/** The alerts found in a span, those alike in one. */
export async function alertGroups(
  tallies: Pick<TallyReader, 'days'>,
  interval: Interval,
): Promise<AlertGroup[]> {
  return (await tallies.days(ALERTS, interval)).map(alertGroup)
}

function alertGroup({ at, records, values }: SumsRow): AlertGroup {
  const [level = '', due = '', handling = '', acting = '', closedOn = '', openAt = ''] = values
  return {
    foundOn: at,
    level,
    dueSeconds: numberOr(due),
    handlingSeconds: numberOr(handling),
    actingSeconds: numberOr(acting),
    closedOn: closedOn || null,
    openAt: openAt || null,
    records,
  }
}

/** The petitions received in a span, those alike in one. */
export async function petitionGroups(
  tallies: Pick<TallyReader, 'days'>,
  interval: Interval,
): Promise<PetitionGroup[]> {
  return (await tallies.days(PETITIONS, interval)).map(({ at, records, values }) => {
    const [source = '', category = '', limitOn = '', answeredOn = ''] = values
    const dates = { limitOn: limitOn || null, answeredOn: answeredOn || null }
    return { receivedOn: at, source, category, ...dates, records }
  })
}

const numberOr = (text: string): number | null => (text === '' ? null : Number(text))

/** Adds groups up by their verdict. */
export function heldOf<G extends { readonly records: number }>(
  groups: readonly G[],
  judge: (group: G) => Verdict,
): Held {
  const held = { inTime: 0, late: 0, pending: 0, noLimit: 0, noTime: 0 }
  for (const group of groups) held[judge(group)] += group.records
  return held
}
