import { fenToWan, groupDigits, wanRounded } from '../money.ts'
import type { Better, Unit } from '../metrics/define.ts'
import type { Change, NoneReason, Refusal } from '../metrics/figure.ts'
import { qualifierPrefix } from '../metrics/qualifiers.ts'
import { durationLabel } from '../time/words.ts'

/** A number and its unit apart, so that a page may print the unit small. */
export interface Words {
  readonly text: string
  readonly unit: string
}

export type Direction = 'up' | 'down' | 'flat'

/**
 * A value as it is printed: whole counts grouped, `ratio` in percent, money in 万元, `duration` in
 * its two largest units (seconds alone keep 秒 as their unit), `hours` of seconds, `stopRate` in 秒/百小时.
 */
export function valueWords(value: number, unit: Unit): Words {
  switch (unit) {
    case 'ratio':
      return { text: percentText(value), unit: '%' }
    case 'points':
      return { text: smallText(value, 1), unit: '个百分点' }
    case 'money':
      return { text: wanText(value), unit: '万元' }
    case 'duration':
      return Math.abs(value) < 60
        ? { text: decimalText(value, 0), unit: '秒' }
        : { text: durationLabel(value), unit: '' }
    case 'hours':
      return { text: decimalText(value / 3600, 1), unit: '小时' }
    case 'stopRate':
      return { text: value === 0 ? '0' : smallText(value, 2), unit: '秒/百小时' }
    default:
      return { text: decimalText(value, 0), unit }
  }
}

/** Value and unit in one run of text: `1,044 条`, `84.6%`, `3小时5分`. */
export function valueLine(value: number, unit: Unit): string {
  const words = valueWords(value, unit)
  return words.unit === '' || words.unit === '%'
    ? `${words.text}${words.unit}`
    : `${words.text} ${words.unit}`
}

