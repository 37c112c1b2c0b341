import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import os from 'node:os'

/** Names by which the desk may be called. */
export interface Hosts {
  readonly isLoopbackOnly: boolean
  /** Beside its own, in small letters. */
  readonly allowed: readonly string[]
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
const READS = new Set(['GET', 'HEAD'])

/**
 * Whether a `Host` header names the desk: a loopback name, an allowed one, or, where other machines
 * reach it, an address or the machine's own name. A name rebound to its address is none of them.
 */
export function isOwnHost(header: string | undefined, { isLoopbackOnly, allowed }: Hosts): boolean {
  const host = /^(\[[\da-f:]+\]|[^:/@\\\s]+)(:\d+)?$/i.exec(header ?? '')?.[1]?.toLowerCase()
  if (host === undefined) return false
  if (LOOPBACK.has(host) || allowed.includes(host)) return true
  const isAddress = isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0
  return !isLoopbackOnly && (isAddress || host === os.hostname().toLowerCase())
}

/**
 * Whether a request may come from the desk's own pages: a page that says where it stands stands on the
 * same host (and on https, where the line is), and a write is not sent by another site's page.
 * Programs say neither and pass.
 */
export function isFromOwnPage(
  method: string,
  headers: IncomingHttpHeaders,
  isSecure: boolean,
): boolean {
  const { host, origin } = headers
  const schemes = isSecure ? ['https'] : ['http', 'https']
  if (origin !== undefined && !schemes.some((scheme) => origin === `${scheme}://${host}`))
    return false
  const site = headers['sec-fetch-site']
  return READS.has(method) || site === undefined || site === 'same-origin' || site === 'none'
}
