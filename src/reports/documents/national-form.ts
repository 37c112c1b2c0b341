import type { Block, DocumentCell } from '#shared/contract/documents.ts'
import { sheetWords } from '#shared/headlines/evaluation.ts'
import type { ReportFigures } from '../pages.ts'
import { slotOf, type Written } from './define.ts'
import { executedRate, fundsOf, type FundRow } from './form-funds.ts'
import { column, indicatorTable } from './indicator-tables.ts'
import { evidenceWords, formDocument } from './project-forms.ts'
import {
  formSlot,
  MISSING,
  orMissing,
  scoredApart,
  scoreRuns,
  weightText,
  type Project,
} from './projects.ts'
import { cell, head, number, quiet } from './write.ts'

/** 项目支出绩效自评表 in the national layout, after a sheet of 池州市贵池区 of 2022. */
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
      indicatorsOf(project, period),
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

const indicatorsOf = ({ sheet }: Project, period: ReportFigures['period']): Block =>
  indicatorTable(
    '绩效指标',
    [
      column.level(9),
      column.second(12),
      column.name('三级指标', 18),
      column.target('年度指标值', 13),
      column.actual('实际完成值', 13),
      column.weight('分值', 7),
      column.score(8),
      column.reason('偏差原因分析及改进措施', 20),
    ],
    scoredApart(sheet),
    period,
    {
      sheet,
      total: {
        words: '总分',
        columns: 5,
        note: sheet ? sheetWords(sheet) : '没有登记绩效指标',
      },
    },
  )
