import { existsSync } from 'node:fs'
import path from 'node:path'
import { ADMINISTRATOR } from '#shared/rights/roles.ts'
import { readConfig } from '../config.ts'
import { noteByCommand } from '../journal/by-command.ts'
import { StoreFileError } from '../store/sqlite-errors.ts'
import { lockFolder } from '../store/sqlite-lock.ts'
import { deskAccounts } from './accounts.ts'
import { argonSecrets } from './argon.ts'
import { resetPassword } from './reset.ts'
import { ACCOUNTS, sqliteDrawer } from './sqlite-drawer.ts'

// npm run password -- 用户名    only while the desk is stopped: it holds its accounts in memory
// For whoever sits at the desk's own machine, where no administrator is left who can sign in.

const [user] = process.argv.slice(2)
const { dataDir } = readConfig(process.env, [])
const file = path.join(dataDir, ACCOUNTS)

if (existsSync(file)) await alone(() => reset(user ?? ''))
else refuse(`${dataDir} 里还没有账号：启动运行台，用它打印的一次性链接设第一个管理员。`)

async function alone(act: () => Promise<void>): Promise<void> {
  try {
    const lock = lockFolder(dataDir)
    await act().finally(() => lock.release())
  } catch (error) {
    if (!(error instanceof StoreFileError)) throw error
    refuse(error.message)
  }
}

async function reset(named: string): Promise<void> {
  const drawer = sqliteDrawer(file)
  const ports = { drawer, secrets: argonSecrets }
  const accounts = deskAccounts(ports, { store: { settings: async () => null }, clock: Date.now })
  const account = await accounts.book.accountNamed(named)
  if (!account) {
    const all = await accounts.book.all('account')
    const ours = all.filter(({ roles }) => roles.includes(ADMINISTRATOR)).map((one) => one.user)
    drawer.close()
    return refuse(`用法：npm run password -- 用户名。管理员的用户名：${ours.join('、')}`)
  }
  const called = `“${account.name}”（${account.user}）`
  const password = await resetPassword(accounts, account)
  drawer.close()
  const what = `给账号${called}重设一次性密码，结束会话，关闭动态验证码`
  await noteByCommand(dataDir, 'right', `用命令${what}`)
  console.log(`${called}的一次性密码：${password}`)
  console.log('登录后要先改成自己的密码；会话已结束，动态验证码已关闭，操作日志里有一条。')
}

function refuse(line: string): void {
  console.error(line)
  process.exitCode = 1
}
