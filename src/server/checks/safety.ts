import { FINDING_WORDS } from '#shared/headlines/safety.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { overlaps } from '#shared/time/period.ts'
import { allFindings } from '../boards/safety/maintenance.ts'
import { found, knows, recordPlace, unable, type Checker, type Checkers } from './results.ts'

/** The automatic findings of 安全播出, those of some kinds. */
const findingsOf =
  (isAsked: (ledger: 'faults' | 'maintenance', kind: string) => boolean): Checker =>
  async ({ scope }) => {
    const missing = (['faults', 'maintenance'] as const).filter((id) => !knows(scope, id))
    const names = missing.map((id) => ledgerOf(id).label).join('、')
    if (missing.length === 2) return unable(`这段时间没有登记${names}`)
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
      names && `${names}没有登记这段时间，没有查`,
    )
  }

const OF_PROTECTION: ReadonlySet<string> = new Set(['inProtection', 'notReported'])

export const safetyChecks = {
  stoppages: findingsOf((_, kind) => !OF_PROTECTION.has(kind)),
  protection: async (asked) => {
    const { scope } = asked
    if (!knows(scope, 'maintenance')) return unable('这段时间没有登记检修台账')
    const made = await findingsOf((_, kind) => OF_PROTECTION.has(kind))(asked)
    const hasBands = scope.snapshot.marks.protections.some((band) => overlaps(band, scope.period))
    return made.state === 'unable' || hasBands
      ? { ...made, lacks: '' }
      : found(made.found, '没有登记重保期，只查了有没有报备')
  },
} satisfies Checkers<'stoppages' | 'protection'>
