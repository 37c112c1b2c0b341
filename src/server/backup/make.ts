import { mkdtemp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync, backup } from 'node:sqlite'
import { DeskError } from '#shared/diagnostics.ts'
import { LEDGER_IDS } from '#shared/ledgers/index.ts'
import { headOf, JOURNAL } from '../journal/sqlite-journal.ts'
import { censusOf, differences, type Census } from '../store/sqlite-census.ts'
import { filesBelow, readArchive, writeArchive } from './archive.ts'
import type { Manifest } from './manifest.ts'

/** Where a desk keeps what it must not lose. */
export interface DeskFolders {
  /** Holds the databases and `attachments`. */
  readonly data: string
  readonly reports: string
}

export interface BackupAsked {
  readonly folders: DeskFolders
  /** The file to be made; its folder is created. */
  readonly target: string
  readonly passphrase: string | null
  readonly version: string
  /** A UTC instant. */
  readonly at: string
}

const DESK = 'desk.sqlite'
const ATTACHMENTS = 'attachments'
const REPORTS = 'reports'

/**
 * Makes a backup while the desk goes on, and checks it: it is read again from the disk to its end, and
 * its databases are opened and counted against what was counted in the desk. Only then it gets its
 * name. Throws BACKUP_NOT_TRUE where it does not hold what the desk held.
 */
export async function makeBackup(asked: BackupAsked): Promise<Manifest> {
  const { folders, target, passphrase, version, at } = asked
  await mkdir(path.dirname(target), { recursive: true })
  const work = await mkdtemp(path.join(path.dirname(target), WORK))
  const half = path.join(work, 'half')
  try {
    const copies = await copyDatabases(folders.data, work)
    const sources = [
      ...copies.map(({ name, place }) => ({ name, place })),
      ...(await filesBelow(path.join(folders.data, ATTACHMENTS), ATTACHMENTS)),
      ...(await filesBelow(folders.reports, REPORTS)),
    ]
    const databases = Object.fromEntries(copies.map(({ name, census }) => [name, { ...census }]))
    const about = {
      version,
      migration: lastMigration(path.join(work, DESK)),
      at,
      records: recordsIn(databases[DESK] ?? {}),
      journal: databases[JOURNAL] ? headOf(path.join(work, JOURNAL)) : null,
      databases,
    }
    const manifest = await writeArchive(half, about, { sources, passphrase })
    await verifyBackup(half, passphrase, path.join(work, 'opened'))
    await rename(half, target)
    return manifest
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Reads a backup to its end and counts its databases, unpacked into a folder of their own. Throws as
 * readArchive does, and BACKUP_NOT_TRUE where they do not hold what its manifest says.
 */
export async function verifyBackup(
  file: string,
  passphrase: string | null,
  folder: string,
): Promise<Manifest> {
  const manifest = await readArchive(file, passphrase, (name) =>
    name.includes('/') ? null : path.join(folder, name),
  )
  countAgain(manifest, folder)
  return manifest
}

/** Counts unpacked databases against their manifest. */
export function countAgain({ databases }: Pick<Manifest, 'databases'>, folder: string): void {
  if (!databases[DESK]) throw new DeskError('BACKUP_FOREIGN')
  for (const [name, census] of Object.entries(databases)) mustHold(path.join(folder, name), census)
}

/** Left behind where a process was killed at it; the folder of backups sweeps them. */
export const WORK = '.making-'

interface Copy {
  readonly name: string
  readonly place: string
  readonly census: Census
}

/** Every database of the desk as it was at one instant each, with what was counted at that instant. */
async function copyDatabases(folder: string, work: string): Promise<Copy[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sqlite')).toSorted()
  if (!names.includes(DESK)) throw new DeskError('BACKUP_NOTHING', folder)
  const copies: Copy[] = []
  for (const name of names) {
    const place = path.join(work, name)
    copies.push({ name, place, census: await copyDatabase(path.join(folder, name), place) })
  }
  return copies
}

async function copyDatabase(file: string, target: string): Promise<Census> {
  const source = new DatabaseSync(file, { timeout: 5000 })
  try {
    // One read transaction for both: what is written meanwhile is seen by neither.
    source.exec('pragma query_only = on; begin')
    const census = censusOf(source)
    await backup(source, target, { rate: 1000 })
    source.exec('commit')
    mustHold(target, census)
    return census
  } finally {
    source.close()
  }
}

function mustHold(file: string, census: Census): void {
  const db = new DatabaseSync(file)
  try {
    // The copy bears the mark of a log that is kept beside it; it has none.
    db.exec('pragma journal_mode = delete')
    const sound = db.prepare('pragma integrity_check(1)').get()?.integrity_check
    const wrong = differences(census, censusOf(db))
    if (sound !== 'ok' || wrong.length > 0)
      throw new DeskError('BACKUP_NOT_TRUE', wrong.slice(0, 5).join('、'))
  } finally {
    db.close()
  }
}

function lastMigration(file: string): string {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return String(db.prepare('select max(name) as last from migrations').get()?.last ?? '')
  } finally {
    db.close()
  }
}

const recordsIn = (census: Census): number =>
  LEDGER_IDS.reduce((sum, ledger) => sum + (census[ledger]?.rows ?? 0), 0)
