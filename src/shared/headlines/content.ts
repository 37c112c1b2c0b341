import type {
  ContentAnswer,
  DailyFloor,
  ReviewFaults,
  SilentAccount,
  StaffPoints,
} from '../contract/content.ts'
import { WEEKDAYS } from '../ledgers/dictionaries.ts'
import { dayLabel, durationLabel, monthLabel, spanLabel } from '../time/words.ts'
import { pointsText } from './adoption.ts'
import { percentText, valueWords } from './figure-words.ts'
import { shareWords } from './phrases.ts'

const many = (count: number, unit: string): string => `${valueWords(count, '条').text} ${unit}`

/** `爱峨边的图文最多：404 条，占四成`. */
export function matrixTitle(
  cells: NonNullable<ContentAnswer['matrix']>,
  formWord: (form: string) => string,
): string {
  const all = cells.reduce((sum, { count }) => sum + count, 0)
  const [first] = [...cells].sort((a, b) => b.count - a.count)
  if (!first || all === 0) return '期内没有发布'
  const name = `${first.platform || '未填平台'}的${formWord(first.form)}`
  const share = shareWords(first.count / all)
  return `${name}最多：${many(first.count, '条')}，${share === '过半' ? '' : '占'}${share}`
}

/** `最多的一格是10月爱峨边图文：404 条；短视频号图文有 2 个月一条没有`: empty are whole months only. */
export function monthsTitle(
  { months, rows }: NonNullable<ContentAnswer['months']>,
  formWord: (form: string) => string,
): string {
  const cells = rows.flatMap(({ platform, form, counts }) =>
    counts.map((count, at) => ({
      name: `${platform || '未填平台'}${formWord(form)}`,
      count,
      month: months[at]?.month ?? '',
    })),
  )
  const [first] = [...cells].sort((a, b) => b.count - a.count)
  if (!first || first.count === 0) return '这一年没有发布'
  const gaps = rows.map(({ platform, form, counts }) => ({
    name: `${platform || '未填平台'}${formWord(form)}`,
    empty: counts.filter((count, at) => count === 0 && months[at]?.isWhole).length,
  }))
  const [worst] = gaps.sort((a, b) => b.empty - a.empty)
  const rest = worst && worst.empty > 0 ? `；${worst.name}有 ${worst.empty} 个月一条没有` : ''
  return `最多的一格是${monthLabel(first.month)}${first.name}：${many(first.count, '条')}${rest}`
}

/** `一半稿件 38分内签发，九成在 8小时47分内`, of seconds. */
export function turnaroundTitle(median: number | null, ninetieth: number | null): string {
  if (median === null || ninetieth === null) return '期内稿件没有登记送审和签发时间'
  return `一半稿件 ${durationLabel(Math.round(median))}内签发，九成在 ${durationLabel(Math.round(ninetieth))}内`
}

export const LIGHT_WORDS: Readonly<Record<SilentAccount['light'], string>> = {
  fresh: '正常',
  notice: '提醒',
  warn: '预警',
  silent: '停更',
  never: '没有发过',
}

/** `2 个账号停更超过 14 天：甲号、乙号`, else who has been silent longest. */
export function silenceTitle(
  rows: readonly SilentAccount[],
  { silent }: ContentAnswer['limits'],
): string {
  if (rows.length === 0) return '没有登记账号'
  const names = (light: SilentAccount['light']) =>
    rows.filter((row) => row.light === light).map(({ platform }) => platform)
  const [stopped, never] = [names('silent'), names('never')]
  const parts = [
    stopped.length > 0 && `${stopped.length} 个账号停更超过 ${silent} 天：${named(stopped)}`,
    never.length > 0 && `${never.length} 个账号没有发过：${named(never)}`,
  ].filter((part) => part !== false)
  if (parts.length > 0) return parts.join('；')
  const longest = rows.reduce((a, b) => ((b.daysSince ?? 0) > (a.daysSince ?? 0) ? b : a))
  const days = longest.daysSince ?? 0
  const near = days === 0 ? '当天都有更新' : `最久的是${longest.platform}，${days} 天没有更新`
  return `${rows.length} 个账号没有停更的，${near}`
}

