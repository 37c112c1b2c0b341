/**
 * Whether a request comes from the desk's own pages: a page that sends it stands on the host it is
 * sent to, and where the desk serves this machine alone, that host is a loopback one. Holds off other
 * sites' forms and DNS rebinding.
 */
export function isOwn(request: Request, isLoopbackOnly: boolean): boolean {
  const host = request.headers.get('host')
  if (host === null || (isLoopbackOnly && !LOOPBACK.test(host))) return false
  const origin = request.headers.get('origin')
  return origin === null || origin === `http://${host}` || origin === `https://${host}`
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/
