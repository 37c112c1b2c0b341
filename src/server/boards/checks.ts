import type { CheckAnswer, ChecksAnswer, Finding, OpenedAnswer } from '#shared/contract/checks.ts'
import {
  CHECK_IDS,
  checkOf,
  SEVERITIES,
  type CheckId,
  type Severity,
} from '#shared/checks/index.ts'
import { severityOf } from '#shared/settings/checks.ts'
import type { OpenedFinding } from '../checks/opened.ts'
import type { CheckResults, RunChecks } from '../checks/run.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<ChecksAnswer, 'checks' | 'findings'>
type Known = NonNullable<Finding['known']>

/** Of one check; its count is of all. */
const MOST_LISTED = 500
/** Of what a write opened. */
const MOST_OPENED = 3
/** More than a desk writes in a lifetime. */
const MOST_KNOWN = 100_000

/** What 数据检查 shows: every check with its count, and what they found, the severest first. */
export async function checksSections(scope: BoardScope, run: RunChecks): Promise<Sections> {
  const [results, known] = await Promise.all([
    run(momentOf(scope), scope.period),
    knownFindings(scope),
  ])
  const checks = CHECK_IDS.map((id) => answerOf(id, scope, results, known))
  const bySeverity = checks.toSorted(
    (a, b) =>
      rank(a.severity) - rank(b.severity) || checkOf(a.check).number - checkOf(b.check).number,
  )
  const findings = bySeverity.flatMap(({ check, severity }): Finding[] => {
    const result = results.get(check)
    const list = result?.state === 'checked' ? result.found : []
    return list
      .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
      .slice(0, MOST_LISTED)
      .map((each) => ({ ...each, check, severity, known: known.get(each.key) ?? null }))
  })
  return { checks, findings }
}

const momentOf = ({ snapshot, state: { now }, footing }: BoardScope) => ({ snapshot, now, footing })

/** How many findings of the scope's period wait. */
export async function openCount(scope: BoardScope, run: RunChecks): Promise<number> {
  const [results, known] = await Promise.all([
    run(momentOf(scope), scope.period),
    knownFindings(scope),
  ])
  return CHECK_IDS.reduce((sum, id) => sum + answerOf(id, scope, results, known).open, 0)
}

/** What some acts opened, without what somebody has acknowledged. */
export async function openedAnswer(
  opened: readonly OpenedFinding[],
  scope: BoardScope,
): Promise<OpenedAnswer> {
  const known = opened.length === 0 ? new Map<string, Known>() : await knownFindings(scope)
  const waiting = opened.filter(({ key }) => !known.has(key))
  const years = waiting.map(({ year }) => year).toSorted()
  const [first, last] = [years[0], years.at(-1)]
  const findings = waiting
    .map((each): Finding => {
      const severity = severityOf(each.check, scope.settings.checks)
      return { ...each, severity, known: null }
    })
    .toSorted((a, b) => rank(a.severity) - rank(b.severity))
    .slice(0, MOST_OPENED)
  const period = first === last ? last : `${first}-01-01..${last}-12-31`
  return { all: waiting.length, findings, period: period === undefined ? null : String(period) }
}

const ORDER = Object.keys(SEVERITIES)
const rank = (severity: Severity): number => ORDER.indexOf(severity)

function answerOf(
  check: CheckId,
  { settings }: BoardScope,
  results: CheckResults,
  known: ReadonlyMap<string, Known>,
): CheckAnswer {
  const result = results.get(check)
  const found = result?.state === 'checked' ? result.found : []
  return {
    check,
    severity: severityOf(check, settings.checks),
    state: result?.state ?? 'off',
    why: result?.state === 'unable' ? result.why : (result?.lacks ?? ''),
    count: found.length,
    open: found.filter(({ key }) => !known.has(key)).length,
  }
}

/** What people said of findings, by the finding's key. */
async function knownFindings({ store }: BoardScope): Promise<ReadonlyMap<string, Known>> {
  const { records } = await store.records({
    ledger: 'acknowledgements',
    filters: [],
    sort: { field: 'id', descending: false },
    offset: 0,
    limit: MOST_KNOWN,
  })
  return new Map(
    records.map(({ id, row, createdAt, createdBy, changedAt, changedBy }) => [
      String(row.finding),
      {
        record: id,
        note: String(row.note ?? ''),
        at: changedAt ?? createdAt,
        by: changedBy ?? createdBy,
      },
    ]),
  )
}
