import type { Block, DocumentCell } from '#shared/contract/documents.ts'
import type { IndicatorLine } from '#shared/contract/evaluation.ts'
import { signWord } from '#shared/headlines/evaluation.ts'
import type { ReportFigures } from '../pages.ts'
import { slotOf, type SlotSpec, type Written } from './define.ts'
import { executedRate, fundsOf } from './form-funds.ts'
import { column, indicatorTable, type IndicatorColumn } from './indicator-tables.ts'
import { evidenceWords, formDocument } from './project-forms.ts'
import {
  actualRuns,
  formSlot,
  MISSING,
  orMissing,
  scoredApart,
  scoreRuns,
  weightText,
  type Project,
} from './projects.ts'
import { cell, head, number, quiet, table } from './write.ts'

/** 部门预算项目支出绩效自评表 of Sichuan (510000_0013zp), after a sheet of 青神县 of 2023. */
export const sichuanForm = formDocument(
  {
    title: '部门预算项目支出绩效自评表',
    number: '报表编号：510000_0013zp',
  },
  formOf,
)

function formOf(
  project: Project,
  { centre, period }: ReportFigures,
): Pick<Written, 'blocks' | 'slots'> {
  const { name, form } = project
  const authority = slotOf(name, 'authority', '主管部门')
  const course = slotOf(name, 'course', '项目实施内容及过程概述')
  const chief = slotOf(name, 'chief', '项目负责人')
  const accountant = slotOf(name, 'accountant', '财务负责人')
  const goalDone = formSlot(project, 'goalDone')
  const ends = (['conclusion', 'problems', 'improvements'] as const).map((field) =>
    formSlot(project, field),
  )
  return {
    blocks: [
      {
        kind: 'table',
        caption: '',
        widths: [16, 24, 14, 46],
        heads: 0,
        rows: [
          [head('项目名称'), cell([form?.code, name].filter(Boolean).join('-'), { columns: 3 })],
          [
            head('主管部门'),
            cell('', { slot: authority.id }),
            head('实施单位（盖章）'),
            cell(orMissing(centre)),
          ],
          [
            head('项目基本情况', { rows: 3 }),
            head('1.项目年度目标'),
            head('年度目标完成情况（100字以内）', { columns: 2 }),
          ],
          [cell(orMissing(form?.goal ?? '')), cell('', { columns: 2, slot: goalDone.id })],
          [head('2.项目实施内容及过程概述'), cell('', { columns: 2, slot: course.id })],
        ],
      },
      fundsTable(project, period),
      indicatorsOf(project, period),
      endTable(ends, [chief, accountant]),
      ...quiet(evidenceWords(project)),
    ],
    slots: [authority, goalDone, course, ...ends, chief, accountant],
  }
}

function fundsTable(project: Project, period: ReportFigures['period']): Block {
  const { total, fiscal, other } = fundsOf(project, period)
  const execution = project.sheet?.rows.find(({ level }) => level === 'execution')
  const { line, form } = project
  const reasons = [line?.reasonText, form?.adjustReason].filter(Boolean).join('；')
  const owed =
    line?.reason === 'missing' ||
    ((line?.adjusted ?? line?.initial) !== line?.initial && !form?.adjustReason)
  const rest = [number('—'), number('—'), number('—'), cell('')]
  const row = (label: string, cells: readonly DocumentCell[]): DocumentCell[] => [
    cell(label),
    ...cells,
  ]
  const columns = [
    { label: '年度预算数（万元）', width: 20 },
    { label: '年初预算', width: 11 },
    { label: '调整后预算数', width: 12 },
    { label: '预算执行数', width: 12 },
    { label: '预算执行率', width: 11 },
    { label: '权重', width: 7 },
    { label: '得分', width: 7 },
    { label: '原因（100字以内）', width: 20 },
  ]
  return table('预算执行情况（10分）', columns, [
    row('总额', [
      ...total.cells.map((each) => number(each)),
      number(executedRate(line)),
      number(execution ? weightText(execution) : MISSING),
      cell(execution ? scoreRuns(execution, period) : MISSING, { align: 'right' }),
      cell(reasons || (owed ? `${MISSING}（应说明原因）` : '')),
    ]),
    row('其中：财政资金', [...fiscal.cells.map((each) => number(each)), ...rest]),
    ...['财政专户管理资金', '单位资金'].map((label) =>
      row(label, [number(MISSING), number(MISSING), number(MISSING), ...rest]),
    ),
    row('其他资金', [...other.cells.map((each) => number(each)), ...rest]),
  ])
}

const isWords = ({ sign }: IndicatorLine): boolean => sign === 'qualitative'

/** The form splits a target into its sign, its value and its unit. */
const TARGET_COLUMNS: readonly IndicatorColumn[] = [
  { label: '指标性质', width: 8, of: ({ sign }) => cell(signWord(sign), { align: 'center' }) },
  {
    label: '指标值',
    width: 9,
    of: (row) => number(isWords(row) ? '定性' : (row.target ?? MISSING)),
  },
  {
    label: '度量单位',
    width: 8,
    of: ({ measureUnit }) => cell(measureUnit || '—', { align: 'center' }),
  },
  {
    label: '完成值',
    width: 9,
    of: (row, period) =>
      isWords(row)
        ? number('—')
        : cell(actualRuns(row, row.actual ?? MISSING, period), { align: 'right' }),
  },
]

const indicatorsOf = ({ sheet }: Project, period: ReportFigures['period']): Block =>
  indicatorTable(
    '绩效指标（90分）',
    [
      column.level(9),
      column.second(12),
      column.name('三级指标', 17),
      ...TARGET_COLUMNS,
      column.weight('权重', 6),
      column.score(7),
      column.reason('未完成原因分析', 15),
    ],
    scoredApart(sheet),
    period,
    { sheet, total: { words: '合计', columns: 7, note: '' } },
  )

const endTable = (
  ends: readonly SlotSpec[],
  [chief, accountant]: readonly [SlotSpec, SlotSpec],
): Block => ({
  kind: 'table',
  caption: '',
  widths: [20, 30, 20, 30],
  heads: 0,
  rows: [
    ...ends.map(({ id, label, limit }): DocumentCell[] => [
      head(`${label}（${limit}字以内）`),
      cell('', { columns: 3, slot: id }),
    ]),
    [
      head('项目负责人'),
      cell('', { slot: chief.id }),
      head('财务负责人'),
      cell('', { slot: accountant.id }),
    ],
  ],
})
