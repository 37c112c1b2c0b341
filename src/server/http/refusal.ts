import type { IncomingMessage } from 'node:http'
import { BYTES } from '#shared/contract/define.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { LARGEST_BACKUP } from '#shared/contract/operations.ts'
import type { DiagnosticCode } from '#shared/diagnostics.ts'
import { isFromOwnPage, isOwnHost, type Hosts } from './own-pages.ts'
import { allowances, RATES } from './rates.ts'
import { allowanceOf, isLoopbackAddress, type Source } from './source.ts'

/** Why a request gets no further, and headers that say more. */
export interface Refusal {
  readonly code: DiagnosticCode
  readonly headers?: Readonly<Record<string, string>>
}

/** Bytes of a body: what a page writes, and the files of one upload together. */
export const LARGEST = { body: 8 * 1024 * 1024, upload: 200 * 1024 * 1024 } as const

const READS = ['GET', 'HEAD']
const METHODS = [...READS, 'POST', 'PUT', 'PATCH', 'DELETE']

/** Addresses that take a password or a code of somebody who has no session yet. */
const SIGNING_IN = new Set(
  Object.values(ENDPOINTS)
    .filter(({ right, method }) => method !== 'GET' && (right === 'open' || right === 'signingIn'))
    .map(({ path }) => `/api${path}`),
)

/** Addresses that take the bytes of a backup, which are no form and may be many. */
const TAKING_BYTES = new Set(
  Object.values(ENDPOINTS)
    .filter(({ takes }) => takes === 'bytes')
    .map(({ path }) => `/api${path}`),
)

/** A request's head. */
interface Asked extends Pick<IncomingMessage, 'method' | 'headers'> {
  /** As routes compare it (`pathOf`). */
  readonly path: string
}

/**
 * The path of a request's target as routes compare it, dots and percents resolved, so that no other
 * spelling goes round a limit; null where the target cannot be read.
 */
export function pathOf(target = ''): string | null {
  if (!target.startsWith('/')) return null
  try {
    return decodeURI(new URL(`http://desk${target}`).pathname)
  } catch {
    return null
  }
}

/** Judges requests by their head alone, before anything of a body is read. */
export function headJudge(hosts: Hosts): (asked: Asked, source: Source) => Refusal | null {
  const mayAsk = rateJudge()
  return (asked, source) => {
    const { method = '', headers } = asked
    if (!METHODS.includes(method))
      return { code: 'REQUEST_METHOD', headers: { allow: METHODS.join(', ') } }
    if (!isOwnHost(headers.host, hosts)) return { code: 'REQUEST_HOST' }
    if (!isFromOwnPage(method, headers, source.isSecure)) return { code: 'REQUEST_FOREIGN' }
    return mayAsk(asked, source) ?? lengthRefusal(asked)
  }
}

function rateJudge(): (asked: Asked, source: Source) => Refusal | null {
  const rates = {
    read: allowances(RATES.read),
    write: allowances(RATES.write),
    upload: allowances(RATES.upload),
    signIn: allowances(RATES.signIn),
  }
  return (asked, { address }) => {
    const kind = kindOf(asked)
    // Whoever sits at this machine could stop the desk anyway; guessing passwords is another matter.
    if (kind !== 'signIn' && isLoopbackAddress(address)) return null
    const seconds = rates[kind].take(allowanceOf(address))
    if (seconds === 0) return null
    return { code: 'REQUEST_TOO_OFTEN', headers: { 'retry-after': String(seconds) } }
  }
}

function kindOf(asked: Asked): keyof typeof RATES {
  if (READS.includes(asked.method ?? '')) return 'read'
  if (SIGNING_IN.has(asked.path)) return 'signIn'
  return isForm(asked) || isBackup(asked) ? 'upload' : 'write'
}

/** A body says its length beforehand, so that none is read to find out that it is too long. */
function lengthRefusal(asked: Asked): Refusal | null {
  const { headers } = asked
  if (headers['transfer-encoding'] !== undefined) return { code: 'REQUEST_LENGTH_MISSING' }
  const length = Number(headers['content-length'] ?? 0)
  if (isBackup(asked)) return length > LARGEST_BACKUP ? { code: 'BACKUP_TOO_LARGE' } : null
  const largest = isForm(asked) ? LARGEST.upload : LARGEST.body
  return length > largest ? { code: 'REQUEST_TOO_LARGE' } : null
}

const isForm = ({ headers }: Asked): boolean =>
  headers['content-type']?.startsWith('multipart/form-data') ?? false

const isBackup = ({ path, headers }: Asked): boolean =>
  TAKING_BYTES.has(path) && headers['content-type'] === BYTES
