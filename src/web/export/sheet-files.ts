import type { RecordsQueryText } from '#shared/contract/records.ts'
import type { BoardId } from '#shared/boards/index.ts'
import type { JournalQuery } from '#shared/contract/journal.ts'
import type { TemplateId } from '#shared/slides/template-ids.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { apiBase } from '../api/client.ts'

/** Where the records of a view are handed out as a workbook. */
export function sheetAddress(ledger: LedgerId, asked: RecordsQueryText): string {
  const words = Object.entries(asked).filter(
    ([name, word]) => word !== undefined && name !== 'page' && name !== 'size',
  )
  const search = new URLSearchParams(words.map(([name, word]) => [name, String(word)])).toString()
  return `${apiBase}/ledgers/${ledger}/records.xlsx${search && `?${search}`}`
}

/** Where the empty spreadsheet of a ledger is handed out. */
export const templateAddress = (ledger: LedgerId): string =>
  `${apiBase}/ledgers/${ledger}/template.xlsx`

/** Period, 累计 and 定稿 as the pages' addresses hold them. */
export interface FigureWords {
  readonly p: string
  readonly v?: 'cum' | undefined
  readonly freeze?: string | undefined
}

/** Where the figures of one page are handed out. */
export const pageFigures = (board: BoardId, kind: 'xlsx' | 'csv', asked: FigureWords): string =>
  `${apiBase}/boards/${board}/figures.${kind}?${wordsOf(asked)}`

/** Where the figures of all pages are handed out as one workbook. */
export const periodFigures = (asked: FigureWords): string =>
  `${apiBase}/period.xlsx?${wordsOf(asked)}`

/** Where the slides of a meeting are handed out as a presentation, wide or in 4:3. */
export const deckSlides = (
  template: TemplateId,
  { p, freeze }: Omit<FigureWords, 'v'>,
  ratio: '16x9' | '4x3',
): string => `${apiBase}/decks/${template}/pptx?${wordsOf({ p, freeze })}&ratio=${ratio}`

const wordsOf = ({ p, v, freeze }: FigureWords): string =>
  new URLSearchParams({ p, ...(v && { v }), ...(freeze && { freeze }) }).toString()

/** Where a file that a batch came from is handed out as it was given. */
export const batchFile = (batch: string, hash: string): string =>
  `${apiBase}/batches/${encodeURIComponent(batch)}/files/${hash}`

/** Where a backup is handed out. */
export const backupFileAddress = (name: string): string =>
  `${apiBase}/backups/${encodeURIComponent(name)}/file`

/** Where the journal's entries of a question are handed out. */
export const journalAddress = (asked: JournalQuery): string => {
  const words = Object.entries(asked).filter(([name, word]) => word && name !== 'page')
  const search = new URLSearchParams(words.map(([name, word]) => [name, String(word)])).toString()
  return `${apiBase}/journal.csv${search && `?${search}`}`
}

/** Where the rows are listed that a batch refused, each with its reason. */
export const refusedRows = (batch: string): string =>
  `${apiBase}/batches/${encodeURIComponent(batch)}/refused.csv`
