import { FINDING_WORDS } from '#shared/headlines/safety.ts'
import { allFindings } from '../boards/safety/maintenance.ts'
import { found, recordPlace, unable, type Checker, type Checkers } from './results.ts'

/** The automatic findings of 安全播出, those of some kinds. */
const findingsOf =
  (isAsked: (ledger: 'faults' | 'maintenance', kind: string) => boolean): Checker =>
  async ({ scope }) => {
    const { coverage } = scope.snapshot
    if (!coverage.faults && !coverage.maintenance) return unable('没有登记故障和检修')
    const all = await allFindings(scope)
    return found(
      all
        .filter(({ ledger, kind }) => isAsked(ledger, kind))
        .map(({ ledger, kind, id, says, at, channel }) => ({
          key: `${kind}|${ledger}|${id}|${says}`,
          what: `${channel}${FINDING_WORDS[kind]}：${says}`,
          at,
          place: recordPlace(ledger, id),
        })),
    )
  }

const OF_PROTECTION: ReadonlySet<string> = new Set(['inProtection', 'notReported'])

export const safetyChecks = {
  stoppages: findingsOf((_, kind) => !OF_PROTECTION.has(kind)),
  protection: findingsOf((_, kind) => OF_PROTECTION.has(kind)),
} satisfies Checkers<'stoppages' | 'protection'>
