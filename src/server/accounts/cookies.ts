/** Name of the cookie that holds a session. */
const COOKIE = 'rongmei_session'

/** What the browser holds of a session; '' for none. */
export function sessionSecret(request: Request): string {
  const all = request.headers.get('cookie') ?? ''
  const found = all.split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`))
  return found?.slice(COOKIE.length + 1) ?? ''
}

/** What a program sends instead; '' for none. */
export function bearerSecret(request: Request): string {
  return /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''
}

/** Sets the cookie, or takes it away with ''; no script reads it and no other site sends it. */
export function sessionCookie(request: Request, secret: string): string {
  const isSecure = new URL(request.url).protocol === 'https:'
  const parts = [`${COOKIE}=${secret}`, 'Path=/', 'HttpOnly', 'SameSite=Strict']
  if (isSecure) parts.push('Secure')
  if (secret === '') parts.push('Max-Age=0')
  return parts.join('; ')
}

/** Header in which the process says where a request came from; what a client sends is overwritten. */
export const SOURCE_HEADER = 'x-desk-source'
