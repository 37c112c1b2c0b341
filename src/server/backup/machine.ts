import { mkdir, readdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import type { Machine } from '#shared/contract/operations.ts'
import type { BackupFolder } from './backup-folder.ts'

/** The machine as it is now: where the data are, how large, and how much room is left. */
export async function machineNow(
  { folders, place, passphrase }: BackupFolder,
  startedAt: string,
): Promise<Machine> {
  await mkdir(place, { recursive: true }).catch(() => undefined)
  const disks = await Promise.all([diskOf(folders.data), diskOf(place)])
  const tightest = disks.toSorted((a, b) => a.free / a.all - b.free / b.all)[0]
  return {
    node: process.version,
    startedAt,
    dataPlace: folders.data,
    dataBytes: await bytesBelow(folders.data, place),
    backupPlace: place,
    freeBytes: tightest?.free ?? 0,
    diskBytes: tightest?.all ?? 0,
    isSameDisk: disks[0]?.device === disks[1]?.device,
    hasPassphrase: passphrase !== null,
  }
}

interface Disk {
  readonly free: number
  readonly all: number
  readonly device: number
}

async function diskOf(folder: string): Promise<Disk> {
  try {
    const [{ bavail, blocks, bsize }, { dev }] = await Promise.all([statfs(folder), stat(folder)])
    return { free: bavail * bsize, all: blocks * bsize, device: dev }
  } catch {
    return { free: 0, all: 0, device: -1 }
  }
}

/** Of all files below a folder, without those of one folder. Files that go meanwhile count nothing. */
async function bytesBelow(folder: string, without: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(`${without}${path.sep}`))
  const sizes = await Promise.all(files.map((file) => stat(file).catch(() => null)))
  return sizes.reduce((sum, found) => sum + (found?.size ?? 0), 0)
}
