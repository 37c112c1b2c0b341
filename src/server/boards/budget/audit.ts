import type { Audit, Execution } from '#shared/contract/budget.ts'
import type { Evaluation } from '#shared/contract/evaluation.ts'
import * as lineChecks from '#shared/metrics/budget/audit-lines.ts'
import * as paymentChecks from '#shared/metrics/budget/audit-payments.ts'
import * as sheetChecks from '#shared/metrics/budget/audit-sheets.ts'
import {
  AUDIT_IDS,
  checked,
  unable,
  type AuditFinding,
  type AuditId,
  type AuditRecord,
} from '#shared/metrics/budget/audit.ts'
import { yearOf } from '#shared/time/period.ts'
import type { BoardScope } from '../scope.ts'
import type { IndicatorRow } from './indicator-rows.ts'
import { amountOf, budgetRows, textOf, type LineRow } from './line-rows.ts'
import { statedDiffers } from './stated.ts'

const SHOWN = 20

interface Sides {
  readonly execution: Execution
  readonly evaluation: Evaluation
  readonly indicators: readonly IndicatorRow[]
}

export type AuditFindings = Readonly<Record<AuditId, AuditFinding>>

/** “审计会问”: every check, those that found something first, those that cannot be made last. */
export function auditSection(findings: AuditFindings): Audit {
  return AUDIT_IDS.map((id) => entry(id, findings[id])).toSorted((a, b) => rank(a) - rank(b))
}

/** What every check of the period's year finds, with all its records. */
export async function auditFindings(scope: BoardScope, sides: Sides): Promise<AuditFindings> {
  const year = yearOf(scope.period)
  const [payments, byProject, before, stated] = await Promise.all([
    yearPayments(scope, year),
    budgetRows(scope, year),
    budgetRows(scope, year - 1),
    statedDiffers(scope),
  ])
  return {
    statedDiffers: stated,
    ...ofLines(byProject, before, payments, sides),
    ...ofPayments(scope, payments, byProject),
    ...ofSheets(sides),
  }
}

const rank = ({ state, count }: Audit[number]): number =>
  state === 'unable' ? 2 : count > 0 ? 0 : 1

function entry(id: AuditId, finding: AuditFinding): Audit[number] {
  if (finding.state === 'unable')
    return { id, state: 'unable', why: finding.why, count: 0, of: 0, amount: null, records: [] }
  const amounts = finding.records.flatMap(({ amount }) => amount ?? [])
  return {
    id,
    state: 'checked',
    why: '',
    count: finding.records.length,
    of: finding.of,
    amount: amounts.length > 0 ? amounts.reduce((sum, each) => sum + each, 0) : null,
    records: finding.records.slice(0, SHOWN),
  }
}

async function yearPayments(
  { store, period }: BoardScope,
  year: number,
): Promise<paymentChecks.PaidRow[]> {
  const rows = await store.cells({
    ledger: 'payments',
    fields: ['id', 'paidOn', 'project', 'amount', 'voucher', 'payee', 'summary'],
    filters: [{ field: 'paidOn', from: `${year}-01-01`, to: period.to }],
    sort: { field: 'paidOn', descending: false },
  })
  return rows.map((row) => ({
    id: textOf(row.id),
    paidOn: textOf(row.paidOn),
    project: textOf(row.project),
    amount: amountOf(row.amount) ?? 0,
    voucher: textOf(row.voucher),
    payee: textOf(row.payee),
    summary: textOf(row.summary),
  }))
}

function ofPayments(
  { settings: { budget }, end }: BoardScope,
  rows: readonly paymentChecks.PaidRow[],
  byProject: ReadonlyMap<string, readonly LineRow[]>,
) {
  const ids = ['noVoucher', 'sharedVoucher', 'repeated', 'noLine', 'beforeBudget'] as const
  const others = ['roundAtYearEnd', 'split'] as const
  if (rows.length === 0) return refused([...ids, ...others], '本年没有登记支付')
  const approvals = new Map(
    [...byProject].flatMap(([project, lines]) => {
      const first = lines.flatMap(({ approvedOn }) => approvedOn || []).toSorted()[0]
      return first === undefined ? [] : [[project, first] as const]
    }),
  )
  return {
    noVoucher: paymentChecks.noVoucher(rows),
    sharedVoucher: paymentChecks.sharedVoucher(rows),
    repeated: paymentChecks.repeated(rows),
    noLine: paymentChecks.noLine(rows, new Set(byProject.keys())),
    beforeBudget: paymentChecks.beforeBudget(rows, approvals),
    roundAtYearEnd: paymentChecks.roundAtYearEnd(rows, {
      roundTo: budget.roundTo,
      isReached: end.slice(5, 7) === '12',
    }),
    split: paymentChecks.split(rows, { limit: budget.splitLimit, days: budget.splitDays }),
  }
}

