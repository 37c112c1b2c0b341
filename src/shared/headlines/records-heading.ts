import type { RecordsQueryText } from '../contract/records.ts'
import type { Field } from '../ledgers/define.ts'
import { ledgerOf, type LedgerId } from '../ledgers/index.ts'
import { parseWhere, writeWhere, type WherePart } from '../records/where-text.ts'
import { EARLIEST } from '../time/day.ts'
import { cumulative, parsePeriod } from '../time/period.ts'
import { dayLabel, periodLabel } from '../time/words.ts'
import { under } from '../under.ts'
import { heldText } from './cell-text.ts'
import { verdictWord } from './held-words.ts'

type Asked = RecordsQueryText

/** Which records these are: `上级采用台账 · 2024年10月 · 媒体级别 国家级`. */
export function recordsHeading(ledger: LedgerId, asked: Asked): string {
  const { label } = ledgerOf(ledger)
  const words = [
    measureWords(ledger, asked),
    timeWords(asked),
    heldWords(ledger, asked),
    ...wheres(ledger, asked).map(({ text }) => text),
  ]
  const search = asked.q ? `含“${asked.q}”` : ''
  return [label, ...words, search].filter(Boolean).join(' · ')
}

/** The measure where it is another than the ledger's records as such, or stands for a stock. */
export function measureWords(ledger: LedgerId, { measure, at }: Asked): string {
  if (measure === undefined || measure === 'records' || at === 'open') return ''
  return under(ledgerOf(ledger).measures, measure)?.label ?? ''
}

/** `超时`; empty where the list is not held to a limit. */
export const heldWords = (ledger: LedgerId, { held, step }: Asked): string =>
  held ? verdictWord(ledger, held, step) : ''

/** `2024年10月`, `截至 2024年10月31日 未办结`, `截至 2024年10月31日 各自最近一次`; empty without a period. */
export function timeWords({ p, v, at }: Asked): string {
  const period = parsePeriod(p ?? '')
  if (!period) return ''
  const end = `${period.to.slice(0, 4)}年${dayLabel(period.to)}`
  if (at === 'open') return `截至 ${end} 未办结`
  if (at === 'last') return `截至 ${end} 各自最近一次`
  if (period.from === EARLIEST) return `截至 ${end}`
  if (v !== 'cum' && at !== 'year') return periodLabel(period)
  return `${cumulative(period).from.slice(0, 4)}年1月1日至${dayLabel(period.to)}累计`
}

/** The conditions of the address; of a broken one none. */
export function partsOf({ where = '' }: Asked): WherePart[] {
  try {
    return parseWhere(where)
  } catch {
    return []
  }
}

/** The conditions one by one: as the address holds them, and in words. */
export function wheres(ledger: LedgerId, asked: Asked): { part: string; text: string }[] {
  const { fields } = ledgerOf(ledger)
  return partsOf(asked).map((part) => {
    const field = under(fields, part.field)
    const text = field ? heldWordsOf(field, part) : `${part.field} ${part.words.join('、')}`
    return { part: writeWhere([part]), text: `${field?.label ?? ''} ${text}`.trim() }
  })
}

function heldWordsOf(field: Field, { hold, words }: WherePart): string {
  const texts = words.map((word) => heldText(field, word)).join('、')
  switch (hold) {
    case 'is':
      return texts
    case 'has':
      return `含“${words.join('')}”`
    case 'from':
      return `从 ${texts} 起`
    case 'to':
      return `到 ${texts} 止`
    case 'filled':
      return '已填'
  }
}
