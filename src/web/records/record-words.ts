import { countText } from '#shared/headlines/figure-words.ts'
import type { OriginsAnswer, RecordsQueryText, SumsAnswer } from '#shared/contract/records.ts'
import { cellText } from '#shared/headlines/cell-text.ts'
import { heldWords, measureWords, timeWords, wheres } from '#shared/headlines/records-heading.ts'
import type { Field, Row } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { fenToYuan } from '#shared/money.ts'
import { mergeIntervals, parsePeriod, rangePeriod, type Interval } from '#shared/time/period.ts'
import { durationLabel, periodLabel } from '#shared/time/words.ts'

type Asked = RecordsQueryText

/** A condition of the list, and which parts of the address it goes with. */
export interface Chip {
  readonly id: string
  readonly text: string
  /** The address without it. */
  readonly without: Readonly<Record<string, string | undefined>>
}

/** The conditions one by one, each with the address that lifts it. */
export function filterChips(ledger: LedgerId, asked: Asked, batchTitle?: string): Chip[] {
  const all = wheres(ledger, asked)
  const time = timeWords(asked)
  const measure = measureWords(ledger, asked) || countedWords(ledger, asked)
  const timeless = { p: undefined, v: undefined, at: undefined, until: undefined }
  return [
    ...(time ? [{ id: 'p', text: time, without: timeless }] : []),
    ...(measure ? [{ id: 'measure', text: measure, without: { measure: undefined } }] : []),
    ...(asked.held
      ? [
          {
            id: 'held',
            text: heldWords(ledger, asked),
            without: { held: undefined, step: undefined },
          },
        ]
      : []),
    ...all.map(({ part, text }) => ({
      id: part,
      text,
      without: {
        where:
          all.flatMap((other) => (other.part === part ? [] : [other.part])).join(',') || undefined,
      },
    })),
    ...(asked.q ? [{ id: 'q', text: `含“${asked.q}”`, without: { q: undefined } }] : []),
    ...(asked.batch
      ? [{ id: 'batch', text: `批次 ${batchTitle ?? asked.batch}`, without: { batch: undefined } }]
      : []),
  ]
}

/** `计入采用的` where not every record of the ledger counts; empty where all do. */
function countedWords(ledger: LedgerId, { measure = '', at }: Asked): string {
  const { label = '', when = {} } = ledgerOf(ledger).measures[measure] ?? {}
  return at !== 'open' && Object.keys(when).length > 0 ? `计入${label}的` : ''
}

/** `共 1,044 条`. */
export const countLine = (ledger: LedgerId, total: number): string =>
  `共 ${countText(total)} ${ledgerOf(ledger).unit}`

/** `其中 12 条未审核，不计入数字`; empty where all is reviewed, or nobody reviews. */
export function unreviewedLine(
  ledger: LedgerId,
  unreviewed: OriginsAnswer['unreviewed'] | undefined,
): string {
  if (!unreviewed || unreviewed.records === 0) return ''
  const left = unreviewed.isCounted ? '' : '，不计入数字'
  return `其中 ${countText(unreviewed.records)} ${ledgerOf(ledger).unit}未审核${left}`
}

/** `合计 支付金额 3,607,800.00 元`; empty where the measure adds no field up. */
export function sumLine(ledger: LedgerId, asked: Asked, sum: number | null): string {
  const { measures, fields } = ledgerOf(ledger)
  const id = measures[asked.measure ?? '']?.sum
  const field = id === undefined ? undefined : fields[id]
  return !field || sum === null ? '' : `合计 ${sumText(field, sum)}`
}

/** What a column comes to: as its cells show it, what is left out of it, and both in words. */
export interface ColumnSum {
  readonly text: string
  readonly left: string
  readonly words: string
}

/** By field: `阅读量 12,345 次（3 条未填，没有算进去）`; of one no record holds that it is not filled in, never a zero. */
export function columnSums(
  ledger: LedgerId,
  { total, sums }: SumsAnswer,
): ReadonlyMap<string, ColumnSum> {
  const { fields, unit } = ledgerOf(ledger)
  const found = new Map<string, ColumnSum>()
  for (const { field: id, sum, absent } of total === 0 ? [] : sums) {
    const field = fields[id]
    if (!field) continue
    const left = absent > 0 ? `${countText(absent)} ${unit}未填` : ''
    const note = left && `（${left}，没有算进去）`
    found.set(
      id,
      sum === null
        ? { text: '都未填', left: '', words: `${field.label} 都未填` }
        : { text: cellText(field, sum), left, words: `${sumText(field, sum)}${note}` },
    )
  }
  return found
}

function sumText(field: Field, sum: number): string {
  if (field.kind === 'money') return `${field.label} ${fenToYuan(sum)} 元`
  if (field.kind === 'seconds') return `${field.label} ${durationLabel(sum)}`
  return `${field.label} ${countText(sum)} ${field.unit ?? ''}`.trimEnd()
}

/** Days a ledger covers, newest first, in words: `2023年1月—2024年10月`. */
export function coverageWords(coverage: readonly Interval[]): string[] {
  return mergeIntervals(coverage)
    .map(({ from, to }) => {
      const isMonth = from.slice(0, 7) === to.slice(0, 7)
      const month = isMonth ? parsePeriod(from.slice(0, 7)) : null
      return periodLabel(month?.from === from && month.to === to ? month : rangePeriod(from, to))
    })
    .reverse()
}

/** What a change did, a phrase a field: `把 媒体级别 从 省级 改为 国家级`. */
export function changePhrases(ledger: LedgerId, before: Row, after: Row): string[] {
  return Object.entries(ledgerOf(ledger).fields).flatMap(([id, field]) => {
    const [was, is] = [before[id] ?? null, after[id] ?? null]
    if (field.derive || was === is) return []
    return [`把 ${field.label} 从 ${cellText(field, was)} 改为 ${cellText(field, is)}`]
  })
}