/** A number by itself, thousands grouped, at most three places: `1,245`, `2,861.5`. */
export function countText(count: number): string {
  const [whole = '', places] = String(Math.round(count * 1000) / 1000).split('.')
  return places === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${places}`
}

/**
 * A share of one in percent, without the sign: one decimal, two below 10 and from 99 on.
 * What is not whole never reads 100, and what is not nothing never reads 0.
 */
export function percentText(share: number): string {
  const percent = share * 100
  const size = Math.abs(percent)
  if (size === 0 || size === 100) return decimalText(percent, 0)
  const places = size < 10 || (size >= 99 && size < 100) ? 2 : 1
  return size < 100 ? shortOf(percent, places) : decimalText(percent, places)
}

/** As many more places as it takes not to read as 0 or 100. */
function shortOf(percent: number, places: number): string {
  const size = Math.abs(percent)
  const gap = Math.min(size, 100 - size)
  if (gap >= 10 ** -places - 1e-9) return decimalText(percent, places)
  const needed = Math.min(12, Math.ceil(-Math.log10(gap)))
  const cut = size < 50 ? size : Math.floor(size * 10 ** needed) / 10 ** needed
  return decimalText(Math.sign(percent) * cut, needed)
}

/** Two decimals; all of them where two would read 0.00 for an amount that is not nothing. */
const wanText = (fen: number): string =>
  fen !== 0 && wanRounded(fen) === '0.00' ? fenToWan(fen) : wanRounded(fen)

/** As many more places, six at most, as it takes for what is not nothing not to read 0. */
function smallText(value: number, places: number): string {
  const needed = value === 0 ? 0 : Math.ceil(-Math.log10(Math.abs(value)))
  return decimalText(
    value,
    roundTo(value, places) === 0 && needed <= 6 ? Math.max(needed, places) : places,
  )
}

const NONE: Readonly<Record<NoneReason, string>> = {
  notCovered: '未登记',
  notYet: '尚未开始',
  nothingToDivide: '没有可除的数',
  neverStopped: '没有停播记录',
  noDueHours: '未设应播时长',
  monthsOnly: '只登记到月',
  noMonths: '无分月',
  notBrokenDown: '无分项',
  denied: '无权查看',
  nothingRecorded: '未填写',
}

/** Why there is no figure, in a word that stands where the number would. */
export const noneWords = (why: NoneReason): string => NONE[why]

const MODES = { yoy: '同比', mom: '环比' } as const
const BEFORE = { yoy: '上年同期', mom: '上期' } as const

/** A change with the word that says against what: `30.3% 同比`, `同比新增 12 条`, `同比：上年同期未登记`. */
export function changeWords(
  change: Change,
  mode: 'yoy' | 'mom',
  unit: Unit,
): { text: string; direction: Direction } {
  const against = MODES[mode]
  if (change.kind === 'none') {
    return { text: `${against}：${noChange(change.why, mode)}`, direction: 'flat' }
  }
  const { text, by } = changeSize(change, unit)
  if (by === 0) {
    return { text: `与${BEFORE[mode]}${change.isAbout ? '大致' : ''}持平`, direction: 'flat' }
  }
  const words = change.kind === 'new' ? `${against}新增 ${text}` : `${text} ${against}`
  return { text: words, direction: by > 0 ? 'up' : 'down' }
}

/**
 * The size of a change without its sign, `约` before it where it is only about right, and what
 * carries the sign; no text where `by` is zero.
 */
export function changeSize(
  change: Exclude<Change, { kind: 'none' }>,
  unit: Unit,
): { readonly text: string; readonly by: number } {
  const size = exactSize(change, unit)
  const isMarked = change.isAbout && size.text !== ''
  return isMarked ? { ...size, text: `${qualifierPrefix('about')}${size.text}` } : size
}

function exactSize(
  change: Exclude<Change, { kind: 'none' }>,
  unit: Unit,
): { readonly text: string; readonly by: number } {
  switch (change.kind) {
    case 'percent':
      return { text: `${changeText(change.ratio * 100)}%`, by: change.ratio }
    case 'points':
      return isLevel(change)
        ? { text: '', by: 0 }
        : { text: `${changeText(change.points)} 个百分点`, by: change.points }
    case 'amount':
    case 'new':
      return { text: valueLine(Math.abs(change.amount), unit), by: change.amount }
    case 'same':
      return { text: '', by: 0 }
  }
}

/** Under a hundredth of a point is level; of a rate close to 100% (可用度) every bit counts. */
const isLevel = ({ points, from }: { readonly points: number; readonly from: number }): boolean =>
  from >= 0.999 ? Math.abs(points) < 1e-9 : roundTo(points, 2) === 0

/** Whether a direction is good news for a metric. */
export function toneOf(direction: Direction, better: Better): 'good' | 'bad' | 'flat' {
  if (direction === 'flat' || better === 'none') return 'flat'
  return direction === better ? 'good' : 'bad'
}

function noChange(why: NoneReason | Refusal, mode: 'yoy' | 'mom'): string {
  switch (why) {
    case 'otherBasis':
      return '无可比'
    case 'notWhole':
      return '本期登记不全，不比'
    case 'notWholeBefore':
      return `${BEFORE[mode]}登记不全，不比`
    case 'notCovered':
      return `${BEFORE[mode]}未登记`
    default:
      return NONE[why]
  }
}

/** The size of a change in percent or points: one decimal, more where one would read 0.0 or 100.0. */
function changeText(amount: number): string {
  const size = Math.abs(amount)
  return size < 100 ? shortOf(size, 1) : decimalText(size, 1)
}

/** Grouped decimal text with exactly that many places, halves away from zero, never `-0`. */
function decimalText(value: number, places: number): string {
  const [whole = '', fraction] = Math.abs(roundTo(value, places)).toFixed(places).split('.')
  const text = fraction === undefined ? groupDigits(whole) : `${groupDigits(whole)}.${fraction}`
  return roundTo(value, places) < 0 ? `-${text}` : text
}

// 1.005 is 1.00499… in binary; the nudge keeps 四舍五入 as people do it by hand.
function roundTo(value: number, places: number): number {
  const scale = 10 ** places
  const size = Math.abs(value) * scale
  return (Math.sign(value) * Math.round(size + size * Number.EPSILON)) / scale
}
