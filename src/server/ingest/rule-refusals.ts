import { DIAGNOSTICS, type DiagnosticCode } from '#shared/diagnostics.ts'
import type { Ledger, Row, Rule } from '#shared/ledgers/define.ts'
import { brokenRules } from '#shared/ledgers/rules.ts'

/** A rule that refuses a record, as it is told: what is wrong and which fields to look at. */
export interface RuleRefusal {
  readonly rule: Rule
  readonly code: DiagnosticCode
  readonly why: string
  readonly fix: string
}

/** A rule that is told and does not refuse. */
export interface RuleWarning {
  readonly rule: string
  /** Beside which field it speaks. */
  readonly field: string
  readonly words: string
}

/** Rules the row breaks that refuse it; `touched` leaves out those about none of its fields. */
export const ruleRefusals = (
  ledger: Ledger,
  row: Row,
  touched?: readonly string[],
): RuleRefusal[] => refusalsAmong(brokenRules(ledger, row, touched))

/** Those of broken rules that refuse, as they are told. */
export const refusalsAmong = (broken: readonly Rule[]): RuleRefusal[] =>
  broken
    .filter(({ severity }) => severity === 'refuse')
    .map((rule) => {
      const code = rule.isOrder ? 'IMPORT_ORDER_WRONG' : 'RECORD_RULE_BROKEN'
      return { rule, code, why: `${rule.words}。`, fix: DIAGNOSTICS[code].fix }
    })

/** Rules the row breaks and is kept nevertheless, in the order of the definition. */
export function ruleWarnings(ledger: Ledger, row: Row, touched?: readonly string[]): RuleWarning[] {
  return brokenRules(ledger, row, touched)
    .filter(({ severity }) => severity === 'warn')
    .map(({ id, fields, words }) => ({ rule: id, field: fields.at(-1) ?? '', words }))
}
