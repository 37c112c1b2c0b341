import { createReadStream } from 'node:fs'
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import {
  backupFileSchema,
  type BackupContents,
  type BackupFile,
} from '#shared/contract/operations.ts'
import { DeskError, type DiagnosticCode } from '#shared/diagnostics.ts'
import { isLastBackup, LAST_BACKUP_WORD } from '#shared/last-backup.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import type { BackupMade, Backups } from '../operations.ts'
import { swept } from '../scheduled/due-backup.ts'
import { numberedName } from '../store/report-files.ts'
import type { SqliteStore } from '../store/sqlite.ts'
import { isSealedFile } from './archive.ts'
import { compared } from './compared.ts'
import { diskError } from './disk-errors.ts'
import { WORK, type BackupAsked, type DeskFolders } from './make.ts'
import type { Manifest } from './manifest.ts'
import { takeUpload } from './uploads.ts'
import {
  carryOut,
  planSwitch,
  raiseRevisions,
  type OpenAsked,
  type StageAsked,
  type Staged,
} from './restore.ts'

export interface BackupFolder {
  readonly folders: DeskFolders
  /** Where backups are kept. */
  readonly place: string
  readonly version: string
  /** Seals what the clock makes; null: it is left open. */
  readonly passphrase: string | null
  readonly clock: () => number
  /** Bytes that a folder's disk lets the desk have. */
  readonly room: (folder: string) => Promise<number>
  readonly work: BackupWork
}

/** The long works of backups. */
export interface BackupWork {
  readonly make: (asked: BackupAsked) => Promise<Manifest>
  readonly stage: (asked: StageAsked) => Promise<Staged>
  readonly open: (asked: OpenAsked) => Promise<Manifest>
}

/** Backups as files of a folder, what is known of each in a small file beside it. */
export function backupFolder(about: BackupFolder, store: SqliteStore): Backups {
  const { folders, place, version, clock, work } = about
  let isBusy = false
  let isTaking = false

  async function alone<T>(task: () => Promise<T>): Promise<T> {
    if (isBusy) throw new DeskError('BACKUP_UNDER_WAY')
    isBusy = true
    try {
      return await task()
    } finally {
      isBusy = false
    }
  }

  async function make({ by, passphrase, local }: BackupMade): Promise<BackupFile> {
    const key = by === 'clock' ? about.passphrase : passphrase
    await sweepWork(place)
    const name = await freeName(place, backupName(local, key !== null))
    const target = path.join(place, name)
    const at = new Date(clock()).toISOString()
    const asked = { folders, target, passphrase: key, version, at }
    const { records, journal } = await work.make(asked)
    const { size } = await stat(target)
    const isSealed = key !== null
    const verifiedAt = new Date(clock()).toISOString()
    return note({ name, bytes: size, at, isSealed, by, records, version, verifiedAt, journal })
  }

  async function note(known: BackupFile): Promise<BackupFile> {
    await writeFile(noteOf(path.join(place, known.name)), JSON.stringify(known), { flush: true })
    return known
  }

  async function mustFind(name: string): Promise<string> {
    const file = await placed(place, name)
    if (file === null) throw new DeskError('BACKUP_NOT_FOUND', name)
    return file
  }

  async function drop(name: string): Promise<void> {
    await rm(path.join(place, name), { force: true })
    await rm(noteOf(path.join(place, name)), { force: true })
  }

  async function open(name: string, passphrase: string | null): Promise<BackupContents> {
    const file = await mustFind(name)
    const known = await described(file)
    const isNew = known.by === 'upload' && known.verifiedAt === null
    const { at, version, records, databases } = await work
      .open({ file, passphrase })
      .catch(async (error: unknown) => {
        if (isNew && error instanceof DeskError && WORTHLESS.has(error.code)) await drop(name)
        throw error
      })
    const verifiedAt = new Date(clock()).toISOString()
    // A journal from elsewhere is no measure of the one here.
    const told = await note({ ...known, at, version, records, verifiedAt })
    return { file: told, ledgers: compared(databases, path.join(folders.data, 'desk.sqlite')) }
  }

  return {
    failure: null,
    list: () => listBackups(place),
    make: (asked) =>
      alone(() =>
        make(asked).catch((error: unknown) => {
          throw diskError(error)
        }),
      ),
    async take(uploaded) {
      if (isTaking) throw new DeskError('BACKUP_UNDER_WAY')
      isTaking = true
      try {
        const name = await takeUpload(uploaded, { ...about, freeName })
        return await note({ ...(await described(path.join(place, name))), by: 'upload' })
      } catch (error) {
        throw diskError(error)
      } finally {
        isTaking = false
      }
    },
    open: (name, passphrase) => alone(() => open(name, passphrase)),
    restore: (name, passphrase) =>
      alone(async () => {
        const file = await mustFind(name)
        const staged = await work.stage({ file, passphrase, folders })
        const plan = await planSwitch(staged, folders, new Date(clock()).toISOString())
        store.refuseWrites('DESK_RESTORING')
        try {
          const aside = await store.replaceFile((revision) => {
            raiseRevisions(staged, revision)
            return carryOut(folders.data, plan)
          })
          return { aside, at: staged.manifest.at, records: staged.manifest.records }
        } finally {
          store.refuseWrites(null)
          await rm(staged.folder, { recursive: true, force: true })
        }
      }),
    remove: (name, word) =>
      alone(async () => {
        await mustFind(name)
        if (word !== LAST_BACKUP_WORD && isLastBackup(await listBackups(place), name))
          throw new DeskError('BACKUP_LAST', name)
        await drop(name).catch((error: unknown) => {
          throw diskError(error)
        })
      }),
    async read(name) {
      const file = await placed(place, name)
      if (file === null) return null
      const bytes = Readable.toWeb(createReadStream(file))
      return { bytes, size: (await stat(file)).size }
    },
    async sweep(settings, zone) {
      const local = ({ at }: BackupFile): string => dateTimeInZone(Date.parse(at), zone)
      const now = dateTimeInZone(clock(), zone)
      const clocked = (await listBackups(place)).filter(({ by }) => by === 'clock')
      const gone = new Set(swept(clocked.map(local), settings, now))
      for (const { name } of clocked.filter((each) => gone.has(local(each)))) await drop(name)
    },
  }
}

