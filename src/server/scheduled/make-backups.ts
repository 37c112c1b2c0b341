import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { DeskError } from '#shared/diagnostics.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import type { DeskContext } from '../app.ts'
import { ITSELF, noted } from '../journal/journal.ts'
import { isBackupDue } from './due-backup.ts'

/** Makes the backup that is due by the clock, if any, and sweeps those that no rule keeps any more. */
export async function runBackups(context: DeskContext): Promise<void> {
  const { store, clock, operations, journal, report } = context
  if (!operations) return
  const { backups } = operations
  const { backup, zone } = (await store.settings()) ?? DEFAULT_SETTINGS
  const local = dateTimeInZone(clock(), zone)
  const made = (await backups.list()).map(({ at }) => dateTimeInZone(Date.parse(at), zone))
  const failedAt = backups.failure?.at ?? null
  if (!isBackupDue({ settings: backup, local, made, now: clock(), failedAt })) return
  if (await isUntouched(context)) return
  try {
    await noted(journal, { ...ITSELF, kind: 'backup', ledger: '' }, async () => {
      const { name } = await backups.make({ by: 'clock', passphrase: null, local })
      return `按时做备份“${name}”`
    })
    backups.failure = null
    await backups.sweep(backup, zone)
  } catch (error) {
    if (!(error instanceof DeskError)) report('backup', error)
    const code = error instanceof DeskError ? error.code : 'DESK_FAILED'
    if (code !== 'BACKUP_UNDER_WAY') backups.failure = { at: clock(), code }
  }
}

/** Nothing was ever written. */
const isUntouched = async ({ store }: DeskContext): Promise<boolean> =>
  Object.values(await store.revisions()).every((revision) => revision === 0)
