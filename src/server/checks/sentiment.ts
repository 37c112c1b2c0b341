import type { Row } from '#shared/ledgers/define.ts'
import { ALERT_LEVELS } from '#shared/ledgers/dictionaries.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { petitionLimit } from '#shared/metrics/deadlines.ts'
import type { BoardScope } from '../boards/scope.ts'
import { PETITION_CELLS, petitionTimes, textOf } from '../boards/sentiment/row-cells.ts'
import { LISTED_CELLS, timedAlert } from '../boards/sentiment/timed-alert.ts'
import { CALENDAR } from '../boards/sentiment/working-calendar.ts'
import { found, knows, recordPlace, unable, type Checkers, type Found } from './results.ts'

const LEVELS: Readonly<Record<string, { readonly label: string }>> = ALERT_LEVELS

const clock = (at: string): string => at.replace('T', ' ')

/** Alerts found in the period that have no closing time now: late, or said to be handled. */
async function alertsLeft(scope: BoardScope): Promise<Found[]> {
  const { from, to } = scope.period
  const rows = await scope.store.cells({
    ledger: 'alerts',
    fields: [...LISTED_CELLS, 'outcome'],
    filters: [
      { field: 'alertedAt', from, to },
      { field: 'closedAt', in: [''] },
    ],
    sort: { field: 'alertedAt', descending: true },
  })
  return rows.flatMap((row) => {
    const alert = timedAlert(row, scope, scope.now())
    const says = [
      alert.isLate && alert.limitAt !== null ? `时限 ${clock(alert.limitAt)} 已过，没有办结` : '',
      textOf(row, 'outcome') === null ? '' : '写了处置情况，没有办结时间',
    ].filter((part) => part !== '')
    if (says.length === 0) return []
    const level = LEVELS[alert.level ?? '']?.label ?? ''
    return [
      {
        key: `overdue|alerts|${alert.id}`,
        what: `${level}预警《${alert.title}》${says.join('；')}`,
        at: alert.foundAt,
        place: recordPlace('alerts', alert.id),
      },
    ]
  })
}

/** Petitions received in the period without an answer: late, or said to be handled. */
async function petitionsLeft(scope: BoardScope): Promise<Found[]> {
  const { from, to } = scope.period
  const rows = await scope.store.cells({
    ledger: 'petitions',
    fields: ['id', ...PETITION_CELLS, 'source', 'content', 'outcome'],
    filters: [
      { field: 'receivedOn', from, to },
      { field: 'answeredOn', in: [''] },
    ],
    sort: { field: 'receivedOn', descending: true },
  })
  return rows.flatMap((row) => {
    const limit = limitOf(row, scope)
    const says = [
      limit !== null && limit < scope.today ? `时限 ${limit} 已过，没有答复` : '',
      textOf(row, 'outcome') === null ? '' : '写了办理结果，没有答复日期',
    ].filter((part) => part !== '')
    if (says.length === 0) return []
    const id = String(row.id)
    return [
      {
        key: `overdue|petitions|${id}`,
        what: `${textOf(row, 'source') ?? ''}信访件“${(textOf(row, 'content') ?? '').slice(0, 30)}”${says.join('；')}`,
        at: String(row.receivedOn),
        place: recordPlace('petitions', id),
      },
    ]
  })
}

const limitOf = (row: Row, { settings }: BoardScope): string | null =>
  petitionLimit(petitionTimes(row), { limits: settings.sentiment, calendar: CALENDAR })

export const sentimentChecks = {
  overdue: async ({ scope }) => {
    const missing = (['alerts', 'petitions'] as const).filter((id) => !knows(scope, id))
    const names = missing.map((id) => ledgerOf(id).label).join('、')
    if (missing.length === 2) return unable(`这段时间没有登记${names}`)
    const [alerts, petitions] = await Promise.all([alertsLeft(scope), petitionsLeft(scope)])
    const lacks = names && `${names}没有登记这段时间，没有查`
    return found([...alerts, ...petitions], lacks)
  },
} satisfies Checkers<'overdue'>
