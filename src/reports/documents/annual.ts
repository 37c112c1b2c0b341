import type { Block, DocumentCell } from '#shared/contract/documents.ts'
import { evaluationTitle, sheetWords } from '#shared/headlines/evaluation.ts'
import { leftOf, potsTitle, totalTitle } from '#shared/headlines/budget.ts'
import { partWord } from '#shared/headlines/part-words.ts'
import type { Option } from '#shared/ledgers/define.ts'
import { SPENDING_KINDS } from '#shared/ledgers/dictionaries.ts'
import { yearOf } from '#shared/time/period.ts'
import { answerOf, type Pages, type ReportFigures } from '../pages.ts'
import { projectParts, projectSlots } from './annual-project.ts'
import { executionSection, lineFigure, money } from './budget.ts'
import { slot, type DocumentSpec, type SlotSpec } from './define.ts'
import { scoresTable, targetsTable } from './indicator-tables.ts'
import { MISSING, projectsOf } from './projects.ts'
import {
  adoptionSection,
  answersOf,
  contentSection,
  exhibitTable,
  finding,
  safetySection,
} from './sections.ts'
import { sentimentSection } from './sentiment.ts'
import {
  cell,
  heading,
  number,
  paragraph,
  partOf,
  sentences,
  slotAt,
  strong,
  table,
  text,
} from './write.ts'

const SLOTS = {
  organisation: slot('organisation', '机构组成'),
  duties: slot('duties', '机构职能'),
  tasks: slot('tasks', '目标任务完成情况'),
  honours: slot('honours', '创先争优'),
  highlights: slot('highlights', '特色亮点'),
  party: slot('party', '党建工作'),
  ideology: slot('ideology', '意识形态工作'),
  goals: slot('goals', '部门整体支出绩效目标'),
  performance: slot('performance', '整体履职绩效分析'),
  use: slot('use', '结果应用情况'),
  conclusion: slot('conclusion', '评价结论'),
  problems: slot('problems', '存在问题'),
  advice: slot('advice', '改进建议'),
} satisfies Record<string, SlotSpec>

/** 部门整体绩效自评报告; its four parts and their sections are those of the report of 2024. */
export const annual: DocumentSpec = {
  hasContents: true,
  write(figures) {
    const { budget } = figures.pages.own
    return {
      title: `${figures.period.key}年度部门整体绩效自评报告`,
      subtitle: '',
      blocks: [
        heading(1, '一、部门基本情况'),
        ...basics(figures),
        heading(1, '二、部门财政资金收支情况'),
        ...funds(figures.pages.own),
        heading(1, '三、部门整体绩效管理情况'),
        ...performance(figures),
        heading(1, '四、评价结论及建议'),
        heading(2, '（一）评价结论'),
        ...paragraph(...text(`${evaluationTitle(budget.evaluation)}。`)),
        slotAt('conclusion'),
        heading(2, '（二）存在问题'),
        slotAt('problems'),
        heading(2, '（三）改进建议'),
        slotAt('advice'),
      ],
      slots: [...Object.values(SLOTS), ...projectsOf(budget).flatMap(projectSlots)],
    }
  },
}

function basics({ pages: { own } }: ReportFigures): Block[] {
  const staff = answerOf(own.affairs, 'staffInPost', 'kind')
  const tasks: readonly (readonly [string, readonly Block[]])[] = [
    ['目标任务', [...exhibitTable('overview.targets', own, [26, 26, 32, 16]), slotAt('tasks')]],
    [
      '创先争优',
      [...paragraph(...finding(answerOf(own.affairs, 'honours', 'level'))), slotAt('honours')],
    ],
    ['舆情信访', sentimentSection(own)],
    ['安全播出', safetySection(own)],
    ['内容生产', contentSection(own)],
    ['上级采用', adoptionSection(own)],
    [
      '特色亮点',
      [
        ...paragraph(...sentences(...answersOf(own.content, 'lives', 'liveViewers'))),
        slotAt('highlights'),
      ],
    ],
    [
      '党建',
      [...paragraph(...finding(answerOf(own.affairs, 'meetings', 'kind'))), slotAt('party')],
    ],
    ['意识形态', [slotAt('ideology')]],
  ]
  return [
    heading(2, '（一）机构组成'),
    slotAt('organisation'),
    heading(2, '（二）机构职能和人员概况'),
    slotAt('duties'),
    ...paragraph(...(staff ? staffWords(staff) : text(`人员编制${MISSING}。`))),
    heading(2, '（三）年度主要工作任务'),
    ...tasks.flatMap(([label, blocks], n) => [heading(3, `${n + 1}．${label}`), ...blocks]),
    heading(2, '（四）部门整体支出绩效目标'),
    slotAt('goals'),
    ...targetsTable(departmentSheet(own), own.budget.period),
  ]
}

