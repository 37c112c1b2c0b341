/** Whether the text is a plain decimal: optional sign, digits, optional fraction. */
export function isDecimal(text: string): boolean {
  return PLAIN.test(text)
}

/**
 * The decimal times ten to a whole power, exactly: no trailing zeros, no `-0`, no plus sign.
 * Throws RangeError when the text is not a plain decimal, since a missing value is no zero.
 */
export function scaleDecimal(text: string, powerOfTen: number): string {
  const { digits, places } = parse(text)
  return print({ digits, places: places - powerOfTen })
}

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`. Throws RangeError as scaleDecimal. */
export function compareDecimal(a: string, b: string): -1 | 0 | 1 {
  const [left, right] = aligned(a, b)
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** The exact sum, written as scaleDecimal writes. Throws RangeError as scaleDecimal. */
export function addDecimal(a: string, b: string): string {
  const [left, right, places] = aligned(a, b)
  return print({ digits: left + right, places })
}

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** digits ÷ 10^places. */
interface Decimal {
  readonly digits: bigint
  readonly places: number
}

function parse(text: string): Decimal {
  const [, sign, whole, fraction = ''] = PLAIN.exec(text) ?? []
  if (whole === undefined) throw new RangeError(`Not a plain decimal: "${text}"`)
  const size = BigInt(whole + fraction)
  return { digits: sign === '-' ? -size : size, places: fraction.length }
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const left = parse(a)
  const right = parse(b)
  const places = Math.max(left.places, right.places)
  const widen = ({ digits, places: own }: Decimal) => digits * 10n ** BigInt(places - own)
  return [widen(left), widen(right), places]
}

function print({ digits, places }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const size = String(digits < 0n ? -digits : digits)
  if (places <= 0) return digits === 0n ? '0' : `${sign}${size}${'0'.repeat(-places)}`
  const padded = size.padStart(places + 1, '0')
  const fraction = padded.slice(-places).replace(/0+$/, '')
  return `${sign}${padded.slice(0, -places)}${fraction && `.${fraction}`}`
}
