import type { CheckAnswer, ChecksAnswer, Finding } from '#shared/contract/checks.ts'
import { CHECK_IDS, checkOf, SEVERITIES, type CheckId } from '#shared/checks/index.ts'
import { severityOf } from '#shared/settings/checks.ts'
import { checkResults, type CheckResults, type ScopeAt } from '../checks/run.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<ChecksAnswer, 'checks' | 'findings'>
type Known = NonNullable<Finding['known']>

/** Of one check; its count is of all. */
const MOST_LISTED = 500
const MOST_KNOWN = 5000

/** What 数据检查 shows: every check with its count, and what they found, the severest first. */
export async function checksSections(scope: BoardScope, at: ScopeAt): Promise<Sections> {
  const [results, known] = await Promise.all([checkResults(scope, at), knownFindings(scope)])
  const order = Object.keys(SEVERITIES)
  const checks = CHECK_IDS.map((id) => answerOf(id, scope, results, known))
  const bySeverity = checks.toSorted(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      checkOf(a.check).number - checkOf(b.check).number,
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

/** How many findings nobody has acknowledged. */
export async function openFindings(scope: BoardScope, at: ScopeAt): Promise<number> {
  const [results, known] = await Promise.all([checkResults(scope, at), knownFindings(scope)])
  return CHECK_IDS.reduce((sum, id) => sum + answerOf(id, scope, results, known).open, 0)
}

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
    why: result?.state === 'unable' ? result.why : '',
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
