import { DeskError, isDiagnosticCode, type DiagnosticCode } from '#shared/diagnostics.ts'

// SQLite's result codes: https://www.sqlite.org/rescode.html
const CORRUPT = 11
const NOT_A_DATABASE = 26
const BUSY = new Set([5, 6])
const UNWRITABLE = new Set([3, 5, 6, 8, 10, 13, 14, 23])

const LINES = {
  damaged: '数据文件已损坏，打不开：用 npm run restore 从备份恢复，或把它移走后重新导入台账。',
  unwritable: '数据文件不能写入：请检查权限、磁盘空间，以及是否有别的程序占用。',
  newer: '数据文件由更新的版本写成，这个版本打不开：请升级后再启动。',
  taken: '另一个运行台正在使用这个数据目录：先停下它，或用 DATA_DIR 指定别的目录。',
} as const

/** A database file that cannot serve; the message is one line for the person who starts the desk. */
export class StoreFileError extends Error {
  readonly code: keyof typeof LINES
  constructor(code: keyof typeof LINES, file: string, options?: ErrorOptions) {
    super(`${LINES[code]}（${file}）`, options)
    this.code = code
  }
}

/** What SQLite says of a file, as an error a person can act on where it is one. */
export function fileError(file: string, error: unknown): unknown {
  const code = resultCode(error)
  if (error instanceof StoreFileError || code === null) return error
  if (code === CORRUPT || code === NOT_A_DATABASE)
    return new StoreFileError('damaged', file, { cause: error })
  return UNWRITABLE.has(code) ? new StoreFileError('unwritable', file, { cause: error }) : error
}

/** What a write is answered that SQLite could not do: the disk is full, read only or fails. Null for all else. */
export function unwritten(error: unknown): 'DESK_BUSY' | 'DESK_UNWRITABLE' | null {
  const code = resultCode(error)
  if (code === null || !UNWRITABLE.has(code)) return null
  return BUSY.has(code) ? 'DESK_BUSY' : 'DESK_UNWRITABLE'
}

// The low byte is the code; the rest says more about it.
const resultCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null

/** An error as one thread tells it to another. */
export interface Failure {
  readonly code: DiagnosticCode | null
  readonly words: string
}

export function failureOf(error: unknown): Failure {
  if (error instanceof DeskError) return { code: error.code, words: error.detail }
  const code = unwritten(error)
  if (code !== null) return { code, words: '' }
  return { code, words: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

export const errorOf = ({ code, words }: Failure): Error =>
  code !== null && isDiagnosticCode(code) ? new DeskError(code, words) : new Error(words)
