import type {
  ChannelRow,
  Dangers,
  Finding,
  MaintenanceRow,
  PlannedMonth,
  SafetyAnswer,
  SafetyChecks,
  SafetyFaults,
  Suggestion,
} from '../contract/safety.ts'
import { CAUSE_CLASSES } from '../ledgers/dictionaries.ts'
import { valueOf } from '../metrics/figure.ts'
import { groupDigits } from '../money.ts'
import { daysBetween } from '../time/day.ts'
import { dayLabel, durationLabel } from '../time/words.ts'
import { noneWords, valueLine } from './figure-words.ts'

const times = (count: number): string => valueLine(count, '次')

/** A plan as it is called: `消防设备`, `安全播出·综合频道播出机房`. */
export const planName = ({ category, place }: SafetyChecks['plans'][number]): string =>
  place === '' ? category : `${category}·${place}`

/** What is meant by each state of a planned month. */
export const PLAN_WORDS: Readonly<Record<PlannedMonth['state'], string>> = {
  met: '做到',
  missed: '漏检',
  running: '当月未完',
  unknown: '未登记',
  unplanned: '没有计划',
}

/** How many planned months were missed, and of which plan most: `计划 40 项次，漏 11 项次，消防设备最多（7 个月）`. */
export function plansTitle(plans: SafetyChecks['plans']): string {
  if (plans.length === 0) return '没有设检查计划，不判断漏检'
  const judged = plans.map((plan) => ({
    name: planName(plan),
    met: plan.months.filter(({ state }) => state === 'met').length,
    missed: plan.months.filter(({ state }) => state === 'missed').length,
  }))
  const met = judged.reduce((sum, one) => sum + one.met, 0)
  const missed = judged.reduce((sum, one) => sum + one.missed, 0)
  if (met + missed === 0) return '计划的检查还没有登记，判断不了做没做到'
  if (missed === 0) return `计划的检查 ${met} 项次都做到了`
  const most = judged.reduce((best, one) => (one.missed > best.missed ? one : best))
  const where = plans.length > 1 ? `，${most.name}最多（${most.missed} 个月）` : ''
  return `计划 ${met + missed} 项次，漏检 ${missed} 项次${where}`
}

/** `53 次检查分布在 45 天，最近一次 10月30日`. */
export function calendarTitle({ checked }: Pick<SafetyChecks, 'checked'>): string {
  const last = checked[checked.length - 1]
  if (!last) return '还没有登记检查'
  const all = checked.reduce((sum, { checks }) => sum + checks, 0)
  if (all === checked.length)
    return `${checked.length} 天各检查 1 次，最近一次 ${dayLabel(last.day)}`
  return `${times(all)}检查分布在 ${checked.length} 天，最近一次 ${dayLabel(last.day)}`
}

/** The kind and place checked most: `安全播出·综合频道播出机房查得最多（11 次）`. */
export function kindsTitle(cells: SafetyChecks['cells']): string {
  const [first] = cells
  if (!first) return '期内没有检查记录'
  const all = cells.reduce((sum, { checks }) => sum + checks, 0)
  return `${times(all)}检查，${first.category}·${first.place || '未填对象'}查得最多（${times(first.checks)}）`
}

/** How many of those found were put right and re-checked by now. */
export function dangersTitle({ found, states }: Dangers): string {
  if (found === 0) return '期内没有发现隐患'
  const fixed = states.fixed + states.rechecked
  if (states.open === 0 && states.fixed === 0) return `发现 ${found} 个隐患，全部整改并复查`
  return `发现 ${found} 个隐患，已整改 ${fixed} 个，其中复查 ${states.rechecked} 个`
}

/** `未整改 1 个，已超期 1 个，最久 19 天`. */
export function openDangersTitle({ open }: Pick<Dangers, 'open'>): string {
  const [oldest] = open.list
  if (!oldest) return '没有未整改的隐患'
  const late = open.late === 0 ? '没有超期的' : `已超期 ${open.late} 个`
  return `未整改 ${open.total} 个，${late}，最久 ${oldest.age} 天`
}

/** Where a danger stands against its limit. */
export const lateWords = (late: number | null): string =>
  late === null ? '没有填期限' : late === 0 ? '期限内' : `超期 ${late} 天`

const CLASSES: Readonly<Record<string, { readonly label: string }>> = CAUSE_CLASSES

/** A national class by its name; 未归类 where none fits. */
export const classLabel = (causeClass: string): string =>
  causeClass === '' ? '未归类' : (CLASSES[causeClass]?.label ?? causeClass)

/** The class most faults fall under: `7 次故障，技术安全 6 次最多`. */
export function causesTitle({ classes, total }: Pick<SafetyFaults, 'classes' | 'total'>): string {
  const [most] = [...classes].sort((a, b) => b.faults - a.faults)
  if (!most || total === 0) return '期内没有故障'
  const head = `${times(total)}故障，`
  return most.faults === total
    ? `${head}都属${classLabel(most.causeClass)}`
    : `${head}${classLabel(most.causeClass)} ${times(most.faults)}最多`
}

const GRADES: Readonly<Record<Suggestion['grade'], string>> = {
  notStopped: '没有停播',
  noTime: '未填停播时长',
  noRule: '未设定',
  below: '未达较大',
  considerable: '较大',
  major: '重大',
  extraordinary: '特别重大',
}

const isGrade = ({ grade }: Suggestion): boolean =>
  grade === 'considerable' || grade === 'major' || grade === 'extraordinary'

