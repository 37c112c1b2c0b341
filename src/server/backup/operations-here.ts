import path from 'node:path'
import type { Config } from '../config.ts'
import type { Operations } from '../operations.ts'
import type { RequestLog } from '../request-log.ts'
import type { SqliteStore } from '../store/sqlite.ts'
import { backupFolder } from './backup-folder.ts'
import { deskVersion } from './desk-version.ts'
import { machineNow } from './machine.ts'
import { roomIn } from './room.ts'
import { inThreads } from './worker-backup.ts'

/** What a desk does that keeps its data on this machine; null for a demo. */
export function operationsHere(
  { dataDir, reportsDir, backupsDir: place, backupPassphrase: passphrase, isDemo }: Config,
  store: SqliteStore,
  log: RequestLog,
): Operations | null {
  if (isDemo) return null
  const about = {
    folders: { data: dataDir, reports: reportsDir ?? path.join(dataDir, 'reports') },
    place,
    version: deskVersion(),
    passphrase,
    clock: Date.now,
    room: roomIn,
    work: inThreads,
  }
  const startedAt = new Date().toISOString()
  return {
    backups: backupFolder(about, store),
    machine: () => machineNow(about, startedAt),
    slowest: log.slowest,
  }
}
