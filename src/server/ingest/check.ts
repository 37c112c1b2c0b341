import type { Refusal } from '#shared/contract/import-cells.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { channelKinds, type ChannelKind } from './channels.ts'
import type { RowNumbers } from './row-numbers.ts'
import { rowReader, type Reader, type RowReading } from './row-reader.ts'
import { rowKinds, type RowKind } from './rows.ts'

/** A row that was accepted: where it stands and the numbers read from its columns. */
export interface AcceptedRow {
  /** 0-based. */
  readonly at: number
  readonly numbers: RowNumbers
}

/** A row passed over, 0-based. */
export interface SkippedRow {
  readonly at: number
  readonly kind: Exclude<RowKind, 'data'> | ChannelKind | 'lacking'
}

/** Every row below the head, each exactly once: accepted, refused or passed over. */
export interface Checked {
  readonly rowsRead: number
  readonly rowsRefused: number
  readonly records: readonly Row[]
  readonly accepted: readonly AcceptedRow[]
  readonly refusals: readonly Refusal[]
  readonly skipped: readonly SkippedRow[]
  /** How many cells were not written exactly, by `field manner`. */
  readonly inexact: ReadonlyMap<string, number>
  readonly zeroMonths: number
  /** Rows that break a rule without being refused, 0-based, by what is wrong. */
  readonly doubts: ReadonlyMap<string, readonly number[]>
  /** `YYYY-MM` of month columns in which some row says something, in order. */
  readonly months: readonly string[]
}

/** Reads the rows of a recognised sheet into one ledger. A cell that cannot be read refuses its row. */
export function checkRows(reader: Reader): Checked {
  const { sheet, found, plan } = reader
  const mapped = new Set(
    plan.columns.flatMap(({ column, field }) => (field === null ? [] : [column.index])),
  )
  const kindOf = rowKinds(sheet, found.head, mapped)
  const read = rowReader(reader)
  const channelOf = channelKinds(reader)
  const first = (found.head.rows.at(-1) ?? 0) + 1
  const skipped: SkippedRow[] = []
  const rows = rowsChecked()
  for (let at = first; at < sheet.cells.length; at += 1) {
    const cells = sheet.cells[at] ?? []
    const own = kindOf(cells)
    const data = plan.missing.length > 0 ? 'lacking' : (channelOf?.(cells) ?? 'data')
    const kind = own === 'data' ? data : own
    if (kind === 'data') rows.take(read(at), at)
    else skipped.push({ at, kind })
    if (at % TELL_EVERY === 0) reader.passed?.(at)
  }
  return { ...rows.all(), rowsRead: Math.max(0, sheet.cells.length - first), skipped }
}

const TELL_EVERY = 2000

/** Gathers what rows say as each is read, so that none is held longer than that. */
function rowsChecked() {
  let rowsRefused = 0
  let zeroMonths = 0
  const records: Row[] = []
  const accepted: AcceptedRow[] = []
  const refusals: Refusal[] = []
  const inexact = new Map<string, number>()
  const doubts = new Map<string, number[]>()
  const months = new Set<string>()
  return {
    take(row: RowReading, at: number): void {
      refusals.push(...row.refusals)
      if (row.refusals.length > 0) {
        rowsRefused += 1
        return
      }
      records.push(...row.records)
      accepted.push({ at, numbers: row.numbers })
      zeroMonths += row.zeroMonths
      for (const word of row.inexact) inexact.set(word, (inexact.get(word) ?? 0) + 1)
      for (const month of row.months) months.add(month)
      for (const words of new Set(row.doubts)) {
        const known = doubts.get(words)
        if (known) known.push(at)
        else doubts.set(words, [at])
      }
    },
    all: () => ({
      rowsRefused,
      zeroMonths,
      records,
      accepted,
      refusals,
      inexact,
      doubts,
      months: [...months].toSorted(),
    }),
  }
}
