import { compareDecimal, isDecimal, scaleDecimal } from '#shared/decimal.ts'
import { toFen, type MoneyUnit } from '#shared/money.ts'
import { decimalText, plainText, type RawCell } from './cells.ts'
import { chineseNumber } from '#shared/chinese-numbers.ts'
import { kept, refused, type Reading } from './reading.ts'

/**
 * A whole number. 5千, 1.2万 and 3.4亿 are written out and marked `rounded`, 1万2 and 一百二 `short`; 10万+,
 * 11万余 `atLeast`, 约/近 `about`: a later reader must know that these are not exact.
 */
export function readCount(cell: RawCell, unit = ''): Reading {
  const plain = plainWhole(cell)
  if (plain !== null) return kept(plain)
  const said = saidNumber(cell, COUNT_UNITS.includes(unit) ? COUNT_UNITS : [...COUNT_UNITS, unit])
  if (said === null) return refused('IMPORT_NUMBER_UNREADABLE')
  const { decimal, inexact } = said
  if (compareDecimal(decimal, '0') < 0) return refused('IMPORT_NUMBER_NEGATIVE')
  if (decimal.includes('.')) return refused('IMPORT_NUMBER_NOT_WHOLE')
  const value = Number(decimal)
  if (!Number.isSafeInteger(value)) return refused('IMPORT_NUMBER_TOO_LARGE')
  return inexact ? { ok: true, value, inexact } : kept(value)
}

/** The number a cell plainly is, as most are: digits alone, few enough to be exact. */
function plainWhole(cell: RawCell): number | null {
  if (typeof cell === 'string') return /^\d{1,15}$/.test(cell) ? Number(cell) : null
  const isPlain = cell?.format === 'plain' && cell.number >= 0 && Number.isSafeInteger(cell.number)
  return isPlain ? cell.number : null
}

/** Exact decimal text; thousands commas and 万 are written out. */
export function readDecimal(cell: RawCell): Reading {
  const said = saidNumber(cell, [])
  if (said === null || said.inexact === 'atLeast' || said.inexact === 'about') {
    return refused('IMPORT_NUMBER_UNREADABLE')
  }
  return kept(said.inexact ? said.decimal : said.written)
}

/**
 * A rate as percent, exact decimal text: 4.41% and a bare 4.41 are `4.41`; where `unit` is 比值, a
 * bare 0.0441 is. <0.1% is read as 0.1 and marked `below`.
 */
export function readRate(cell: RawCell, unit: string | null): Reading {
  if (cell !== null && typeof cell !== 'string' && cell.format === 'percent')
    return kept(scaleDecimal(decimalText(cell.number), 2))
  const [, less, written = '', percent] = /^([<≤])?([+-]?[\d,.]+)(%)?$/.exec(rateText(cell)) ?? []
  const plain = ungrouped(written)
  if (plain === null) return refused('IMPORT_NUMBER_UNREADABLE')
  if (compareDecimal(plain, '0') < 0) return refused('IMPORT_NUMBER_NEGATIVE')
  const value = scaleDecimal(plain, unit === '比值' && percent === undefined ? 2 : 0)
  return less === undefined ? kept(value) : { ok: true, value, inexact: 'below' }
}

/** 百分之九十八 as 98%. */
function rateText(cell: RawCell): string {
  const text = (numberText(cell) ?? '').replace(/\s+/g, '')
  const [, said] = /^百分之(.+)$/.exec(text) ?? []
  return said === undefined ? text : `${chineseNumber(said)?.value ?? said}%`
}

/** Whole 分. The unit comes from the cell itself, else from `unit`; without one it is refused. */
export function readMoney(cell: RawCell, unit: string | null): Reading {
  const text = numberText(cell)
  const [, written, ownUnit] =
    /^(?:¥|RMB|人民币)?([+-]?[\d,.]+)(亿元|万元|千元|元|亿|万|W)?$/i.exec(text ?? '') ?? []
  const plain = written === undefined ? null : ungrouped(written)
  if (plain === null) return refused('IMPORT_MONEY_UNREADABLE')
  if (compareDecimal(plain, '0') < 0) return refused('IMPORT_NUMBER_NEGATIVE')
  const scale = MONEY_UNITS[ownUnit?.toUpperCase() ?? unit ?? '']
  if (!scale) return refused('IMPORT_MONEY_NO_UNIT')
  if (compareDecimal(plain, LARGEST_MONEY) > 0) return refused('IMPORT_NUMBER_TOO_LARGE')
  const fen = toFen(scaleDecimal(plain, scale.power), scale.unit)
  return fen === null ? refused('IMPORT_MONEY_UNREADABLE') : kept(fen)
}

/**
 * Whole seconds from 45秒, 1分20秒, 2小时5分, 02:35 (minutes and seconds) or 1:02:35. A bare number
 * takes `unit` (秒, 分, 分钟, 时, 小时) and is refused without one, unless it is 0.
 */
export function readSeconds(cell: RawCell, unit: string | null): Reading {
  if (cell !== null && typeof cell !== 'string' && cell.format !== 'plain')
    return clockSeconds(cell.number, cell)
  const text = numberText(cell)
  if (text === null) return refused('IMPORT_DURATION_UNREADABLE')
  const bare = ungrouped(text)
  if (bare !== null) return bareSeconds(bare, unit)
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})$/.exec(text)
  if (clock) return wholeSeconds(clock[1], clock[2], clock[3])
  const said = /^(?:(\d+)(?:小时|时))?(?:(\d+)(?:分钟|分))?(?:(\d+(?:\.\d+)?)(?:秒钟|秒))?$/.exec(
    text,
  )
  if (!said || text === '') return refused('IMPORT_DURATION_UNREADABLE')
  return wholeSeconds(said[1], said[2], said[3])
}

