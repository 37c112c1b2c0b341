import type { Cell, Row } from '#shared/ledgers/define.ts'
import type { BoardScope } from '../scope.ts'

/** A record of 预算项目, as sections of the page read it; amounts in whole 分. */
export interface LineRow {
  readonly id: string
  readonly project: string
  readonly code: string
  readonly category: string
  readonly initial: number | null
  readonly adjusted: number | null
  readonly budget: number | null
  readonly inPlace: number | null
  readonly carriedOver: number | null
  readonly fiscal: number | null
  readonly otherFunds: number | null
  /** `YYYY-MM-DD`, or '' where it is not registered; reasons likewise. */
  readonly approvedOn: string
  readonly adjustReason: string
  readonly deviationReason: string
  readonly goal: string
  readonly goalDone: string
  readonly conclusion: string
  readonly problems: string
  readonly improvements: string
}

const FIELDS = [
  'id',
  'project',
  'code',
  'category',
  'initial',
  'adjusted',
  'budget',
  'inPlace',
  'carriedOver',
  'fiscal',
  'otherFunds',
  'approvedOn',
  'adjustReason',
  'deviationReason',
  'goal',
  'goalDone',
  'conclusion',
  'problems',
  'improvements',
]

/** The budget lines of a year by project, in the order of their codes. */
export async function budgetRows(
  { store }: Pick<BoardScope, 'store'>,
  year: number,
): Promise<Map<string, LineRow[]>> {
  const cells = await store.cells({
    ledger: 'budgetLines',
    fields: FIELDS,
    filters: [{ field: 'year', in: [String(year)] }],
    sort: { field: 'code', descending: false },
  })
  const byProject = new Map<string, LineRow[]>()
  for (const row of cells) {
    const line = lineOf(row)
    const known = byProject.get(line.project)
    if (known) known.push(line)
    else byProject.set(line.project, [line])
  }
  return byProject
}

const lineOf = (row: Row): LineRow => ({
  id: textOf(row.id),
  project: textOf(row.project),
  code: textOf(row.code),
  category: textOf(row.category),
  initial: amountOf(row.initial),
  adjusted: amountOf(row.adjusted),
  budget: amountOf(row.budget),
  inPlace: amountOf(row.inPlace),
  carriedOver: amountOf(row.carriedOver),
  fiscal: amountOf(row.fiscal),
  otherFunds: amountOf(row.otherFunds),
  approvedOn: textOf(row.approvedOn),
  adjustReason: textOf(row.adjustReason),
  deviationReason: textOf(row.deviationReason),
  goal: textOf(row.goal),
  goalDone: textOf(row.goalDone),
  conclusion: textOf(row.conclusion),
  problems: textOf(row.problems),
  improvements: textOf(row.improvements),
})

export const textOf = (cell: Cell | undefined): string => String(cell ?? '')

export const amountOf = (cell: Cell | undefined): number | null =>
  typeof cell === 'number' ? cell : null
