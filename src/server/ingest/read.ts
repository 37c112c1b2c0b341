import { DIAGNOSTICS, DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import type { RawCell, ReadSheet } from './cells.ts'
import { parseCsv } from './csv.ts'
import { decodeText, isExcel95, isOpenDocument, sniff } from './sniff.ts'
import { mustBeNarrow, trimmed } from './sheet-limits.ts'
import { sheetsOf, sheetsOfZip } from './workbook.ts'

export interface Problem {
  readonly code: DiagnosticCode
  readonly why: string
  readonly fix: string
}

/** A file as cells, or as the parsed JSON of a report; `problem` when it could not be opened. */
export interface ReadFile {
  readonly name: string
  readonly size: number
  readonly format: string
  readonly encoding: string | null
  readonly problem: Problem | null
  readonly sheets: readonly ReadSheet[]
  /** Parsed JSON; undefined for tables. */
  readonly report: unknown
}

/** Opens a file by what its bytes are, not by its name; text in the `encoding` asked for. Never throws: a failure is its `problem`. */
export function readFile(name: string, bytes: Uint8Array, encoding?: string): ReadFile {
  const blank = {
    name,
    size: bytes.length,
    format: '未知',
    encoding: null,
    problem: null,
    sheets: [],
    report: undefined,
  }
  try {
    if (bytes.length === 0) throw new DeskError('IMPORT_FILE_UNREADABLE', '文件是空的')
    if (bytes.length > LARGEST_FILE) throw new DeskError('IMPORT_FILE_TOO_LARGE')
    return { ...blank, ...opened(bytes, name.replace(/\.[^.]*$/, ''), encoding) }
  } catch (error) {
    return { ...blank, problem: problemOf(error) }
  }
}

const LARGEST_FILE = 30 * 1024 * 1024

type Opened = Pick<ReadFile, 'format'> & Partial<Pick<ReadFile, 'encoding' | 'sheets' | 'report'>>

function opened(bytes: Uint8Array, title: string, encoding: string | undefined): Opened {
  const kind = sniff(bytes)
  switch (kind) {
    case 'zip': {
      const format = isOpenDocument(bytes) ? '开放文档（.ods）' : 'Excel（.xlsx）'
      return { format, sheets: sheetsOfZip(bytes) }
    }
    case 'ole':
    case 'oldBook': {
      const isOld = kind === 'oldBook' || isExcel95(bytes)
      return { format: 'Excel（.xls）', sheets: sheetsOf(bytes, isOld) }
    }
    case 'other':
      throw new DeskError('IMPORT_FILE_KIND')
    case 'markup':
    case 'json':
    case 'text':
      return openedText(kind, title, decodeText(bytes, encoding))
  }
}

function openedText(
  kind: 'markup' | 'json' | 'text',
  title: string,
  { text, encoding }: { text: string; encoding: string },
): Opened {
  if (kind === 'json') return { format: 'JSON', encoding, report: parsedJson(text) }
  if (kind === 'text') {
    const rows: RawCell[][] = parseCsv(text)
    mustBeNarrow(rows)
    // In place: a second copy of a long table is as large as the first.
    for (const row of rows) row.forEach((cell, at) => cell === '' && (row[at] = null))
    const cells = trimmed(rows)
    return {
      format: '文本表格',
      encoding,
      sheets: [{ name: title, cells, merges: [], serialShift: 0, isHidden: false }],
    }
  }
  if (!/<table|schemas-microsoft-com:office:spreadsheet/i.test(text))
    throw new DeskError('IMPORT_FILE_KIND')
  return { format: '网页表格', encoding, sheets: sheetsOf(text) }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('IMPORT_FILE_UNREADABLE', 'JSON 不完整')
  }
}

/** What to tell of a file that could not be opened. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const unknown = /password/i.test(message) ? 'IMPORT_FILE_ENCRYPTED' : 'IMPORT_FILE_UNREADABLE'
  const code = error instanceof DeskError ? error.code : unknown
  const detail = error instanceof DeskError ? error.detail : ''
  const { why, fix } = DIAGNOSTICS[code]
  return { code, why: detail ? `${detail}：${why}` : why, fix }
}
