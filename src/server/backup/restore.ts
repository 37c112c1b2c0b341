import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as z from 'zod/mini'
import { DeskError } from '#shared/diagnostics.ts'
import { forgetBegun } from '../journal/sqlite-begun.ts'
import { JOURNAL } from '../journal/sqlite-journal.ts'
import { MIGRATIONS } from '../store/migrations/index.ts'
import { numberedName } from '../store/report-files.ts'
import { StoreFileError, sqliteStore } from '../store/sqlite.ts'
import { filesBelow, readArchive } from './archive.ts'
import { WORK, countAgain, verifyBackup, type DeskFolders } from './make.ts'
import type { Manifest } from './manifest.ts'

const DESK = 'desk.sqlite'
/** What a database consists of, as SQLite keeps it. */
const PARTS = ['', '-wal', '-shm']
const PLAN = 'restore-under-way.json'
const STAGING = '.restoring-'
const HALF = '.part'

export interface StageAsked {
  readonly file: string
  readonly passphrase: string | null
  readonly folders: DeskFolders
}

/** A backup that was read, checked, and brought up to date beside the data, ready to take its place. */
export interface Staged {
  readonly folder: string
  readonly manifest: Manifest
}

/**
 * Unpacks a backup beside the data and brings it up to date; the data are left alone. Throws as
 * verifying does, BACKUP_NEWER where this version cannot read it.
 */
export async function stageBackup({ file, passphrase, folders }: StageAsked): Promise<Staged> {
  const folder = await mkdtemp(path.join(folders.data, STAGING))
  try {
    const manifest = await readArchive(file, passphrase, (name) => path.join(folder, name))
    mustBeKnown(manifest)
    countAgain(manifest, folder)
    if (manifest.databases[JOURNAL]) forgetBegun(path.join(folder, JOURNAL))
    await (await sqliteStore(path.join(folder, DESK))).close()
    return { folder, manifest }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (error instanceof StoreFileError)
      throw new DeskError(error.code === 'newer' ? 'BACKUP_NEWER' : 'BACKUP_DAMAGED')
    throw error
  }
}

/** A backup that is only to be looked at. */
export type OpenAsked = Pick<StageAsked, 'file' | 'passphrase'>

/** Opens a backup beside it, checks it as after making it and tells what it is; throws as staging does. */
export async function openBackup({ file, passphrase }: OpenAsked): Promise<Manifest> {
  const work = await mkdtemp(path.join(path.dirname(file), WORK))
  try {
    const manifest = await verifyBackup(file, passphrase, work)
    mustBeKnown(manifest)
    return manifest
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

function mustBeKnown({ migration, version }: Manifest): void {
  if (!MIGRATIONS.some(({ name }) => name === migration))
    throw new DeskError('BACKUP_NEWER', version)
}

/** Makes every answer of the restored desk differ from those that pages keep of the one before. */
export function raiseRevisions({ folder }: Staged, above: number): void {
  const db = new DatabaseSync(path.join(folder, DESK))
  try {
    db.prepare('update revisions set revision = max(revision, ?) + 1').run(above)
    db.prepare(
      "insert into revisions (name, revision) values ('settings', ?) on conflict do nothing",
    ).run(above + 1)
    // All of it into the one file that is moved.
    db.exec('pragma wal_checkpoint(truncate)')
  } finally {
    db.close()
  }
}

const planSchema = z.object({
  staged: z.string(),
  aside: z.string(),
  moves: z.array(z.object({ from: z.string(), to: z.string() })),
})

/** What is moved where, in its order; names are within the data folder. */
export type SwitchPlan = z.infer<typeof planSchema>

/** What has to be moved for a staged backup to take the place of the data. */
export async function planSwitch(
  { folder, manifest }: Staged,
  { data, reports }: DeskFolders,
  at: string,
): Promise<SwitchPlan> {
  const staged = path.basename(folder)
  const aside = freeFolder(data, `before-restore-${at.slice(0, 19).replaceAll(/\D/g, '')}`)
  const others = Object.keys(manifest.databases).filter((name) => name !== DESK)
  const added = await filesBelow(path.join(folder, 'reports'), 'reports')
  const moves = [
    ...PARTS.map((part) => ({ from: `${DESK}${part}`, to: `${aside}/${DESK}${part}` })),
    { from: 'attachments', to: `${aside}/attachments` },
    { from: `${staged}/attachments`, to: 'attachments' },
    { from: `${staged}/${DESK}`, to: DESK },
    ...others.map((name) => ({ from: `${staged}/${name}`, to: name })),
    ...added.map(({ name, place }) => ({
      from: path.relative(data, place),
      to: path.join(path.relative(data, reports), name.slice('reports/'.length)),
    })),
  ]
  return { staged, aside, moves }
}

/** A clock that was set back may give the name of an earlier restore once more. */
function freeFolder(data: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const free = numberedName(name, number)
    if (!existsSync(path.join(data, free))) return free
  }
}

/**
 * Puts the data aside, whole and under the time, and the staged ones in their place; the ledgers' file
 * must be closed. What is there and not put aside stays: accounts, so that nobody gets back a right
 * that was taken away since, and reports. Returns the folder of what was there before. Where a file
 * cannot be moved, all are moved back; a process killed at it goes on at its next start.
 */
export const carryOut = (data: string, plan: SwitchPlan): string =>
  goOn(data, noteSwitch(data, plan))

/**
 * Notes what is about to be moved, for a start that has to go on with it. What is not there now has
 * nothing to be put aside: by then it would be what came in its place.
 */
export function noteSwitch(data: string, plan: SwitchPlan): SwitchPlan {
  const moves = plan.moves.filter(({ from }) => existsSync(path.resolve(data, from)))
  const noted = { ...plan, moves }
  writeFileSync(path.join(data, PLAN), JSON.stringify(noted), { flush: true })
  return noted
}

function goOn(data: string, { staged, aside, moves }: SwitchPlan): string {
  const note = path.join(data, PLAN)
  const done: { source: string; target: string }[] = []
  try {
    for (const { from, to } of moves) {
      const [source, target] = [path.resolve(data, from), path.resolve(data, to)]
      if (!existsSync(source) || existsSync(target)) continue
      mkdirSync(path.dirname(target), { recursive: true })
      moveFile(source, target)
      done.push({ source, target })
    }
  } catch (error) {
    for (const { source, target } of done.toReversed()) moveFile(target, source)
    rmSync(note, { force: true })
    throw error
  }
  rmSync(note, { force: true })
  rmSync(path.join(data, staged), { recursive: true, force: true })
  return path.join(data, aside)
}

/** Goes on with a switch that was cut off, and sweeps what was left of restores that never began it. */
export function finishSwitch(data: string): void {
  const plan = path.join(data, PLAN)
  if (existsSync(plan)) {
    const known = planSchema.safeParse(parsed(readFileSync(plan, 'utf8')))
    if (known.success) goOn(data, known.data)
    else rmSync(plan)
  }
  for (const name of readdirSync(data))
    if (name.startsWith(STAGING)) rmSync(path.join(data, name), { recursive: true, force: true })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

// The folder of reports may be on another disk.
function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    // Killed at it, a half of a file must not bear its name.
    copyFileSync(from, `${to}${HALF}`)
    renameSync(`${to}${HALF}`, to)
  }
}
