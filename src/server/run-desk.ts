import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, access, constants, mkdtemp, readFile, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { setUpSecret, type AccountPorts } from './accounts/accounts.ts'
import { argonSecrets } from './accounts/argon.ts'
import { ACCOUNTS, sqliteDrawer } from './accounts/sqlite-drawer.ts'
import { createDesk, type DeskContext } from './app.ts'
import { deskVersion } from './backup/desk-version.ts'
import { operationsHere } from './backup/operations-here.ts'
import { finishSwitch } from './backup/restore.ts'
import { isLoopback, type Config } from './config.ts'
import { deskServer } from './http/desk-server.ts'
import { gzipParts } from './http/gzip-parts.ts'
import { prepareInWorker } from './ingest/worker.ts'
import { memoryJournal } from './journal/memory-journal.ts'
import { JOURNAL, sqliteJournal } from './journal/sqlite-journal.ts'
import { requestLog } from './request-log.ts'
import { putExample } from './routes/example.ts'
import { runBackups } from './scheduled/make-backups.ts'
import { runSchedule, scheduleMemory } from './scheduled/write-reports.ts'
import { isStale, staticSite } from './static.ts'
import { endRequests } from './stop.ts'
import { evidenceFolder } from './store/evidence-folder.ts'
import { reportFolder } from './store/report-folder.ts'
import { lockFolder } from './store/sqlite-lock.ts'
import { sqliteStore, type SqliteStore } from './store/sqlite.ts'
import { openInThread } from './store/sqlite-worker.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const SITE = path.join(ROOT, 'dist')
const VITE = path.join(ROOT, 'node_modules/vite/bin/vite.js')
const SOURCES = [
  'src/web',
  'src/shared',
  'src/charts',
  'index.html',
  'public',
  'vite.config.ts',
  'package-lock.json',
]

/** How often the process looks whether a report or a backup is due. */
const MINUTE = 60_000

/** Connections that wait to be let in: an office that opens the desk at nine is kept, not dropped. */
const MOST_WAITING = 2048

/** A start that cannot succeed, told in one line. */
export class StartError extends Error {}

export interface RunningDesk {
  /** Ends with a slash. */
  readonly address: string
  /** Answers what was asked, then lets go of the folder. */
  stop(): Promise<void>
}

/**
 * Opens the data folder and serves it, telling on the standard output where. Throws StartError,
 * or StoreFileError for a file that is no desk's.
 */
export async function runDesk(config: Config): Promise<RunningDesk> {
  const level = config.logLevel ?? (process.stdout.isTTY ? 'warn' : 'info')
  const log = requestLog(level, Date.now, console.log)
  const { close, accounts, ...kept } = await openStore(config)
  const { store } = kept
  const context: DeskContext = {
    ...kept,
    operations: operationsHere(config, store, log),
    version: deskVersion(),
    schedule: scheduleMemory(),
    clock: Date.now,
    prepare: prepareInWorker,
    packer: gzipParts,
    author: '本机用户',
    ...(accounts && { accounts }),
    isDemo: config.isDemo,
    report: log.failed,
  }
  if (config.isDemo) await putExample(context)
  await buildIfNeeded()
  const site = staticSite(SITE)
  const app = new Hono()
  app.use('/api/*', compress())
  const { app: desk, itself } = createDesk(context)
  app.route('/', desk)
  const page = await readFile(path.join(SITE, 'index.html'), 'utf8')
  const server = await deskServer(config, {
    api: (request) => log.through(request, app.fetch),
    refused: log.refused,
    site,
    page,
    context,
  })
  const address = await listen(server, config)
  await tellStart(config, address, accounts)
  const timer = keepSchedule(itself, context)
  const stop = async (): Promise<void> => {
    clearInterval(timer)
    await endRequests(server, store)
    await close()
    log.say('info', 'stopped')
  }
  return { address, stop }
}

async function openStore({ dataDir, reportsDir, isDemo }: Config): Promise<
  Pick<DeskContext, 'evidence' | 'reports' | 'journal'> & {
    readonly store: SqliteStore
    readonly accounts: AccountPorts | null
    readonly close: () => Promise<void>
  }
> {
  const folder = isDemo ? await mkdtemp(path.join(os.tmpdir(), 'rongmei-demo-')) : dataDir
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK | constants.R_OK)
  } catch {
    throw new StartError(`数据目录 ${folder} 不能写入：请检查权限，或用 DATA_DIR 指定别的目录。`)
  }
  const lock = lockFolder(folder)
  finishSwitch(folder)
  const store = await sqliteStore(path.join(folder, 'desk.sqlite'), openInThread)
  const drawer = isDemo ? null : sqliteDrawer(path.join(folder, ACCOUNTS))
  const book = isDemo ? null : sqliteJournal(path.join(folder, JOURNAL), Date.now)
  book?.tellInterrupted(((await store.settings()) ?? DEFAULT_SETTINGS).zone)
  return {
    store,
    journal: book ?? memoryJournal(Date.now),
    accounts: drawer && { drawer, secrets: argonSecrets },
    evidence: evidenceFolder(path.join(folder, 'attachments')),
    reports: reportFolder(reportsDir ?? path.join(folder, 'reports')),
    async close() {
      await store.close()
      drawer?.close()
      book?.close()
      lock.release()
      if (isDemo) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Looks each minute whether a report or a backup is due; at once for reports that were missed. */
function keepSchedule(itself: Hono, context: DeskContext): NodeJS.Timeout {
  const look = () =>
    void runSchedule(itself, context).catch((error: unknown) => context.report('schedule', error))
  look()
  return setInterval(() => {
    look()
    void runBackups(context).catch((error: unknown) => context.report('backup', error))
  }, MINUTE)
}

/** Builds the pages when they are missing or older than their sources. */
async function buildIfNeeded(): Promise<void> {
  const sources = SOURCES.map((source) => path.join(ROOT, source))
  if (!isStale(SITE, sources)) return
  console.log('正在生成页面（首次启动需要十几秒）……')
  // In a process of its own: the bundler holds 700 MB that a server would never give back.
  const bundler = spawn(process.execPath, [VITE, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(bundler, 'close')
  if (code !== 0) throw new StartError('页面没有生成：请运行 npm ci 后再启动。')
}

function listen(server: Server, { host, port, http }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const isBusy = 'code' in error && error.code === 'EADDRINUSE'
      reject(
        isBusy
          ? new StartError(`端口 ${port} 已被占用：关掉占用它的程序，或用 PORT 指定别的端口。`)
          : error,
      )
    })
    server.listen({ port, host, backlog: MOST_WAITING }, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      resolve(`http${http.tls ? 's' : ''}://${host.includes(':') ? `[${host}]` : host}:${bound}/`)
    })
  })
}

/** What whoever starts the desk has to know; on the first start the link that sets it up. */
async function tellStart(
  { host, http, isDemo, dataDir }: Config,
  address: string,
  accounts: AccountPorts | null,
): Promise<void> {
  console.log(`融媒运行台：${address}`)
  console.log(
    isDemo ? '演示：载入示例中心，不用登录，停止后不保存任何数据。' : `数据保存在 ${dataDir}`,
  )
  if (!isLoopback(host) && !http.tls && !http.proxies)
    console.log('注意：别的电脑用 http 访问时，密码在网线上不加密。请放在 HTTPS 代理之后。')
  const secret = accounts && (await setUpSecret(accounts, Date.now()))
  if (!secret) return
  console.log('还没有账号。请打开下面的一次性链接，设第一个管理员（24 小时内有效，只能用一次）：')
  console.log(`${address}set-up#${secret}`)
}
