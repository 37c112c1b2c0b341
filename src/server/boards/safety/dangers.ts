import type { Danger, Dangers } from '#shared/contract/safety.ts'
import type { Cell, Row } from '#shared/ledgers/define.ts'
import { addDays, daysBetween, type Day } from '#shared/time/day.ts'
import { text, textOr } from './cells.ts'
import { allDangers } from './records.ts'
import type { BoardScope } from '../scope.ts'

const MOST = 15

/** Hidden dangers found, put right and re-checked; those open on the period's last day by age. */
export async function dangersSection(scope: BoardScope): Promise<Dangers> {
  const { period, end } = scope
  const rows = await allDangers(scope)
  const within = (cell: Cell | undefined): boolean => {
    const day = textOr(cell)
    return day !== null && period.from <= day && day <= period.to
  }
  const found = rows.filter(({ day }) => within(day))
  const fixed = rows.filter(({ fixedOn }) => within(fixedOn))
  const known = rows.filter(({ day }) => text(day) <= end)
  const open = known.filter(({ fixedOn }) => !isBy(fixedOn, end)).map((row) => dangerOf(row, end))
  const waiting = known
    .filter(({ fixedOn }) => isBy(fixedOn, end))
    .filter((row) => !isBy(row.recheckedOn, end) && !isByName(row))
    .map((row) => dangerOf(row, end))
  const inState = (state: string) => found.filter(({ dangerState }) => dangerState === state).length
  const withLimit = fixed.filter(({ dueOn }) => textOr(dueOn) !== null)
  const inTime = withLimit.filter(({ fixedOn, dueOn }) => text(fixedOn) <= text(dueOn)).length
  return {
    found: found.length,
    states: { open: inState('open'), fixed: inState('fixed'), rechecked: inState('rechecked') },
    fixing: {
      inTime,
      late: withLimit.length - inTime,
      noLimit: fixed.length - withLimit.length,
    },
    at: end,
    open: {
      total: open.length,
      late: open.filter(({ late }) => (late ?? 0) > 0).length,
      noLimit: open.filter(({ late }) => late === null).length,
      list: open.slice(0, MOST),
    },
    waiting: { total: waiting.length, list: waiting.slice(0, MOST) },
  }
}

const isBy = (cell: Cell | undefined, day: Day): boolean => {
  const done = textOr(cell)
  return done !== null && done < addDays(day, 1)
}

/** A re-check that stands by who did it alone: nobody knows its day. */
const isByName = ({ recheckedOn, reviewer }: Row): boolean =>
  textOr(recheckedOn) === null && textOr(reviewer) !== null

function dangerOf(row: Row, at: Day): Danger {
  const dueOn = textOr(row.dueOn)
  return {
    id: text(row.id),
    day: text(row.day),
    category: text(row.category),
    place: text(row.place),
    danger: text(row.danger),
    owner: textOr(row.owner),
    dueOn,
    fixedOn: textOr(row.fixedOn),
    age: Math.max(0, daysBetween(text(row.day), at)),
    late: dueOn === null ? null : Math.max(0, daysBetween(dueOn, at)),
  }
}
