import { readAmount } from '#shared/amounts.ts'
import type { Edits } from '#shared/contract/edits.ts'
import type { Entered } from '#shared/contract/entry.ts'
import { addDecimal } from '#shared/decimal.ts'
import { countText, valueLine } from '#shared/headlines/figure-words.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { qualifierPrefix, readQualifier, type Qualifier } from '#shared/metrics/qualifiers.ts'
import { inUnit } from '#shared/metrics/stated.ts'
import { periodLabel } from '#shared/time/words.ts'
import { statedArea } from '../stated-text.ts'
import { OWN_SOURCE, type EntryLine } from './lines.ts'

/** What is typed in a line, and how exact it was said to be where that was chosen. */
export interface Typed {
  readonly text: string
  readonly qualifier: Qualifier | null
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

/** One act of all lines that read otherwise than they are kept; cleared ones are removed. */
export function editsOf(lines: readonly EntryLine[], typed: ReadonlyMap<string, Typed>): Edits {
  const adds: Record<string, string>[] = []
  const changes: NonNullable<Edits['changes']> = []
  const removals: NonNullable<Edits['removals']> = []
  for (const line of lines) {
    const now = typed.get(line.key)
    if (!now || !isChanged(line, now)) continue
    const reading = readTypedLine(now, line)
    if (reading.kind === 'unread') continue
    const seen = line.own && { id: line.own.id, changedAt: line.own.changedAt }
    if (reading.kind === 'empty') {
      if (seen) removals.push(seen)
      continue
    }
    const cells = { ...cellsOf(reading, now.text) }
    if (seen) changes.push({ ...seen, cells })
    else adds.push({ ...cells, ...aboutOf(line) })
  }
  return { adds, changes, removals }
}

/** Whether a line's text says something else than what is kept. */
export function isChanged(line: EntryLine, { text, qualifier }: Typed): boolean {
  const kept = typedOf(line.own, line.unit)
  return text.trim() !== kept.text || (text.trim() !== '' && qualifier !== kept.qualifier)
}

const cellsOf = ({ value, unit, qualifier }: Extract<Reading, { kind: 'read' }>, text: string) => ({
  value,
  unit,
  qualifier,
  // A plain number needs no wording beside it; any other is kept as it was written, with its unit.
  wording: text.trim() === value ? '' : withUnit(text.trim(), unit),
})

const withUnit = (text: string, unit: string): string =>
  readAmount(text)?.unit === '' ? `${text}${unit}` : text

const aboutOf = ({ metric, part, label, span }: EntryLine): Record<string, string> => ({
  label,
  area: statedArea(metric),
  metric,
  periodFrom: span.from,
  periodTo: span.to,
  periodWord: periodLabel(span),
  source: OWN_SOURCE,
  ...(part && { partField: part.field, partValue: part.value }),
})

/** `分项合计 1,245，总数 1,246，差 1` where a whole and all its stated parts do not agree; else empty. */
export function partsGap(
  line: EntryLine,
  lines: readonly EntryLine[],
  read: (line: EntryLine) => Reading,
): string {
  const whole = read(line)
  if (whole.kind !== 'read') return ''
  const parts = lines.filter(({ partOf }) => partOf === line.key)
  const fieldOf = ({ part }: EntryLine): string => part?.field ?? ''
  for (const field of new Set(parts.map(fieldOf))) {
    const said = parts
      .filter((each) => fieldOf(each) === field)
      .map(read)
      .flatMap((each) => (each.kind === 'read' ? [each] : []))
    if (said.length < 2) continue
    const sum = said.reduce((so, { value }) => addDecimal(so, value), '0')
    const gap = Math.abs(Number(sum) - Number(whole.value))
    const isExact = [whole, ...said].every(
      ({ qualifier, unit }) => qualifier === 'exact' && unit === whole.unit,
    )
    if (gap !== 0 && isExact)
      return `分项合计 ${countText(Number(sum))}，总数 ${countText(Number(whole.value))}，差 ${countText(gap)}`
  }
  return ''
}
