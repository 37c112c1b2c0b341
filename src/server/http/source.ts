import type { IncomingHttpHeaders } from 'node:http'
import { isIP, type BlockList } from 'node:net'

/** Where a request comes from. */
export interface Source {
  /** IP address of whoever asks, a trusted proxy's word for it included. */
  readonly address: string
  /** The reader's own line is encrypted, up to the desk or up to the proxy. */
  readonly isSecure: boolean
}

interface Reached {
  readonly socket: { readonly remoteAddress?: string | undefined; readonly encrypted?: unknown }
  readonly headers: IncomingHttpHeaders
}

/**
 * Who asks. The headers of a proxy count only where it is one of `proxies`; of the addresses they name
 * the last that is no proxy itself is taken, since a client can write any before it.
 */
export function sourceOf({ socket, headers }: Reached, proxies: BlockList | null): Source {
  const peer = plain(socket.remoteAddress ?? '')
  const isEncrypted = socket.encrypted === true
  if (!isOneOf(proxies, peer)) return { address: peer, isSecure: isEncrypted }
  const named = partsOf(headers['x-forwarded-for']).map(plain).toReversed()
  const client = named.find((address) => !isOneOf(proxies, address)) ?? peer
  const scheme = partsOf(headers['x-forwarded-proto']).at(-1)
  return {
    address: isIP(client) === 0 ? peer : client,
    isSecure: isEncrypted || scheme === 'https',
  }
}

/** This machine itself, and no proxy on it. */
export const isLoopbackAddress = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && address.startsWith('127.'))

/** What shares one allowance: an IPv4 address, or the /64 network that one household of IPv6 has. */
export function allowanceOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array.from({ length: Math.max(0, gap) }, () => '0'), ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}

export function isOneOf(list: BlockList | null, address: string): boolean {
  const version = isIP(address)
  return list !== null && version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** Without what sockets and proxies add: `::ffff:` before IPv4, a port behind it, a zone. */
export const plain = (address: string): string =>
  address
    .trim()
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/%.*$/, '')

const partsOf = (header: string | string[] | undefined): string[] =>
  (Array.isArray(header) ? header.join(',') : (header ?? ''))
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
