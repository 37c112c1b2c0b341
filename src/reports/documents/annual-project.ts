import type { Block } from '#shared/contract/documents.ts'
import { sheetWords } from '#shared/headlines/evaluation.ts'
import { rateText } from '#shared/headlines/budget.ts'
import type { Period } from '#shared/time/period.ts'
import { lineFigure, money } from './budget.ts'
import { slotOf, type SlotSpec } from './define.ts'
import { scoresTable } from './indicator-tables.ts'
import { formSlot, MISSING, orMissing, type Project } from './projects.ts'
import { heading, paragraph, slotAt, text } from './write.ts'

/** What people write of a project: the report's own texts, and those of its form. */
const TEXTS = [
  ['situation', '基本情况'],
  ['steps', '自评步骤及方法'],
  ['finance', '财务管理情况'],
  ['course', '组织架构及实施流程'],
  ['administration', '项目管理情况'],
  ['supervision', '项目监管情况'],
  ['benefits', '项目效益情况'],
] as const

export const projectSlots = (project: Project): SlotSpec[] => [
  ...TEXTS.map(([id, label]) => slotOf(project.name, id, label)),
  ...(['goalDone', 'conclusion', 'problems', 'improvements'] as const).map((field) =>
    formSlot(project, field),
  ),
]

/** A project inside 三: its five numbered sections. As in the report of 2024. */
export function projectParts(project: Project, period: Period): Block[] {
  const { name, sheet, form } = project
  const at = (id: string, lead: string): Block => slotAt(`${id}:${name}`, lead)
  return [
    heading(4, '（1）项目概况'),
    at('situation', '①基本情况：'),
    ...paragraph(...text(`②绩效目标：${orMissing(form?.goal ?? '')}`)),
    at('steps', '③自评步骤及方法：'),
    heading(4, '（2）资金申报及使用情况'),
    ...moneyWords(project, period),
    at('finance', '财务管理情况：'),
    heading(4, '（3）项目实施及管理情况'),
    ...(['course', 'administration', 'supervision'] as const).map((id) =>
      at(id, `${TEXTS.find(([each]) => each === id)?.[1] ?? ''}：`),
    ),
    heading(4, '（4）项目绩效情况'),
    at('goalDone', '①目标完成情况：'),
    ...scoresTable(`${name}绩效指标`, sheet, period),
    ...(sheet ? [] : paragraph(...text(`绩效指标${MISSING}。`))),
    at('benefits', '②项目效益情况：'),
    heading(4, '（5）评价结论及建议'),
    ...paragraph(
      ...text(`①评价结论：${sheet ? `项目自评 ${sheetWords(sheet)}。` : `没有自评得分。`}`),
    ),
    at('conclusion', ''),
    at('problems', '②存在问题：'),
    at('improvements', '③改进建议：'),
  ]
}

/** 申报批复 and 计划到位使用, from the ledgers of the budget. */
function moneyWords({ line, form }: Project, period: Period): Block[] {
  if (!line) return paragraph(...text(`资金申报、批复、到位、使用${MISSING}。`))
  const adjusted = line.adjusted === null ? '年中没有调整' : `调整后 ${money(line.adjusted)} 万元`
  const why = form?.adjustReason ? `（${form.adjustReason.replace(/。$/, '')}）` : ''
  const approved = form?.approvedOn ? `${form.approvedOn} 批复，` : ''
  const amount = (value: number | null): string =>
    value === null ? MISSING : `${money(value)} 万元`
  return [
    ...paragraph(
      ...text(`资金申报及批复：${approved}年初预算 ${amount(line.initial)}，${adjusted}${why}。`),
    ),
    ...paragraph(
      ...text(`资金计划、到位及使用：全年预算 `),
      lineFigure('budget', line, period, amount(line.budget)),
      ...text(`，到位 ${amount(line.inPlace)}，支付 `),
      lineFigure('paidOfYear', line, period, amount(line.paidOfYear)),
      ...text('，执行率 '),
      lineFigure(
        'executionRate',
        line,
        period,
        line.ofYear === null ? MISSING : rateText(line.ofYear),
      ),
      ...text(
        line.carriedOver
          ? `；上年结转 ${amount(line.carriedOver)}，已用 ${amount(line.paidCarried)}。`
          : '。',
      ),
    ),
  ]
}