function ofLines(
  byProject: ReadonlyMap<string, readonly LineRow[]>,
  before: ReadonlyMap<string, readonly LineRow[]>,
  payments: readonly paymentChecks.PaidRow[],
  { execution, evaluation, indicators }: Sides,
) {
  const lines = [...byProject.values()].flat()
  const ids = ['fundRows', 'notInPlace', 'unexplainedChange', 'unitJump'] as const
  const names: lineChecks.NamedProject[] = [
    ...lines.map(({ project, id }) => ({ project, id, ledger: 'budgetLines' as const })),
    ...payments.map(({ project, id }) => ({ project, id, ledger: 'payments' as const })),
    ...indicators.map(({ project, id }) => ({ project, id, ledger: 'indicators' as const })),
  ].filter(({ project }) => project !== '')
  const ofExecution = {
    twoNames: lineChecks.twoNames(names),
    lowExecution: lowExecution(execution, evaluation),
    overspent: overspent(execution),
  }
  if (lines.length === 0) return { ...refused(ids, '本年没有登记预算项目'), ...ofExecution }
  const lastYear = new Map(
    [...before].map(([project, rows]) => [
      project,
      rows.reduce((sum, { budget }) => sum + (budget ?? 0), 0),
    ]),
  )
  return {
    fundRows: lineChecks.fundRows(lines),
    notInPlace: lineChecks.notInPlace(lines),
    unexplainedChange: lineChecks.unexplainedChange(lines),
    unitJump: lineChecks.unitJump(lines, lastYear),
    ...ofExecution,
  }
}

/** Lines below the set share at the year's end without a reason. */
function lowExecution({ lines }: Execution, { isYearOver }: Evaluation): AuditFinding {
  if (lines.length === 0) return unable('本年没有登记预算项目')
  if (!isYearOver) return unable('本年还没有结束')
  return checked(
    lines.filter(({ reason }) => reason === 'missing').map((line) => lineRecord(line, line.left)),
    lines.length,
  )
}

function overspent({ lines }: Execution): AuditFinding {
  const known = lines.filter(({ left }) => left !== null)
  if (known.length === 0) return unable('预算项目或支付没有登记')
  return checked(
    known
      .filter(({ left, light }) => (left ?? 0) < 0 || light === 'over')
      .map((line) =>
        lineRecord(line, Math.max(-(line.left ?? 0), (line.paidOfYear ?? 0) - (line.budget ?? 0))),
      ),
    known.length,
  )
}

const lineRecord = (
  { project, records }: Execution['lines'][number],
  amount: number | null,
): AuditRecord => ({ ledger: 'budgetLines', id: records[0] ?? '', label: project, amount })

const ofSheets = ({ evaluation, execution }: Sides) => ({
  weights: sheetChecks.weights(evaluation),
  statedScore: sheetChecks.statedScore(evaluation),
  missingReason: sheetChecks.missingReason(evaluation),
  farAbove: sheetChecks.farAbove(evaluation),
  noSample: sheetChecks.noSample(evaluation),
  longReason: sheetChecks.longReason(evaluation),
  sameText: sheetChecks.sameText(evaluation),
  allPerfect: sheetChecks.allPerfect(evaluation, execution),
})

function refused<K extends AuditId>(ids: readonly K[], why: string): Record<K, AuditFinding> {
  const known: Partial<Record<K, AuditFinding>> = {}
  for (const id of ids) known[id] = unable(why)
  const isWhole = (findings: typeof known): findings is Record<K, AuditFinding> =>
    ids.every((id) => findings[id] !== undefined)
  if (!isWhole(known)) throw new RangeError('every check is refused')
  return known
}
