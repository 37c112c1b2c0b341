import type * as z from 'zod/mini'
import type { CheckAnswer, ChecksAnswer, countChecks, Finding } from '#shared/contract/checks.ts'
import { CHECK_IDS, checkOf, SEVERITIES, type CheckId } from '#shared/checks/index.ts'
import { severityOf } from '#shared/settings/checks.ts'
import { watchFindings } from '../checks/opened.ts'
import { checkResults, type CheckResults, type ScopeAt } from '../checks/run.ts'
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

/** What the last write opened, and how much waits in all. */
type OpenAnswer = Pick<z.infer<typeof countChecks.output>, 'open' | 'opened' | 'state'>

/** Keeps what the checks found before the last write, so that what a write opens can be told. */
export function openFindings(): (scope: BoardScope, at: ScopeAt) => Promise<OpenAnswer> {
  const watch = watchFindings()
  return async (scope, at) => {
    const [results, known] = await Promise.all([checkResults(scope, at), knownFindings(scope)])
    const open = CHECK_IDS.reduce((sum, id) => sum + answerOf(id, scope, results, known).open, 0)
    const { opened, state } = watch(scope, results)
    const findings = opened
      .filter(({ key }) => !known.has(key))
      .map((each) => ({
        ...each,
        severity: severityOf(each.check, scope.settings.checks),
        known: null,
      }))
    return {
      open,
      opened: { all: findings.length, findings: findings.slice(0, MOST_OPENED) },
      state,
    }
  }
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
