import type { Block, DocumentCell } from '#shared/contract/documents.ts'
import type { Sheet } from '#shared/contract/evaluation.ts'
import { weightFaultWords } from '#shared/headlines/evaluation.ts'
import { pointsText } from '#shared/metrics/score-points.ts'
import type { Period } from '#shared/time/period.ts'
import {
  actualRuns,
  actualText,
  MISSING,
  nameCells,
  orMissing,
  reasonText,
  scoreRuns,
  targetText,
  weightText,
} from './projects.ts'
import { cell, number, paragraph, quiet, strong, table, text } from './write.ts'

/** What was to be reached, as the sheet of indicators says. */
export function targetsTable(sheet: Sheet | null): Block[] {
  if (!sheet) return paragraph(...text(`部门整体绩效指标${MISSING}。`))
  const columns = [
    { label: '一级指标', width: 16 },
    { label: '二级指标', width: 24 },
    { label: '三级指标', width: 34 },
    { label: '指标值', width: 26 },
  ]
  const rows = sheet.rows.map((row): DocumentCell[] => [
    ...nameCells(row, (words) => cell(words)),
    cell(targetText(row)),
  ])
  return [table('部门整体绩效目标', columns, rows)]
}

/** What was reached and the points it gives, with how they come about and what proves it. */
export function scoresTable(caption: string, sheet: Sheet | null, period: Period): Block[] {
  if (!sheet) return []
  const columns = [
    { label: '指标', width: 22 },
    { label: '指标值', width: 15 },
    { label: '完成值', width: 15 },
    { label: '分值', width: 8 },
    { label: '得分', width: 9 },
    { label: '得分依据与佐证', width: 31 },
  ]
  const rows = sheet.rows.map((row): DocumentCell[] => [
    cell(row.name),
    cell(targetText(row)),
    cell(actualRuns(row, actualText(row), period)),
    number(weightText(row)),
    cell(scoreRuns(row, period), { align: 'right' }),
    cell(
      [row.working, reasonText(row), `佐证：${orMissing(row.evidence)}`]
        .filter((words) => words !== '')
        .join('。'),
    ),
  ])
  const last: DocumentCell[] = [
    cell([strong('合计')], { columns: 3, align: 'center' }),
    number(pointsText(sheet.weight)),
    number(sheet.total === null ? '未评完' : pointsText(sheet.total)),
    cell(''),
  ]
  return [
    table(caption, columns, [...rows, last]),
    ...sheet.weightFaults.flatMap((fault) => quiet(`${weightFaultWords(fault)}。`)),
  ]
}