function staffWords(staff: NonNullable<ReturnType<typeof answerOf>>) {
  const kinds = staff.parts.flatMap(({ value }, n) => [
    ...text(`${n === 0 ? '，其中' : '、'}${partWord('staffInPost', value)} `),
    partOf(staff, value),
  ])
  return [...sentences(staff).slice(0, -1), ...kinds, ...text('。')]
}

const departmentSheet = ({ budget }: Pages) =>
  budget.evaluation.sheets.find(({ subject }) => subject === 'department') ?? null

function funds({ budget }: Pages): Block[] {
  const { execution, period } = budget
  const { total, lines } = execution
  if (lines.length === 0) return paragraph(...text(`本年预算和支付${MISSING}。`))
  const { left, carried } = leftOf(total)
  return [
    heading(2, '（一）部门收入情况'),
    ...paragraph(
      ...text(`${yearOf(period)}年部门预算 `),
      lineFigure('budget', total, period, money(total.budget)),
      ...text(
        ` 万元，其中财政拨款 ${money(total.form?.fiscal ?? null)} 万元，其他资金 ${money(total.form?.otherFunds ?? null)}；到位资金 ${money(total.inPlace)} 万元。`.replaceAll(
          `${MISSING} 万元`,
          MISSING,
        ),
      ),
    ),
    heading(2, '（二）部门支出情况'),
    ...paragraph(...text(`${totalTitle(execution)}。`)),
    ...categoriesTable(budget),
    heading(2, '（三）结转结余情况'),
    ...paragraph(
      ...text(
        `${potsTitle(execution)}；本年结余 ${money(left)}，结转结余 ${money(carried)}（万元）。`,
      ),
    ),
  ]
}

const CATEGORIES: Readonly<Record<string, Option>> = SPENDING_KINDS

/** 基本支出 and 项目支出 apart, where the ledger says which is which. */
function categoriesTable({ execution: { lines, total }, period }: Pages['budget']): Block[] {
  const categories = [...new Set(lines.map(({ form }) => form?.category ?? ''))]
  if (categories.includes('')) return []
  const sum = (category: string, field: 'budget' | 'paidOfYear'): number | null =>
    lines
      .filter(({ form }) => form?.category === category)
      .reduce<number | null>(
        (so, line) => (so === null || line[field] === null ? null : so + line[field]),
        0,
      )
  const rows = categories.map((category): DocumentCell[] => [
    cell(CATEGORIES[category]?.label ?? category),
    number(money(sum(category, 'budget'))),
    number(money(sum(category, 'paidOfYear'))),
  ])
  const columns = [
    { label: '支出类别', width: 40 },
    { label: '预算', width: 30 },
    { label: '已支付', width: 30 },
  ]
  return [
    table('支出结构（万元）', columns, [
      ...rows,
      [
        cell([strong('合计')]),
        number(lineFigure('budget', total, period, money(total.budget))),
        number(lineFigure('paidOfYear', total, period, money(total.paidOfYear))),
      ],
    ]),
  ]
}

function performance(figures: ReportFigures): Block[] {
  const { own } = figures.pages
  const sheet = departmentSheet(own)
  const projects = projectsOf(own.budget)
  return [
    heading(2, '（一）整体履职绩效分析'),
    ...paragraph(
      ...text(sheet ? `部门整体自评 ${sheetWords(sheet)}。` : `部门整体绩效指标${MISSING}。`),
    ),
    ...scoresTable('部门整体绩效指标', sheet, figures.period),
    slotAt('performance'),
    heading(2, '（二）特定目标类项目绩效分析'),
    ...(projects.length === 0
      ? paragraph(...text(`项目${MISSING}。`))
      : projects.flatMap((project, n) => [
          heading(3, `${n + 1}．${project.name}`),
          ...projectParts(project, figures.period),
        ])),
    heading(2, '（三）部门预算项目支出情况分析'),
    ...executionSection(own),
    heading(2, '（四）结果应用情况'),
    slotAt('use'),
  ]
}
