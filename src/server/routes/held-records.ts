import type { RecordsQueryText } from '#shared/contract/records.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import {
  judgeAlert,
  judgeFirstAction,
  judgePetition,
  type Clockwork,
  type Verdict,
} from '#shared/metrics/deadlines.ts'
import {
  ALERT_CELLS,
  alertTimes,
  PETITION_CELLS,
  petitionTimes,
} from '../boards/sentiment/row-cells.ts'
import type { RecordsQuery, Store } from '../store/store.ts'

type Question = Pick<RecordsQuery, 'ledger' | 'filters'>

/**
 * Narrows a question to the records that stand as asked against their limit. Who is late depends on
 * settings and clock, so it is no cell: the records are judged, and the question is held to their ids.
 */
export async function heldRecords<Q extends Question>(
  store: Pick<Store, 'cells'>,
  records: Q,
  { held, step }: Pick<RecordsQueryText, 'held' | 'step'>,
  clockwork: Clockwork,
): Promise<Q> {
  if (held === undefined) return records
  const { ledger, filters } = records
  const { fields, judge } = judging(ledger, step, clockwork)
  const rows = await store.cells({ ledger, fields: ['id', ...fields], filters })
  const isAsked = (verdict: Verdict): boolean =>
    held === 'judged' ? verdict === 'inTime' || verdict === 'late' : verdict === held
  const ids = rows.filter((row) => isAsked(judge(row))).map(({ id }) => String(id))
  return { ...records, filters: [{ field: 'id', in: ids }] }
}

function judging(
  ledger: LedgerId,
  step: RecordsQueryText['step'],
  clockwork: Clockwork,
): { readonly fields: readonly string[]; readonly judge: (row: Row) => Verdict } {
  if (ledger === 'alerts') {
    const judge = step === 'first' ? judgeFirstAction : judgeAlert
    return { fields: ALERT_CELLS, judge: (row) => judge(alertTimes(row), clockwork) }
  }
  if (ledger === 'petitions' && step === undefined)
    return { fields: PETITION_CELLS, judge: (row) => judgePetition(petitionTimes(row), clockwork) }
  throw new DeskError('REQUEST_FILTER_INVALID', 'held')
}
