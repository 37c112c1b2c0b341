import type { Refusal } from '#shared/contract/imports.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { channelKinds, type ChannelKind } from './channels.ts'
import { rowReader, type Reader } from './row-reader.ts'
import { rowKinds, type RowKind } from './rows.ts'

/** A row that was accepted: where it stands and the numbers read from its columns. */
export interface AcceptedRow {
  /** 0-based. */
  readonly at: number
  /** By column: counts, seconds, money in 分. */
  readonly numbers: ReadonlyMap<number, number>
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
  const rows: (ReturnType<typeof read> & { at: number })[] = []
  for (let at = first; at < sheet.cells.length; at += 1) {
    const cells = sheet.cells[at] ?? []
    const own = kindOf(cells)
    const data = plan.missing.length > 0 ? 'lacking' : (channelOf?.(cells) ?? 'data')
    const kind = own === 'data' ? data : own
    if (kind === 'data') rows.push({ ...read(at), at })
    else skipped.push({ at, kind })
    if (at % TELL_EVERY === 0) reader.passed?.(at)
  }
  const good = rows.filter(({ refusals }) => refusals.length === 0)
  return {
    rowsRead: Math.max(0, sheet.cells.length - first),
    rowsRefused: rows.length - good.length,
    records: good.flatMap(({ records }) => records),
    accepted: good.map(({ at, numbers }) => ({ at, numbers })),
    refusals: rows.flatMap(({ refusals }) => refusals),
    skipped,
    inexact: tally(good.flatMap(({ inexact }) => inexact)),
    zeroMonths: good.reduce((sum, row) => sum + row.zeroMonths, 0),
    doubts: rowsInDoubt(good),
    months: [...new Set(good.flatMap(({ months }) => months))].toSorted(),
  }
}

const TELL_EVERY = 2000

function rowsInDoubt(
  rows: readonly { readonly at: number; readonly doubts: readonly string[] }[],
): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const { at, doubts } of rows)
    for (const words of new Set(doubts)) {
      const known = found.get(words)
      if (known) known.push(at)
      else found.set(words, [at])
    }
  return found
}

function tally(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
