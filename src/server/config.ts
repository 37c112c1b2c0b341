import path from 'node:path'
import { ConfigError } from './config-error.ts'
import { readHttpConfig, type HttpConfig } from './http/http-config.ts'
import { LOG_LEVELS, type LogLevel } from './request-log.ts'

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Where reports are written; null for a folder of `dataDir`. */
  readonly reportsDir: string | null
  /** Where backups are kept. */
  readonly backupsDir: string
  /** Seals backups made by the clock and by command; null: they are left open. */
  readonly backupPassphrase: string | null
  /** Null where nobody set it. */
  readonly logLevel: LogLevel | null
  /** What stands before it: names, proxies, certificate. */
  readonly http: HttpConfig
  readonly isDemo: boolean
}

/** Only this machine can reach it. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host)

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * The only reader of the environment: HOST, PORT, DATA_DIR, REPORTS_DIR, BACKUPS_DIR,
 * BACKUP_PASSPHRASE, LOG_LEVEL, what `http/http-config.ts` reads, and --demo.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const host = env.HOST || '127.0.0.1'
  const port = Number(env.PORT || '4180')
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ConfigError(`PORT=${env.PORT} 不能用：端口是 0 到 65535 的整数。`)
  }
  const unknown = args.find((arg) => arg !== '--demo')
  if (unknown !== undefined) throw new ConfigError(`不认识的参数 ${unknown}；只有 --demo。`)
  const isDemo = args.includes('--demo')
  if (isDemo && !isLoopback(host)) {
    throw new ConfigError(`HOST=${host} 不能用：演示不需要登录，只在本机（127.0.0.1）提供服务。`)
  }
  const logLevel = env.LOG_LEVEL ? LOG_LEVELS.find((level) => level === env.LOG_LEVEL) : null
  if (logLevel === undefined) {
    throw new ConfigError(`LOG_LEVEL=${env.LOG_LEVEL} 不能用：写 ${LOG_LEVELS.join('、')} 之一。`)
  }
  const dataDir = path.resolve(env.DATA_DIR || 'data')
  return {
    host,
    port,
    dataDir,
    reportsDir: env.REPORTS_DIR ? path.resolve(env.REPORTS_DIR) : null,
    backupsDir: path.resolve(env.BACKUPS_DIR || path.join(dataDir, 'backups')),
    backupPassphrase: env.BACKUP_PASSPHRASE || null,
    logLevel,
    http: readHttpConfig(env),
    isDemo,
  }
}
