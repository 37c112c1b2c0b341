const DIGITS = '零一二三四五六七八九'
const NUMERALS = /^[〇零一二两三四五六七八九十百千万]+$/
const POWERS = new Map([...'十百千'].map((sign, at) => [sign, 10 ** (at + 1)]))

/** A number in Chinese numerals; `isShort` where it leaves its last power out, as 一万二 does. */
export interface ChineseNumber {
  readonly value: number
  readonly isShort: boolean
}

/**
 * Reads 一百二十, 三千零五 and 一万二. Null for what is no number or says none: 一二〇 may be digits or a
 * slip, 二三十 is nobody's count, and 百 alone counts nothing.
 */
export function chineseNumber(text: string): ChineseNumber | null {
  if (!NUMERALS.test(text)) return null
  const [upper = '', lower, ...more] = text
    .replaceAll('〇', '零')
    .replaceAll('两', '二')
    .split('万')
  if (more.length > 0) return null
  const first = below(upper, 10)
  if (lower === undefined || !first) return first
  if (first.isShort || first.value === 0) return null
  const rest = lower === '' ? NOTHING : below(lower, 10_000)
  return rest && { value: first.value * 10_000 + rest.value, isShort: rest.isShort }
}

const NOTHING: ChineseNumber = { value: 0, isShort: false }

/** A number under 一万 that follows a power, or 10 where none does: a digit alone is of the next lower one. */
function below(text: string, power: number): ChineseNumber | null {
  if (text === '零' && power === 10) return NOTHING
  let value = 0
  let least = power
  let rest = text
  for (;;) {
    const [part, zero, digit, sign] = /^(零?)([一二三四五六七八九]?)([十百千])/.exec(rest) ?? []
    if (part === undefined) break
    const worth = POWERS.get(sign ?? '') ?? 0
    const isFirst = value === 0 && power === 10
    // Only 十 may begin a number without being counted; a 零 stands where a power is left out.
    if (digit === '' && !(isFirst && sign === '十')) return null
    if (!isFirst && (worth >= least || (zero !== '' && worth * 10 === least))) return null
    value += Math.max(1, DIGITS.indexOf(digit || '一')) * worth
    least = worth
    rest = rest.slice(part.length)
  }
  if (rest === '') return value === 0 ? null : { value, isShort: false }
  const [, zero, last = ''] = /^(零?)([一二三四五六七八九])$/.exec(rest) ?? []
  if (last === '' || (zero !== '' && least === 10)) return null
  const isShort = zero === '' && least > 10
  return { value: value + DIGITS.indexOf(last) * (isShort ? least / 10 : 1), isShort }
}
