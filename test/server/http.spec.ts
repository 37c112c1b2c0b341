import { expect, it } from 'vitest'
import { ConfigError } from '#server/config-error.ts'
import { connectionCounter } from '#server/http/connections.ts'
import { pagePolicy } from '#server/http/headers.ts'
import { readHttpConfig } from '#server/http/http-config.ts'
import { isFromOwnPage, isOwnHost } from '#server/http/own-pages.ts'
import { allowances } from '#server/http/rates.ts'
import { headJudge, pathOf } from '#server/http/refusal.ts'
import { allowanceOf, sourceOf } from '#server/http/source.ts'

it('lets run of a page only the very scripts and styles it was built with', () => {
  const html = `<script>alert(1)</script><script type="module" src="/a.js"></script><style>b{}</style>`
  const policy = pagePolicy(html)
  expect(policy).toContain(
    "script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='; ",
  )
  expect(policy).toMatch(/; style-src 'self' 'sha256-[\w+/]{43}='; style-src-attr/)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})

const LOCAL = { isLoopbackOnly: true, allowed: ['desk.example.cn'] }
const OPEN = { isLoopbackOnly: false, allowed: [] }

it.each([
  ['127.0.0.1:4180', LOCAL, true],
  ['localhost', LOCAL, true],
  ['[::1]:4180', LOCAL, true],
  ['Desk.Example.cn', LOCAL, true],
  ['evil.example:4180', LOCAL, false],
  ['192.168.1.9:4180', LOCAL, false],
  ['192.168.1.9:4180', OPEN, true],
  ['evil.example', OPEN, false],
  ['127.0.0.1@evil.example', OPEN, false],
  [undefined, OPEN, false],
])('a request for the host %s, %o: %s', (host, hosts, isOwn) => {
  expect(isOwnHost(host, hosts)).toBe(isOwn)
})

it.each([
  ['POST', {}, false, true],
  ['POST', { origin: 'http://desk:1', 'sec-fetch-site': 'same-origin' }, false, true],
  ['POST', { origin: 'https://desk:1' }, true, true],
  ['POST', { origin: 'http://desk:1' }, true, false],
  ['POST', { origin: 'http://evil.example' }, false, false],
  ['POST', { origin: 'null' }, false, false],
  ['POST', { 'sec-fetch-site': 'cross-site' }, false, false],
  ['POST', { 'sec-fetch-site': 'same-site' }, false, false],
  ['GET', { 'sec-fetch-site': 'cross-site' }, false, true],
])('%s with %o over https %s may come from an own page: %s', (method, headers, isSecure, may) => {
  expect(isFromOwnPage(method, { host: 'desk:1', ...headers }, isSecure)).toBe(may)
})

it('gives each source its burst, then its rate, and says how long to wait', () => {
  let now = 0
  const { take } = allowances({ burst: 2, perSecond: 0.5 }, () => now)
  expect([take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 2, 0])
  now = 2000
  expect([take('a'), take('a')]).toEqual([0, 2])
})

it.each([
  ['GET', {}, 1200],
  ['PUT', {}, 120],
  ['POST', { 'content-type': 'multipart/form-data; boundary=x' }, 30],
])(
  'another machine may %s %o %d times at once; this one as often as it likes',
  (method, more, most) => {
    const judge = headJudge(OPEN)
    const asked = { method, path: '/api/settings', headers: { host: '127.0.0.1', ...more } }
    const from = (address: string) => judge(asked, { address, isSecure: false })?.code
    const codes = Array.from({ length: most + 50 }, () => from('203.0.113.7'))
    expect(codes.slice(0, most).every((code) => code === undefined)).toBe(true)
    expect(codes.at(-1)).toBe('REQUEST_TOO_OFTEN')
    expect(Array.from({ length: most + 50 }, () => from('127.0.0.1'))).not.toContain(
      'REQUEST_TOO_OFTEN',
    )
  },
)

it('remembers no more sources than it may, those that asked last', () => {
  const held = allowances({ burst: 1, perSecond: 0.1 }, () => 0, 2)
  for (const source of ['a', 'b', 'a', 'c']) held.take(source)
  expect(held.size()).toBe(2)
  expect([held.take('a'), held.take('b')]).toEqual([10, 0])
})

it.each([
  ['127.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['127.0.0.1', '6.6.6.6, 203.0.113.9, 10.1.1.1', '203.0.113.9'],
  ['127.0.0.1', 'nonsense', '127.0.0.1'],
  ['203.0.113.7', '6.6.6.6', '203.0.113.7'],
  ['::ffff:127.0.0.1', '[2001:db8::1]:99', '2001:db8::1'],
])('from %s, forwarded for %s, the one who asks is %s', (peer, forwarded, address) => {
  const { proxies } = readHttpConfig({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' })
  const headers = { 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' }
  const source = sourceOf({ socket: { remoteAddress: peer }, headers }, proxies)
  expect(source).toEqual({ address, isSecure: peer !== '203.0.113.7' })
})

it('counts an IPv6 network as one source', () => {
  expect(allowanceOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(allowanceOf('2001:db8:0:0:5::7')).toBe('2001:db8:0:0')
  expect(allowanceOf('203.0.113.7')).toBe('203.0.113.7')
})

it.each([
  ['/api/sign-in?x', '/api/sign-in'],
  ['/x/../api/sign%2Din', '/api/sign-in'],
  ['/x/%2e%2e/api/me', '/api/me'],
  ['/%ff', null],
  ['http://evil.example/', null],
  ['*', null],
])('reads the target %s as the path %s', (target, path) => {
  expect(pathOf(target)).toBe(path)
})

it.each([
  [{ TLS_CERT: 'a.pem' }, 'TLS_KEY'],
  [{ TRUST_PROXY: 'proxy.local' }, 'proxy.local'],
  [{ TRUST_PROXY: '10.0.0.0/33' }, '10.0.0.0/33'],
])('refuses the setting %o', (env, named) => {
  expect(() => readHttpConfig(env)).toThrow(ConfigError)
  expect(() => readHttpConfig(env)).toThrow(named)
})

it('a source holds so many connections at once, this machine and trusted proxies as many as they like', () => {
  const { proxies } = readHttpConfig({ TRUST_PROXY: '10.0.0.1' })
  const open = connectionCounter(proxies, 2)
  const closed = open('::ffff:203.0.113.1')
  expect(open('203.0.113.1')).not.toBe(null)
  expect(open('203.0.113.1')).toBe(null)
  expect(open('203.0.113.2')).not.toBe(null)
  closed?.()
  expect(open('203.0.113.1')).not.toBe(null)
  for (let n = 0; n < 5; n += 1) {
    expect(open('127.0.0.1')).not.toBe(null)
    expect(open('10.0.0.1')).not.toBe(null)
  }
})
