import type { RecordsQueryText } from '#shared/contract/records.ts'
import { wordOf, type Field } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { METRIC_IDS, metricOf } from '#shared/metrics/index.ts'
import { EARLIEST } from '#shared/time/day.ts'
import type { Batch, Filter, RecordsQuery, Store, StoredRecord } from '../store/store.ts'
import { headOf, lookOf, valueOf, widthOf } from './cells.ts'
import { ABOUT_SHEET } from './sheet-names.ts'
import type { SheetColumn, Value } from './sheet-xml.ts'
import { workbook, type Sheet } from './workbook.ts'

/** Said in a workbook whose reader sees masks. */
const MASKED_ROW = [
  '遮盖',
  '个人姓名和号码已遮盖（张**、138****5678）',
  '改完再导入时，遮盖处仍按原来的内容',
]

/** Records read at a time. */
const BLOCK = 500

export interface Export {
  readonly store: Store
  readonly query: RecordsQuery
  /** The address as it was asked. */
  readonly asked: RecordsQueryText
  readonly centre: string
  /** An instant of the centre's own clock, `YYYY-MM-DD HH:mm`. */
  readonly asOf: string
  readonly clock: (instant: string) => string
  /** Names and numbers of citizens are masked in it. */
  readonly isMasked: boolean
  /** Who took it away and when; '' for nobody in particular. */
  readonly mark: string
}

/**
 * The records of a view as a workbook: every field of the ledger and where each record came from,
 * amounts in 元 and dates as dates, and a second sheet with what was asked, when, the ledger's
 * fields, the metrics counted from it and the batches behind the records.
 */
export async function recordsBook(view: Export): Promise<ReadableStream<Uint8Array>> {
  const { query } = view
  const { label, fields } = ledgerOf(query.ledger)
  const [page, origins] = await Promise.all([
    view.store.records({ ...query, offset: 0, limit: 1 }),
    view.store.origins(query),
  ])
  const batches = await view.store.batches({ ids: origins.map(({ batch }) => batch) })
  const titles = new Map(batches.map((batch) => [batch.id, batch]))
  const shown = Object.values(fields)
  const plain = (width: number): SheetColumn => ({ width, look: 'text', headLook: 'head' })
  const data: Sheet = {
    name: label,
    columns: [
      ...shown.map((field) => ({
        width: widthOf(field),
        look: lookOf(field),
        headLook: 'head' as const,
      })),
      ...[24, 17, 17].map(plain),
    ],
    blocks: recordBlocks(view, titles),
  }
  const about: Sheet = {
    name: ABOUT_SHEET,
    columns: [plain(22), plain(60), plain(24)],
    blocks: once([
      ['项', '内容', ''],
      ...aboutRows(view, page.total),
      ...fieldRows(shown),
      ...metricRows(query.ledger),
      ...origins.map(({ batch, records }) => [
        '来源批次',
        titles.get(batch)?.title ?? batch,
        `${records} 条`,
      ]),
    ]),
  }
  const marked = { ...(view.mark && { footer: view.mark }) }
  return workbook([data, about].map((sheet) => ({ ...sheet, ...marked })))
}

async function* once(rows: readonly (readonly Value[])[]) {
  yield rows
}

async function* recordBlocks({ store, query, clock }: Export, titles: ReadonlyMap<string, Batch>) {
  const fields = Object.entries(ledgerOf(query.ledger).fields)
  yield [[...fields.map(([, field]) => headOf(field)), '来源批次', '登记时间', '最后修改']]
  for (let offset = 0; ; offset += BLOCK) {
    const { records } = await store.records({ ...query, offset, limit: BLOCK })
    if (records.length === 0) return
    yield records.map((record) => rowOf(record, fields, titles, clock))
    if (records.length < BLOCK) return
  }
}

const rowOf = (
  { row, batch, createdAt, changedAt }: StoredRecord,
  fields: readonly [string, Field][],
  titles: ReadonlyMap<string, Batch>,
  clock: Export['clock'],
): Value[] => [
  ...fields.map(([id, field]) => valueOf(field, row[id] ?? null)),
  titles.get(batch)?.title ?? batch,
  clock(createdAt),
  changedAt === null ? null : clock(changedAt),
]

function aboutRows(
  { query, asked, centre, asOf, isMasked, mark }: Export,
  total: number,
): Value[][] {
  const { label, unit, fields } = ledgerOf(query.ledger)
  const { field, descending } = query.sort
  return [
    ['台账', label, ''],
    ...(centre === '' ? [] : [['单位', centre, '']]),
    ['截至', asOf, '此后的改动不在内'],
    ...(mark ? [['导出', mark, '']] : []),
    ['记录', `${total} ${unit}`, ''],
    ...(isMasked ? [MASKED_ROW] : []),
    ...filterWords(query.ledger, query.filters).map((words) => ['筛选', words, '']),
    ...(asked.held === undefined ? [] : [['筛选', `时限状态 ${asked.held}`, '']]),
    ...(query.search === undefined ? [] : [['筛选', `含“${query.search}”`, '']]),
    ['排序', `${fields[field]?.label ?? field}${descending ? '，从大到小' : '，从小到大'}`, ''],
  ]
}

/** What a view holds its records to, a condition a line. */
export function filterWords(ledger: LedgerId, filters: readonly Filter[]): string[] {
  return filters.flatMap((filter) => {
    const field = ledgerOf(ledger).fields[filter.field]
    const words = heldTo(filter, field)
    return words === '' ? [] : [`${field?.label ?? '编号'}：${words}`]
  })
}

function heldTo(filter: Filter, field: Field | undefined): string {
  const said = (word: string): string => (word === '' ? '未填' : field ? wordOf(field, word) : word)
  const from = filter.from === undefined || filter.from === EARLIEST ? '' : filter.from
  const amount = (size: number): string => String(field?.kind === 'money' ? size / 100 : size)
  return [
    filter.in === undefined ? '' : filter.in.map(said).join('、'),
    from === '' ? '' : `从 ${from}`,
    filter.to === undefined ? '' : `到 ${filter.to}`,
    filter.contains === undefined ? '' : `含“${filter.contains}”`,
    filter.least === undefined ? '' : `不少于 ${amount(filter.least)}`,
    filter.most === undefined ? '' : `不多于 ${amount(filter.most)}`,
    filter.isPresent ? '已填' : '',
    filter.orEmpty ? '或未填' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

const fieldRows = (fields: readonly Field[]): Value[][] =>
  fields.map((field) => {
    const words = Object.values(field.options ?? {}).map(({ label }) => label)
    const how = field.derive ? '由运行台算出' : field.required ? '必填' : ''
    return ['字段', headOf(field), [how, words.join('、')].filter(Boolean).join('；')]
  })

/** The metrics that count this ledger, each with its 口径. */
const metricRows = (ledger: LedgerId): Value[][] =>
  METRIC_IDS.flatMap((id) => {
    const { label, definition, formula } = metricOf(id)
    return JSON.stringify(formula).includes(`"ledger":"${ledger}"`)
      ? [['指标口径', `${label}：${definition}`, '']]
      : []
  })
