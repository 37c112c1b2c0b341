import { statfs } from 'node:fs/promises'
import { DeskError } from '#shared/diagnostics.ts'

/** What the desk keeps to itself of a disk, so that it can go on writing. */
const KEPT_FREE = 64 * 1024 * 1024

/** Bytes that the disk of a folder lets the desk have. */
export async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return Math.max(0, bavail * bsize - KEPT_FREE)
}

/** Throws BACKUP_NO_ROOM where so many bytes do not go into the room there is. */
export function mustFit(bytes: number, room: number): void {
  if (bytes > room)
    throw new DeskError('BACKUP_NO_ROOM', `要 ${megabytes(bytes)}，能用 ${megabytes(room)}`)
}

/** `1200 MB`, rounded up. */
export const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 ** 2)} MB`
