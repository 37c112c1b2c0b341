import { halfWidth, numbersIn, type Amount, type NumberSaid } from '../amounts.ts'
import type { Where } from '../metrics/define.ts'
import { spanOf } from '../metrics/evaluate.ts'
import { metricOf, type MetricId } from '../metrics/index.ts'
import { samePeriodLastYear, type Period } from '../time/period.ts'
import { fits } from './fits.ts'
import { periodsIn, type PeriodSaid } from './periods.ts'
import { spokenIn } from './spoken.ts'
import { canBeOf, subjectOf, type KnownNames } from './subjects.ts'

interface Words {
  readonly from: number
  readonly to: number
  readonly wording: string
}

/** A figure a text states; somebody accepts it or not. */
export interface Proposal extends Words {
  readonly metric: MetricId
  readonly part: Where | null
  /** Growth over the year before, signed, instead of the figure itself. */
  readonly isGrowth: boolean
  readonly amount: Amount
  readonly period: Period
  /** The words that say what it is of; and of which time, empty where the chosen period is taken. */
  readonly subjectWords: string
  readonly periodWords: string
}

/** A number nobody can tell the figure of, and why. */
export interface Leftover extends Words {
  readonly why: string
  readonly amount: Amount | null
  readonly period: Period
}

export interface Understood {
  readonly proposals: readonly Proposal[]
  readonly leftovers: readonly Leftover[]
  /** Dates, ordinals and names with digits: they count nothing. */
  readonly passed: readonly Words[]
}

