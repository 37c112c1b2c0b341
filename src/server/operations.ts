import type { DiagnosticCode } from '#shared/diagnostics.ts'
import type { BackupContents, BackupFile, Machine } from '#shared/contract/operations.ts'
import type { BackupSettings } from '#shared/settings/backup.ts'
import type { SlowRequest } from './request-log.ts'

/** What only a desk that runs on a machine of its own can do; others go without. */
export interface Operations {
  readonly backups: Backups
  /** The machine as it is now. */
  machine(): Promise<Machine>
  /** The slowest requests of the last hours, slowest first. */
  slowest(): readonly SlowRequest[]
}

/** Backups in their folder. One thing at a time: BACKUP_UNDER_WAY for all others. */
export interface Backups {
  /** Newest first. */
  list(): Promise<BackupFile[]>
  /**
   * Makes a backup and checks it. `local` is the time on the centre's clock, for its name. Throws
   * BACKUP_NOT_TRUE or BACKUP_UNWRITABLE; then no file is left.
   */
  make(asked: BackupMade): Promise<BackupFile>
  /**
   * Puts a file from elsewhere among the backups. Throws BACKUP_TOO_LARGE, BACKUP_NO_ROOM, BACKUP_FOREIGN,
   * BACKUP_UNWRITABLE, and BACKUP_DAMAGED where it did not come whole; then no file is left.
   */
  take(uploaded: Uploaded): Promise<BackupFile>
  /**
   * Opens a backup and checks it as after making one. Refuses as restoring does; one that was uploaded,
   * was never opened before and turns out to be none is not kept.
   */
  open(name: string, passphrase: string | null): Promise<BackupContents>
  /**
   * Puts a backup in the place of the data, which are kept aside. Refuses without touching anything:
   * BACKUP_NOT_FOUND, BACKUP_FOREIGN, BACKUP_DAMAGED, BACKUP_NEWER, BACKUP_PASSPHRASE_NEEDED or
   * BACKUP_PASSPHRASE_WRONG.
   */
  restore(name: string, passphrase: string | null): Promise<Restored>
  /** Deletes a backup. Throws BACKUP_NOT_FOUND; BACKUP_LAST unless `word` is the one for it. */
  remove(name: string, word?: string): Promise<void>
  /** Null where there is no such file. */
  read(name: string): Promise<{ bytes: ReadableStream<Uint8Array>; size: number } | null>
  /** Removes those made by the clock that no rule keeps; `local` is today on the centre's clock. */
  sweep(settings: BackupSettings, zone: string): Promise<void>
  /** What became of the last attempt by the clock, in UTC milliseconds. */
  failure: { readonly at: number; readonly code: DiagnosticCode } | null
}

export interface BackupMade {
  readonly by: BackupFile['by']
  /** Null: the one the desk was started with where the clock makes it, else none. */
  readonly passphrase: string | null
  readonly local: string
}

export interface Uploaded {
  /** As its owner calls it. */
  readonly name: string
  /** How many bytes it is said to have. */
  readonly size: number
  readonly bytes: ReadableStream<Uint8Array>
}

export interface Restored {
  /** The folder in which the data of before are kept. */
  readonly aside: string
  /** When the backup was made. */
  readonly at: string
  readonly records: number
}
