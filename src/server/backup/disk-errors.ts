import { DeskError } from '#shared/diagnostics.ts'
import { unwritten } from '../store/sqlite-errors.ts'

const UNWRITABLE = new Set([
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'EFBIG',
  'EIO',
  'ENOTDIR',
  'ENOENT',
])

/** BACKUP_UNWRITABLE for what a disk says that is full, read only or broken; else the error itself. */
export function diskError(error: unknown): unknown {
  const isDisk = error instanceof Error && 'code' in error && UNWRITABLE.has(String(error.code))
  return isDisk || unwritten(error) ? new DeskError('BACKUP_UNWRITABLE') : error
}
