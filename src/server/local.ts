/**
 * Whether a request comes from this machine's own pages: the host it names is a loopback one, and
 * a page that sends it stands on the same host. Holds off DNS rebinding and other sites' forms.
 */
export function isLocal(request: Request): boolean {
  const host = request.headers.get('host')
  if (host === null || !LOOPBACK.test(host)) return false
  const origin = request.headers.get('origin')
  return origin === null || origin === `http://${host}`
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/
