import { eachMonth, monthOf, type Month } from '../time/day.ts'
import { contributions } from '../ledgers/contributions.ts'
import { changedFields, enteredFields, type Ledger, type Row } from '../ledgers/define.ts'

/** The months that stand closed, from every event of closing and reopening. */
export function closedMonths(events: readonly Row[]): ReadonlySet<Month> {
  const last = new Map<Month, Row>()
  for (const event of events) {
    const month = String(event.month)
    if (Number(event.number) > Number(last.get(month)?.number ?? 0)) last.set(month, event)
  }
  return new Set([...last].flatMap(([month, { act }]) => (act === 'close' ? [month] : [])))
}

/**
 * The closed months a record belongs to, by every date its ledger counts by. A record of a year or a
 * span belongs to closed months once all its months are: a year's budget is not frozen by January.
 * Lists and what the desk keeps itself belong to none.
 */
export function closedMonthsOf(ledger: Ledger, row: Row, closed: ReadonlySet<Month>): Month[] {
  if (ledger.kind !== 'book' || closed.size === 0) return []
  const found = spansOf(ledger, row).flatMap((months) =>
    months.every((month) => closed.has(month)) ? months : [],
  )
  return [...new Set(found)].sort()
}

/**
 * The closed months a write reaches; `before` is null for a new record, `after` for one removed. A case
 * still under way, with a date still to come, may be carried on while no figure of a closed month moves.
 */
export function closedMonthsTouched(
  ledger: Ledger,
  before: Row | null,
  after: Row | null,
  closed: ReadonlySet<Month>,
): Month[] {
  if (ledger.kind !== 'book' || closed.size === 0) return []
  if (
    before &&
    after &&
    (isByDesk(ledger, changedFields(before, after)) || isCarriedOn(ledger, before, after, closed))
  )
    return []
  const rows = [before, after].filter((row) => row !== null)
  return [...new Set(rows.flatMap((row) => closedMonthsOf(ledger, row, closed)))].sort()
}

function spansOf(ledger: Ledger, row: Row): Month[][] {
  if (ledger.span) {
    const [from, to] = [row[ledger.span.from], row[ledger.span.to]].map((cell) =>
      String(cell ?? ''),
    )
    return from && to ? [eachMonth(monthOf(from), monthOf(to))] : []
  }
  return datedBy(ledger).flatMap((field) => {
    const cell = row[field]
    if (typeof cell !== 'string') return []
    return [cell.length === 4 ? eachMonth(`${cell}-01`, `${cell}-12`) : [monthOf(cell)]]
  })
}

const datedBy = ({ measures }: Ledger): string[] => [
  ...new Set(Object.values(measures).map(({ on }) => on)),
]

/** Whether none of the fields that changed is one a person enters: attachments were counted, say. */
export const isByDesk = (ledger: Ledger, changed: readonly string[]): boolean =>
  !changed.some((name) => enteredFields(ledger).includes(name))

function isCarriedOn(ledger: Ledger, before: Row, after: Row, closed: ReadonlySet<Month>): boolean {
  if (datedBy(ledger).every((field) => (before[field] ?? null) !== null)) return false
  const held = (row: Row): string =>
    JSON.stringify(
      contributions(ledger, row).flatMap(({ at, ...rest }) => {
        const months = at.filter((place) => closed.has(monthOf(place)))
        return months.length > 0 ? [{ ...rest, months }] : []
      }),
    )
  return held(before) === held(after)
}
