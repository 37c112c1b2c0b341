import type { Block, DocumentCell } from '#shared/contract/documents.ts'
import type { IndicatorLine, Sheet } from '#shared/contract/evaluation.ts'
import { levelWord, weightFaultWords } from '#shared/headlines/evaluation.ts'
import { pointsText } from '#shared/metrics/budget/score-points.ts'
import type { Period } from '#shared/time/period.ts'
import {
  actualRuns,
  actualText,
  MISSING,
  orMissing,
  reasonText,
  scoreRuns,
  targetText,
  totalText,
  weightText,
} from './projects.ts'
import { cell, number, paragraph, quiet, strong, table, text } from './write.ts'

/** A column of a table of indicators: its head, its width, and what it says of one. */
export interface IndicatorColumn {
  readonly label: string
  readonly width: number
  readonly of: (row: IndicatorLine, period: Period) => DocumentCell
}

/** The columns that tables of indicators share; label and width are the form's. */
export const column = {
  level: (width: number): IndicatorColumn => ({
    label: '一级指标',
    width,
    of: ({ level }) => cell(levelWord(level)),
  }),
  second: (width: number): IndicatorColumn => ({
    label: '二级指标',
    width,
    of: ({ second }) => cell(second || '—'),
  }),
  name: (label: string, width: number): IndicatorColumn => ({
    label,
    width,
    of: ({ name }) => cell(name),
  }),
  target: (label: string, width: number): IndicatorColumn => ({
    label,
    width,
    of: (row) => cell(targetText(row)),
  }),
  actual: (label: string, width: number): IndicatorColumn => ({
    label,
    width,
    of: (row, period) => cell(actualRuns(row, actualText(row), period)),
  }),
  weight: (label: string, width: number): IndicatorColumn => ({
    label,
    width,
    of: (row) => number(weightText(row)),
  }),
  score: (width: number): IndicatorColumn => ({
    label: '得分',
    width,
    of: (row, period) => cell(scoreRuns(row, period), { align: 'right' }),
  }),
  reason: (label: string, width: number): IndicatorColumn => ({
    label,
    width,
    of: (row) => cell(reasonText(row)),
  }),
} as const

/** The row below all indicators: weight and score of the sheet, the words before them and a note. */
interface TotalRow {
  readonly words: string
  /** Columns that the words span; weight, score and note follow. */
  readonly columns: number
  readonly note: string
}

/** Indicators a row each, over the total of their sheet. */
export function indicatorTable(
  caption: string,
  columns: readonly IndicatorColumn[],
  rows: readonly IndicatorLine[],
  period: Period,
  { sheet, total }: { readonly sheet: Sheet | null; readonly total: TotalRow },
): Block {
  const last = [
    cell([strong(total.words)], { columns: total.columns, align: 'center' }),
    number(sheet ? pointsText(sheet.weight) : MISSING),
    number(totalText(sheet)),
    cell(total.note),
  ]
  const body = rows.map((row) => columns.map(({ of }) => of(row, period)))
  return table(caption, columns, [...body, last])
}

/** What was to be reached, as the sheet of indicators says. */
export function targetsTable(sheet: Sheet | null, period: Period): Block[] {
  if (!sheet) return paragraph(...text(`部门整体绩效指标${MISSING}。`))
  const columns = [
    column.level(16),
    column.second(24),
    column.name('三级指标', 34),
    column.target('指标值', 26),
  ]
  const rows = sheet.rows.map((row) => columns.map(({ of }) => of(row, period)))
  return [table('部门整体绩效目标', columns, rows)]
}

/** What was reached and the points it gives, with how they come about and what proves it. */
export function scoresTable(caption: string, sheet: Sheet | null, period: Period): Block[] {
  if (!sheet) return []
  const columns = [
    column.name('指标', 22),
    column.target('指标值', 15),
    column.actual('完成值', 15),
    column.weight('分值', 8),
    column.score(9),
    {
      label: '得分依据与佐证',
      width: 31,
      of: (row: IndicatorLine) =>
        cell(
          [row.working, reasonText(row), `佐证：${orMissing(row.evidence)}`]
            .filter((words) => words !== '')
            .join('。'),
        ),
    },
  ]
  const total = { words: '合计', columns: 3, note: '' }
  return [
    indicatorTable(caption, columns, sheet.rows, period, { sheet, total }),
    ...sheet.weightFaults.flatMap((fault) => quiet(`${weightFaultWords(fault)}。`)),
  ]
}
