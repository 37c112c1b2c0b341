import type { BudgetAnswer, BudgetLine, ProjectForm } from '#shared/contract/budget.ts'
import type { FigureRun, Run } from '#shared/contract/documents.ts'
import type { IndicatorLine, Sheet } from '#shared/contract/evaluation.ts'
import { actualWords, targetWords, unscoredWords } from '#shared/headlines/evaluation.ts'
import { FORM_LIMITS } from '#shared/ledgers/budget-words.ts'
import { FORM_TEXTS } from '#shared/ledgers/budget-lines.ts'
import { projectKey } from '#shared/metrics/budget/execution.ts'
import { pointsText } from '#shared/metrics/budget/score-points.ts'
import type { Period } from '#shared/time/period.ts'
import { slotOf, type SlotSpec } from './define.ts'

/** What forms say where nobody registered it; never a zero. */
export const MISSING = '未登记'

/** A project of the year: its money, its self-evaluation and the texts of its form. */
export interface Project {
  readonly name: string
  readonly line: BudgetLine | null
  readonly sheet: Sheet | null
  /** Null where payments alone name it, and in 定稿 made before forms were kept. */
  readonly form: ProjectForm | null
}

/** Every project line and every sheet of a project; the two meet though they are spelled otherwise. */
export function projectsOf({
  execution: { lines },
  evaluation: { sheets },
}: Pick<BudgetAnswer, 'execution' | 'evaluation'>): Project[] {
  const own = sheets.filter(({ subject }) => subject === 'project')
  const isOf = (line: BudgetLine) => (sheet: Sheet) =>
    projectKey(sheet.project) === projectKey(line.project)
  const ofLines = lines.flatMap((line): Project[] => {
    const sheet = own.find(isOf(line)) ?? null
    const form = line.form ?? null
    const isProject = sheet !== null || form?.category === 'project'
    return isProject ? [{ name: line.project, line, sheet, form }] : []
  })
  const alone = own.filter((sheet) => !ofLines.some((project) => project.sheet === sheet))
  return [
    ...ofLines,
    ...alone.map((sheet) => ({ name: sheet.project, line: null, sheet, form: null })),
  ]
}

/** A text of a project's form: kept in the ledger where there is a record to keep it in. */
export function formSlot({ name, form }: Project, field: FormText): SlotSpec {
  const label = FORM_TEXTS.find(([id]) => id === field)?.[1] ?? ''
  const own = { ...slotOf(name, field, label), limit: FORM_LIMITS[field] }
  return form?.record ? { ...own, record: { id: form.record, field, text: form[field] } } : own
}

export type FormText = (typeof FORM_TEXTS)[number][0]

/** An indicator's cell as a figure: its record is what it stands on. */
function indicatorFigure(
  row: IndicatorLine,
  field: string,
  words: string,
  period: Period,
): FigureRun {
  return {
    kind: 'figure',
    text: words,
    label: `${row.name} ${field}`,
    tag: `indicator:${row.id ?? 'execution'}:${field}`.slice(0, 64),
    mark: '',
    metric: row.id === null ? 'executionRate' : null,
    part: null,
    period,
    record: row.id === null ? null : { ledger: 'indicators', id: row.id },
  }
}

/** The points of an indicator with how they come about; why there are none where there are none. */
export function scoreRuns(row: IndicatorLine, period: Period): Run[] {
  if (row.isDropped) return [{ kind: 'text', text: '不适用' }]
  if (row.points !== null) return [indicatorFigure(row, '得分', pointsText(row.points), period)]
  return [{ kind: 'text', text: row.why ? `未评：${unscoredWords(row.why)}` : MISSING }]
}

export const actualRuns = (row: IndicatorLine, words: string, period: Period): Run[] => [
  indicatorFigure(row, '完成值', words, period),
]

export const weightText = ({ weight }: Pick<IndicatorLine, 'weight'>): string =>
  weight === null ? MISSING : pointsText(weight)

/** The score of a whole sheet; one that is not scored to the end has none and says so. */
export function totalText(sheet: Sheet | null): string {
  if (sheet === null) return MISSING
  return sheet.total === null ? '未评完' : pointsText(sheet.total)
}

/** Why it fell short or went far beyond, or that a reason is owed. */
export function reasonText({ demand, reason }: Pick<IndicatorLine, 'demand' | 'reason'>): string {
  if (reason !== '') return reason
  return demand === 'none' ? '' : `${MISSING}（应说明原因）`
}

/** The indicators a form lists below its funds: the execution rate stands among the funds there. */
export const scoredApart = (sheet: Sheet | null): IndicatorLine[] =>
  (sheet?.rows ?? []).filter(({ level }) => level !== 'execution')

export const orMissing = (words: string): string => (words === '' ? MISSING : words)

export const targetText = (row: IndicatorLine): string => targetWords(row, MISSING)
export const actualText = (row: IndicatorLine): string => actualWords(row, MISSING)
