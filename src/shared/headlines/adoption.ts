import type {
  AdoptionAnswer,
  CountingSection,
  EvidenceSection,
  LagSection,
  LevelRow,
  StandingRow,
  SubmissionsSection,
} from '../contract/adoption.ts'
import { groupDigits } from '../money.ts'
import { levelWord } from '../settings/adoption.ts'
import type { Counting } from '../settings/points.ts'
import type { Interval } from '../time/period.ts'
import { spanLabel } from '../time/words.ts'
import { percentText, valueLine } from './figure-words.ts'

type LevelWords = Readonly<Record<string, string>>

/** What each counting is called on the page. */
export const COUNTING_WORDS: Readonly<Record<Counting, string>> = {
  everyUse: '每次采用都计',
  highestPerWork: '每篇作品只计最高级别一次',
  highestPerLevel: '每篇作品每个级别计一次',
}

const items = (count: number): string => valueLine(count, '条')

/** Points of whole hundredths as printed, without their unit: `1,095`, `7.5`. */
export function pointsText(hundredths: number): string {
  const [whole = '0', rest = ''] = (hundredths / 100).toFixed(2).split('.')
  const fraction = rest.replace(/0+$/, '')
  return fraction === '' ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`
}

/** Both totals at once: `采用 150 条，按“每篇作品只计最高级别一次”计 103 条`. */
export function countingTitle({ chosen, totals }: CountingSection): string {
  const [every, own] = ['everyUse', chosen].map((id) => totals.find((one) => one.counting === id))
  if (!every || !own || every.uses === 0) return '期内没有采用记录'
  if (chosen === 'everyUse') return `每次采用都计，共 ${items(every.uses)}`
  return `采用 ${items(every.uses)}，${COUNTING_WORDS[chosen]}为 ${items(own.uses)}`
}

/** Why the two totals differ, in a sentence. */
export function countingSentence({ chosen, totals, works, repeated }: CountingSection): string {
  const every = totals.find(({ counting }) => counting === 'everyUse')?.uses ?? 0
  const own = totals.find(({ counting }) => counting === chosen)?.uses ?? 0
  if (every === 0) return ''
  const many = `${valueLine(works, '篇')}作品中有 ${valueLine(repeated, '篇')}被采用不止一次`
  if (chosen === 'everyUse') return `${many}，这里每一次都计。`
  if (every === own) return `${many}，但没有一次因此少计，两个合计相同。`
  const kept = chosen === 'highestPerWork' ? '只留级别最高的一次' : '在同一级别只留一次'
  return `相差 ${items(every - own)}：${many}，${kept}。作品以原稿标题区分，在期内计。`
}

/** The largest level with its share, and how the highest one moved against last year. */
export function levelsTitle(levels: readonly LevelRow[], words: LevelWords): string {
  const all = levels.reduce((sum, { uses }) => sum + uses, 0)
  const [highest] = levels
  const [largest] = [...levels].sort((a, b) => b.uses - a.uses)
  if (!largest || !highest || all === 0) return '期内没有采用记录'
  const share = `${levelWord(words, largest.level)} ${items(largest.uses)}，占 ${percentText(largest.uses / all)}%`
  const moved = movedWords(highest.uses, highest.before)
  return moved === '' ? share : `${share}；${levelWord(words, highest.level)}${moved}`
}

/** `由上年 15 条增到 24 条`; nothing where last year is not known. */
function movedWords(now: number, before: number | null): string {
  if (before === null) return ''
  if (now === before) return `与上年同为 ${items(now)}`
  return `由上年 ${items(before)}${now > before ? '增到' : '减到'} ${items(now)}`
}

/** How each level moved over the months that both years know whole: `国家级多 34 条，省级少 3 条`. */
export function levelMonthsTitle(months: AdoptionAnswer['months'], words: LevelWords): string {
  const moved = months.flatMap(({ level, values, before, partial }) => {
    const pairs = values.flatMap((value, n) => {
      const past = before[n] ?? null
      return value === null || past === null || partial[n] ? [] : [value - past]
    })
    if (pairs.length === 0) return []
    const by = pairs.reduce((sum, each) => sum + each, 0)
    const size = by === 0 ? '持平' : `${by > 0 ? '多' : '少'} ${items(Math.abs(by))}`
    return [`${levelWord(words, level)}${size}`]
  })
  return moved.length === 0 ? '各级采用的月份走势' : `比上年同月：${moved.join('，')}`
}

const FALL = 3

/** How many outlets carried anything, the first of them, and the one that fell most, from three on. */
export function outletsTitle({ all, rows }: AdoptionAnswer['outlets']): string {
  const [first] = rows
  if (!first || first.uses === 0) return '期内没有采用记录'
  const silent = rows.filter(({ uses }) => uses === 0).length
  const head = `${all - silent} 家媒体采用，${first.outlet} ${items(first.uses)}最多`
  const fall = ({ uses, before }: (typeof rows)[number]) => (before ?? uses) - uses
  const [fallen] = [...rows].sort((a, b) => fall(b) - fall(a))
  if (!fallen || fall(fallen) < FALL) return head
  return `${head}；${fallen.outlet}比上年少 ${items(fall(fallen))}`
}

/** `编辑戊 220 分居首`, by uses where there is no rule; nobody named leads nothing. */
export function rankingTitle(rows: readonly StandingRow[], hasPoints: boolean): string {
  const [first] = rows
  if (!first || first.name === '') return '没有填写，无从排名'
  const size = ({ points, counted }: Omit<StandingRow, 'name' | 'before'>) =>
    hasPoints ? `${pointsText(points)} 分` : items(counted)
  const before = first.before ? `，上年 ${size(first.before)}` : ''
  return `${first.name} ${size(first)}居首${before}`
}

/** `半数在发布后 1 天内被采用，九成在 9 天内`; days of a median between two are printed as they are. */
export function lagTitle({ all, after, median, p90 }: LagSection): string {
  if (all === 0) return '期内没有采用记录'
  if (median === null || p90 === null || after === 0)
    return `采用的 ${items(all)}都没有对上先发布的同题稿件`
  return `半数${withinDays(median)}被采用，九成${withinDays(p90)}`
}

const withinDays = (days: number): string =>
  days === 0 ? '在发布当天' : `在发布后 ${daysText(days)} 天内`

/** Days with one decimal where they are not whole. */
export const daysText = (days: number): string => String(Math.round(days * 10) / 10)

/** The rate with both sides, or why there is none. */
export function submissionTitle(section: SubmissionsSection): string {
  const { span, submitted, adopted, isExact } = section
  if (!span) return `算不出采用率：${missingWords(section)}`
  if (submitted === 0) return `${spanLabel(span)}没有报送，算不出采用率`
  const rate = `采用 ${items(adopted)} ÷ 报送 ${items(submitted)} = ${percentText(adopted / submitted)}%`
  return isExact ? rate : `只有 ${spanLabel(span)}算得出：${rate}`
}

/** Which ledger is not whole, for which days. */
export function missingWords({ missing }: Pick<SubmissionsSection, 'missing'>): string {
  const lacking = (name: string, days: readonly Interval[]) =>
    days.length === 0 ? [] : [`${name}没有登记齐 ${days.map((span) => spanLabel(span)).join('、')}`]
  const words = [
    ...lacking('报送台账', missing.submissions),
    ...lacking('采用台账', missing.adoptions),
  ]
  return words.length === 0 ? '期间还没有开始' : words.join('；')
}

/** `150 条中 134 条有链接或凭证，占 89.3%`. */
export function evidenceTitle({ byLevel }: EvidenceSection): string {
  const sum = (of: 'uses' | 'evidenced') => byLevel.reduce((total, row) => total + row[of], 0)
  const all = sum('uses')
  if (all === 0) return '期内没有采用记录'
  return `${items(all)}中 ${items(sum('evidenced'))}有链接或凭证，占 ${percentText(sum('evidenced') / all)}%`
}

/** How many pairs may be one use. */
export const duplicatesTitle = ({ all }: AdoptionAnswer['duplicates']): string =>
  all === 0 ? '没有看到疑似重复的记录' : `疑似重复 ${all} 对，没有删除，请核对`
