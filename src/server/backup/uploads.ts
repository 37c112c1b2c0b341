import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { LARGEST_BACKUP } from '#shared/contract/operations.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Uploaded } from '../operations.ts'
import { flush, isSealedFile } from './archive.ts'
import { diskError } from './disk-errors.ts'
import { megabytes, mustFit } from './room.ts'

const HALF = '.uploading-'
const LONGEST_STEM = 80

/** Where an upload is put. */
interface Place {
  readonly place: string
  readonly room: (folder: string) => Promise<number>
  /** A name of the folder that nothing has yet. */
  readonly freeName: (place: string, name: string) => Promise<string>
}

/**
 * Writes an uploaded file into the folder of backups as it comes, and gives it a name once it is whole
 * and begins as a backup does. Throws BACKUP_TOO_LARGE, BACKUP_NO_ROOM,
 * BACKUP_DAMAGED where fewer bytes came than were said, BACKUP_FOREIGN; then nothing is left.
 */
export async function takeUpload(
  { name, size, bytes }: Uploaded,
  { place, room, freeName }: Place,
): Promise<string> {
  if (size > LARGEST_BACKUP) throw new DeskError('BACKUP_TOO_LARGE', megabytes(size))
  await mkdir(place, { recursive: true })
  // Of a process that was killed at it.
  for (const left of await readdir(place))
    if (left.startsWith(HALF)) await rm(path.join(place, left), { force: true })
  mustFit(size, await room(place))
  const half = path.join(place, `${HALF}${process.pid}`)
  try {
    const sent = createWriteStream(half)
    await pipeline(Readable.fromWeb(bytes), sent).catch((error: unknown) => {
      const disk = diskError(error)
      // Else it is the line that broke.
      throw disk instanceof DeskError ? disk : new DeskError('BACKUP_DAMAGED', name)
    })
    if (sent.bytesWritten !== size) throw new DeskError('BACKUP_DAMAGED', name)
    await flush(half)
    const ending = (await isSealedFile(half, name)) ? '.sealed' : '.tar.gz'
    const free = await freeName(place, stemOf(name) + ending)
    await rename(half, path.join(place, free))
    return free
  } finally {
    await rm(half, { force: true })
  }
}

/** What somebody called it, as a name of a file that leads nowhere else. */
function stemOf(name: string): string {
  const plain = name
    .replace(/(\.tar)?\.gz$|\.tar$|\.sealed$/i, '')
    .replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '')
    .replace(/^[.\s]+/, '')
    .slice(0, LONGEST_STEM)
    .trim()
  return plain || '上传的备份'
}
