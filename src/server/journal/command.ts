import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { backupFileSchema } from '#shared/contract/operations.ts'
import { shortHash, type JournalHead } from '#shared/journal.ts'
import { readConfig } from '../config.ts'
import { JOURNAL, journalFaults } from './sqlite-journal.ts'

// npm run verify:log -- [数据目录] [第几条:校验值]    also while the desk runs
// The end of the chain as backups noted it, or as somebody wrote it down, shows a tail that was cut off.

const { dataDir, backupsDir } = readConfig(process.env, [])
const noteGiven = /^(\d+):([0-9a-f]{8,64})$/
const given = process.argv.slice(2)
const folder = path.resolve(given.find((word) => !noteGiven.test(word)) ?? dataDir)
const file = path.join(folder, JOURNAL)

if (existsSync(file)) await verify()
else console.log(`没有操作日志可查：${folder} 里没有 ${JOURNAL}。`)

async function verify(): Promise<void> {
  const backups = folder === dataDir ? backupsDir : path.join(folder, 'backups')
  const noted = [...given.flatMap(headGiven), ...(await headsIn(backups))]
  const { faults, head } = await journalFaults(file, noted)
  const end = `共 ${head.seq} 条，最后一条的校验值 ${shortHash(head.hash)}`
  const against = noted.length > 0 ? `，与别处记下的 ${noted.length} 个校验值相符` : ''
  if (faults.length === 0) return console.log(`操作日志完整：${end}${against}。（${file}）`)
  console.error(`操作日志不完整：${end}。（${file}）`)
  for (const fault of faults) console.error(`  ${fault}`)
  process.exitCode = 1
}

function headGiven(word: string): JournalHead[] {
  const [, seq, hash] = noteGiven.exec(word) ?? []
  return seq !== undefined && hash !== undefined ? [{ seq: Number(seq), hash }] : []
}

/** What was noted beside each backup when it was made. */
async function headsIn(place: string): Promise<JournalHead[]> {
  const names = await readdir(place).catch((): string[] => [])
  const notes = names.filter((name) => name.endsWith('.json')).map((name) => noteAt(place, name))
  return (await Promise.all(notes)).flat()
}

async function noteAt(place: string, name: string): Promise<JournalHead[]> {
  const text = await readFile(path.join(place, name), 'utf8')
  const { data } = backupFileSchema.safeParse(JSON.parse(text))
  return data?.journal ? [data.journal] : []
}
