import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { EvidenceFiles } from './evidence.ts'
import { isMissing } from './missing-file.ts'

/**
 * Files in a folder, two letters of the hash a subfolder. A file is written aside, flushed to the
 * disk and renamed, so that a power cut leaves it whole or not at all.
 */
export function evidenceFolder(folder: string): EvidenceFiles {
  const placeOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a SHA-256 in hex')
    return path.join(folder, hash.slice(0, 2), hash.slice(2))
  }
  return {
    async keep(hash, bytes) {
      const place = placeOf(hash)
      const known = await stat(place).catch(() => null)
      if (known?.size === bytes.length) return
      await mkdir(path.dirname(place), { recursive: true })
      const aside = `${place}.${process.pid}.part`
      await flushed(aside, 'w', (file) => file.writeFile(bytes))
      await rename(aside, place)
      // The new name stands in its folder, which is flushed of its own; Windows knows no such thing.
      await flushed(path.dirname(place), 'r').catch(() => undefined)
    },
    async read(hash) {
      return readFile(placeOf(hash)).then(
        (bytes) => new Uint8Array(bytes),
        (error: unknown) => {
          if (isMissing(error)) return null
          throw error
        },
      )
    },
  }
}

async function flushed(
  place: string,
  how: 'r' | 'w',
  write?: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const file = await open(place, how)
  try {
    await write?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}
