import type { BudgetAnswer, BudgetLine, Execution } from '../contract/budget.ts'
import type { Forecast, NoForecast } from '../metrics/year-end.ts'
import { valueLine } from './figure-words.ts'

/** How a line stands, in words; the colour says the same. */
export function lightWords({ light, points, ofYear }: BudgetLine): string {
  if (light === 'over') return '超预算'
  if (points === null) return ofYear === null ? '无法计算' : '没有序时进度'
  if (points === 0) return '与序时进度持平'
  return `${points > 0 ? '快' : '慢'} ${valueLine(Math.abs(points), 'points')}`
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
  const words = `期内支付 ${total.toLocaleString('zh-CN')} 笔`
  return missing > 0 ? `${words}，下列中 ${missing} 笔没有凭证号` : words
}