const COUNT_UNITS = [
  ...'条篇次件人个户期名天项家笔场部位起份张台例批组套幅集档处轮首',
  '人次',
  '篇次',
  '条次',
  '场次',
  '件次',
]
const LARGEST_MONEY = '90000000000000'

/** How units of amounts scale. */
export const MONEY_UNITS: Readonly<
  Record<string, { readonly unit: MoneyUnit; readonly power: number }>
> = {
  元: { unit: '元', power: 0 },
  千元: { unit: '元', power: 3 },
  万元: { unit: '万元', power: 0 },
  万: { unit: '万元', power: 0 },
  W: { unit: '万元', power: 0 },
  亿元: { unit: '亿元', power: 0 },
  亿: { unit: '亿元', power: 0 },
}

const SECONDS_IN: Readonly<Record<string, number>> = {
  秒: 1,
  分: 60,
  分钟: 60,
  时: 3600,
  小时: 3600,
}

const POWERS: Readonly<Record<string, number | undefined>> = {
  千: 3,
  K: 3,
  万: 4,
  W: 4,
  百万: 6,
  千万: 7,
  亿: 8,
}

interface SaidNumber {
  /** Written out in full, without trailing zeros. */
  readonly decimal: string
  /** As written, without its commas and unit. */
  readonly written: string
  readonly inexact: 'rounded' | 'short' | 'atLeast' | 'about' | null
}

function saidNumber(cell: RawCell, units: readonly string[]): SaidNumber | null {
  const spoken = inFigures(numberText(cell))
  const found =
    /^(约|近|超|逾)?([+-]?[\d,.]+)(百万|千万|[千万亿WwKk])?(余|多|\+)?(\p{Script=Han}*?)(\+|左右|以上)?$/u.exec(
      spoken?.text ?? '',
    )
  const written = ungrouped(found?.[2] ?? '')
  if (!found || written === null || (found[5] && !units.includes(found[5]))) return null
  const power = POWERS[found[3]?.toUpperCase() ?? ''] ?? 0
  const signs = [found[1], found[4], found[6]].filter((sign) => sign !== undefined)
  const rounded = spoken?.isShort ? 'short' : power > 0 ? 'rounded' : null
  const isAbout = signs.some((sign) => ['约', '近', '左右'].includes(sign))
  const inexact = isAbout ? 'about' : signs.length > 0 ? 'atLeast' : rounded
  return { decimal: scaleDecimal(written, power), written, inexact }
}

/** 一百二十余 and 1万2 in figures; `isShort` where the last power is left out, as speech does. */
function inFigures(text: string | null): { text: string; isShort: boolean } | null {
  if (text === null || !SPOKEN.test(text)) return text === null ? null : { text, isShort: false }
  const [, before = '', words = '', after = ''] =
    /^([约近超逾]?)([〇零一二两三四五六七八九十百千万]+)(.*)$/.exec(text) ?? []
  const number = words === '' ? null : chineseNumber(words)
  if (number) return { text: `${before}${number.value}${after}`, isShort: number.isShort }
  const [, head = '', whole, power, next, isTold, rest = ''] =
    /^([约近超逾]?)(\d+)([万千])(\d)(千)?(?![\d.,])(.*)$/.exec(text) ?? []
  if (whole === undefined || (isTold && power === '千')) return { text, isShort: false }
  return { text: `${head}${whole}.${next}${power}${rest}`, isShort: !isTold }
}

const SPOKEN = /[〇零一二两三四五六七八九十百千万]/

/** 1.2 万, but not 1 234, which may be two numbers. */
const BEFORE_UNIT = /(?<=\d) +(?=[^\d\s])|(?<=[约近超逾¥]) +/g

/** Plain half-width text of a number cell; null when its format says it is no number. */
function numberText(cell: RawCell): string | null {
  if (cell === null) return null
  if (typeof cell === 'string')
    return plainText(cell).replace(/^'/, '').trim().replace(BEFORE_UNIT, '')
  return cell.format === 'plain' ? decimalText(cell.number) : null
}

/** Decimal text without its thousands commas; null when they part other than thousands. */
function ungrouped(text: string): string | null {
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return isDecimal(plain) ? plain : null
}

function bareSeconds(text: string, unit: string | null): Reading {
  const each = SECONDS_IN[unit ?? '']
  if (compareDecimal(text, '0') === 0) return kept(0)
  if (compareDecimal(text, '0') < 0) return refused('IMPORT_NUMBER_NEGATIVE')
  if (each === undefined) return refused('IMPORT_DURATION_UNREADABLE')
  const seconds = Math.round(Number(text) * each * 1000) / 1000
  return whole(seconds)
}

function wholeSeconds(hours = '0', minutes = '0', seconds = '0'): Reading {
  return whole(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** A cell formatted as a time is a share of a day; one that shows no seconds may mean minutes. */
function clockSeconds(
  days: number,
  cell: { readonly format: string; readonly shown: string },
): Reading {
  const showsSeconds = cell.format === 'time' && /^\d+:\d+:\d+/.test(cell.shown)
  return showsSeconds
    ? whole(Math.round(days * 86_400 * 1000) / 1000)
    : refused('IMPORT_DURATION_UNREADABLE')
}

function whole(seconds: number): Reading {
  if (!Number.isSafeInteger(Math.floor(seconds))) return refused('IMPORT_NUMBER_TOO_LARGE')
  return Number.isInteger(seconds) ? kept(seconds) : refused('IMPORT_NUMBER_NOT_WHOLE')
}
