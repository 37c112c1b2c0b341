import type { BackupFile } from './contract/operations.ts'

/** Somebody writes it who means to be left without a backup that can be trusted. */
export const LAST_BACKUP_WORD = '删除最后一份'

/** Whether without this one no backup is left that was opened and counted, of those that had one. */
export function isLastBackup(
  files: readonly Pick<BackupFile, 'name' | 'verifiedAt'>[],
  name: string,
): boolean {
  const others = files.filter((file) => file.name !== name)
  const isVerified = files.some((file) => file.name === name && file.verifiedAt !== null)
  return (
    others.length === 0 || (isVerified && others.every(({ verifiedAt }) => verifiedAt === null))
  )
}