/** What is found out of a file that is no backup, or none any more. */
const WORTHLESS = new Set<DiagnosticCode>(['BACKUP_FOREIGN', 'BACKUP_DAMAGED', 'BACKUP_NOT_TRUE'])

const ENDINGS = ['.tar.gz', '.sealed']
const noteOf = (file: string): string => `${file}.json`

/** `融媒运行台-20241128-0300.tar.gz`; sealed ones end in `.sealed`. `local` is the time on the centre's clock. */
export const backupName = (local: string, isSealed: boolean): string =>
  `融媒运行台-${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 16).replace(':', '')}${isSealed ? '.sealed' : '.tar.gz'}`

async function freeName(place: string, name: string): Promise<string> {
  const taken = new Set<string>(await readdir(place).catch(() => []))
  const [, stem = name, ending = ''] = /^(.+?)(\.tar\.gz|\.sealed)$/.exec(name) ?? []
  for (let number = 1; ; number += 1) {
    const free = numberedName(stem, number) + ending
    if (!taken.has(free)) return free
  }
}

/** The file of that name in the folder, null where there is none: never anything outside it. */
async function placed(place: string, name: string): Promise<string | null> {
  const names = await readdir(place).catch((): string[] => [])
  return names.includes(name) && isBackup(name) ? path.join(place, name) : null
}

const isBackup = (name: string): boolean => ENDINGS.some((ending) => name.endsWith(ending))

async function listBackups(place: string): Promise<BackupFile[]> {
  const names = (await readdir(place).catch(() => [])).filter(isBackup)
  const files = await Promise.all(names.map((name) => described(path.join(place, name))))
  return files.toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

async function described(file: string): Promise<BackupFile> {
  const { size, mtime } = await stat(file)
  const note: unknown = await readFile(noteOf(file), 'utf8').then(JSON.parse, () => null)
  const { data } = backupFileSchema.safeParse(note)
  if (data && data.bytes === size) return { ...data, name: path.basename(file) }
  return {
    name: path.basename(file),
    bytes: size,
    at: mtime.toISOString(),
    isSealed: await isSealedFile(file).catch(() => false),
    by: 'unknown',
    records: null,
    version: null,
    verifiedAt: null,
    journal: null,
  }
}

/** Work of a process that was killed at it. */
async function sweepWork(place: string): Promise<void> {
  await mkdir(place, { recursive: true })
  for (const name of await readdir(place))
    if (name.startsWith(WORK)) await rm(path.join(place, name), { recursive: true, force: true })
}
