import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { DIAGNOSTICS, DeskError } from '#shared/diagnostics.ts'
import { shortHash } from '#shared/journal.ts'
import { LEDGERS, LEDGER_IDS } from '#shared/ledgers/index.ts'
import { dateTimeInZone } from '#shared/time/day.ts'
import { readConfig } from '../config.ts'
import { noteByCommand } from '../journal/by-command.ts'
import { StoreFileError } from '../store/sqlite.ts'
import { lockFolder } from '../store/sqlite-lock.ts'
import { backupName } from './backup-folder.ts'
import { deskVersion } from './desk-version.ts'
import { diskError } from './disk-errors.ts'
import { makeBackup } from './make.ts'
import type { Manifest } from './manifest.ts'
import { carryOut, finishSwitch, planSwitch, raiseRevisions, stageBackup } from './restore.ts'

// npm run backup -- [文件]    also while the desk runs
// npm run restore -- 文件     only while it is stopped; the data that are there are kept aside

const [act, given] = process.argv.slice(2)
const config = readConfig(process.env, [])
const folders = {
  data: config.dataDir,
  reports: config.reportsDir ?? path.join(config.dataDir, 'reports'),
}
const at = new Date().toISOString()

try {
  if (act === 'backup') await backup(given)
  else if (act === 'restore' && given !== undefined) await restore(given)
  else refuse('用法：npm run backup -- [文件]，或 npm run restore -- 文件')
} catch (error) {
  console.error(lineOf(diskError(error)))
  process.exitCode = 1
}

async function backup(named: string | undefined): Promise<void> {
  const { backupPassphrase: passphrase, backupsDir } = config
  const name = backupName(dateTimeInZone(Date.now(), 'Asia/Shanghai'), passphrase !== null)
  const target = path.resolve(named ?? path.join(backupsDir, name))
  if (existsSync(target)) return refuse(`${target} 已经有了：换一个文件名，或先把它移走。`)
  const manifest = await makeBackup({ folders, target, passphrase, version: deskVersion(), at })
  await noteByCommand(folders.data, 'backup', `用命令做备份“${path.basename(target)}”`)
  console.log(`备份已做好并校验：${target}`)
  tell(manifest)
}

async function restore(file: string): Promise<void> {
  await mkdir(folders.data, { recursive: true })
  const lock = lockFolder(folders.data)
  try {
    finishSwitch(folders.data)
    const staged = await stageBackup({
      file: path.resolve(file),
      passphrase: config.backupPassphrase,
      folders,
    })
    // Higher than any that pages may have kept of the data before.
    raiseRevisions(staged, Math.floor(Date.now() / 1000))
    const aside = carryOut(folders.data, await planSwitch(staged, folders, at))
    await noteByCommand(
      folders.data,
      'backup',
      `用命令从备份“${path.basename(file)}”恢复，共 ${staged.manifest.records} 条记录`,
    )
    console.log(`已从备份恢复：${file}（${staged.manifest.at} 的备份）`)
    tell(staged.manifest)
    if (existsSync(aside)) console.log(`恢复之前的数据在 ${aside}；确认无误后可以删去。`)
  } finally {
    lock.release()
  }
}

function refuse(line: string): void {
  console.error(line)
  process.exitCode = 1
}

function tell({ databases, records, journal }: Manifest): void {
  const kept = LEDGER_IDS.flatMap((ledger) => {
    const rows = databases['desk.sqlite']?.[ledger]?.rows ?? 0
    return rows > 0 ? [`${LEDGERS[ledger].label} ${rows}`] : []
  })
  console.log(`共 ${records} 条记录：${kept.join('，')}`)
  if (journal) console.log(`操作日志到第 ${journal.seq} 条，校验值 ${shortHash(journal.hash)}`)
}

function lineOf(error: unknown): string {
  if (error instanceof DeskError) {
    const { why, fix } = DIAGNOSTICS[error.code]
    return `${error.message}。${why}${fix}（${error.code}）`
  }
  if (error instanceof StoreFileError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
