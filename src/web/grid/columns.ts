import type { RecordAnswer } from '#shared/contract/records.ts'
import { isEntered, type Field } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { cellText, headText, typedText } from '#shared/headlines/cell-text.ts'
import { mayBe } from '../offered.ts'
import { STATED_COLUMNS, statedMetric, statedPeriod, statedValue } from '../records/stated-text.ts'

export interface GridColumn {
  readonly id: string
  readonly field: Field
  readonly head: string
  /** Pixels. */
  readonly width: number
  /** Somebody chose its width: it is given no more room. */
  readonly isChosen: boolean
  /** Stays at the left when the rest is scrolled. */
  readonly isKept: boolean
  /** Width and place as the cells' style. */
  readonly style: string
  readonly isNumber: boolean
  /** Cells can be typed into here; others are computed, or belong to a form of their own. */
  readonly canEdit: boolean
}

/** A row of the grid by its place: a new one, a record, or neither while it is fetched. */
export interface GridLine {
  readonly key: string
  readonly record: RecordAnswer | undefined
  readonly isNew: boolean
  /** Typed and not written yet, by field. */
  readonly cells: Readonly<Record<string, string>> | undefined
  /** Why the desk refused cells, by field; '' for the row. */
  readonly faults: Readonly<Record<string, string>> | undefined
}

const NUMBERS: ReadonlySet<Field['kind']> = new Set(['count', 'money', 'seconds', 'decimal'])
const WIDTHS: Partial<Readonly<Record<Field['kind'], number>>> = {
  day: 112,
  dayOrMonth: 112,
  year: 84,
  dateTime: 148,
  money: 140,
  longText: 240,
  link: 200,
}

/** Fields that name a record, and with them the widest. */
const LONG: ReadonlySet<string> = new Set([
  'title',
  'work',
  'label',
  'wording',
  'source',
  'content',
  'item',
  'project',
  'name',
  'aliases',
  'summary',
])

/** The columns a ledger shows unless others are chosen. */
export const usualColumns = (ledger: LedgerId): readonly string[] =>
  ledger === 'statedFigures' ? STATED_COLUMNS : ledgerOf(ledger).columns

/** Fields that stand in a form which sees them together are not typed into one by one; nor is what may not be written. */
export const isTyped = (ledger: LedgerId): boolean =>
  ledger !== 'statedFigures' && ledgerOf(ledger).kind !== 'desk' && mayBe({ write: ledger })

/** The columns of a ledger's grid in the order chosen, fields it does not have left out. */
export function gridColumns(
  ledger: LedgerId,
  chosen: readonly string[],
  widths: Readonly<Record<string, number>> = {},
): GridColumn[] {
  const { fields } = ledgerOf(ledger)
  const known = chosen.filter((id) => fields[id])
  return (known.length > 0 ? known : usualColumns(ledger)).flatMap((id) => {
    const field = fields[id]
    if (!field) return []
    const isPeriod = ledger === 'statedFigures' && id === 'periodWord'
    const own = widths[id]
    const width = own ?? usualWidth(id, field)
    return [
      {
        id,
        field,
        head: isPeriod ? '期间' : headText(field),
        width,
        isChosen: own !== undefined,
        isKept: false,
        style: '',
        isNumber: NUMBERS.has(field.kind),
        canEdit: isTyped(ledger) && isEntered(field),
      },
    ]
  })
}

const usualWidth = (id: string, field: Field): number =>
  LONG.has(id) ? 280 : (WIDTHS[field.kind] ?? Math.max(104, headText(field).length * 12 + 62))

/** What stands in a cell. */
export function gridText(
  ledger: LedgerId,
  { id, field }: Pick<GridColumn, 'id' | 'field'>,
  { row }: Pick<RecordAnswer, 'row'>,
): string {
  if (ledger === 'statedFigures') {
    if (id === 'value') return statedValue(row)
    if (id === 'periodWord') return statedPeriod(row)
    if (id === 'metric') return statedMetric(row)
  }
  return cellText(field, row[id] ?? null)
}

/** What stands in a cell of a line: what was typed, in the words of its choice, else what the record holds. */
export function shownText(
  ledger: LedgerId,
  column: GridColumn,
  line: Pick<GridLine, 'cells' | 'record'>,
): string {
  const typed = line.cells?.[column.id]
  if (typed !== undefined) return column.field.options?.[typed]?.label ?? typed
  return line.record ? gridText(ledger, column, line.record) : ''
}

/** A cell as it is copied and typed: words for codes, nothing for what is empty. */
export function plainText(field: Field, record: Pick<RecordAnswer, 'row'>, id: string): string {
  const cell = record.row[id] ?? null
  if (cell === null) return ''
  return field.options?.[String(cell)]?.label ?? typedText(field, cell)
}

/** A cell of a line as it is typed: what was typed and not written, else what the record holds. */
export const typedOf = (
  { cells, record }: Pick<GridLine, 'cells' | 'record'>,
  { id, field }: GridColumn,
): string => cells?.[id] ?? (record ? plainText(field, record, id) : '')

/** Whether a text typed into a cell says what stands there already. */
export function readsSo(
  ledger: LedgerId,
  record: Pick<RecordAnswer, 'row'>,
  id: string,
  text: string,
): boolean {
  const field = ledgerOf(ledger).fields[id]
  return (
    field !== undefined &&
    [plainText(field, record, id), typedText(field, record.row[id] ?? null)].includes(text)
  )
}

/** How the list is sorted: as the address says, else newest first or by the first field. */
export function sortOf(
  ledger: LedgerId,
  asked: string | undefined,
): { readonly field: string; readonly isDown: boolean } {
  const { measures, fields } = ledgerOf(ledger)
  const first = Object.values(measures)[0]?.on
  const usual = first === undefined ? `${Object.keys(fields)[0] ?? ''}:asc` : `${first}:desc`
  const [field = '', direction] = (asked ?? usual).split(':')
  return { field, isDown: direction === 'desc' }
}