const NAMED = 3
const named = (names: readonly string[]): string =>
  names.slice(0, NAMED).join('、') + (names.length > NAMED ? '等' : '')

/** `甲号每天不少于 3 条：期内 31 天都达到`, `…：期内 31 天有 4 天没有达到`. */
export function floorTitle({ label, periodDays, periodMet, days, met }: DailyFloor): string {
  if (periodDays === 0)
    return `${label}：期内没有可判断的日子，全年至今 ${days.length} 天达到 ${met} 天`
  const missed = periodDays - periodMet
  return missed === 0
    ? `${label}：期内 ${periodDays} 天都达到`
    : `${label}：期内 ${periodDays} 天有 ${missed} 天没有达到`
}

/** `没有达到的最长一段是 2月11日—18日，连续 8 天`. */
export function longestMissedWords({ longestMissed }: DailyFloor): string {
  if (!longestMissed) return '没有一天没有达到'
  const { days, from } = longestMissed
  return days === 1
    ? `没有达到的日子不相连，如 ${dayLabel(from)}`
    : `没有达到的最长一段是 ${spanLabel(longestMissed)}，连续 ${days} 天`
}

/** `最多的专栏是县庆四十年：315 条，被上级采用 70 条次`. */
export function campaignsTitle({ rows }: NonNullable<ContentAnswer['campaigns']>): string {
  const [first] = rows
  if (!first) return '期内没有注明栏目的稿件'
  const adopted = first.adopted ? `，被上级采用 ${many(first.adopted, '条次')}` : ''
  return `最多的是“${first.column}”：${many(first.pieces, '条')}${adopted}`
}

/** `周二 17 时发得最多：21 条`. */
export function hoursTitle({ cells, blank }: NonNullable<ContentAnswer['hours']>): string {
  const [first] = [...cells].sort((a, b) => b.value - a.value)
  if (!first) return blank > 0 ? '期内稿件都没有登记发布时刻' : '期内没有发布'
  const words: Readonly<Record<string, { label: string }>> = WEEKDAYS
  const day = words[first.weekday]?.label ?? ''
  return `${day} ${first.hour} 时发得最多：${many(first.value, '条')}`
}

/** `编辑丙得分最高：208 分（195 条）`. */
export function staffTitle({ rule, people }: StaffPoints): string {
  const [first] = people.filter(({ name }) => name !== '')
  if (!first) return '期内稿件都没有注明作者'
  return rule === null
    ? `${first.name}发稿最多：${many(first.pieces, '条')}`
    : `${first.name}得分最高：${pointsText(first.points)} 分（${many(first.pieces, '条')}）`
}

/** `《…》的阅读是同类中位数的 57 倍`. */
export function bestTitle({ byRatio, byReads, fewest }: ContentAnswer['best']): string {
  const [first] = byRatio
  if (first && first.ratio !== null)
    return `《${first.title}》的阅读是同类中位数的 ${timesText(first.ratio)} 倍`
  return byReads.length === 0
    ? '期内稿件都没有登记阅读量'
    : `同平台同体裁同月都不足 ${fewest} 条，说不出多少算平常`
}

/** `57.0`, `1.25`: one decimal, two below 10. */
export const timesText = (ratio: number): string => ratio.toFixed(ratio < 10 ? 2 : 1)

/** `1,030 条中 12 条写明的审签不全，2 条同一人审两道，5 条先发后签`. */
export function reviewTitle({ reviews, sameReviewer, early }: ReviewFaults): string {
  const known = reviews.three + reviews.some
  if (known === 0) return '期内稿件的审签三栏都空着'
  const parts = [
    reviews.some > 0 && `${many(reviews.some, '条')}审签人不全`,
    sameReviewer.all > 0 && `${many(sameReviewer.all, '条')}同一人审了两道`,
    early.all > 0 && `${many(early.all, '条')}先发后签`,
  ].filter((part) => part !== false)
  const share = `三审齐全 ${percentText(reviews.three / known)}%`
  if (parts.length > 0) return `${share}；${parts.join('，')}`
  return early.of === 0 ? `${share}，没有登记签发时间` : `${share}，没有发现问题`
}
