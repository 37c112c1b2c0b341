import { checked, unable, type AuditFinding, type AuditRecord } from './audit.ts'
import { fundGap } from '../../ledgers/budget-lines.ts'
import { projectKey } from './execution.ts'

/** A budget line as checks read it; amounts in whole 分, texts '' where the cell is empty. */
export interface AuditLine {
  readonly id: string
  readonly project: string
  readonly initial: number | null
  readonly adjusted: number | null
  readonly budget: number | null
  readonly inPlace: number | null
  readonly fiscal: number | null
  readonly otherFunds: number | null
  readonly adjustReason: string
}

const fundsOf = ({ fiscal, otherFunds, budget }: AuditLine) => ({ fiscal, otherFunds, budget })

/** 财政拨款 and 其他资金 that do not add up to the line's total. */
export function fundRows(lines: readonly AuditLine[]): AuditFinding {
  const split = lines.filter((line) => fundGap(fundsOf(line)) !== null)
  if (split.length === 0) return unable('预算项目没有登记财政拨款、其他资金')
  return found(
    split,
    (line) => fundGap(fundsOf(line)) !== 0,
    (line) => fundGap(fundsOf(line)),
  )
}

/** Less money in place than was budgeted. */
export function notInPlace(lines: readonly AuditLine[]): AuditFinding {
  const known = lines.filter(({ inPlace, budget }) => inPlace !== null && budget !== null)
  if (known.length === 0) return unable('预算项目没有登记到位资金')
  return found(
    known,
    ({ inPlace, budget }) => (inPlace ?? 0) < (budget ?? 0),
    ({ inPlace, budget }) => (budget ?? 0) - (inPlace ?? 0),
  )
}

/** Adjusted in the year without a reason. Sichuan's form asks for it. */
export const unexplainedChange = (lines: readonly AuditLine[]): AuditFinding =>
  found(
    lines,
    ({ initial, adjusted, adjustReason }) =>
      adjusted !== null && adjusted !== initial && adjustReason === '',
    ({ initial, adjusted }) => (adjusted ?? 0) - (initial ?? 0),
  )

/** A jump this large is more likely 元 read as 万元 than a budget. */
const JUMP = 1000

/** Lines a thousand times, or a thousandth of, what they were initially or last year. */
export function unitJump(
  lines: readonly AuditLine[],
  lastYear: ReadonlyMap<string, number>,
): AuditFinding {
  const jumps = (a: number | null | undefined, b: number | null | undefined) =>
    !!a && !!b && (a / b >= JUMP || b / a >= JUMP)
  return found(
    lines,
    ({ initial, adjusted, budget, project }) =>
      jumps(adjusted, initial) || jumps(budget, lastYear.get(project)),
    ({ budget }) => budget,
  )
}

/** Different spellings of what is likely one project, among budget, payments and indicators. */
export function twoNames(names: readonly NamedProject[]): AuditFinding {
  const spellings = Map.groupBy(names, ({ project }) => projectKey(project))
  const records = [...spellings.values()].flatMap((same) => {
    const distinct = [...new Map(same.map((each) => [each.project, each])).values()]
    return distinct.length < 2 ? [] : distinct
  })
  return checked(
    records.map(({ ledger, id, project }) => ({ ledger, id, label: project, amount: null })),
    new Set(names.map(({ project }) => project)).size,
  )
}

/** A project's name and a record that writes it so. */
export interface NamedProject {
  readonly project: string
  readonly ledger: AuditRecord['ledger']
  readonly id: string
}

function found(
  lines: readonly AuditLine[],
  isHit: (line: AuditLine) => boolean,
  amountOf: (line: AuditLine) => number | null,
): AuditFinding {
  const records = lines.filter(isHit).map((line) => ({
    ledger: 'budgetLines' as const,
    id: line.id,
    label: line.project,
    amount: amountOf(line),
  }))
  return checked(records, lines.length)
}
