import type { FindingPlace } from '#shared/contract/checks.ts'
import type { CheckId } from '#shared/checks/index.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { overlaps } from '#shared/time/period.ts'
import type { AuditFindings } from '../boards/budget/audit.ts'
import type { BoardScope } from '../boards/scope.ts'

/** One thing a check found. */
export interface Found {
  /** The same for the same thing at any time: what people say of it is kept under it. */
  readonly key: string
  /** What it is about where the key says more: a write that changes the rest of it opens nothing. */
  readonly about?: string
  readonly what: string
  /** Since when or of which day, month or year; '' where it has none. */
  readonly at: string
  /** Where it is mended. */
  readonly place: FindingPlace
}

/** What a check found, or why it cannot be made. */
export type CheckResult =
  | {
      readonly state: 'checked'
      readonly found: readonly Found[]
      /** What could not be looked at beside; '' where all was. */
      readonly lacks: string
    }
  | { readonly state: 'unable'; readonly why: string }

/** What checks are made from: a period, and its part of each year for what is judged by the year. */
export interface CheckScope {
  readonly scope: BoardScope
  readonly years: readonly BoardScope[]
  /** 审计会问 of each year, found once for all checks that ask. */
  readonly audits: () => Promise<readonly { readonly year: number; readonly all: AuditFindings }[]>
}

export type Checker = (asked: CheckScope) => Promise<CheckResult>
export type Checkers<K extends CheckId> = Readonly<Record<K, Checker>>

export const found = (list: readonly Found[], lacks = ''): CheckResult => ({
  state: 'checked',
  found: list,
  lacks,
})
export const unable = (why: string): CheckResult => ({ state: 'unable', why })

/** Several results as one: unable only where each is; what some could not look at is said beside. */
export function together(results: readonly CheckResult[]): CheckResult {
  const made = results.flatMap((result) => (result.state === 'checked' ? [result.found] : []))
  if (made.length === 0) return results[0] ?? unable('这段时间没有可查的数据')
  const lacks = results.map((result) => (result.state === 'checked' ? result.lacks : result.why))
  const once = new Map(made.flat().map((each) => [each.key, each]))
  return found([...once.values()], [...new Set(lacks)].filter((words) => words !== '').join('；'))
}

/** Whether a ledger says anything of a period: where it does not, nothing found is not nothing wrong. */
export const knows = ({ snapshot, period }: BoardScope, ledger: LedgerId): boolean =>
  (snapshot.coverage[ledger] ?? []).some((days) => overlaps(days, period))

export const recordPlace = (ledger: LedgerId, record: string): FindingPlace => ({
  kind: 'record',
  ledger,
  record,
})
