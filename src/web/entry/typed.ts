import { readAmount } from '#shared/amounts.ts'
import type { Entered } from '#shared/contract/entry.ts'
import { addDecimal } from '#shared/decimal.ts'
import { countText, valueLine } from '#shared/headlines/figure-words.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { qualifierPrefix, readQualifier, type Qualifier } from '#shared/metrics/qualifiers.ts'
import { inUnit } from '#shared/metrics/stated.ts'
import type { EntryLine } from './lines.ts'

/** What is typed in a line, and how exact it was said to be where that was chosen. */
export interface Typed {
  readonly text: string
  readonly qualifier: Qualifier | null
}

/** Which state of a kept figure was seen. */
export interface Seen {
  readonly id: string
  readonly changedAt: string | null
}

export type Reading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly why: string }
  | {
      readonly kind: 'read'
      readonly value: string
      readonly unit: string
      readonly qualifier: Qualifier
      /** In the metric's own unit. */
      readonly amount: number
      /** As it is read back: `约 120,000 人次`. */
      readonly words: string
    }

/** A kept figure as one would type it. */
export function typedOf(own: Entered | null, unit: string): Typed {
  if (!own) return { text: '', qualifier: null }
  const qualifier = readQualifier(own.qualifier)
  if (qualifier === 'exact' && own.unit === unit) return { text: own.value, qualifier: null }
  const text = own.wording || `${own.value}${own.unit}`
  return { text, qualifier: readAmount(text)?.qualifier === qualifier ? null : qualifier }
}

/** What a typed text says of a line's figure; nothing is guessed. */
export function readTypedLine({ text, qualifier }: Typed, { metric, unit }: EntryLine): Reading {
  if (text.trim() === '') return { kind: 'empty' }
  const amount = readAmount(text)
  if (!amount)
    return { kind: 'unread', why: '读不出一个数：写成 1,246、近200、5.3万+、11万余人次 这样' }
  const own = amount.unit === '' ? unit : amount.unit
  const of = metricOf(metric).unit
  const isMoney = own.endsWith('元')
  const value = inUnit(amount.value, own, of)
  if (value === null || (of !== 'money' && isMoney) || (of !== 'ratio' && own === '%'))
    return { kind: 'unread', why: `单位“${own}”不能用在这里，这一项按${unit}填` }
  const chosen = qualifier ?? amount.qualifier
  const words = `${qualifierPrefix(chosen)}${valueLine(value, of)}`
  return { kind: 'read', value: amount.value, unit: own, qualifier: chosen, amount: value, words }
}

/** Whether a line's text says something else than what is kept. */
export function isChanged(line: EntryLine, { text, qualifier }: Typed): boolean {
  const kept = typedOf(line.own, line.unit)
  return text.trim() !== kept.text || (text.trim() !== '' && qualifier !== kept.qualifier)
}

/** The parts of a line, those told by one field together: its platforms, its levels. */
export function partGroups(line: EntryLine, lines: readonly EntryLine[]): EntryLine[][] {
  const parts = lines.filter(({ partOf }) => partOf === line.key)
  const fieldOf = ({ part }: EntryLine): string => part?.field ?? ''
  return [...new Set(parts.map(fieldOf))].map((field) =>
    parts.filter((each) => fieldOf(each) === field),
  )
}

interface PartsSaid {
  /** How many of them are said. */
  readonly said: number
  readonly sum: number
  readonly whole: number
}

/**
 * A whole and its parts where they can be held against each other: in one unit, at least two parts, and
 * all of them, for what is not said may be any number, unless they exceed the whole already. Else null.
 */
function partsSaid(whole: Reading, parts: readonly Reading[]): PartsSaid | null {
  if (whole.kind !== 'read') return null
  const said = parts.flatMap((each) => (each.kind === 'read' ? [each] : []))
  if (said.length < 2 || said.some(({ unit }) => unit !== whole.unit)) return null
  const sum = Number(said.reduce((so, { value }) => addDecimal(so, value), '0'))
  const all = Number(whole.value)
  return said.length === parts.length || sum > all ? { said: said.length, sum, whole: all } : null
}

export const isComparable = (
  whole: EntryLine,
  parts: readonly EntryLine[],
  read: (line: EntryLine) => Reading,
): boolean => partsSaid(read(whole), parts.map(read)) !== null

/**
 * `所列 3 个分项合计 1,245，总数 1,246，差 1` where a whole and all its parts are said exactly and do
 * not agree; parts that are not all said are only told where they exceed the whole. Else empty.
 */
export function partsGap(
  line: EntryLine,
  lines: readonly EntryLine[],
  read: (line: EntryLine) => Reading,
): string {
  const whole = read(line)
  const isExact = (each: Reading): boolean => each.kind !== 'read' || each.qualifier === 'exact'
  for (const group of partGroups(line, lines)) {
    const parts = group.map(read)
    const told = [whole, ...parts].every(isExact) ? partsSaid(whole, parts) : null
    if (!told || told.sum === told.whole) continue
    const gap = countText(Math.abs(told.sum - told.whole))
    return `所列 ${told.said} 个分项合计 ${countText(told.sum)}，总数 ${countText(told.whole)}，差 ${gap}`
  }
  return ''
}
