import { scaleDecimal } from './decimal.ts'
import type { QUALIFIERS } from './ledgers/dictionaries.ts'

type Qualifier = keyof typeof QUALIFIERS

/** A number as people write it, with how exact it is. */
export interface Amount {
  /** Plain decimal in `unit`; 万 and 亿 are written out, but for money: 426.45 万元 stays. */
  readonly value: string
  /** As written, empty without one; `%` for ％. */
  readonly unit: string
  readonly qualifier: Qualifier
}

const BEFORE: Readonly<Record<string, Qualifier>> = {
  近: 'nearly',
  约: 'about',
  大约: 'about',
  超: 'moreThan',
  超过: 'moreThan',
  逾: 'moreThan',
  突破: 'moreThan',
  不少于: 'atLeast',
  不低于: 'atLeast',
  至少: 'atLeast',
  不超过: 'atMost',
  不高于: 'atMost',
  至多: 'atMost',
}
const AFTER: Readonly<Record<string, Qualifier>> = {
  余: 'moreThan',
  多: 'moreThan',
  '+': 'moreThan',
  左右: 'about',
  以上: 'atLeast',
}
const SCALES: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 }
/** What stands behind a number as its unit; any other word makes it no amount. */
const UNITS = (
  '条 次 件 起 篇 人 个 天 项 场 班 期 组 名 户 家 部 套 位 分 幅 元 % ' +
  '人次 场次 小时 分钟 秒 百分点 个百分点'
).split(' ')

const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace('+', String.raw`\+`))
    .join('|')

const [HEAD, DIGITS, SIGNS, UNIT, TAIL] = [
  `(?<before>${longestFirst(Object.keys(BEFORE))})?`,
  String.raw`(?<digits>\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)`,
  String.raw`(?<inner>余|多|\+)?(?<scale>[百千万亿])?(?<after>余|多|\+)?`,
  `(?<unit>${longestFirst(UNITS)})?`,
  String.raw`(?<last>左右|以上|\+)?`,
] as const
const LONE = new RegExp(`^${HEAD}${DIGITS}${SIGNS}${UNIT}${TAIL}$`)
const NO_DIGITS = new RegExp(`^(?:${longestFirst(Object.keys(BEFORE))})?[百千万亿]`)
const RUNNING = new RegExp([HEAD, DIGITS, SIGNS, UNIT, TAIL].join(String.raw`\s*`), 'g')

/**
 * One amount that stands alone: `1,246`, `近200`, `近百`, `5.3万+`, `约 12 万人次`, `100余件`,
 * `426.45万元`, full-width signs too. Null for anything else: nothing is guessed.
 */
export function readAmount(text: string): Amount | null {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, '')
  const whole = plain.replace(NO_DIGITS, (words) => `${words.slice(0, -1)}1${words.slice(-1)}`)
  const amount = amountOf(LONE.exec(whole)?.groups)
  // 近百 and 万余 are a hundred and ten thousand; 百 alone is a word.
  return whole !== plain && amount?.qualifier === 'exact' ? null : amount
}

/** A number where it stands in a text; places count UTF-16 units. */
export interface NumberSaid {
  readonly from: number
  readonly to: number
  readonly wording: string
  /** Null where its words do not go together: 近200余; or its digits: 1，246. */
  readonly amount: Amount | null
}

/** Every number of a running text, dates and ordinals among them, in order. */
export function numbersIn(text: string): NumberSaid[] {
  return [...halfWidth(text).matchAll(RUNNING)].map((match) => {
    const from = match.index
    const to = from + match[0].trimEnd().length
    return { from, to, wording: text.slice(from, to), amount: amountOf(match.groups) }
  })
}

/** Digits and signs of numbers in half width, sign for sign; a full-width comma parts numbers and stays. */
export const halfWidth = (text: string): string =>
  text.replaceAll(/[０-９％．＋]/g, (sign) => sign.normalize('NFKC'))

function amountOf(found: Readonly<Record<string, string | undefined>> | undefined): Amount | null {
  if (!found) return null
  const { before, digits = '', inner, scale, after, unit = '', last } = found
  if (digits.includes('，')) return null
  const said = [
    ...(before === undefined ? [] : [BEFORE[before]]),
    ...[inner, after, last].flatMap((mark) => (mark === undefined ? [] : [AFTER[mark]])),
  ]
  // 近200余, 20多次以上 say two things of one number; 约 200 左右 says one twice.
  if (said.length > 1 && said.some((each) => each !== 'about')) return null
  return {
    ...scaled(scaleDecimal(digits.replaceAll(',', ''), 0), scale, unit),
    qualifier: said[0] ?? 'exact',
  }
}

function scaled(digits: string, scale: string | undefined, unit: string) {
  if (scale === undefined) return { value: digits, unit }
  if (unit === '元' && (scale === '万' || scale === '亿'))
    return { value: digits, unit: `${scale}元` }
  return { value: scaleDecimal(digits, SCALES[scale] ?? 0), unit }
}
