import { compareDecimal, isDecimal } from '../decimal.ts'
import { withDerived, type Cell, type Ledger, type Row, type Rule } from './define.ts'

type Severity = Rule['severity']

/** The second day or time is not before the first; a day is compared with a time by its day. */
export const inOrder = (
  [first, second]: readonly [string, string],
  words: string,
  severity: Severity = 'refuse',
): Rule => ({
  id: `${first}-${second}`,
  words,
  fields: [first, second],
  severity,
  isOrder: true,
  holds(row) {
    const [from, to] = [row[first], row[second]]
    if (typeof from !== 'string' || typeof to !== 'string') return true
    const shared = Math.min(from.length, to.length)
    return from.slice(0, shared) <= to.slice(0, shared)
  },
})

/** The second number is not more than the first: a part against its total, a step against the one before. */
export const notMore = (
  [whole, part]: readonly [string, string],
  words: string,
  severity: Severity = 'warn',
): Rule => ({
  id: `${part}-within-${whole}`,
  words,
  fields: [whole, part],
  severity,
  holds: (row) => compareCells(row[part], row[whole]) !== 1,
})

/** The number lies between two bounds, both included. */
export const between = (
  field: string,
  [low, high]: readonly [number, number],
  words: string,
  severity: Severity = 'refuse',
): Rule => ({
  id: `${field}-bounds`,
  words,
  fields: [field],
  severity,
  holds: (row) => compareCells(row[field], low) !== -1 && compareCells(row[field], high) !== 1,
})

/** A record that stands as `when` says has this field filled in. */
export const needs = (
  field: string,
  because: string,
  when: (row: Row) => boolean,
  words: string,
): Rule => ({
  id: `${because}-needs-${field}`,
  words,
  fields: [because, field],
  severity: 'warn',
  holds: (row) => (row[field] ?? null) !== null || !when(row),
})

/** A text of at most so many characters, as a printed form takes it. */
export const noLonger = (field: string, most: number, words: string): Rule => ({
  id: `${field}-length`,
  words,
  fields: [field],
  severity: 'warn',
  holds: (row) => charactersOf(row[field] ?? null) <= most,
})

/** Characters as a form counts them, signs and spaces among them. */
export const charactersOf = (text: Cell): number => [...String(text ?? '')].length

/** The rules of the ledger that the row breaks; `touched` leaves out those about none of its fields. */
export function brokenRules(
  ledger: Pick<Ledger, 'fields' | 'rules'>,
  row: Row,
  touched?: readonly string[],
): Rule[] {
  const { rules = [] } = ledger
  const asked = touched
    ? rules.filter(({ fields }) => fields.some((field) => touched.includes(field)))
    : rules
  if (asked.length === 0) return []
  const full = withDerived(ledger, row)
  return asked.filter((rule) => !rule.holds(full))
}

/** -1, 0 or 1 of two numbers, whole or decimal; null where one is missing. */
function compareCells(a: Cell | undefined, b: Cell | undefined): -1 | 0 | 1 | null {
  const [left, right] = [String(a ?? ''), String(b ?? '')]
  return isDecimal(left) && isDecimal(right) ? compareDecimal(left, right) : null
}
