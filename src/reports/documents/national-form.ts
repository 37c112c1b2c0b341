import type { Block, DocumentCell } from '#shared/contract/documents.ts'
import { sheetWords } from '#shared/headlines/evaluation.ts'
import { pointsText } from '#shared/metrics/score-points.ts'
import type { ReportFigures } from '../pages.ts'
import { slotOf, type Written } from './define.ts'
import { executedRate, fundsOf, type FundRow } from './form-funds.ts'
import { evidenceWords, formDocument } from './project-forms.ts'
import {
  actualRuns,
  actualText,
  formSlot,
  MISSING,
  nameCells,
  orMissing,
  reasonText,
  scoreRuns,
  targetText,
  totalText,
  weightText,
  type Project,
} from './projects.ts'
import { cell, head, number, quiet, strong, table } from './write.ts'

/** 项目支出绩效自评表 in the national layout. Source: domain.md §4.2(a) (S33). */
export const nationalForm = formDocument({ title: '项目支出绩效自评表', number: '' }, formOf)

function formOf(
  project: Project,
  { centre, period }: ReportFigures,
): Pick<Written, 'blocks' | 'slots'> {
  const goalDone = formSlot(project, 'goalDone')
  const authority = slotOf(project.name, 'authority', '主管部门')
  return {
    blocks: [
      {
        kind: 'table',
        caption: '',
        widths: [13, 19, 12, 12, 12, 10, 11, 11],
        heads: 0,
        rows: [
          [head('项目名称', { columns: 2 }), cell(project.name, { columns: 6 })],
          [
            head('主管部门', { columns: 2 }),
            cell('', { columns: 2, slot: authority.id }),
            head('实施单位'),
            cell(orMissing(centre), { columns: 3 }),
          ],
          ...fundRows(project, period),
          [
            head('年度总体目标', { rows: 2 }),
            head('预期目标', { columns: 3 }),
            head('实际完成情况', { columns: 4 }),
          ],
          [
            cell(orMissing(project.form?.goal ?? ''), { columns: 3 }),
            cell('', { columns: 4, slot: goalDone.id }),
          ],
        ],
      },
      indicatorTable(project, period),
      ...quiet(evidenceWords(project)),
    ],
    slots: [authority, goalDone],
  }
}

function fundRows(project: Project, period: ReportFigures['period']): DocumentCell[][] {
  const { total, fiscal, carried, other } = fundsOf(project, period)
  const execution = project.sheet?.rows.find(({ level }) => level === 'execution')
  const scores: DocumentCell[] = [
    number(execution ? weightText(execution) : MISSING),
    number(executedRate(project.line)),
    cell(execution ? scoreRuns(execution, period) : MISSING, { align: 'right' }),
  ]
  const row = ({ label, cells }: FundRow, last: readonly DocumentCell[]): DocumentCell[] => [
    cell(label),
    ...cells.map((each) => number(each)),
    ...last,
  ]
  const none = [number('—'), number('—'), number('—')]
  return [
    [
      head('项目资金（万元）', { rows: 5 }),
      ...['资金来源', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map(
        (words) => head(words),
      ),
    ],
    row(total, scores),
    row(fiscal, none),
    row(carried, none),
    row(other, none),
  ]
}

function indicatorTable({ sheet }: Project, period: ReportFigures['period']): Block {
  const rows = (sheet?.rows ?? []).filter(({ level }) => level !== 'execution')
  const columns = [
    { label: '一级指标', width: 9 },
    { label: '二级指标', width: 12 },
    { label: '三级指标', width: 18 },
    { label: '年度指标值', width: 13 },
    { label: '实际完成值', width: 13 },
    { label: '分值', width: 7 },
    { label: '得分', width: 8 },
    { label: '偏差原因分析及改进措施', width: 20 },
  ]
  const last: DocumentCell[] = [
    cell([strong('总分')], { columns: 5, align: 'center' }),
    number(sheet ? pointsText(sheet.weight) : MISSING),
    number(totalText(sheet)),
    cell(sheet ? sheetWords(sheet) : '没有登记绩效指标'),
  ]
  const body = rows.map((row): DocumentCell[] => [
    ...nameCells(row, (words) => cell(words)),
    cell(targetText(row)),
    cell(actualRuns(row, actualText(row), period)),
    number(weightText(row)),
    cell(scoreRuns(row, period), { align: 'right' }),
    cell(reasonText(row)),
  ])
  return table('绩效指标', columns, [...body, last])
}
