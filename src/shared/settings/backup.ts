import * as z from 'zod/mini'

const kept = z.int().check(z.gte(0), z.lte(366))

/** When the desk backs itself up, and how many of those backups it keeps. */
export const backupSettingsSchema = z.object({
  isOn: z.boolean(),
  /** On the centre's clock. */
  hour: z.int().check(z.gte(0), z.lte(23)),
  /** The last of each of so many days, weeks (Monday to Sunday) and months. */
  daily: z.int().check(z.gte(1), z.lte(366)),
  weekly: kept,
  monthly: kept,
})

export type BackupSettings = z.infer<typeof backupSettingsSchema>

/** At three in the morning nobody writes. */
export const BACKUP_SETTINGS: BackupSettings = {
  isOn: true,
  hour: 3,
  daily: 7,
  weekly: 4,
  monthly: 12,
}
