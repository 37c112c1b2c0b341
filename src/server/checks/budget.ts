import { FORM_TEXTS } from '#shared/ledgers/budget-lines.ts'
import { FORM_LIMITS } from '#shared/ledgers/budget-words.ts'
import { budgetLines } from '#shared/ledgers/budget-lines.ts'
import { charactersOf } from '#shared/ledgers/rules.ts'
import { sameTexts } from '#shared/same-texts.ts'
import { valueLine } from '#shared/headlines/figure-words.ts'
import type { AuditId, AuditRecord } from '#shared/metrics/budget/audit.ts'
import { yearOf } from '#shared/time/period.ts'
import { textOf } from '../boards/budget/line-rows.ts'
import type { BoardScope } from '../boards/scope.ts'
import { withReports } from './report-texts.ts'
import {
  found,
  recordPlace,
  together,
  unable,
  type Checker,
  type Checkers,
  type CheckResult,
  type Found,
} from './results.ts'

/** The answer of 审计会问 on the budget page, a finding a record. */
export const audited =
  (id: AuditId, words: (record: AuditRecord) => string = amountWords): Checker =>
  async ({ audits }) =>
    together(
      (await audits()).map(({ year, all }): CheckResult => {
        const finding = all[id]
        if (finding.state === 'unable') return unable(finding.why)
        return found(
          finding.records.map((record) => ({
            key: `${id}|${year}|${record.ledger}|${record.id}`,
            what: words(record),
            at: String(year),
            place: recordPlace(record.ledger, record.id),
          })),
        )
      }),
    )

function amountWords({ label, amount }: AuditRecord): string {
  return amount === null || amount === 0 ? label : `${label}，${valueLine(amount, 'money')}`
}

/** Texts of a project's form with what they are called. */
const TEXTS = [
  ...FORM_TEXTS,
  ['adjustReason', budgetLines.fields.adjustReason.label],
  ['deviationReason', budgetLines.fields.deviationReason.label],
] as const

interface Written {
  readonly record: string
  readonly project: string
  readonly field: string
  readonly label: string
  readonly text: string
  readonly year: number
}

/** Every text that projects of a year have written. */
async function textsOf(scope: BoardScope): Promise<Written[]> {
  const year = yearOf(scope.period)
  const rows = await scope.store.cells({
    ledger: 'budgetLines',
    fields: ['id', 'project', ...TEXTS.map(([field]) => field)],
    filters: [{ field: 'year', in: [String(year)] }],
  })
  return rows.flatMap((row) =>
    TEXTS.flatMap(([field, label]) => {
      const text = textOf(row[field])
      const project = textOf(row.project)
      return text === '' ? [] : [{ record: textOf(row.id), project, field, label, text, year }]
    }),
  )
}

const place = ({ record, field, label, project, year }: Written, says: string): Found => ({
  key: `text|${year}|${record}|${field}|${says}`,
  what: `${project}的${label}${says}`,
  at: String(year),
  place: recordPlace('budgetLines', record),
})

/** Texts that two projects have word for word. */
export function copiedTexts(texts: readonly Written[]): Found[] {
  return sameTexts(texts, ({ text }) => text).flatMap((same) => {
    const projects = [...new Set(same.map(({ project }) => project))]
    if (projects.length < 2) return []
    return same.map((each) => {
      const others = projects.filter((project) => project !== each.project)
      return place(each, `与${others.join('、')}逐字相同`)
    })
  })
}

/** Texts longer than the Sichuan form takes. */
export function longTexts(texts: readonly Written[]): Found[] {
  const limits: Readonly<Record<string, number>> = {
    ...FORM_LIMITS,
    deviationReason: FORM_LIMITS.reason,
  }
  return texts.flatMap((each) => {
    const most = limits[each.field]
    const size = charactersOf(each.text)
    return most === undefined || size <= most ? [] : [place(each, `有 ${size} 字，超过 ${most} 字`)]
  })
}

/** What indicators say, as the budget page has it, and what projects say. */
const inTexts =
  (id: AuditId, words: string, ofTexts: (texts: readonly Written[]) => Found[]): Checker =>
  async (asked) => {
    const ofIndicators = await audited(id, ({ label }) => `${label}：${words}`)(asked)
    const lists = await Promise.all(
      asked.years.map(async (year) => {
        const texts = await textsOf(year)
        return texts.length === 0 ? null : found(ofTexts(texts))
      }),
    )
    const known = lists.flatMap((result) => result ?? [])
    return known.length === 0 ? ofIndicators : together([...known, ofIndicators])
  }

export const budgetChecks = {
  fundRows: audited('fundRows'),
  weights: audited('weights'),
  scores: audited('statedScore'),
  lowExecution: audited('lowExecution'),
  farAbove: audited('farAbove'),
  noSample: audited('noSample'),
  unitJump: audited('unitJump'),
  sameText: withReports(inTexts('sameText', '与别的指标逐字相同', copiedTexts)),
  textLimits: inTexts('longReason', `偏差原因超过 ${FORM_LIMITS.reason} 字`, longTexts),
} satisfies Checkers<
  | 'fundRows'
  | 'weights'
  | 'scores'
  | 'lowExecution'
  | 'farAbove'
  | 'noSample'
  | 'unitJump'
  | 'sameText'
  | 'textLimits'
>