/** A suggested grade in words; `至少` where a higher threshold is not set. */
export const suggestionWords = (suggested: Suggestion): string =>
  `${suggested.isAtLeast ? '至少' : ''}${GRADES[suggested.grade]}`

/** True where a person decided a grade that is not the suggested one. */
export const gradeDiffers = (suggested: Suggestion, decided: string | null): boolean =>
  decided !== null && isGrade(suggested) && !gradeIn(decided, suggested.grade)

/** 特别重大 is not 重大, though the one word holds the other. */
function gradeIn(words: string, grade: Suggestion['grade']): boolean {
  if (grade === 'extraordinary') return words.includes('特别重大') || words.includes('特大')
  if (grade === 'major') return words.replace('特别重大', '').includes('重大')
  return words.includes(GRADES[grade])
}

/** How many faults would reach a grade, and how many of those a person has decided. */
export function gradesTitle({ list, total, isUngraded }: SafetyFaults): string {
  if (total === 0) return '期内没有故障'
  if (isUngraded) return `${times(total)}故障；没有设分级阈值，级别由人认定`
  const graded = list.filter(({ suggested }) => isGrade(suggested))
  if (graded.length === 0) return `${times(total)}故障，没有达到设定的级别阈值`
  const decided = graded.filter((fault) => fault.decided !== null).length
  const people =
    decided === 0 ? '还没有人认定' : decided < graded.length ? `${decided} 次已认定` : '都已认定'
  return `${times(total)}故障，${graded.length} 次达到级别阈值，${people}`
}

/** Seconds to the half, as assessed ones may be, with their larger units: `129.5 秒（2分10秒）`. */
export function secondsText(seconds: number): string {
  const [whole = '', half] = String(Math.round(seconds * 10) / 10).split('.')
  const text = `${groupDigits(whole)}${half === undefined ? '' : `.${half}`} 秒`
  return seconds < 60 ? text : `${text}（${durationLabel(seconds)}）`
}

/** Due hours, to the minute: `8,501 小时 20 分`. */
export function hoursText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = minutes % 60
  const hours = `${groupDigits(String(Math.floor(minutes / 60)))} 小时`
  return rest === 0 ? hours : `${hours} ${rest} 分`
}

/** No stoppage is good news and said so; else how often and how long. */
export function channelTitle({ channel, stops, stoppage }: ChannelRow): string {
  const name = channel === '' ? '没有填频道的故障' : channel
  const [count, seconds] = [valueOf(stops), valueOf(stoppage)]
  if (stops.state === 'none') return `${name}：${noneWords(stops.why)}`
  if (count === 0 || seconds === null) return `${name}期内没有停播`
  return `${name}停播 ${times(count ?? 0)}，共 ${durationLabel(seconds)}`
}

/** How due hours come about: `排期 8,662 小时 − 例行检修 159 小时 − 报备检修 1 小时 40 分 = 应播 8,501 小时 20 分`. */
export function dueWorking({ due }: Pick<ChannelRow, 'due'>): string {
  if (!due) return '没有设应播时长，算不出停播率和可用度'
  const { scheduled, breaks, maintenance, flatDays, unsetDays, days } = due
  const isFlat = flatDays > 0 && flatDays + unsetDays === daysBetween(days.from, days.to) + 1
  const less = [
    breaks === 0 ? '' : ` − 例行检修 ${hoursText(breaks)}`,
    maintenance === 0 ? '' : ` − 报备的检修 ${hoursText(maintenance)}`,
  ]
  return `${isFlat ? '每天应播合计' : '排期'} ${hoursText(scheduled)}${less.join('')} = 应播 ${hoursText(due.due)}`
}

/** What the working leaves open: days by the flat amount, days nothing is set for. */
export function dueGaps({ due }: Pick<ChannelRow, 'due'>): string {
  if (!due) return ''
  const said = [
    due.flatDays === 0 ? '' : `${due.flatDays} 天没有排期，按每天应播时长计`,
    due.unsetDays === 0 ? '' : `${due.unsetDays} 天什么都没有设，不计应播`,
  ]
  return said.filter((part) => part !== '').join('；')
}

/** Against the rate the centre set: within it or over; nothing where none is set. */
export function limitWords({ stopRate, limit }: ChannelRow): { text: string; isOver: boolean } {
  if (limit === null) return { text: '没有设目标值', isOver: false }
  const rate = valueOf(stopRate)
  const held = `目标不超过 ${limit} 秒/百小时`
  if (rate === null) return { text: held, isOver: false }
  return { text: `${held}，${rate > limit ? '已超过' : '在目标内'}`, isOver: rate > limit }
}

/** How many were done, and those inside 重保期. */
export function maintenanceTitle(total: number, list: readonly MaintenanceRow[]): string {
  if (total === 0) return '期内没有检修记录'
  const inside = list.filter(({ protections }) => protections.length > 0).length
  return inside === 0
    ? `检修 ${times(total)}，都不在重保期内`
    : `检修 ${times(total)}，${inside} 次落在重保期内`
}

/** What was found is called. */
export const FINDING_WORDS: Readonly<Record<Finding['kind'], string>> = {
  endBeforeStart: '结束早于开始',
  overlap: '时间重叠',
  outsideSchedule: '排期外停播',
  longerThanSpan: '秒数对不上',
  fillerOverStoppage: '垫播多于停播',
  noSeconds: '没有时长',
  unknownChannel: '频道不识',
  inProtection: '重保期内检修',
  notReported: '未事先报备',
}

/** How many records want a look. */
export const findingsTitle = ({ total }: SafetyAnswer['findings']): string =>
  total === 0 ? '没有发现需要核对的记录' : `${total} 处需要核对`
