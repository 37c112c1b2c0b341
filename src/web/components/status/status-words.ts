import type { BackupFile, Status } from '#shared/contract/operations.ts'

/** What an administrator should do about it, one sentence a warning. */
export const WARNING_WORDS: Readonly<Record<Status['warnings'][number], string>> = {
  diskLow: '磁盘剩余不到一成：清理，或把备份移到别的磁盘；写满以后谁也存不进去。',
  backupLate: '最近一次备份早于该做的时间一天以上：运行台夜里没有开机，或者备份做不成。',
  backupFailed: '最近一次定时备份没有做成，十分钟后再试：检查备份目录的权限和剩余空间。',
  backupOnSameDisk:
    '备份和数据在同一块磁盘上，磁盘坏了会一起丢：用 BACKUPS_DIR 指到别的磁盘，或定期下载一份另存。',
}

export const MADE_BY: Readonly<Record<BackupFile['by'], string>> = {
  clock: '定时',
  hand: '手动',
  upload: '上传',
  unknown: '外来',
}

const STEPS = [
  { name: 'GB', bytes: 1024 ** 3 },
  { name: 'MB', bytes: 1024 ** 2 },
  { name: 'KB', bytes: 1024 },
]

/** Room on a disk: `32.1 GB`, `840 KB`. */
export function roomText(bytes: number): string {
  const { name, bytes: unit } = STEPS.find((step) => bytes >= step.bytes) ?? {
    name: '字节',
    bytes: 1,
  }
  const amount = bytes / unit
  return `${unit === 1 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${name}`
}

/** How long the desk has been running: `3 天 4 小时`, `12 分钟`. */
export function uptimeText(since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000))
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24]
  if (days > 0) return `${days} 天 ${hours} 小时`
  return hours > 0 ? `${hours} 小时 ${minutes % 60} 分钟` : `${minutes} 分钟`
}
