import { isDecimal } from '#shared/decimal.ts'
import { wordOf, type Cell, type Field } from '#shared/ledgers/define.ts'
import { metricCalled } from '#shared/metrics/targets.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { daysBetween, isDay } from '#shared/time/day.ts'
import type { Look, Value } from './sheet-xml.ts'

/** A column's head: the label, with the unit its numbers are in. */
export function headOf({ label, kind, unit }: Field): string {
  if (kind === 'money') return `${label}（元）`
  if (kind === 'seconds') return `${label}（秒）`
  return kind === 'count' && unit ? `${label}（${unit}）` : label
}

/** How a field's cells look in a spreadsheet, so that they sort, filter and add up there. */
export function lookOf({ kind }: Field): Look {
  switch (kind) {
    case 'count':
    case 'seconds':
      return 'whole'
    case 'money':
    case 'day':
    case 'dateTime':
      return kind
    case 'text':
    case 'longText':
    case 'link':
    case 'year':
    case 'dayOrMonth':
    case 'choice':
    case 'decimal':
      return 'text'
  }
}

/** Characters a column of the field takes. */
export function widthOf({ kind, label }: Field): number {
  const needed = { longText: 40, link: 30, dateTime: 17, day: 12, dayOrMonth: 12 } as const
  const own = Object.entries(needed).find(([name]) => name === kind)?.[1] ?? 14
  return Math.max(own, label.length * 2 + 4)
}

/** A cell for a spreadsheet: 元 and dates as numbers, words as people know them. */
export function valueOf(field: Field, cell: Cell): Value {
  if (cell === null) return null
  if (typeof cell === 'number') return field.kind === 'money' ? cell / 100 : cell
  switch (field.kind) {
    case 'day':
      return isDay(cell) ? serialOf(cell) : cell
    case 'dateTime':
      return momentOf(cell)
    case 'decimal':
      return isExactNumber(cell) ? Number(cell) : cell
    case 'text':
      return field.isMetric ? metricWord(cell) : cell
    default:
      return wordOf(field, cell)
  }
}

/** Days since 30 December 1899, as spreadsheets count them. */
const serialOf = (day: string): number => daysBetween('1899-12-30', day)

function momentOf(text: string): Value {
  const [day = '', time = ''] = text.split('T')
  const [hours, minutes] = time.split(':').map(Number)
  if (!isDay(day) || hours === undefined || minutes === undefined) return text
  return serialOf(day) + (hours * 60 + minutes) / 1440
}

/** Whether a spreadsheet's number says the same to the last digit. */
const isExactNumber = (text: string): boolean =>
  text.replaceAll(/[^0-9]/g, '').length <= 15 && isDecimal(String(Number(text)))

function metricWord(name: string): string {
  const metric = metricCalled(name)
  return metric === null ? name : metricOf(metric).label
}