const SENTENCE_END = /[。；;！？!?\n]/
const CLAUSE_END = /[，,、。；;！？!?\n（(]/
const GREW =
  /同比|环比|[比较与和同]上年|[比较与和同]去年|[比较与和同]上个?月|增长|增加|增幅|上升|提高|提升|下降|减少|降低/
/** 由1048条增加到1246条: what it came to, not by how much it grew. */
const GREW_TO = /(?:增长|增加|上升|提高|提升|下降|减少|降低)[到至为]|[增升降]至/
/** 较上年同期1048条增加198条: the number is the base, what it grew by follows. */
const BASE = /[比较与和同](?:上年|去年)(?:同期)?的?$/
/** Between a figure and the same one of another time nothing is said: 1246条（上年同期1048条）. */
const NOTHING_SAID = /^[（(，,、：:\s的为是有]*$/
const LESS = /下降|减少|降低|少$/
/** 爱峨边发布视频120条、图文300条: whose the second is, is not said. */
const JOINED = /^\s*[、和与及]/
const DATED =
  /^(?:\s*(?:年|月|日|号|时|点|届|岁|周年|度|级|楼|[:：]\d)|[-–—~～至到.]\s*\d+\s*(?:年|月|日|号))/
const NUMBERED = /(?:第|[-–—.:：/〔[])$/

/**
 * The figures a paragraph states, by rule: each number becomes a proposal, a leftover with its
 * reason, or is passed as a date or an ordinal; never two of these, never none.
 */
export function understand(text: string, chosen: Period, known: KnownNames): Understood {
  const plain = halfWidth(text)
  const periods = periodsIn(plain, chosen)
  const proposals: Proposal[] = []
  const leftovers: Leftover[] = []
  const passed: Words[] = []
  let [before, end]: [MetricId | null, number] = [null, 0]
  let last: Stated | null = null
  for (const number of numbersIn(text)) {
    const { from, to, wording } = number
    if (isPassed(plain, number, periods)) {
      passed.push({ from, to, wording })
      continue
    }
    const start = Math.max(end, sentenceStart(plain, from))
    if (start > end) [before, last] = [null, null]
    const said = periods.findLast(
      (each) =>
        each.to <= from &&
        (!each.isAside || each.from >= end) &&
        !isClosed(plain.slice(each.to, from)),
    )
    const around = { lead: leadOf(plain, start, from, periods), tail: clauseAfter(plain, to) }
    const isNew = said !== undefined && said.from >= end
    const found: Read | null =
      last && ofAnotherTime(number, around.lead, { last, said: isNew ? said : undefined })
    const read: Read | Leftover =
      found ?? readOne(number, around, { before, last, said, chosen, known })
    if ('why' in read) leftovers.push(read)
    else {
      const isOther = BASE.test(around.lead) || (read.isGrowth && last?.isBase === true)
      proposals.push({ ...read, periodWords: isOther ? '' : (said?.wording ?? '') })
      if (!read.isGrowth) {
        before = found ? before : wholeOf(read, before)
        const isBase: boolean = found !== null && isYearBefore(read, last)
        last = { figure: read, isBase, now: isBase && last ? last.now : read.period }
      }
    }
    end = to
  }
  const spoken = spokenIn(plain).filter(
    ({ from, to }) =>
      ![...proposals, ...leftovers, ...passed].some((each) => each.from < to && from < each.to),
  )
  leftovers.push(...spoken.map((each) => ({ ...each, amount: null, period: chosen })))
  return { proposals, leftovers: leftovers.sort((a, b) => a.from - b.from), passed }
}

type Read = Omit<Proposal, 'periodWords'>

/** The figure read last in a sentence; a base is the same figure a year before `now`. */
interface Stated {
  readonly figure: Read
  readonly isBase: boolean
  readonly now: Period
}

const isYearBefore = ({ period }: Read, last: Stated | null): boolean =>
  last !== null && samePeriodLastYear(last.figure.period).from === period.from

/** The figure before at another time: a number behind it, of which only its time is said. */
function ofAnotherTime(
  { from, to, wording, amount }: NumberSaid,
  lead: string,
  { last: { figure }, said }: { readonly last: Stated; readonly said: PeriodSaid | undefined },
): Read | null {
  const base = BASE.exec(lead)
  const isBare = NOTHING_SAID.test(base ? lead.slice(0, base.index) : lead)
  const period = base ? samePeriodLastYear(figure.period) : said?.period
  if (!isBare || !period || !amount || !fits(amount, figure.metric)) return null
  return { ...figure, from, to, wording, amount, period: spanOf(figure.metric, period) }
}

interface Around {
  readonly before: MetricId | null
  readonly last: Stated | null
  readonly said: PeriodSaid | undefined
  readonly chosen: Period
  readonly known: KnownNames
}

function readOne(
  { from, to, wording, amount }: NumberSaid,
  { lead, tail }: { readonly lead: string; readonly tail: string },
  { before, last, said, chosen, known }: Around,
): Read | Leftover {
  const isOfBase = last?.isBase === true && GREW.test(lead)
  const period = (isOfBase ? last.now : said?.period) ?? chosen
  const left = (why: string): Leftover => ({ from, to, wording, why, amount, period })
  if (amount === null)
    return left(
      wording.includes('，') ? '全角逗号隔开，分不清是一个数还是两个' : '前后的约数说法对不上',
    )
  if (amount.unit === '') return left('没有单位，说不清是什么数')
  if (said && !said.period) return left(`“${said.wording}”是哪几天说不清`)
  if (GREW_TO.test(lead)) return left('说的是增减到多少，没有猜')
  if (BASE.test(lead)) return left('说的是与哪个数比，分不清是哪一项指标')
  const grew = GREW.exec(lead)
  const subject = subjectOf(
    grew ? lead.slice(0, grew.index) : lead,
    grew ? '' : tail,
    before,
    known,
  )
  const isOwn = !('doubt' in subject)
  const metric = isOwn ? subject.metric : grew ? before : null
  if (metric === null) return left(isOwn ? '' : subject.doubt)
  if (!fits(amount, metric))
    return left(
      grew
        ? '增减的幅度不作填报数，由运行台按两期的数算'
        : `单位“${amount.unit}”与“${metricOf(metric).label}”的单位不同`,
    )
  if (grew && !isOfBase && !/同比|[比较与和同](?:上年|去年)/.test(lead))
    return left('与上期比的增减不作填报数')
  const part = isOwn ? subject.part : null
  const shared = last?.figure.part
  if (shared && !part && JOINED.test(lead) && canBeOf(metric, shared, known))
    return left(`前面的“${last.figure.subjectWords}”是不是也限定这个数，没有猜`)
  const signed = grew && LESS.test(lead) ? { ...amount, value: `-${amount.value}` } : amount
  return {
    from,
    to,
    wording,
    metric,
    part,
    isGrowth: grew !== null,
    amount: signed,
    period: spanOf(metric, period),
    subjectWords: isOwn ? subject.words : metricOf(metric).label,
  }
}

/** Parts that follow belong to the same whole. */
const wholeOf = ({ metric, part }: Pick<Proposal, 'metric' | 'part'>, before: MetricId | null) => {
  const { formula } = metricOf(metric)
  const isPart = part !== null || (formula.kind === 'sum' && formula.where !== undefined)
  return isPart && before !== null ? before : metric
}

function isPassed(text: string, number: NumberSaid, periods: readonly PeriodSaid[]): boolean {
  const { from, to, amount } = number
  const before = text.slice(0, from)
  return (
    // G318 is a road, APP200条 are two hundred.
    (amount?.unit === '' && /[A-Za-z]$/.test(before)) ||
    periods.some((said) => said.from < to && from < said.to) ||
    DATED.test(text.slice(to)) ||
    NUMBERED.test(before) ||
    /^\d+\s*[-–—~～至到]\s*\d/.test(text.slice(from))
  )
}

function sentenceStart(text: string, at: number): number {
  for (let place = at - 1; place >= 0; place -= 1)
    if (SENTENCE_END.test(text[place] ?? '')) return place + 1
  return 0
}

/** The words from the number before to this one, without those that name a time. */
function leadOf(text: string, start: number, from: number, periods: readonly PeriodSaid[]): string {
  let [lead, at] = ['', start]
  for (const said of periods) {
    if (said.from < at || said.to > from) continue
    lead += text.slice(at, said.from)
    at = said.to
  }
  return lead + text.slice(at, from)
}

/** Whether these words close a bracket they do not open: a time named inside holds no longer. */
function isClosed(words: string): boolean {
  const shut = words.search(/[)）]/)
  return shut >= 0 && !/[(（]/.test(words.slice(0, shut))
}

function clauseAfter(text: string, to: number): string {
  const rest = text.slice(to)
  const stop = CLAUSE_END.exec(rest)
  return rest.slice(0, stop?.index ?? rest.length)
}
