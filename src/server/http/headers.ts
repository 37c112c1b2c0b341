import { createHash } from 'node:crypto'

type Headers = Readonly<Record<string, string>>

const ALWAYS: Headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': [
    'accelerometer',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'usb',
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
}

/** Of an answer that is no page: whatever it holds, opened by itself, runs nothing and loads nothing. */
const ANSWER: Headers = {
  ...ALWAYS,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cache-control': 'no-store',
}

const A_YEAR: Headers = { 'strict-transport-security': 'max-age=31536000' }

/**
 * Headers that stand on every response unless it says otherwise itself, given the built page.
 * Encrypted lines ask the browser to stay on them.
 */
export function standingHeaders(html: string): (path: string, isSecure: boolean) => Headers {
  const page = { ...ALWAYS, 'content-security-policy': pagePolicy(html) }
  return (path, isSecure) => ({
    ...(path.startsWith('/api/') ? ANSWER : page),
    ...(isSecure && A_YEAR),
  })
}

/**
 * The Content-Security-Policy of a page: its own files, and of what stands inline only the very blocks
 * it was built with. Style attributes are let through: charts' tooltips and components set them.
 */
export function pagePolicy(html: string): string {
  return [
    "default-src 'none'",
    ['script-src', "'self'", ...hashes(html, 'script')].join(' '),
    ['style-src', "'self'", ...hashes(html, 'style')].join(' '),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function hashes(html: string, tag: 'script' | 'style'): string[] {
  const blocks = html.matchAll(new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>(.*?)</${tag}>`, 'gs'))
  // Browsers read every line break as LF before they compare.
  return [...blocks].map(([, text = '']) => {
    const digest = createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n'))
    return `'sha256-${digest.digest('base64')}'`
  })
}
