import path from 'node:path'

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** Where reports are written; null for a folder of `dataDir`. */
  readonly reportsDir: string | null
  readonly isDemo: boolean
}

/** Only this machine can reach it. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host)

/** A setting of the environment that cannot be used; the message is for the person who starts it. */
export class ConfigError extends Error {}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** The only reader of the environment: HOST, PORT, DATA_DIR, REPORTS_DIR and the flag --demo. */
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
  return {
    host,
    port,
    dataDir: path.resolve(env.DATA_DIR || 'data'),
    reportsDir: env.REPORTS_DIR ? path.resolve(env.REPORTS_DIR) : null,
    isDemo,
  }
}
