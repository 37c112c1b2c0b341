import { isDecimal, scaleDecimal } from './decimal.ts'

export type MoneyUnit = '分' | '元' | '万元' | '亿元'

const FEN_POWERS = { 分: 0, 元: 2, 万元: 6, 亿元: 10 } as const satisfies Record<MoneyUnit, number>

/**
 * Decimal text, thousands commas allowed, as whole 分. Null when it is no plain decimal, is finer
 * than a 分, or too large for an exact number.
 */
export function toFen(decimalText: string, unit: MoneyUnit): number | null {
  const isGrouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(decimalText)
  const plain = isGrouped ? decimalText.replaceAll(',', '') : decimalText
  if (!isDecimal(plain)) return null
  const text = scaleDecimal(plain, FEN_POWERS[unit])
  const fen = Number(text)
  return !text.includes('.') && Number.isSafeInteger(fen) ? fen : null
}

/** Whole 分 in 万元, exactly: `426.45`, `0.123456`. At least two decimals, thousands grouped. */
export function fenToWan(fen: number): string {
  return shown(BigInt(fen), -6)
}

/** Whole 分 in 元: `4,264,500.00`. */
export function fenToYuan(fen: number): string {
  return shown(BigInt(fen), -2)
}

/** Whole 分 in 万元 to two decimals, halves away from zero (四舍五入), for places too tight for fenToWan. */
export function wanRounded(fen: number): string {
  const size = BigInt(Math.abs(fen))
  const hundredths = (size + 5000n) / 10_000n
  return shown(fen < 0 ? -hundredths : hundredths, -2)
}

/** Thousands commas in the text of a whole number: `4,264,500`. */
export function groupDigits(integerText: string): string {
  return integerText.replace(/\B(?=(\d{3})+$)/g, ',')
}

function shown(amount: bigint, power: number): string {
  const [whole = '', fraction = ''] = scaleDecimal(String(amount), power).split('.')
  return `${groupDigits(whole)}.${fraction.padEnd(2, '0')}`
}
