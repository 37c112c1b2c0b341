import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import http, { type IncomingMessage } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Account, Session } from '#server/accounts/papers.ts'
import { sqliteDrawer } from '#server/accounts/sqlite-drawer.ts'
import { createRandom } from '#example/random.ts'
import { BOARD_IDS } from '#shared/boards/index.ts'
import { ADMINISTRATOR } from '#shared/rights/roles.ts'
import { mostMemory, startDesk } from '#test/support/desk-process.ts'
import { putFirstAccount, SIGNED_IN } from '#test/support/first-account.ts'
import { watchOwnLag, watchWork } from './watches.ts'

/**
 * 500 readers and 20 writers at once for a minute, on loopback, against the desk in a process of its
 * own; this one makes the load. Each has an account, a session and a connection of its own. A reader
 * opens a page of a random month (its board and the desk's own answer) with the tags of what it read
 * before, as a browser does, and reads it for THINK seconds; a writer enters a record every PAUSE
 * seconds. Then readers ask without a pause, to tell how much the machine can bear. Ends with a
 * failure at any error, a 99th percentile over the limit, or a row lost or doubled.
 */
const READERS = 500
const WRITERS = 20
const SECONDS = Number(process.env.SECONDS ?? 60)
/** Before them all come in and no time is told: a desk just started has neither its code nor its answers warm. */
const WARM = Number(process.env.WARM ?? 20)
const THINK = Number(process.env.THINK ?? 10)
const PAUSE = Number(process.env.PAUSE ?? 4)
const MOST_P99 = 250
const FULL_SECONDS = 10
const FULL_READERS = 20

const random = createRandom(7)
const MONTHS = ['2023', '2024'].flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
)
const PAGES = BOARD_IDS.filter((board) => board !== 'entry')

interface Asked {
  readonly status: number
  readonly ms: number
  readonly text: string
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-load-'))
putFirstAccount(folder)
await putPeople(folder)
const desk = await startDesk({ DATA_DIR: folder })
const { hostname, port } = new URL(desk.address)
const errors: string[] = []
const first = person('first', SIGNED_IN.cookie)
await first.ask('POST', '/api/example', '{}')

const read: number[] = []
const written: number[] = []
const kept: string[] = []
const begin = Date.now() + WARM * 1000
const end = begin + SECONDS * 1000
const lag = watchOwnLag()
const work = watchWork(desk, WARM * 1000)
await Promise.all([
  ...Array.from({ length: READERS }, (_, i) => readOn(`reader${i}`, THINK, end, read)),
  ...Array.from({ length: WRITERS }, (_, i) => writeOn(`writer${i}`)),
])
told('readers', read, SECONDS)
told('writers', written, SECONDS)
console.log(`this process itself was late by at most ${lag().toFixed(0)} ms`)
console.log(await work(read.length + written.length))
await countRows()

const full: number[] = []
const fullEnd = Date.now() + FULL_SECONDS * 1000
await Promise.all(
  Array.from({ length: FULL_READERS }, (_, i) => readOn(`reader${i}`, 0, fullEnd, full)),
)
told(`${FULL_READERS} readers without a pause`, full, FULL_SECONDS, Infinity)
console.log(`memory of the desk: at most ${await mostMemory(desk)} MB`)
await desk.stop()
await rm(folder, { recursive: true })
for (const error of errors.slice(0, 20)) console.error(error)
if (errors.length > 0) process.exitCode = 1

async function readOn(name: string, think: number, until: number, times: number[]) {
  const { ask, close } = person(name)
  await delay(random.whole(0, think * 1000))
  while (Date.now() < until) {
    const page = `/api/boards/${random.pick(PAGES)}?p=${random.pick(MONTHS)}`
    for (const answer of await Promise.all([ask('GET', page), ask('GET', '/api/desk')])) {
      if (Date.now() >= begin) times.push(answer.ms)
      if (answer.status !== 200 && answer.status !== 304)
        errors.push(`${name} ${page}: ${answer.status} ${answer.text.slice(0, 200)}`)
    }
    await delay(think * random.whole(500, 1500))
  }
  close()
}

async function writeOn(name: string) {
  const { ask, close } = person(name)
  await delay(random.whole(0, PAUSE * 1000))
  for (let n = 0; Date.now() < end; n += 1) {
    const title = `${name} 第 ${n} 条`
    const row = {
      day: '2024-10-08',
      title,
      platform: '微信',
      form: '图文',
      author: '沙马',
      reads: '1',
    }
    const { status, ms, text } = await ask(
      'POST',
      '/api/ledgers/pieces/records',
      JSON.stringify({ rows: [row] }),
    )
    if (Date.now() >= begin) written.push(ms)
    if (status === 200) kept.push(title)
    else errors.push(`${name}: ${status} ${text.slice(0, 200)}`)
    await delay(PAUSE * random.whole(500, 1500))
  }
  close()
}

/** Every acknowledged row is there once, no other is, and each has its entry in the journal. */
async function countRows(): Promise<void> {
  const { text } = await first.ask('GET', '/api/ledgers/pieces/records?q=writer&size=10000')
  const answer: { total: number; records: { row: { title: string } }[] } = JSON.parse(text)
  const titles = new Map<string, number>()
  for (const { row } of answer.records) titles.set(row.title, (titles.get(row.title) ?? 0) + 1)
  const lost = kept.filter((title) => !titles.has(title)).length
  const doubled = [...titles.values()].filter((count) => count > 1).length
  const journal = JSON.parse((await first.ask('GET', '/api/journal?kind=write&ledger=pieces')).text)
  console.log(
    `rows: ${kept.length} acknowledged, ${answer.total} there, ${lost} lost, ${doubled} doubled; ${journal.total} entries in the journal`,
  )
  if (lost + doubled > 0 || answer.total !== kept.length || journal.total !== kept.length)
    errors.push('rows were lost or doubled, or the journal lacks some')
}

function told(who: string, times: number[], seconds: number, most = MOST_P99): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0
  const ms = [0.5, 0.95, 0.99, 1].map((share) => at(share).toFixed(0)).join(' / ')
  const rate = (times.length / seconds).toFixed(0)
  console.log(
    `${who}: ${times.length} requests, ${rate} a second; p50 / p95 / p99 / worst ${ms} ms`,
  )
  if (at(0.99) > most) errors.push(`${who}: p99 ${at(0.99).toFixed(0)} ms is over ${most} ms`)
}

