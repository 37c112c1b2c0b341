import { listRecords, type RecordAnswer, type RecordsQueryText } from '#shared/contract/records.ts'
import type { Cell, Field } from '#shared/ledgers/define.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { fenToYuan } from '#shared/money.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { call } from '../api/client.ts'
import { cellText } from '#shared/headlines/cell-text.ts'
import type { CsvCell } from '#shared/csv.ts'

/** The most records the server gives at once. */
const PAGE = 500

/**
 * The records an address asks for, in its order, `most` of them at most, and how many there are in
 * all. Throws ApiError; records that came or went meanwhile make it begin anew, twice at most.
 */
export async function recordsOf(
  ledger: LedgerId,
  asked: RecordsQueryText,
  most = Infinity,
  tries = 3,
): Promise<{ readonly total: number; readonly records: readonly RecordAnswer[] }> {
  const records: RecordAnswer[] = []
  let total = 1
  for (let page = 1; records.length < Math.min(total, most); page += 1) {
    const query = { ...asked, page: String(page), size: String(PAGE) }
    const answer = await call(listRecords, { params: { ledger }, query })
    const isChanged = page > 1 && answer.total !== total
    if ((isChanged || answer.records.length === 0) && answer.total > 0) {
      if (tries > 1) return recordsOf(ledger, asked, most, tries - 1)
      break
    }
    total = answer.total
    records.push(...answer.records)
  }
  return { total, records: records.slice(0, most) }
}

/**
 * Records as rows with a head: every field of the ledger, then where each record came from. Amounts
 * are in 元, lengths of time in seconds, so that a spreadsheet can add them up. Times are the centre's;
 * each row ends with `asOf`, the instant they were read, and with who took it away.
 */
export function recordRows(
  ledger: LedgerId,
  records: readonly RecordAnswer[],
  {
    batches,
    zone,
    asOf,
    mark,
  }: {
    /** The batches behind the records. */
    readonly batches: readonly { readonly batch: string; readonly title: string }[]
    readonly zone: string
    readonly asOf: string
    /** Who takes them away and when; '' for nobody in particular. */
    readonly mark: string
  },
): CsvCell[][] {
  const fields = Object.entries(ledgerOf(ledger).fields)
  const titles = new Map(batches.map(({ batch, title }) => [batch, title]))
  const clock = (at: string): string => dateTimeInZone(Date.parse(at), zone).replace('T', ' ')
  return [
    [
      ...fields.map(([, field]) => headOf(field)),
      '来源批次',
      '登记时间',
      '最后修改',
      '数据截至',
      ...(mark ? ['导出'] : []),
    ],
    ...records.map(({ row, batch, createdAt, changedAt }) => [
      ...fields.map(([id, field]) => csvValue(field, row[id] ?? null)),
      titles.get(batch) ?? batch,
      clock(createdAt),
      changedAt === null ? null : clock(changedAt),
      clock(asOf).slice(0, 16),
      ...(mark ? [mark] : []),
    ]),
  ]
}

function headOf({ label, kind, unit }: Field): string {
  if (kind === 'money') return `${label}（元）`
  if (kind === 'seconds') return `${label}（秒）`
  return kind === 'count' && unit ? `${label}（${unit}）` : label
}

function csvValue(field: Field, cell: Cell): CsvCell {
  if (cell === null) return null
  if (typeof cell === 'number')
    return field.kind === 'money' ? Number(fenToYuan(cell).replaceAll(',', '')) : cell
  return cellText(field, cell)
}
