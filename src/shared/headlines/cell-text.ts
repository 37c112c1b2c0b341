import { countText } from '#shared/headlines/figure-words.ts'
import type { Cell, Field, Row } from '#shared/ledgers/define.ts'
import { wordOf } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf } from '#shared/ledgers/index.ts'
import { metricOf } from '#shared/metrics/index.ts'
import { metricCalled } from '#shared/metrics/targets.ts'
import { fenToYuan } from '#shared/money.ts'
import { durationLabel } from '#shared/time/words.ts'

/** A cell of a field as the tables print it; what was not filled in is a dash, never a zero. */
export function cellText(field: Field, cell: Cell): string {
  if (cell === null) return '—'
  if (typeof cell === 'number') {
    if (field.kind === 'money') return fenToYuan(cell)
    if (field.kind === 'seconds') return durationLabel(cell)
    return countText(cell)
  }
  if (field.isMetric) return metricText(cell)
  if (field.isField) return fieldText(cell)
  return field.kind === 'dateTime' ? cell.replace('T', ' ') : wordOf(field, cell)
}

/** A metric by its label; a name that is none of the desk's stays as it was written. */
function metricText(name: string): string {
  const metric = metricCalled(name)
  return metric === null ? name : metricOf(metric).label
}

/** A field by its label in the first ledger that has it. */
function fieldText(name: string): string {
  const ledger = LEDGER_IDS.find((id) => ledgerOf(id).fields[name])
  return (ledger && ledgerOf(ledger).fields[name]?.label) ?? name
}

/** A cell with its unit behind it, for a record's detail: `4,264,500.00 元`, `1,204 次`. */
export function cellLine(field: Field, cell: Cell): string {
  const text = cellText(field, cell)
  const unit = unitOf(field)
  return cell === null || unit === '' ? text : `${text} ${unit}`
}

/** A column's head with the unit its cells are printed in. */
export function headText(field: Field): string {
  const unit = unitOf(field)
  return unit === '' ? field.label : `${field.label}（${unit}）`
}

/** A cell as it stands in a form, in words the server reads back to the very same cell. */
export function typedText(field: Field, cell: Cell): string {
  if (cell === null) return ''
  if (field.kind === 'money' && typeof cell === 'number') return fenToYuan(cell)
  if (field.kind === 'seconds') return `${cell}秒`
  if (field.kind === 'dateTime') return String(cell).replace('T', ' ')
  return String(cell)
}

/** A word of the address held against a field, as text: `level:national` → 国家级; '' → 未填. */
export function heldText(field: Field, value: string): string {
  if (value === '') return '未填'
  const isNumber = field.kind === 'count' || field.kind === 'money' || field.kind === 'seconds'
  return cellText(field, isNumber && Number.isFinite(Number(value)) ? Number(value) : value)
}

const NAMES = ['title', 'work', 'name', 'label', 'subject', 'item', 'topic', 'finding', 'scenario']

/** Its title or what is one, else its first words that are no date: what a record is called in a list of many. */
export function recordName(fields: Readonly<Record<string, Field>>, row: Row): string {
  const id = NAMES.find((each) => fields[each] && row[each])
  const filled = Object.keys(fields).filter(
    (each) => (row[each] ?? null) !== null && fields[each]?.citizen !== 'named',
  )
  const worded = filled.find((each) => fields[each]?.kind === 'text' && each !== 'code')
  const named = id ?? worded ?? filled[0]
  const field = named === undefined ? undefined : fields[named]
  return field && named !== undefined ? cellText(field, row[named] ?? null) : '记录'
}

/** Lengths of time are printed in words already. */
function unitOf({ kind, unit }: Field): string {
  if (kind === 'money') return '元'
  return kind === 'count' ? (unit ?? '') : ''
}
