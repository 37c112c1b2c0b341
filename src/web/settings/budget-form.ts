import { fenToWan, toFen } from '#shared/money.ts'
import type { BudgetSettings } from '#shared/settings/budget.ts'

type Choices = 'departmentWeights' | 'projectWeights'

/** The settings of 预算绩效 as their form holds them: what is typed, amounts in 万元. */
export type BudgetForm = Pick<BudgetSettings, Choices> &
  Record<Exclude<keyof BudgetSettings, Choices>, string>

export const budgetForm = (settings: BudgetSettings): BudgetForm => ({
  ...settings,
  paceFrom: String(settings.paceFrom),
  farBelow: String(settings.farBelow),
  reasonBelow: String(settings.reasonBelow),
  reasonAbove: String(settings.reasonAbove),
  splitLimit: settings.splitLimit === null ? '' : wan(settings.splitLimit),
  splitDays: String(settings.splitDays),
  roundTo: wan(settings.roundTo),
})

/** As a form takes it: no commas, no zeros behind. */
const wan = (fen: number): string =>
  fenToWan(fen)
    .replaceAll(',', '')
    .replace(/\.?0+$/, '')

/** The settings a form makes, or what is wrong with it, a sentence each. */
export function budgetFrom(
  form: BudgetForm,
):
  | { readonly settings: BudgetSettings; readonly faults: readonly [] }
  | { readonly settings: null; readonly faults: readonly string[] } {
  const paceFrom = points(form.paceFrom)
  const farBelow = points(form.farBelow)
  const reasonBelow = whole(form.reasonBelow, 0, 100)
  const reasonAbove = whole(form.reasonAbove, 0, 1000)
  const splitDays = whole(form.splitDays, 1, 366)
  const roundTo = amount(form.roundTo)
  const isUnlimited = form.splitLimit.trim() === ''
  const splitLimit = isUnlimited ? null : amount(form.splitLimit)
  const isOrdered = paceFrom !== null && farBelow !== null && farBelow <= paceFrom
  const faults = [
    isOrdered ? '' : '两个差值是 −100 到 100 的数，“过慢”的不能高于“跟上”的。',
    reasonBelow === null ? '要说明原因的比例是 0 到 100 的整数。' : '',
    reasonAbove === null ? '超出指标值的比例是 0 到 1000 的整数。' : '',
    isUnlimited || splitLimit !== null ? '' : '采购限额是大于 0 的万元数，不查就留空。',
    splitDays === null ? '化整为零的天数是 1 到 366 的整数。' : '',
    roundTo === null ? '整数支付的倍数是大于 0 的万元数。' : '',
  ].filter((fault) => fault !== '')
  if (
    paceFrom === null ||
    farBelow === null ||
    reasonBelow === null ||
    reasonAbove === null ||
    splitDays === null ||
    roundTo === null ||
    faults.length > 0
  )
    return { settings: null, faults }
  const { departmentWeights, projectWeights } = form
  const limits = { paceFrom, farBelow, reasonBelow, reasonAbove, splitLimit, splitDays, roundTo }
  return { settings: { ...limits, departmentWeights, projectWeights }, faults: [] }
}

/** 百分点 typed with either minus sign. */
function points(text: string): number | null {
  const plain = text.trim().replace('−', '-')
  const value = /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
  return value !== null && Math.abs(value) <= 100 ? value : null
}

function whole(text: string, least: number, most: number): number | null {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : null
  return value !== null && value >= least && value <= most ? value : null
}

function amount(text: string): number | null {
  const fen = toFen(text.trim(), '万元')
  return fen !== null && fen > 0 ? fen : null
}
