import { describe, expect, it } from 'vitest'
import { makeBackup, readHealth, readStatus, type Status } from '#shared/contract/operations.ts'
import { createApp } from '#server/app.ts'
import type { Operations } from '#server/operations.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

// 10:00 in Shanghai on 28 November 2024.
const NOW = Date.parse('2024-11-28T02:00:00Z')
const GB = 1024 ** 3

interface Given {
  readonly free?: number
  readonly isSameDisk?: boolean
  readonly madeAt?: string
  readonly failedAt?: number
}

/** A desk on a machine as it is given; its backups are only listed. */
function deskOn({ free = 50 * GB, isSameDisk = false, madeAt, failedAt }: Given): TestDesk {
  const { context } = testDesk(NOW)
  const refused = () => Promise.reject(new Error('only listed'))
  const operations: Operations = {
    machine: async () => ({
      node: 'v24.0.0',
      startedAt: '2024-11-01T00:00:00.000Z',
      dataPlace: '/srv/desk',
      dataBytes: 12_000_000,
      backupPlace: '/mnt/disk',
      freeBytes: free,
      diskBytes: 100 * GB,
      isSameDisk,
      hasPassphrase: false,
    }),
    slowest: () => [],
    backups: {
      list: async () => (madeAt === undefined ? [] : [backupAt(madeAt)]),
      make: refused,
      take: refused,
      open: refused,
      restore: refused,
      remove: refused,
      read: async () => null,
      sweep: refused,
      failure: failedAt === undefined ? null : { at: failedAt, code: 'BACKUP_UNWRITABLE' },
    },
  }
  const here = { ...context, operations }
  return { context: here, app: createApp(here) }
}

const backupAt = (at: string): Status['backups'][number] => ({
  name: '融媒运行台-20241128-0300.tar.gz',
  bytes: 1_000_000,
  at,
  isSealed: false,
  by: 'clock',
  records: 300,
  version: '0.1.0',
  verifiedAt: at,
  journal: null,
})

const warnings = async (given: Given) => (await ask(deskOn(given), readStatus, '/status')).warnings

it('health says that the desk is up and its version, and nothing else', async () => {
  expect(await ask(testDesk(), readHealth, '/health')).toEqual({ status: 'up', version: '0.0.0' })
})

describe('the status', () => {
  it('of a well desk warns of nothing and names the next backup', async () => {
    const status = await ask(deskOn({ madeAt: '2024-11-27T19:00:00.000Z' }), readStatus, '/status')
    expect(status).toMatchObject({
      version: '0.0.0',
      warnings: [],
      nextBackup: '2024-11-29T03:00',
      lastImport: null,
    })
  })

  it('warns of a disk with less than a tenth left', async () => {
    expect(await warnings({ free: 10 * GB })).toEqual([])
    expect(await warnings({ free: 9 * GB })).toEqual(['diskLow'])
  })

  it('warns of a backup that is late, that failed, or would be lost with the data', async () => {
    expect(await warnings({ madeAt: '2024-11-26T18:59:00.000Z' })).toEqual(['backupLate'])
    expect(await warnings({ failedAt: NOW })).toEqual(['backupFailed'])
    const given = { madeAt: '2024-11-27T19:00:00.000Z', isSameDisk: true }
    expect(await warnings(given)).toEqual(['backupOnSameDisk'])
  })
})

it('a desk that keeps nothing says that it cannot be backed up', async () => {
  const desk = testDesk()
  expect(await ask(desk, readStatus, '/status')).toMatchObject({ machine: null, backups: [] })
  const refused = ask(desk, makeBackup, '/backups', { passphrase: null })
  await expect(refused).rejects.toThrow('BACKUP_NOT_HERE')
})
