import { statfs } from 'node:fs/promises'
import { DeskError } from '#shared/diagnostics.ts'

/** What the desk keeps to itself of a disk, so that it can go on writing. */
const KEPT_FREE = 64 * 1024 * 1024

/** Throws BACKUP_NO_ROOM where the disk of a folder has no room for so many bytes more. */
export async function mustFit(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  const room = Math.max(0, bavail * bsize - KEPT_FREE)
  if (bytes > room)
    throw new DeskError('BACKUP_NO_ROOM', `要 ${megabytes(bytes)}，能用 ${megabytes(room)}`)
}

/** `1200 MB`, rounded up. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2)} MB`
