import { expect, it } from 'vitest'
import { contractPath, requestLog, type LogLevel } from '#server/request-log.ts'

function logging(level: LogLevel) {
  const lines: string[] = []
  const log = requestLog(
    level,
    () => Date.parse('2024-11-28T02:00:00Z'),
    (line) => lines.push(line),
  )
  return { log, lines }
}

const LEDGER = 'http://127.0.0.1/api/ledgers/petitions/records/r1?q=沙马'

it('a request is one line of JSON that names its number, never what was looked for', async () => {
  const { log, lines } = logging('info')
  const headers = { 'x-request-id': 'm41-1' }
  await log.through(new Request(LEDGER), () => new Response(null, { status: 404, headers }))
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '2024-11-28T02:00:00.000Z',
    level: 'info',
    message: 'request',
    id: 'm41-1',
    method: 'GET',
    path: '/ledgers/:ledger/records/:id',
    status: 404,
    ms: expect.any(Number),
  })
})

it('a failure is said with its place, and without words or numbers of people', () => {
  const { log, lines } = logging('error')
  try {
    JSON.parse('钱守密 来电')
  } catch (error) {
    log.failed('r1', error)
  }
  log.failed('r2', new Error('constraint of 13987654321'))
  const [parsed, refused] = lines.map((line) => String(JSON.parse(line).error))
  expect(parsed).toMatch(/^SyntaxError: .*is not valid JSON\n[\s\S]*request-log\.spec/)
  expect(parsed).not.toContain('守密')
  expect(refused).toMatch(/^Error: constraint of 139\*{4}4321/)
})

it('at warn only what failed or was slow is said', async () => {
  const { log, lines } = logging('warn')
  await log.through(new Request(LEDGER), () => new Response('{}'))
  await log.through(new Request(LEDGER), () => new Response('{}', { status: 503 }))
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(['error'])
})

it('the slowest requests are remembered, ten at most, slowest first', async () => {
  const { log } = logging('error')
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  for (let n = 0; n < 12; n += 1)
    await log.through(new Request(LEDGER), async () => {
      await wait(n === 5 ? 40 : 0)
      return new Response('{}')
    })
  const slowest = log.slowest()
  expect(slowest).toHaveLength(10)
  expect(slowest[0]?.milliseconds).toBeGreaterThanOrEqual(39)
})

it('addresses are told as the contract states them', () => {
  expect(contractPath('/api/backups/x.tar.gz/file')).toBe('/backups/:name/file')
  expect(contractPath('/api/health')).toBe('/health')
  expect(contractPath('/api/elsewhere/沙马')).toBe('(unknown)')
})