/** Somebody with a connection of their own, who remembers the tags of what they read. */
function person(name: string, cookie = `rongmei_session=${secretOf(name)}`) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 2 })
  const tags = new Map<string, string>()
  async function ask(method: string, address: string, body?: string): Promise<Asked> {
    const tag = tags.get(address)
    const headers = {
      cookie,
      'accept-encoding': 'gzip',
      ...(tag !== undefined && method === 'GET' && { 'if-none-match': tag }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    }
    const from = performance.now()
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        http
          .request({ hostname, port, path: encodeURI(address), method, headers, agent }, resolve)
          .on('error', reject)
          .end(body)
      })
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part)
      const ms = performance.now() - from
      const { etag } = response.headers
      if (etag !== undefined) tags.set(address, etag)
      const bytes = Buffer.concat(parts)
      const isPacked = response.headers['content-encoding'] === 'gzip'
      const text = isPacked && name !== 'first' ? '' : await textOf(bytes, isPacked)
      return { status: response.statusCode ?? 0, ms, text }
    } catch (error) {
      return { status: 0, ms: performance.now() - from, text: String(error) }
    }
  }
  return { ask, close: () => agent.destroy() }
}

async function textOf(bytes: Buffer, isPacked: boolean): Promise<string> {
  if (!isPacked) return bytes.toString()
  const stream = new Blob([new Uint8Array(bytes)]).stream()
  return new Response(stream.pipeThrough(new DecompressionStream('gzip'))).text()
}

/** Accounts and sessions of everybody, as signing in would leave them. */
async function putPeople(data: string): Promise<void> {
  const at = new Date().toISOString()
  const people = [
    ...Array.from({ length: READERS }, (_, i) => ({ id: `reader${i}`, role: 'reader' })),
    ...Array.from({ length: WRITERS }, (_, i) => ({ id: `writer${i}`, role: ADMINISTRATOR })),
  ]
  const drawer = sqliteDrawer(path.join(data, 'accounts.sqlite'))
  await drawer.file(
    people.flatMap(({ id, role }) => {
      const account: Account = {
        id,
        user: id,
        name: id,
        department: '',
        roles: [role],
        isDisabled: false,
        password: '',
        passwordAt: at,
        mustChange: false,
        totp: null,
        createdAt: at,
      }
      const hash = createHash('sha256').update(secretOf(id)).digest('hex')
      const times = { startedAt: at, seenAt: at, owesCode: false, agent: '', source: '' }
      const session: Session = { id: hash, account: id, ...times }
      return [
        { kind: 'account' as const, id, json: JSON.stringify(account) },
        { kind: 'session' as const, id: hash, json: JSON.stringify(session) },
      ]
    }),
  )
  drawer.close()
}

function secretOf(name: string): string {
  return `session-of-${name}`
}
