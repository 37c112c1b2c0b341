import type { RecordsQueryText } from '#shared/contract/records.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
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
 * Narrows a question to the records that stand as asked against their limit, or are the latest of their
 * kind. Neither is a cell: who is late depends on settings and clock. The records are looked through, and
 * the question is held to their ids.
 */
export async function heldRecords<Q extends Question>(
  store: Pick<Store, 'cells'>,
  records: Q,
  { held, step, at, measure }: Pick<RecordsQueryText, 'held' | 'step' | 'at' | 'measure'>,
  clockwork: Clockwork,
): Promise<Q> {
  if (at === 'last') return latestRecords(store, records, measure)
  if (held === undefined) return records
  const { ledger, filters } = records
  const { fields, judge } = judging(ledger, step, clockwork)
  const rows = await store.cells({ ledger, fields: ['id', ...fields], filters })
  const isAsked = (verdict: Verdict): boolean =>
    held === 'judged' ? verdict === 'inTime' || verdict === 'late' : verdict === held
  const ids = rows.filter((row) => isAsked(judge(row))).map(({ id }) => String(id))
  return { ...records, filters: [{ field: 'id', in: ids }] }
}

/** The latest record of each that the ledger's key tells apart beside the day. */
async function latestRecords<Q extends Question>(
  store: Pick<Store, 'cells'>,
  records: Q,
  measure = '',
): Promise<Q> {
  const { ledger, filters } = records
  const { key, measures } = ledgerOf(ledger)
  const on = measures[measure]?.on
  if (on === undefined) throw new DeskError('REQUEST_FILTER_INVALID', 'at')
  const by = key.filter((field) => field !== on)
  const sort = { field: on, descending: false }
  const rows = await store.cells({ ledger, fields: ['id', ...by], filters, sort })
  const latest = new Map(rows.map((row) => [JSON.stringify(by.map((field) => row[field])), row.id]))
  return { ...records, filters: [{ field: 'id', in: [...latest.values()].map(String) }] }
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
