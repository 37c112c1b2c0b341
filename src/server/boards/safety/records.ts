import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import type { Filter } from '../../store/store.ts'
import { rememberedRead } from '../remembered.ts'
import type { BoardScope } from '../scope.ts'

/** Hidden dangers, faults and maintenance are dozens a year: read whole, once a state of the desk. */
const MOST = 5000

const whole = (
  ledger: LedgerId,
  sort: string,
  fields: readonly string[],
  filters: readonly Filter[] = [],
) => {
  const read = rememberedRead(({ store }) =>
    store.cells({
      ledger,
      fields: ['id', ...fields],
      filters,
      sort: { field: sort, descending: false },
      limit: MOST,
    }),
  )
  return (scope: BoardScope): Promise<readonly Row[]> => read(scope, { from: '', to: '' })
}

/** Every hidden danger, oldest first. */
export const allDangers = whole(
  'checks',
  'day',
  [
    ...(['day', 'category', 'place', 'danger', 'owner', 'dueOn', 'fixedOn'] as const),
    ...(['reviewer', 'recheckedOn', 'dangerState'] as const),
  ],
  [{ field: 'result', in: ['danger'] }],
)

/** Every fault, oldest first. */
export const allFaults = whole('faults', 'startedAt', [
  ...(['startedAt', 'endedAt', 'channel', 'kind', 'cause', 'causeClass', 'symptom'] as const),
  ...(['stoppageSeconds', 'fillerSeconds', 'lostSeconds', 'lostFiller', 'grade'] as const),
])

/** Every maintenance, oldest first. */
export const allMaintenance = whole('maintenance', 'startedAt', [
  ...(['startedAt', 'endedAt', 'channel', 'kind', 'impact', 'reportedOn', 'content'] as const),
])
