import type { BudgetAnswer, BudgetLine, Execution } from '../contract/budget.ts'
import type { Forecast, NoForecast } from '../metrics/budget/year-end.ts'
import { countText, valueLine, valueWords } from './figure-words.ts'

/** How a line stands, in a word; the colour says the same. */
export const LIGHT_WORDS: Readonly<Record<BudgetLine['light'], string>> = {
  over: '超预算',
  onPace: '跟上',
  behind: '偏慢',
  farBehind: '过慢',
  unknown: '无法判断',
}

/** The lines that are over or far behind, else those behind, else that none is. */
export function linesTitle({ lines }: Execution): string {
  if (lines.length === 0) return '本年没有登记预算项目'
  const of = (light: BudgetLine['light']) => lines.filter((line) => line.light === light)
  const [over, far, behind] = [of('over'), of('farBehind'), of('behind')]
  const found = [
    over.length > 0 ? `${over.length} 项超预算：${names(over)}` : '',
    far.length > 0 ? `${far.length} 项远慢于序时进度：${names(far)}` : '',
  ].filter((part) => part !== '')
  if (found.length > 0) return found.join('；')
  if (behind.length > 0) return `${behind.length} 项慢于序时进度：${names(behind)}`
  const unknown = of('unknown').length
  if (unknown > 0) return `${unknown} 项算不出执行率，共 ${lines.length} 项`
  return `${lines.length} 项都不慢于序时进度`
}

/** What the whole year's budget has come to, and how many lines owe a reason. */
export function totalTitle({ lines, total }: Execution): string {
  if (lines.length === 0) return '本年没有登记预算项目'
  const { budget, paidOfYear } = total
  const { left, carried } = leftOf(total)
  const missing = lines.filter(({ reason }) => reason === 'missing').length
  return [
    budget === null ? '预算未登记' : `本年预算 ${valueLine(budget, 'money')}`,
    paidOfYear === null ? '支付未登记' : `已支付 ${valueLine(paidOfYear, 'money')}`,
    left === null ? '' : `${left < 0 ? '超出' : '结余'} ${valueLine(Math.abs(left), 'money')}`,
    carried ? `另有结转 ${valueLine(carried, 'money')}` : '',
    missing === 0 ? '' : `${missing} 项缺原因说明`,
  ]
    .filter((part) => part !== '')
    .join('，')
}

/** What is left of this year's budget, and of what was carried over, each in 分; null where unknown. */
export function leftOf({ budget, carriedOver, paidOfYear, paidCarried }: BudgetLine): {
  readonly left: number | null
  readonly carried: number | null
} {
  return {
    left: budget === null || paidOfYear === null ? null : budget - paidOfYear,
    carried: carriedOver === null || paidCarried === null ? null : carriedOver - paidCarried,
  }
}

export const PACE_RULE_WORDS: Readonly<Record<Execution['paceRule'], string>> = {
  months: '已过月数 ÷ 12，不满的月按天',
  wholePercent: '已过月数 ÷ 12，四舍五入到整百分数',
  days: '已过天数 ÷ 全年天数',
}

/** `序时进度 83.3%`, or that the year has not begun. */
export const paceWords = ({ pace }: Pick<Execution, 'pace'>): string =>
  pace === null ? '本年还没有开始' : `序时进度 ${valueLine(pace, 'ratio')}`

const SHOWN_NAMES = 2

function names(lines: readonly BudgetLine[]): string {
  const shown = lines.slice(0, SHOWN_NAMES).map(({ project }) => `“${project}”`)
  return `${shown.join('、')}${lines.length > SHOWN_NAMES ? '等' : ''}`
}

/** What was carried over and how much of it is paid. */
export function potsTitle({ total }: Execution): string {
  if (total.carriedOver === null) return '没有登记上年结转'
  if (total.carriedOver === 0) return '上年结转为 0，两个执行率相同'
  const carried = `上年结转 ${valueLine(total.carriedOver, 'money')}`
  if (total.paidCarried === null) return `${carried}，支付未登记`
  return `${carried}，已用 ${valueLine(total.paidCarried, 'money')}`
}

/**
 * A rate as budget reports print it, with two decimals; what is not whole never reads 100, what is
 * not nothing never reads 0.
 */
export function rateText(rate: number): string {
  const text = (Math.round(rate * 1e4) / 100).toFixed(2)
  const isFalse = (text === '100.00' && rate !== 1) || (text === '0.00' && rate !== 0)
  return isFalse ? valueLine(rate, 'ratio') : `${text}%`
}

/** 百分点 with two decimals and its sign, `−5.75`; more decimals for what two would read as nothing. */
export function signedPoints(points: number): string {
  const sign = points > 0 ? '+' : points < 0 ? '−' : ''
  const size = Math.abs(points)
  const text = (Math.round(size * 100) / 100).toFixed(2)
  return `${sign}${text === '0.00' && size > 0 ? valueWords(size, 'points').text : text}`
}

/**
 * What comes out where carried over money is above the line only, and why it is no rate. '' where no
 * such payment was made. 丰都县 2022 printed 78.46 % beside 51.40 %.
 */
export function mixedWords({ total: { budget, paidOfYear, paidCarried } }: Execution): string {
  if (!budget || paidOfYear === null || !paidCarried) return ''
  const mixed = rateText((paidOfYear + paidCarried) / budget)
  return `如果见到 ${mixed}，那是分子加了结转支付、分母没有加结转：两边口径不同，不能当执行率报`
}

const REFUSALS: Readonly<Record<NoForecast, string>> = {
  over: '全年已过，不预测',
  unknown: '支付台账不全，不预测',
  tooEarly: '不足 3 个月，不预测',
  nothingPaid: '还没有支付，不预测',
  noLastYear: '上年同期数不足，不预测',
}

/** A foreseen amount, or why there is none. */
export const forecastWords = (forecast: Forecast): string =>
  forecast.state === 'foreseen' ? valueLine(forecast.amount, 'money') : REFUSALS[forecast.why]

/** Whether any line or the whole is foreseen to end at anything. */
export const isForeseen = ({ lines, total }: Execution): boolean =>
  [...lines, total].some(
    ({ byMonths, byLastYear }) => byMonths.state === 'foreseen' || byLastYear.state === 'foreseen',
  )

/** What the year may end at by both ways; over the money there is only where both say so. */
export function forecastTitle({ total }: Execution): string {
  const { byMonths, byLastYear, available } = total
  const amounts = [byMonths, byLastYear].flatMap((forecast) =>
    forecast.state === 'foreseen' ? [forecast.amount] : [],
  )
  if (amounts.length === 0) return byMonths.state === 'refused' ? REFUSALS[byMonths.why] : ''
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
  const span =
    low === high
      ? valueLine(low, 'money')
      : `${valueLine(low, 'money')}至 ${valueLine(high, 'money')}`
  const over = available !== null && low > available ? '，将超预算' : ''
  return `年底预计支付 ${span}${over}`
}

/** `本月支付 5 笔`, and how many of them name no voucher among those listed. */
export function paymentsTitle({ total, rows }: BudgetAnswer['payments']): string {
  if (total === 0) return '期内没有登记支付'
  const missing = rows.filter(({ voucher }) => voucher === '').length
  const words = `期内支付 ${countText(total)} 笔`
  return missing > 0 ? `${words}，下列中 ${missing} 笔没有凭证号` : words
}
