import { BlockList, isIP } from 'node:net'
import path from 'node:path'
import { ConfigError } from '../config-error.ts'

/** How the desk is reached, beside its address. */
export interface HttpConfig {
  /** Names it answers to beside the loopback ones, in small letters, without a port. */
  readonly allowedHosts: readonly string[]
  /** Whose `X-Forwarded-*` headers are believed; null: nobody's. */
  readonly proxies: BlockList | null
  /** PEM files; null: it speaks http. */
  readonly tls: { readonly cert: string; readonly key: string } | null
}

/** Reads ALLOWED_HOSTS, TRUST_PROXY, TLS_CERT and TLS_KEY; throws a ConfigError. */
export function readHttpConfig(env: Readonly<Record<string, string | undefined>>): HttpConfig {
  const { TLS_CERT: cert, TLS_KEY: key } = env
  if (!cert !== !key) throw new ConfigError('TLS_CERT 和 TLS_KEY 要一起写：证书和私钥各一个文件。')
  const proxies = listed(env.TRUST_PROXY)
  return {
    allowedHosts: listed(env.ALLOWED_HOSTS).map((host) => host.toLowerCase()),
    proxies: proxies.length > 0 ? proxyList(proxies) : null,
    tls: cert && key ? { cert: path.resolve(cert), key: path.resolve(key) } : null,
  }
}

const listed = (text = ''): string[] => text.split(/[,\s]+/).filter((part) => part !== '')

function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', bits, ...more] = entry.split('/')
    const version = isIP(address)
    const most = version === 6 ? 128 : 32
    const isBitsRight = bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most)
    if (version === 0 || !isBitsRight || more.length > 0)
      throw new ConfigError(
        `TRUST_PROXY=${entry} 不能用：写代理的地址，如 127.0.0.1 或 10.0.0.0/8。`,
      )
    list.addSubnet(
      address,
      bits === undefined ? most : Number(bits),
      version === 6 ? 'ipv6' : 'ipv4',
    )
  }
  return list
}
