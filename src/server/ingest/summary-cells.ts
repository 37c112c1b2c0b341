import { readAmount, type Amount } from '#shared/amounts.ts'
import { isDecimal, scaleDecimal } from '#shared/decimal.ts'
import type { DiagnosticCode } from '#shared/diagnostics.ts'
import { statedUnit } from '#shared/headlines/stated-words.ts'
import { COUNTED } from '#shared/metrics/define.ts'
import { metricOf, type MetricId } from '#shared/metrics/index.ts'
import { fits } from '#shared/paragraphs/fits.ts'
import { decimalText, shownText, type RawCell } from './cells.ts'

/** A stated amount with the words it was written in, its unit among them; or why it is none. */
export type AmountRead =
  | { readonly amount: Amount; readonly wording: string }
  | { readonly code: DiagnosticCode; readonly fix?: string }

/** What a cell states of a metric. `unit` is that of its heading, its line or its sheet. */
export function readStated(cell: RawCell, metric: MetricId, unit: string | null): AmountRead {
  const text = writtenAmount(cell)
  if (text === null) return { code: 'IMPORT_NUMBER_UNREADABLE' }
  const bare = readAmount(text)
  if (!bare) {
    if (/^[-−－]\s*\d/.test(text)) return { code: 'IMPORT_NUMBER_NEGATIVE' }
    return { code: 'IMPORT_NUMBER_UNREADABLE', fix: AS_NUMBER }
  }
  const own = metricOf(metric).unit
  if (bare.unit === '' && unit === null && own === 'money') return { code: 'IMPORT_MONEY_NO_UNIT' }
  const given = unit !== null && /^[千万亿]$/.test(unit) ? `${unit}${statedUnit(metric)}` : unit
  const written = bare.unit === '' ? `${text}${given ?? statedUnit(metric)}` : text
  const amount = readAmount(written)
  if (!amount || !fits(amount, metric))
    return { code: 'IMPORT_UNIT_OTHER', fix: `这一项按${statedUnit(metric)}填，核对单位。` }
  if (COUNTED.some((each) => each === own) && !Number.isInteger(Number(amount.value)))
    return { code: 'IMPORT_NUMBER_NOT_WHOLE' }
  return { amount, wording: written }
}

const AS_NUMBER = '写成 1,246、约120、近100、1.2万 这样。'

/** The text of an amount; null for a date or a time. */
function writtenAmount(cell: RawCell): string | null {
  if (cell === null || typeof cell === 'string') return shownText(cell)
  if (cell.format === 'plain') return decimalText(cell.number)
  const share = decimalText(cell.number)
  return cell.format === 'percent' && isDecimal(share) ? `${scaleDecimal(share, 2)}%` : null
}
